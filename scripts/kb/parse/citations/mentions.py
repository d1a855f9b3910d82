"""Documents that are named without their number: by themselves, by a short form, by a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kb.model.citation import Form, Mention
from kb.parse.citations.around import Around, around
from kb.parse.citations.context import Left, Name, left, name_before
from kb.parse.citations.grammar import SO, YEAR
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.named import named
from kb.parse.citations.normalise import Working, squeezed

# `Kế hoạch này`, `Kế hoạch nêu trên`, `Quyết định trên.`, `Nghị quyết đó`; not `Kế hoạch trên địa bàn tỉnh`
POINTER = re.compile(r"(?P<self>này)(?!\w)|(?P<above>trên(?:\s{1,3}đây)?|đó)(?!\w)")
POINTING = ("này", "trên", "đó")
SAID = re.compile(r"(?:(?:đã|vừa)\s{1,3})?(?:nêu|nói|kể|dẫn)\s{1,3}(?:ở\s{1,3})?")
PAUSE = re.compile(r"\s*(?:[,.;:)]|\Z)")
# `Chỉ thị 05`, `KH số 26`, `Thông tư số 12/2020`
BARE = re.compile(
    rf"[0-9](?<=[\s:][0-9])[0-9]{{0,3}}[a-zđ]?(?:\s?/\s?(?P<year>{YEAR}))?(?![\w/%]|[.,:-][0-9]|\s?[-/]\s?\w)"
)
# `Nghị quyết số 18, 19-NQ/TW`: more numbers after the first
MORE = re.compile(r"\s*(?:,|và|đến)\s+(?:số\s+)?(?P<number>[0-9]{1,4}[a-z]?)(?=\s*(?:[,;.)]|(?:và|đến)\s|\Z))")
LAST = re.compile(r"\s*(?:,|và|đến)\s+(?:số\s+)?")
# Without `số` a number behind a type word may count what comes next: `Kế hoạch 5 năm`, `Thông báo 3 ngày nghỉ`.
GOES_ON = re.compile(
    r"\s*(?:[,.;:)”\"\]|]|\Z|(?:của|về|và|ngày(?=\s{1,3}[0-9])|nêu|đã|được|khóa|khoá|là|do|trên|có|cũng|còn|quy|thì|với|hoặc|theo|giao|ghi"
    r"|nói|yêu|xác|chia|gồm|dẫn|thay|sửa|phải|cần|không|chưa|ở|tại|trong)(?!\w))"
)
REACH = 200
"""How far the date and the issuer of a short form may stand behind it."""


class Taken(NamedTuple):
    """A citation by number: its number, and how far it reaches with date and issuer."""

    start: int
    end: int
    begin: int
    reach: int
    symbol: str
    """What follows the number in the canonical form."""


class Draft(NamedTuple):
    start: int
    end: int
    form: Form
    left: Left
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    key: str | None = None


def mentions(
    text: str, work: Working, lexicon: Lexicon, taken: list[Taken], names: tuple[tuple[str, str], ...]
) -> tuple[Mention, ...]:
    """Mentions in the order of the text; none overlaps a number, and a name goes before a short form in it."""
    words = work.text
    by_name = [Draft(one.start, one.end, "name", _none(one.start), key=one.key) for one in named(words, names, lexicon)]
    others = [*_pointers(words, lexicon), *_bare(work, lexicon, taken)]
    if not by_name and not others:
        return ()
    numbers = [(one.start, one.end) for one in taken]
    by_name = _apart(by_name, numbers)
    others = _apart(others, sorted([*numbers, *((one.start, one.end) for one in by_name)]))
    drafts = sorted([*by_name, *others], key=lambda draft: draft.start)
    return tuple(_mention(text, work, draft, taken, lexicon) for draft in drafts)


def _none(start: int) -> Left:
    return Left(name=None, adjacent=False, so=False, start=start, form=False, other=False)


def _apart(drafts: list[Draft], spans: list[tuple[int, int]]) -> list[Draft]:
    starts = [start for start, _ in spans]

    def free(draft: Draft) -> bool:
        index = bisect_right(starts, draft.end - 1) - 1
        return index < 0 or spans[index][1] <= draft.start

    return [draft for draft in drafts if free(draft)]


def _pointers(text: str, lexicon: Lexicon) -> Iterator[Draft]:
    # Looking for words is ten times as fast as the pattern, and most texts have none of them.
    for match in POINTER.finditer(text) if any(word in text for word in POINTING) else ():
        start, form = match.start(), "self" if match["self"] else "above"
        if match["above"] and match["above"][0] == "t":
            said = [m for m in SAID.finditer(text, max(0, start - 20), start) if m.end() == start]
            if said:
                start = said[0].start()
            elif match["above"] == "trên" and not PAUSE.match(text, match.end()):
                continue
        name = name_before(text, 0, start, lexicon)
        # With a small letter `quy định này` means a rule, not the document.
        if name and text[name.start].isupper():
            yield Draft(name.start, match.end(), form, _none(name.start)._replace(name=name, adjacent=True))


def _bare(work: Working, lexicon: Lexicon, taken: list[Taken]) -> Iterator[Draft]:
    text, floor = work.text, 0
    following = {one.start: one.symbol for one in taken}
    for match in BARE.finditer(text, work.figure):
        start = match.start()
        before = text[max(floor, start - 14) : start].rsplit(None, 1)
        last = before[-1].rstrip(":").lower() if before else ""
        if last not in lexicon.endings and last not in SO:
            continue
        found = left(text, floor, start, "", lexicon)
        if found.name is None or not found.adjacent or not _cites(text, match, found, found.name):
            continue
        group = [(match.start(), match.end())]
        while more := MORE.match(text, group[-1][1]):
            group.append(more.span("number"))
        last_gap = LAST.match(text, group[-1][1])
        symbol = following.get(last_gap.end()) if last_gap else None
        floor = group[-1][1]
        for index, (begin, end) in enumerate(group):
            number = text[begin:end].partition("/")[0].strip()
            year = int(match["year"]) if match["year"] and index == 0 else None
            yield Draft(
                begin if index else found.name.start,
                end,
                "short",
                found._replace(listed=index > 0),
                number,
                year,
                symbol,
            )


def _cites(text: str, match: re.Match[str], found: Left, name: Name) -> bool:
    """Whether a type word and a bare number cite a document, or count something."""
    number = match.group()
    if found.form or found.other:
        return False
    if found.so or match["year"]:
        return True
    if not text[name.start].isupper() or (len(number) == 4 and number[:2] in ("19", "20")):
        return False
    return number[0] == "0" or GOES_ON.match(text, match.end()) is not None


def _mention(text: str, work: Working, draft: Draft, taken: list[Taken], lexicon: Lexicon) -> Mention:
    index = bisect_right(taken, draft.start, key=lambda one: one.start)
    floor = taken[index - 1].reach if index else 0
    ceiling = min(draft.end + REACH, taken[index].begin if index < len(taken) else len(work.text))
    found = _around(work.text, min(floor, draft.start), draft, max(ceiling, draft.end), lexicon)

    given = work.given
    start, end = given((draft.start, draft.end))
    name = draft.left.name
    return Mention(
        start=start,
        end=end,
        raw=text[start:end],
        form=draft.form,
        canonical=f"{draft.number}{draft.symbol}" if draft.symbol else None,
        number=draft.number,
        year=draft.year,
        kind=name.symbols[0] if name else None,
        date=found.date.iso if found.date else None,
        issuer_name=found.organ.name if found.organ else None,
        locator=found.located.locator if found.located else None,
        kind_name=squeezed(work.text[name.start : name.end]) if name else None,
        key=draft.key,
        date_span=given(found.date.span) if found.date else None,
        issuer_name_span=given(found.organ.span) if found.organ else None,
        locator_span=given(found.located.span) if found.located else None,
        kind_name_span=given((name.start, name.end)) if name else None,
        context_span=given((min(found.start, draft.start), found.end)),
    )


def _around(text: str, floor: int, draft: Draft, ceiling: int, lexicon: Lexicon) -> Around:
    # What follows `này` or a name belongs to the sentence, not to the document.
    ceiling = ceiling if draft.form == "short" else draft.end
    return around(text, floor, draft.left, draft.end, ceiling, lexicon)
