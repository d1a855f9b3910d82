"""Files as nobody should write them: sound ones with some edits, the same ones for the same seed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from random import Random

from tests.folders import CONTENT

ROOT = Path(__file__).resolve().parents[2]
Content = str | bytes | None
"""What a file holds instead of what it held; bytes where they are no UTF-8, None where it is deleted."""
Changes = dict[str, Content]

# The files by kind, so that each kind is met as often as the others.
KINDS = (
    "docs/_data/*",
    "docs/vi/van-ban/*",
    "docs/en/van-ban/*",
    "docs/vi/hoi-dap/*",
    "docs/en/hoi-dap/*",
    "docs/??/*.md",
    "docs/_source/*",
)
# What has a meaning somewhere in YAML, Markdown, Unicode or a line of a document.
SNIPPETS = (
    "---\n", "...\n", "\n", "\n\n", "\r", "\r\n", "\t", " ", "\x00", "\x85", "\u2028", "\ufeff", "\u200b", "\u0301",
    "\u202e", "\ue000", "\U0001f600", "\u00d0", "а", "İ", "ß", "#", "- ", "-- ", "* ", "1. ", ": ", "{", "}", "[",
    "]", "&a ", "*a", "!!x ", "!!python/object:os.system ", "|\n", ">\n", '"', "'", "%", "@", "~", "? ", "0x", "1e3",
    "|", "\\", "{#i}", "{#", "}}", "{#ii-1.1-1 of=0}", " of=x}", ":::", "::: {#tieu-de}\n", "## ", "#### 9.9. ",
    "IX. ", "`", "```\n", "<b>", "<!--", "<script>", "<![CDATA[", "[x](y)", "[x](", "](", "![](", "](https://x)",
    "[a]: b\n", "[a][b]", "[^1]", "2021-02-30", "null", "true", "MẬT", "hoà hòa", "26-KH/BTGTW",
    "mục 2 Kế hoạch số 26-KH/BTGTW", "Kế hoạch này", "ngày 31/02/2021", "điểm b, khoản 2, mục III ",
    "các Nghị quyết số 18, 19-NQ/TW ", "số ", "/", "–",
)  # fmt: skip
# Values that a field of front matter or of data may have by mistake.
VALUES = (
    "", "null", "~", "true", "no", "0", "-1", "007", "1_000", "0x1F", "0o7", "1e999", ".inf", ".nan", "12:30:45", "=",
    "9" * 400, "9" * 5000, "2021-02-30", "2021-05-17", "2021-05-17T10:00:00Z", "17/5/2021", "[]", "{}", "[a, b]",
    "{a: b}", "[[]]", "[null]", "[{a: b}]", "- a", "'", '"', "'a'", '"\\ud800"', '"\\x00"', "|", ">", "&a b", "*a",
    "!!str a", "!!binary a", "<<", "a: b", "a #b", "#a", "a-b#c", "23-kh-duk-2021", "23-kh-duk-2021#ii-1.1-1",
    "23-kh-duk-2021#", "#ii", "../../mkdocs.yml", "26-KH/BTGTW", "30/2020/NĐ-CP", "draft", "withheld", "held",
    "not-held", "site", "en", "x" * 3000, "Đ" * 300,
)  # fmt: skip


def texts(root: Path) -> dict[str, str]:
    """The text files below `docs/`."""
    files = sorted(path for path in (root / "docs").rglob("*") if path.suffix in (".md", ".yml", ".txt"))
    return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in files}


def changes(held: Mapping[str, str], seed: int) -> Changes:
    """Some edits of one file, seldom of two."""
    rng = Random(seed)
    changed: Changes = {}
    for _ in range(rng.choice((1, 1, 1, 1, 2))):
        kind = rng.choice(KINDS)
        file = rng.choice([name for name in held if fnmatch(name, kind)])
        text = held[file]
        for _ in range(rng.choice((1, 1, 2, 3, 6))):
            text = rng.choice(EDITS)(text, rng)
        changed[file] = _kept(text, rng)
    return changed


def _kept(text: str, rng: Random) -> Content:
    """As what the text is written: mostly as it is, seldom in another encoding or not at all."""
    how = rng.random()
    if how < 0.01:
        return None
    if how < 0.03:
        at = rng.randrange(len(text) + 1)
        return text[:at].encode() + rng.choice((b"\xff", b"\xc4", b"\xed\xa0\x80", b"\xe1\xba")) + text[at:].encode()
    return text


def _span(text: str, rng: Random) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + rng.choice((0, 1, 1, 2, 5, 20, 100)))


def _snippet(text: str, rng: Random) -> str:
    start, end = _span(text, rng)
    return text[:start] + rng.choice(SNIPPETS) + text[start if rng.random() < 0.5 else end :]


def _character(text: str, rng: Random) -> str:
    """One anywhere in Unicode, lone halves of pairs too: an editor may send them."""
    start, end = _span(text, rng)
    return (
        text[:start]
        + chr(rng.choice((rng.randrange(0x250), rng.randrange(0x3000), rng.randrange(0x110000))))
        + text[end:]
    )


def _cut(text: str, rng: Random) -> str:
    start, end = _span(text, rng)
    return text[:start] + (text[end:] if rng.random() < 0.8 else "")


def _again(text: str, rng: Random) -> str:
    """The same characters many times."""
    start, end = _span(text, rng)
    return text[:end] + text[start:end] * rng.choice((1, 2, 40)) + text[end:]


def _lines(change: Callable[[list[str], int, Random], None]) -> Callable[[str, Random], str]:
    def edit(text: str, rng: Random) -> str:
        lines = text.split("\n")
        change(lines, rng.randrange(len(lines)), rng)
        return "\n".join(lines)

    return edit


def _without(lines: list[str], at: int, _: Random) -> None:
    del lines[at]


def _twice(lines: list[str], at: int, rng: Random) -> None:
    lines[at:at] = [lines[at]] * rng.choice((1, 1, 30))


def _elsewhere(lines: list[str], at: int, rng: Random) -> None:
    lines.insert(rng.randrange(len(lines)), lines.pop(at))


def _given(lines: list[str], at: int, rng: Random) -> None:
    """Another value of a field."""
    head, colon, _ = lines[at].partition(":")
    lines[at] = head + (colon or ":") + " " + rng.choice(VALUES)


def _indented(lines: list[str], at: int, rng: Random) -> None:
    lines[at] = rng.choice((" ", "  ", "    ", "\t", "- ", "> ")) * rng.choice((1, 1, 3, 200)) + lines[at]


def _foreign(lines: list[str], at: int, rng: Random) -> None:
    """A line of another file, or words that cite."""
    lines[at : at + rng.randint(0, 1)] = [rng.choice(FOREIGN)]


def _citing(lines: list[str], at: int, rng: Random) -> None:
    words, start = rng.choice(FOREIGN), rng.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:start] + words + lines[at][start:]


def _decomposed(text: str, rng: Random) -> str:
    start, end = _span(text, rng)
    return text[:start] + unicodedata.normalize(rng.choice(("NFD", "NFKD")), text[start:end]) + text[end:]


def _nested(text: str, rng: Random) -> str:
    start, _ = _span(text, rng)
    return (
        text[:start]
        + rng.choice(("[", "{a: ", "- ", "> ", "((", "**", "![", "“")) * rng.choice((3, 60, 1500))
        + text[start:]
    )


def _windows(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


EDITS = (
    *(_snippet, _snippet, _character, _cut, _again, _decomposed, _nested, _windows),
    *map(_lines, (_without, _twice, _elsewhere, _given, _given, _indented, _foreign, _citing)),
)


def _foreign_words() -> Sequence[str]:
    with open(ROOT / "tests/citations/gold.jsonl", encoding="utf-8") as gold:
        passages = [json.loads(line)["text"] for line in gold]
    return [*passages, *(line for text in texts(CONTENT).values() for line in text.split("\n") if line)]


FOREIGN = _foreign_words()
