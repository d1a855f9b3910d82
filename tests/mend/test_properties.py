"""Whatever an editor's keyboard does: mending gives our words back, twice is once, and what is quoted stays."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import reading
from kb.check.letters import cleaned
from kb.check.own import own
from kb.mend.diff import diff
from tests.check.mutations import SNIPPETS
from tests.folders import CONTENT, SAMPLE
from tests.mend.conftest import mending_in

LIBRARY = reading.read(CONTENT)
QUOTED = re.compile("“[^“”]*”|«[^«»]*»")
# What becomes of a character in the hands of another keyboard, editor or converter.
SLIPS = {
    "decomposed": lambda char: unicodedata.normalize("NFD", char),
    "look-alike": lambda char: {"Đ": "Ð", "a": "а", "o": "о", "K": "К"}.get(char, char),
    "invisible": lambda char: f"{char}\u200b",
    "soft hyphen": lambda char: char if char.isdigit() or char in "-/" else f"{char}\u00ad",
    "double blank": lambda char: "  " if char == " " else char,
}
# What no page shows: blanks at the end of a line go, in a quotation too.
BLANK_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
DASHES = st.sampled_from([" - ", "- ", " -", "–", " – ", "\u00a0- ", "\u2011", "−"])
PROSE = sorted(file for file in LIBRARY.sources if file.startswith("docs/vi/") and "/van-ban/" not in file)


def words(text: str) -> str:
    """What a text says, without blanks and dashes."""
    return re.sub(r"[\s–−‑-]+", "", cleaned(cleaned(text)))


@settings(max_examples=30)
@given(data=st.data(), file=st.sampled_from(PROSE))
def test_slips_in_our_own_words_are_undone(mending, data, file):
    text = LIBRARY.sources[file]
    lines = text.split("\n")
    stretches = [each for each in own(LIBRARY, file).stretches if each.prose and each.end - each.start > 1]
    # From the end of a line backward, so that the places before stay.
    for stretch in reversed(data.draw(st.lists(st.sampled_from(stretches), max_size=4, unique=True))):
        line = lines[stretch.line - 1]
        at = data.draw(st.integers(stretch.start + 1, stretch.end - 1))
        slip = SLIPS[data.draw(st.sampled_from(sorted(SLIPS)))]
        changed = slip(line[at])
        # A letter that stands alone is not known to be another one.
        if line[at - 1].isalpha():
            lines[stretch.line - 1] = line[:at] + changed + line[at + 1 :]
    # What stands in a block of code stays as it is.
    ends = [number for number, line in enumerate(lines) if line and "```" not in text]
    if ends and data.draw(st.booleans()):
        lines[data.draw(st.sampled_from(ends))] += " "
    changed = "\n".join(lines)
    assert mending({file: changed}).after == ({} if changed == text else {file: text})


@settings(max_examples=20)
@given(number=st.sampled_from(sorted(LIBRARY.by_number)), dash=DASHES, file=st.sampled_from(PROSE))
def test_a_number_comes_back(mending, number, dash, file):
    text = LIBRARY.sources[file]
    right = f"{text}Theo số {number} nêu trên.\n"
    wrong = f"{text}Theo số {number.replace('-', dash, 1).replace('Đ', 'Ð')} nêu trên.\n"
    assert mending({file: wrong}).after == {file: right}


ODD = st.sampled_from((
    "\u200b", "\u00ad", "  ", " \n", "Ð", "а", "a\u0301", "26 – KH/BTGTW", "07–CTr/ÐUK", "“", "”", '"', "> ", "`",
    "\u00a0", "\ufeff", "\x0c",
))  # fmt: skip
WRITTEN = st.one_of(ODD, st.sampled_from(SNIPPETS), st.text(max_size=8))
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "replace", "delete", "cut", "line", "double"]), st.integers(0, 1_000_000), WRITTEN
    ),
    min_size=1,
    max_size=5,
)


def edited(text: str, edits: list[tuple[str, int, str]]) -> str:
    """A text after some edits; places are taken modulo its length or its number of lines."""
    for kind, place, new in edits:
        lines = text.split("\n")
        at, line = place % (len(text) + 1), place % len(lines)
        match kind:
            case "insert":
                text = text[:at] + new + text[at:]
            case "replace":
                text = text[:at] + new + text[at + max(len(new), 1) :]
            case "delete":
                text = text[:at] + text[at + 1 :]
            case "cut":
                text = text[:at]
            case "line":
                text = "\n".join([*lines[:line], new, *lines[line + 1 :]])
            case "double":
                text = "\n".join([*lines[:line], lines[line], *lines[line:]])
    return text.encode("utf-8", "replace").decode().replace("\r\n", "\n")


@pytest.mark.parametrize(("root", "examples"), [(SAMPLE, 300), (CONTENT, 20)], ids=["sample", "content"])
def test_any_edit(root, examples):
    """Mending ends; a second time changes nothing; lines stay; words stay; what quotes is as it was."""
    sources, mending = reading.read(root).sources, mending_in(root)

    @settings(max_examples=examples)
    @given(file=st.sampled_from(sorted(sources)), edits=EDITS)
    def each(file, edits):
        text = edited(sources[file], edits)
        mended = mending({file: text})
        assert mended.after.keys() <= {file}
        if mended.after:
            is_sound(file, text, mended.after[file])
            assert mending({file: mended.after[file]}).after == {}

    each()


def is_sound(file, text, after):
    assert not file.startswith("docs/_source/")
    assert after.count("\n") == text.count("\n")
    assert words(after) == words(text)
    if file.startswith("docs/vi/van-ban/"):
        assert after.split("\n---\n")[1:] == text.split("\n---\n")[1:]
    elif file.startswith("docs/vi/") and not set('"`‘<') & set(text):
        assert QUOTED.findall(after) == [BLANK_ENDS.sub("", each) for each in QUOTED.findall(text)]
    assert diff({file: text}, {file: after}).startswith(f"--- a/{file}\n+++ b/{file}\n@@ ")
