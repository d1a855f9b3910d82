"""How a quotation compares with the words that it quotes. It knows no document, no file and no rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kb.model.wordwise import align

EXACT = "exact"
FOLDED = "folded"  # the same but for case, spacing, Unicode form, the form of dashes and marks, the place of a tone
ELIDED = "elided"  # pieces that stand in this order, but for their form, with an ellipsis between them
ALTERED = "altered"  # near enough to be the same passage in other words
ABSENT = "absent"

# Of the words of the longer side so many must be the same, in order, for one to be the other with changes.
NEAR = 0.5
# Fewer that are the same are so by chance, unless nearly all are.
FEW = 4
NEARLY_ALL = 0.7
CANDIDATES = 8
SLIPS = 2

ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.{3,}|\.(?:\s\.){2,})[\])]?\s*")
TOKEN = re.compile(r"\w+|…|\.{3,}|[^\w\s]")
# What Word and web pages put into words and nobody sees; marks of direction, too, change what is shown.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Grave, acute, hook, tilde, dot below: the tones. The other marks make the letter.
TONES = re.compile("[\u0300\u0301\u0309\u0303\u0323]")
ALIKE = {
    "–": "-",
    "—": "-",
    "\u2011": "-",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "’": '"',
    "‘": '"',
    "'": '"',
    "…": "...",
}
# Ð and Ɖ, small: other letters than đ that look the same when they are capitals.
LOOKALIKES = str.maketrans("\u00f0\u0256", "đđ")
MARKS = re.compile("[\u0300-\u036f]")
# Words in quotation marks that are quoted again take other marks, and a keyboard has one for all of them.
QUOTING = str.maketrans(dict.fromkeys("“”«»‘’'", '"'))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a quotation is. `source` is the key of the text in which its words stand, or of the nearest one.

    `words` are those of that text, `at` the offset in the quotation from which it differs from them. Where nothing
    is near, `source` is None.
    """

    verdict: str
    source: str | None = None
    words: str = ""
    at: int = 0


class Token(NamedTuple):
    """A word or a mark as it counts where case, form and tone do not, and where it stands in its text."""

    form: str
    start: int
    end: int


def compare(quoted: str, sources: Sequence[tuple[str, str]]) -> Comparison:
    """Compare a quotation, without its quotation marks, with texts: pairs of key and words, the likeliest first.

    It is exact where a text has it code point for code point, spacing and line breaks too, and cut at no word. A
    quotation without a word is exact.

    >>> compare("theo dõi các chi bộ", [("a", "Văn phòng theo dõi, đôn đốc các chi bộ.")]).verdict
    'altered'
    """
    printed = plain(quoted)
    wanted = plain(INVISIBLE.sub("", quoted))
    pieces = [piece for piece in ELLIPSIS.split(wanted) if any(map(str.isalnum, piece))]
    if not pieces:
        return Comparison(EXACT)
    bare = quoted.strip()
    for key, text in sources:
        if _find(bare, text) >= 0:
            return Comparison(EXACT, key, printed)
    for key, text in sources:
        if stands(printed, text):
            return Comparison(FOLDED, key, printed, difference(bare, printed))
    # Texts have ellipses of their own, which may be written otherwise.
    for key, text in sources:
        if found := _folded(tokens(wanted), text):
            return Comparison(FOLDED, key, found, difference(quoted, found))
    for key, text in sources if pieces != [wanted] else ():
        if _in_order(pieces, plain(text)):
            return Comparison(ELIDED, key, printed)
    for key, text in sources if pieces != [wanted] else ():
        if found := _folded_in_order(pieces, text):
            return Comparison(ELIDED, key, found, difference(quoted, found))
    # Of a shortened quotation only the piece is told that no text has.
    wrong = next(
        (piece for piece in dict.fromkeys(pieces) if not any(stands(piece, text) for _, text in sources)), wanted
    )
    return _nearest(quoted, wrong, sources)


def faithful(quoted: str, found: Comparison) -> bool:
    """Whether words may be given as those of a text: as they stand there or shortened.

    They may begin a sentence, or not, otherwise than there, be broken over lines and have other marks around what is
    quoted in them: that is how prose is laid out.
    """
    if found.verdict == ELIDED:
        return _laid_out(ELLIPSIS.sub(" … ", plain(quoted))) == _laid_out(ELLIPSIS.sub(" … ", found.words))
    return found.verdict == EXACT or (found.verdict == FOLDED and _laid_out(quoted) == _laid_out(found.words))


def _laid_out(words: str) -> str:
    text = plain(words).strip("… ").translate(QUOTING)
    return text[:1].casefold() + text[1:]


def stands(wanted: str, text: str) -> bool:
    """Whether words stand in a text character for character, but for the length of blanks, and are cut at no word."""
    return _find(plain(wanted), plain(text)) >= 0


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """A text on one line, in NFC."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=1 << 17)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text on one line; the tone of a word goes to its end, wherever it stood."""
    return tuple(Token(_form(found[0]), *found.span()) for found in TOKEN.finditer(text))


def difference(one: str, other: str) -> int:
    """The offset from which two texts differ; the length of the shorter where it begins the other."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((offset for offset, (a, b) in pairs if a != b), min(len(one), len(other)))


@lru_cache(maxsize=1 << 16)
def _form(printed: str) -> str:
    letters = unicodedata.normalize("NFD", ALIKE.get(printed, printed).casefold().translate(LOOKALIKES))
    return TONES.sub("", letters) + "".join(TONES.findall(letters))


def having(quoted: str, said: str, texts: Iterable[str]) -> list[str]:
    """Of texts those that have the words of a quotation, in whatever form; of many, those nearest to all that is said.

    Documents quote one another, so that words may stand in several.
    """
    wanted = plain(quoted)
    pieces = [piece for piece in ELLIPSIS.split(wanted) if any(map(str.isalnum, piece))]
    if not pieces:
        return []
    found = [text for text in texts if _folded(tokens(wanted), text) or _folded_in_order(pieces, text)]
    forms = frozenset(_row(said, False))
    return sorted(found, key=lambda text: -len(forms & _forms(plain(text), False)))[:CANDIDATES]


def _find(wanted: str, text: str, start: int = 0) -> int:
    at = text.find(wanted, start) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        edges = (text[max(at - 1, 0) : at] + wanted[0], wanted[-1] + text[end : end + 1])
        if not any(len(edge) == 2 and edge.isalnum() for edge in edges):
            return at
        at = text.find(wanted, at + 1)
    return -1


def _in_order(pieces: Sequence[str], text: str) -> bool:
    at = 0
    for number, piece in enumerate(pieces):
        start = _find(piece, text, at)
        if start < 0 or (number and _left_out(tokens(text[at:start]))):
            return False
        at = start + len(piece)
    return True


def _left_out(between: Sequence[Token]) -> bool:
    """Whether nothing but a word or two is left out where a text has an ellipsis of its own: nobody shortens so."""
    own = any(token.form.startswith("...") for token in between)
    return own and 0 < sum(token.form[0].isalnum() for token in between) <= SLIPS


def _folded(wanted: Sequence[Token], text: str) -> str:
    """The words of a text that are the wanted ones but for their form; empty where there are none."""
    text = plain(text)
    known = tokens(text)
    start = _place(wanted, known, 0)
    return "" if start is None else text[known[start].start : known[start + len(wanted) - 1].end]


def _folded_in_order(pieces: Sequence[str], text: str) -> str:
    """The pieces as a text has them, with an ellipsis between them; empty where it has them not or in no such order."""
    text = plain(text)
    known, found, at = tokens(text), [], 0
    for piece in map(tokens, pieces):
        start = _place(piece, known, at)
        if start is None or (found and _left_out(known[at:start])):
            return ""
        at = start + len(piece)
        found.append(text[known[start].start : known[at - 1].end])
    return " … ".join(found)


def _place(wanted: Sequence[Token], known: Sequence[Token], start: int) -> int | None:
    """Where a row of tokens begins in another, from a place on."""
    last = len(known) - len(wanted)
    if last < start:
        return None
    forms = [token.form for token in wanted]
    starts = (n for n in range(start, last + 1) if known[n].form == forms[0])
    return next((n for n in starts if [token.form for token in known[n : n + len(forms)]] == forms), None)


def _nearest(quoted: str, wanted: str, sources: Sequence[tuple[str, str]]) -> Comparison:
    """The passage from which the wanted words differ least, where enough of them are its own."""
    # Typed without marks it may still be told which words are meant.
    unmarked = all(sign.isascii() for sign in wanted if sign.isalpha())
    forms = list(_row(wanted, unmarked))
    shared = [(len(set(forms) & _forms(plain(text), unmarked)), -number) for number, (_, text) in enumerate(sources)]
    best, where, passage = 0.0, None, ""
    for held, number in sorted(shared, reverse=True)[:CANDIDATES]:
        if held <= best * len(forms):
            break  # no more of them can be the same than it has
        key, text = sources[-number]
        if len(words(plain(text))) < NEAR * len(forms):
            continue  # nor of a longer row than this
        likeness, found = _passage(forms, plain(text), unmarked)
        if likeness > best:
            best, where, passage = likeness, key, found
    if best < (NEAR if best * len(forms) >= FEW else NEARLY_ALL):
        return Comparison(ABSENT)
    offset = max(plain(quoted).find(wanted), 0)
    return Comparison(ALTERED, where, passage, offset + difference(wanted, passage))


@lru_cache(maxsize=1 << 17)
def _forms(text: str, unmarked: bool) -> frozenset[str]:
    return frozenset(_row(text, unmarked))


def _row(text: str, unmarked: bool) -> Iterator[str]:
    """The forms of the words of a text, or what is left of them without any mark."""
    forms = (token.form for token in words(text))
    return (MARKS.sub("", form).replace("đ", "d") for form in forms) if unmarked else forms


def words(text: str) -> list[Token]:
    """The words of a text on one line, without its marks."""
    return [token for token in tokens(text) if token.form[0].isalnum()]


def _passage(forms: list[str], text: str, unmarked: bool) -> tuple[float, str]:
    """How like the wanted words are to those of a text that they are most like (0 to 1), and these."""
    known = words(text)
    found = align(forms, list(_row(text, unmarked)))
    likeness = 1 - found.cost / max(len(forms), found.end - found.start)
    return likeness, text[known[found.start].start : known[found.end - 1].end] if likeness else ""
