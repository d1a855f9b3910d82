"""What the header of a received text says: the fields of its front matter. What it does not say stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kb.model import titleblock, titlelines
from kb.model.document import DRAFT, PUBLISHED, slug
from kb.model.kinds import Issuer, NumberVocabulary
from kb.model.labels import HYPHEN
from kb.model.mending import mended
from kb.model.titleblock import TitleBlock
from kb.parse.citations import read

DASHES = re.compile(rf"\s*[\u00ad{HYPHEN}]\s*")
LETTER = "CV"
# The day of a law is that on which it was passed; some copies print no other.
PASSED = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được (?:Quốc hội|[ỦU][ỷy] ban [Tt]hường vụ Quốc hội)"
    rf".{{0,160}}?thông qua {titlelines.DAY}"
)
# `KẾT LUẬN CỦA BỘ CHÍNH TRỊ` below `THÔNG BÁO`
OWNED = re.compile(r"^(?:KẾT LUẬN |Kết luận |kết luận )?(?:CỦA|của)\s+")
LONGEST_NAME = 40
TERM = re.compile(r"K?\d{1,2}[A-Z]?$")
HEAD = re.compile(
    r"(?:ĐẢNG|BAN|SỞ|VĂN PHÒNG"
    r"|(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|QUÂN)\s+[ỦU][YỶ]"
    r"|PHÒNG|CHI|CỤC|[ỦU][YỶ] BAN|TRƯỜNG|TRUNG TÂM|HỘI|BỘ|VỤ|VIỆN|TỔNG|TÒA|HỌC VIỆN|CÔNG|LIÊN"
    r"|BỆNH VIỆN|THƯ VIỆN|KHO BẠC|ĐOÀN|MẶT TRẬN)\b"
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The front matter of an imported document, and what has to be said about it."""

    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    issuer_name: str | None = None
    place: str | None = None
    date: str | None = None
    subject: str | None = None
    status: str = PUBLISHED
    warnings: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The name of its file: number and year, or without a number what it is about."""
        if self.number:
            name = slug(self.number)
            year = self.date[:4] if self.date else ""
            return name if not year or year in name.split("-") else f"{name}-{year}"
        words = slug(f"{self.kind or 'van ban'} {self.subject or ''}").split("-")
        return "-".join(words[:10])


def fields(lines: Sequence[str], centred: Sequence[bool], vocabulary: NumberVocabulary, aside: Iterable[str]) -> Fields:
    """Read the fields from the lines of a text; a draft mark may also stand in a page header."""
    block = titleblock.read([mended(line)[0] for line in lines], centred)
    number, kind_symbol, issuer = _number(block, vocabulary)
    named = _kind(block, vocabulary, kind_symbol)
    marked = any(titlelines.DRAFT.match(line) for text in aside for line in text.split("\n"))
    draft = block.draft or block.blank or marked
    found = Fields(
        number=number,
        kind=named,
        issuer=issuer,
        issuer_name=_issuer_name(block, issuer, vocabulary.issuers),
        place=block.place,
        date=block.date or (None if block.blank else _passed(lines)),
        subject=titlelines.ABBREVIATED.sub("", " ".join(" ".join(block.subject).split())) or None,
        status=DRAFT if draft else PUBLISHED,
    )
    return _warned(found, draft)


def _warned(found: Fields, draft: bool) -> Fields:
    names = {
        "number": "số, ký hiệu", "kind": "tên loại", "issuer_name": "cơ quan ban hành", "date": "ngày ban hành",
        "subject": "trích yếu",
    }  # fmt: skip
    missing = [name for key, name in names.items() if getattr(found, key) is None]
    warnings = ["Văn bản là bản dự thảo: ghi status: draft."] if draft else []
    if missing:
        warnings.append(f"Không đọc được {', '.join(missing)} ở phần đầu; để trống, không đoán.")
    values = {key: getattr(found, key) for key in Fields.__slots__ if key != "warnings"}
    return Fields(**values, warnings=tuple(warnings))


def _number(block: TitleBlock, vocabulary: NumberVocabulary) -> tuple[str | None, str | None, str | None]:
    """The number in its normal form, the symbols of its kind and of its issuer."""
    if not block.number:
        return None, None, None
    plain = re.sub(r"\s+", "", DASHES.sub("-", block.number)).rstrip(".,;")
    cited = read(f"Văn bản số {plain} ", vocabulary).citations
    if not cited:
        return (plain if "/" in plain or "-" in plain else None), None, None
    return cited[0].canonical, cited[0].kind, _issuer(cited[0].issuer, vocabulary.issuers)


def _issuer(printed: str | None, issuers: Sequence[Issuer]) -> str | None:
    """The symbol of the register: without the term of a National Assembly and the unit that drew a letter up."""
    if not printed:
        return printed
    known = {symbol for each in issuers for symbol in (each.symbol, *each.symbols)}
    parts = printed.split("-")
    # `BTC-BNV` are two that issue together, `SNV-CCVC` is a unit of one.
    one = [parts[0]] if len(parts) == 2 and parts[1] not in known else []
    return next((each for each in (printed, TERM.sub("", printed), *one) if each in known), printed)


def _passed(lines: Sequence[str]) -> str | None:
    """The day on which a law says that it was passed."""
    closing = (mended(line)[0] for line in reversed(lines) if "này" in line[:LONGEST_NAME])
    found = next((match for line in closing if (match := PASSED.match(line))), None)
    return titlelines.iso(found) if found else None


def _kind(block: TitleBlock, vocabulary: NumberVocabulary, symbol: str | None) -> str | None:
    """What the field says of the kind that is printed, else that of the number; an official letter prints none."""
    if block.kind is None:
        kinds = vocabulary.kinds if symbol else ()
        known = next((each.symbol for each in kinds if symbol in (each.symbol, *each.symbols)), None)
        return known or (LETTER if block.letter and (block.number or block.subject) else None)
    printed = _folded(block.kind)
    names = [(each, name) for each in vocabulary.kinds for name in each.names]
    found = [each for each, name in names if _folded(name) == printed]
    found = found or [
        each for each, name in sorted(names, key=lambda one: -len(one[1])) if printed.startswith(_folded(name))
    ]
    exact = (each for each in found if symbol and symbol in (each.symbol, *each.symbols))
    chosen = next(exact, found[0] if found else None)
    return vocabulary.written(chosen) if chosen else symbol


def _folded(name: str) -> str:
    return "".join(name.casefold().replace("oà", "òa").split())


def _issuer_name(block: TitleBlock, symbol: str | None, issuers: Sequence[Issuer]) -> str | None:
    """The issuing body by its name in the register, else as it is printed."""
    lines = list(block.issuer)
    # The parent stands first; a place under a generic name belongs to it.
    last = lines[-1] if lines and HEAD.match(lines[-1]) else " ".join(lines)
    candidates = [" ".join(lines), last]
    if block.owner:
        candidates.insert(0, OWNED.sub("", block.owner[0]))
    if not any(candidates):
        return None
    by_symbol = [each for each in issuers if symbol and symbol in (each.symbol, *each.symbols)]
    for known in (by_symbol, issuers):
        for printed in filter(None, candidates):
            for each in known:
                if any(_folded(name) == _folded(printed) for name in each.names):
                    # `HUYỆN ỦY HAI` says more than what all of its kind are called.
                    own = _folded(last).startswith(_folded(each.vi)) and len(_folded(last)) > len(_folded(each.vi))
                    return last if own else each.vi
    return candidates[0] if block.owner else last
