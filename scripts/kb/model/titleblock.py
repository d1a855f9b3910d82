"""The block at the head of an official document: where it ends, and what it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kb.model.alphabet import LOWER, UPPER
from kb.model.labels import DASH, RULE, label

# In a narrow column the name of the country breaks anywhere.
PARTY = r"ĐẢNG\s+CỘNG\s+SẢN(?:\s+VIỆT\s+NAM|(?=(?:\s+VIỆT)?\s*$)(?:\s+VIỆT)?)"
STATE = (
    # `QUỐC HỘI NƯỚC CỘNG HÒA …` says who has decided.
    r"(?<!NƯỚC )CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI"
    r"(?:\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|(?:\s+CHỦ(?:\s+NGHĨA(?:\s+VIỆT)?)?)?(?=\s*$))"
    r"|^\s*(?:(?:(?:CHỦ\s+)?NGHĨA\s+)?VIỆT\s+)?NAM\s*$"
)
FREEDOM = r"Độc\s+lập\s*[-–—]\s*Tự\s+do\s*(?:[-–—]\s*(?:Hạnh\s+phúc)?|$)|^\s*[-–—]?\s*Hạnh\s+phúc\s*$"
MOTTO = re.compile(rf"{PARTY}|{STATE}|{FREEDOM}")
URGENT = re.compile(r"\W*(?:THƯỢNG KHẨN|KHẨN|H(?:ỎA|OẢ) TỐC)(?: HẸN GIỜ)?\W*")
BLANK = r"[\s.…_/-]"
SYMBOL = r"[^\W\d_][\w.&]*(?:\s?[-–—/]\s?[\w.&()]+)*"
NUMBERED = re.compile(
    r"^(?=.{2,200}$)\W*(?:(?:Luật|Nghị quyết|Pháp lệnh|LUẬT|NGHỊ QUYẾT)\s+)?(?:Số|SỐ|số)\b\s*[:.]?\s*"
    rf"(?P<number>\d[\d\s]*[a-zđ]?\s*[-–—/]\s*(?:\d{{4}}\s*[-–—/]\s*)?{SYMBOL}"
    rf"|[\s.…_]*(?:[-–—/]\s*(?:\d{{4}}\s*[-–—/]\s*)?{SYMBOL})?)\s*(?:\([^()]*\)\s*)?$"
)
DAY = r"ngày(?P<day>[\s\d.…_]*)(?:tháng|[/-])(?P<month>[\s\d.…_]*)(?:năm|[/-])(?P<year>[\s\d.…_]*)"
_NAME = rf"(?:[{UPPER}][{LOWER}{UPPER}.]*|phố|tỉnh|xã|phường|huyện|quận|thị|đảo|-|–)"
PLACED = re.compile(rf"^(?=.{{8,200}}$)\W*(?:(?P<place>{_NAME}(?:\s+{_NAME}){{0,6}})\s*,?\s*)?(?i:{DAY})\.?\s*$")
DRAFT = re.compile(
    r"^(?=.{7,100}$)\W*(?:BẢN\s+)?DỰ\s*THẢO(?:\s+(?:LẦN\s+)?(?:THỨ\s+)?\w{1,6})?\W*(?:ngày\b.*)?$", re.IGNORECASE
)
SUBJECT = re.compile(r"(?:V/v|V/V|v/v|VV|Vv|Về việc|Về)\b[\s:.]*")
# Below a subject: what a document is issued with is none of its words, the years that are celebrated are.
ASIDE = re.compile(r"\(.*\)")
YEARS = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\s*[-–—]\s*\d{1,2}/\d{1,2}/\d{4}\)")
# It only says that a subject follows; `Về việc` is of its words.
ABBREVIATED = re.compile(r"^[Vv]/[Vv]\b[\s:.]*", re.MULTILINE)
ADDRESSED = re.compile(r"Kính gửi|Kính trình|KÍNH GỬI")
OPENER = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Trên cơ sở|Xét|Sau khi|Trong|Ngày|Hiện nay|Hôm nay|Tiếp tục"
    r"|Trước|Qua|Năm|Từ|Triển khai|Thời gian|Vừa qua|Những năm|Kính thưa)\s"
)
AUTHORITY = re.compile(
    r"(?:BỘ TRƯỞNG|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|[ỦU][YỶ] BAN|HỘI ĐỒNG|GIÁM ĐỐC|TỔNG |CHÁNH |VIỆN TRƯỞNG"
    r"|QUỐC HỘI|THỐNG ĐỐC|BAN |BỘ CHÍNH TRỊ|CỤC TRƯỞNG|TRƯỞNG |HIỆU TRƯỞNG|THƯỜNG TRỰC|ĐẢNG [ỦU][YỶ]"
    r"|TỈNH [ỦU][YỶ]|ĐẠI HỘI|HỘI NGHỊ)"
)
# Printed kinds, for blocks whose lines come in an odd order.
KIND = re.compile(
    r"(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY ĐỊNH|QUY CHẾ|THÔNG TRI|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO|KẾ HOẠCH"
    r"|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|TỜ TRÌNH|CÔNG ĐIỆN|BIÊN BẢN|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT|BỘ LUẬT|PHÁP LỆNH"
    r"|QUY TRÌNH|ĐIỀU LỆ|LỜI KÊU GỌI)"
    rf"(?![{UPPER}])"
)
# One sentence ends and another begins: running text, no subject.
WITHIN = re.compile(rf"[{LOWER}]{{2}}\. [{UPPER}][{LOWER}]")
BODY_END = re.compile(r"[.;:…!?”\"]$")
PART = re.compile(r"[IVXLC]+\. ")
NUMBER_LEADS = ("", "số ", "số: ", "luật số ", "luật số: ")
LONGEST_FLAT = 1200
LONGEST_HEAD = 70
LONGEST_SUBJECT = 900


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What a block prints; None or empty for what it does not. `end` is the first line behind it.

    `kind` and `subject` are as printed; `issuer` are the lines of the issuing body, its parent's first; `owner` is
    what stands between kind and subject (`CỦA BỘ CHÍNH TRỊ`); `blank` says that the number or the date was left open.
    """

    end: int = 0
    number: str | None = None
    date: str | None = None
    place: str | None = None
    kind: str | None = None
    owner: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    draft: bool = False
    blank: bool = False
    letter: bool = False
    """An official letter: no kind, the subject under the number."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    line: int


def read(lines: Sequence[str], centred: Sequence[bool] = ()) -> TitleBlock:
    """Read the block that a document begins with; `lines` hold no empty one.

    Where it is known which lines are centred, they tell where the subject ends.
    """
    pieces = _pieces(lines)
    anchors = _anchors(pieces)
    if not anchors:
        return TitleBlock(_plain_end(lines))
    after = anchors[-1] + 1
    kind = _kind_at(pieces, anchors[0], after)
    number = next((found for each in pieces if (found := NUMBERED.match(each.text))), None)
    dated = next((PLACED.match(pieces[at].text) for at in anchors if PLACED.match(pieces[at].text)), None)
    known = _printed(number, dated) | {
        "issuer": _issuer(pieces, anchors),
        "draft": any(DRAFT.match(each.text) for each in pieces[: max(after, kind or 0) + 1]),
    }
    if kind is None or _addressed_before(pieces, kind):
        return _letter(pieces, anchors, known, len(lines))
    owner, subject, end = _subject(pieces, kind + 1, centred)
    name, whose, about = _divided(pieces[kind].text)
    end_line = pieces[end].line if end < len(pieces) else len(lines)
    end_line = max(end_line, pieces[max(after, kind + 1) - 1].line + 1)
    return TitleBlock(end=end_line, kind=name, owner=(*whose, *owner), subject=(*about, *subject), **known)


def _plain_end(lines: Sequence[str]) -> int:
    """Without any sign of a header: the lines before the first that ends as running text does."""
    return next((at for at, line in enumerate(lines) if BODY_END.search(line) or PART.match(line)), len(lines))


def _pieces(lines: Sequence[str]) -> list[_Piece]:
    """The lines of the head, those divided into which several columns have run together."""
    found: list[_Piece] = []
    for number, line in enumerate(lines[:LONGEST_HEAD]):
        found += [_Piece(piece, number) for piece in unflattened(line)]
        if number > 3 and any(begins_body(piece.text) for piece in found[-1:]) and _anchored(found):
            # What the subject needs to see of the body.
            found += [_Piece(line, at) for at, line in enumerate(lines[number + 1 : number + 3], number + 1)]
            break
    return found


def _anchors(pieces: Sequence[_Piece]) -> list[int]:
    """Where number, date and the names of Party and State stand; a later number or date is that of another document."""
    found: list[int] = []
    found += [at for at, each in enumerate(pieces) if NUMBERED.match(each.text)][:1]
    # A line that holds a day and no place may go on from a subject that names another document.
    dates = [(not match["place"], at) for at, each in enumerate(pieces) if (match := PLACED.match(each.text))]
    found += [at for _, at in sorted(dates)[:1]]
    mottoes = [at for at, each in enumerate(pieces) if MOTTO.search(each.text) and len(each.text) < 120]
    found += [at for at in mottoes if at < mottoes[0] + 8]
    return sorted(set(found))


def _anchored(pieces: Sequence[_Piece]) -> bool:
    return any(_is_anchor(piece.text) for piece in pieces)


def begins_body(line: str) -> bool:
    """Whether a line can only be of the body: a basis, a heading, an address."""
    found = label(line)
    return bool(line.startswith(("Căn cứ ", "Nơi nhận")) or ADDRESSED.match(line) or (found and found.kind != DASH))


_KINDS = KIND.pattern
_SPLIT = re.compile(
    rf"(?P<motto>{PARTY}|{STATE}|{FREEDOM})"
    rf"|(?P<number>(?<!\w)(?:Số|SỐ)\s*:?\s*\d[\d\s]*[-–—/]\s*(?:\d{{4}}\s*/\s*)?[A-ZĐ][\wĐđ]*(?:\s?[-–—/.&]\s?[A-ZĐ][\wĐđ]*)*)"
    rf"|(?P<date>(?<!\w)(?:(?:[{UPPER}][{LOWER}.]*\s+){{0,4}}[{UPPER}][{LOWER}.]*\s*,\s*)?ngày\s*\d{{1,2}}\s*(?:tháng|[/.-])\s*\d{{1,2}}\s*(?:năm|[/.-])\s*\d{{4}})"
    rf"|(?P<rule>[-–—_=]{{3,}}|(?<=\s)\*(?=\s))"
)


def unflattened(line: str) -> list[str]:
    """A line into which the columns of a header have run together, in its parts; any other line as it is.

    >>> unflattened("BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    ['BỘ TÀI CHÍNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']
    """
    found = [each for each in _SPLIT.finditer(line) if each.lastgroup != "rule"] if len(line) < LONGEST_FLAT else []
    if not found:
        return [line]
    # A number or a date in a sentence is no header.
    if not any(each.lastgroup == "motto" for each in found) and not (
        len(found) > 1 and len(line) < 160 and not re.match(rf"[{UPPER}]?[{LOWER}]", line.removeprefix("Số"))
    ):
        return [line]
    parts, at = [], 0
    for each in _SPLIT.finditer(line):
        parts += [*_kind_apart(line[at : each.start()]), each[0]]
        at = each.end()
    parts += _kind_apart(line[at:])
    return [part.strip() for part in parts if part.strip()]


def _kind_apart(rest: str) -> Iterator[str]:
    """What follows a flattened header: the kind in capitals, then the subject."""
    if not KIND.match(rest.strip()):
        yield rest
        return
    words = rest.split()
    capitals = next((at for at, word in enumerate(words) if any(c.islower() for c in word)), len(words))
    yield " ".join(words[:capitals])
    yield " ".join(words[capitals:])


HEADED = (
    MOTTO,
    re.compile(r"(?:Số|SỐ|số)\s*:?\s*[\d.…_/-]"),
    re.compile(r"ngày.{0,40}tháng.{0,40}năm|\w,\s*ngày\s*[\d.…]+\s*[/-].{0,16}\d\W*$"),
)
_WIDE = re.compile(r"[ \u00a0]*(?:\t|[ \u00a0]{4})[ \t\u00a0]*")
# Around the blanks of a number or a date that was left open.
_OPEN = re.compile(r"(?:[Ss]ố|SỐ)\s*:?$|(?:ngày|tháng|năm)$")
_FILLED = re.compile(r"[\d.…]")
_GOES_ON = re.compile(r"(?:tháng|năm)\b|[-–—/]\s*[^\W_]")


def prints_number(line: str, number: str) -> bool:
    """Whether a line holds a number as it is given, and nothing but the usual words before it."""
    return line.casefold() in {f"{lead}{number.casefold()}" for lead in NUMBER_LEADS}


def columns(line: str) -> list[str]:
    """A line of a header whose columns stand apart by tabs or many blanks; any other line in one piece.

    >>> columns("Số:      -KH/ĐU        Hà Nội, ngày      tháng      năm 2026")
    ['Số:      -KH/ĐU', 'Hà Nội, ngày      tháng      năm 2026']
    """
    if len(line) >= LONGEST_FLAT or not any(each.search(line) for each in HEADED):
        return [" ".join(line.split("\t"))]
    line = line.strip()
    parts, start = [], 0
    for gap in _WIDE.finditer(line):
        rest = line[gap.end() :]
        if not (_GOES_ON.match(rest) or (_OPEN.search(line[start : gap.start()]) and _FILLED.match(rest))):
            parts.append(line[start : gap.start()])
            start = gap.end()
    return [*parts, line[start:]]


def _is_anchor(text: str) -> bool:
    return bool((MOTTO.search(text) and len(text) < 120) or NUMBERED.match(text) or PLACED.match(text))


def upper(text: str) -> bool:
    """Whether a line is in capitals; what has no three letters is not."""
    return text == text.upper() and sum(c.isalpha() for c in text) >= 3


def _is_mark(text: str) -> bool:
    """Whether a line says how far a text is, or how urgent: no kind and no issuer."""
    return DRAFT.match(text) is not None or URGENT.fullmatch(text) is not None


def _kind_at(pieces: Sequence[_Piece], first: int, after: int) -> int | None:
    """Where the kind stands: the first line in capitals behind all else of the header."""
    for at in range(after, min(after + 10, len(pieces))):
        text = pieces[at].text
        if begins_body(text) or SUBJECT.match(text):
            break
        if (upper(text) and not _is_mark(text) and not MOTTO.search(text)) or KIND.fullmatch(text.upper()):
            return at
    spelled = (at for at in range(first, len(pieces)) if KIND.match(pieces[at].text) and upper(pieces[at].text[:9]))
    return next((at for at in spelled if not begins_body(pieces[at].text)), None)


def _addressed_before(pieces: Sequence[_Piece], kind: int) -> bool:
    """A letter may hold a line in capitals far below: it is no kind behind an address."""
    return any(ADDRESSED.match(each.text) for each in pieces[:kind])


def _divided(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The kind, whose it is and what it is about, where one line holds several: `NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ`."""
    found = KIND.match(text)
    rest = text[found.end() :].strip() if found else ""
    if rest.startswith("CỦA "):
        return text[: found.end()], (rest,), ()
    if SUBJECT.match(rest.capitalize()):
        return text[: found.end()], (), (rest,)
    return text.strip(" :"), (), ()


def _printed(number: re.Match[str] | None, dated: re.Match[str] | None) -> dict[str, object]:
    printed = number["number"].strip() if number else None
    # `Số:      -KH/ĐU`: a number that has not been given
    open_number = bool(printed is not None and not re.match(r"\d", printed))
    day = iso(dated) if dated else None
    place = dated["place"] if dated else None
    return {
        "number": None if open_number else printed,
        "date": day,
        "place": place.strip(" ,.(") if place else None,
        "blank": open_number or bool(dated and not day),
    }


def iso(dated: re.Match[str]) -> str | None:
    """The day that a match of `DAY` holds; None where it was left open or is none."""
    try:
        # Behind the year a sentence may end.
        year = dated["year"].strip(" .\u00a0\t")
        found = date(int(year), int(dated["month"]), int(dated["day"]))
    except ValueError:
        return None
    # `năm 20  ` was left open.
    return found.isoformat() if len(year) == len("2021") else None


def _issuer(pieces: Sequence[_Piece], anchors: Sequence[int]) -> tuple[str, ...]:
    """The lines in capitals that stand before the number, without the names of Party and State."""
    number = next((at for at in anchors if NUMBERED.match(pieces[at].text)), anchors[-1])
    found: list[str] = []
    for piece in pieces[:number]:
        text = piece.text.strip(" *")
        if not upper(text) or MOTTO.search(text) or _is_mark(text) or RULE.fullmatch(text):
            continue
        if found and (re.match(r"(?:VÀ|CÁC|-|–)\s", text) or re.search(r"(?:\sVÀ|,|-|–)$", found[-1])):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(found)


def _letter(pieces: Sequence[_Piece], anchors: Sequence[int], known: dict[str, object], length: int) -> TitleBlock:
    """An official letter, or a block without a kind: the subject stands under the number."""
    after = anchors[-1] + 1
    number = next((at for at, each in enumerate(pieces) if NUMBERED.match(each.text)), None)
    start = next((at for at, each in enumerate(pieces[: after + 6]) if SUBJECT.match(each.text)), None)
    if start is None and number is not None:
        start = number + 1
    subject: list[str] = []
    end = after
    for at in range(start if start is not None else len(pieces), len(pieces)):
        text = pieces[at].text
        # Where the columns stand row by row, the other one comes between the lines of a subject.
        if at < after and (at in anchors or RULE.fullmatch(text)):
            continue
        elsewhere = bool(subject) and at not in anchors  # the number or day of another document
        if (
            (_is_anchor(text) and not elsewhere)
            or RULE.fullmatch(text)
            or begins_body(text)
            or upper(text)
            or DRAFT.match(text)
        ):
            break
        if BODY_END.search(text) or (subject and OPENER.match(text) and at >= after):
            break
        subject.append(text)
        end = max(end, at + 1)
    end_line = pieces[end].line if end < len(pieces) else length
    return TitleBlock(end=end_line, subject=tuple(subject), letter=True, **known)


def _subject(pieces: Sequence[_Piece], start: int, centred: Sequence[bool]) -> tuple[list[str], list[str], int]:
    """What stands between kind and subject, the subject, and the piece behind it."""
    owner: list[str] = []
    subject: list[str] = []
    end = start
    for at in range(start, len(pieces)):
        text = pieces[at].text
        if RULE.fullmatch(text) or text == "*":
            end = at + 1
            if subject:
                break
            continue
        if _ends_subject(pieces, at, subject, centred):
            break
        if not subject and _is_owner(text, pieces[at + 1].text if at + 1 < len(pieces) else ""):
            owner.append(text)
        elif not ASIDE.fullmatch(text) or YEARS.fullmatch(text):
            subject.append(text)
        end = at + 1
    if subject and upper(subject[0]) and any(re.match(r"(?:V/v|Về|về)\b", each) for each in subject[1:]):
        while upper(subject[0]):
            owner.append(subject.pop(0))
    return owner, subject, end


def _is_owner(text: str, following: str) -> bool:
    """Whether a line below the kind says whose it is: `CỦA BỘ CHÍNH TRỊ`, or `của Ban Chấp hành` before `về …`."""
    if text.startswith("CỦA "):
        return upper(text)
    return text.startswith("của ") and SUBJECT.match(following[:1].upper() + following[1:]) is not None


def _ends_subject(pieces: Sequence[_Piece], at: int, subject: list[str], centred: Sequence[bool]) -> bool:
    text, line = pieces[at].text, pieces[at].line
    if begins_body(text) or (label(text) and not upper(text)) or len(text) > LONGEST_SUBJECT:
        return True
    following = next((each.text for each in pieces[at + 1 :] if not RULE.fullmatch(each.text)), "")
    if upper(text) and AUTHORITY.match(text) and (subject or following.startswith(("Căn cứ", "Trên cơ sở"))):
        return (
            not upper(subject[-1]) if subject and not following.startswith(("Căn cứ", "Trên cơ sở", "Theo")) else True
        )
    if subject and upper(text) and not upper(subject[-1]):
        return True
    if WITHIN.search(text):
        return True
    if subject and line < len(centred) and any(centred[max(line - 2, 0) : line]):
        return not centred[line]
    if re.search(r"[;:]$", text) or (
        text.endswith(".") and not (at + 1 < len(pieces) and RULE.fullmatch(pieces[at + 1].text))
    ):
        return True
    return bool(subject) and (OPENER.match(text) is not None or len(text) > 300)
