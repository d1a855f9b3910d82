"""Documents that an English text names by kind and bare number: `Directive 05`, `Plan No. 26`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kb.model.citation import Mention, Span
from kb.parse.citations.english import Vocabulary, dated_and_issued, plain

BARE = re.compile(
    r"(?P<kind>[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)\s+(?P<no>[Nn]o\.?\s+)?(?P<number>[0-9]{1,3}[a-zđ]?)"
    r"(?![\w/%]|[.,:-][0-9]|\s?[-/–]\s?\w)"
)
# Without `No.` a number behind a type word may count what comes next: `Report 3 matters`.
GOES_ON = re.compile(
    r"\s*(?:[,.;:)”\"\]|’]|\Z|(?:of|dated|on|is|was|are|were|and|or|to|in|by|for|from|with|which|that|as|the|has|had|says"
    r"|said|states?|names?|gives?|does|will|must|also|assigns?|requires?|sets)(?!\w))"
)

REACH = 200
"""How far date and issuer may stand behind a short form."""


def mentions(text: str, known: Vocabulary, taken: Sequence[Span]) -> Iterator[Mention]:
    """The short forms of a text, apart from what is `taken` by full numbers and names.

    >>> [found.raw for found in mentions("Under Directive 05 and Plan 5 years ago", known, ())]
    ['Directive 05']
    """
    starts = [start for start, _ in taken]
    for found in BARE.finditer(text):
        kind = _kind(found["kind"], known)
        index = bisect_right(starts, found.end() - 1) - 1
        free = index < 0 or taken[index][1] <= found.start("kind")
        if kind and free and (found["no"] or GOES_ON.match(text, found.end())):
            following = starts[index + 1] if index + 1 < len(starts) else len(text)
            yield _mention(text, found, kind, min(following, found.end() + REACH), known)


def _kind(printed: str, known: Vocabulary) -> tuple[str, str] | None:
    """The symbol and the Vietnamese name: of `Action Programme` as of `Programme`, whatever word narrows it."""
    for words in (printed, printed.rpartition(" ")[2]):
        for symbol, name in known.kinds.get(plain(words), ()):
            if symbol:
                return symbol, name
    return None


def _mention(text: str, found: re.Match[str], kind: tuple[str, str], ceiling: int, known: Vocabulary) -> Mention:
    dated, issuer = dated_and_issued(text, found.end(), ceiling, known)
    ends = [found.end(), *(span[1] for _, span in filter(None, (dated, issuer)))]
    return Mention(
        start=found.start(),
        end=found.end(),
        raw=found[0],
        form="short",
        number=found["number"],
        kind=kind[0],
        kind_name=kind[1],
        kind_name_span=found.span("kind"),
        date=dated[0] if dated else None,
        date_span=dated[1] if dated else None,
        issuer_name=issuer[0] if issuer else None,
        issuer_name_span=issuer[1] if issuer else None,
        context_span=(found.start(), max(ends)),
    )
