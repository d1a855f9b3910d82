"""What single lines of a title block look like: number, day, motto, kind, and the first of the body."""

from __future__ import annotations

import re
from datetime import date

from kb.model.alphabet import LOWER, UPPER
from kb.model.labels import DASH, HYPHEN, label

# In a narrow column the name of the country breaks anywhere.
PARTY = r"ĐẢNG\s+CỘNG\s+SẢN(?:\s+VIỆT\s+NAM|(?=(?:\s+VIỆT)?\s*$)(?:\s+VIỆT)?)"
STATE = (
    # `QUỐC HỘI NƯỚC CỘNG HÒA …` says who has decided.
    r"(?<!NƯỚC )CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI"
    r"(?:\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|(?:\s+CHỦ(?:\s+NGHĨA(?:\s+VIỆT)?)?)?(?=\s*$))"
    r"|^\s*(?:(?:(?:CHỦ\s+)?NGHĨA\s+)?VIỆT\s+)?NAM\s*$"
)
FREEDOM = rf"Độc\s+lập\s*[{HYPHEN}]\s*Tự\s+do\s*(?:[{HYPHEN}]\s*(?:Hạnh\s+phúc)?|$)|^\s*[{HYPHEN}]?\s*Hạnh\s+phúc\s*$"
MOTTO = re.compile(rf"{PARTY}|{STATE}|{FREEDOM}")
URGENT = re.compile(r"\W*(?:THƯỢNG KHẨN|KHẨN|H(?:ỎA|OẢ) TỐC)(?: HẸN GIỜ)?\W*")
SYMBOL = rf"[^\W\d_][\w.&]*(?:\s?[{HYPHEN}/]\s?[\w.&()]+)*"
NUMBERED = re.compile(
    r"^(?=.{2,200}$)\W*(?:(?:Luật|Nghị quyết|Pháp lệnh|LUẬT|NGHỊ QUYẾT)\s+)?(?:Số|SỐ|số)\b\s*[:.]?\s*"
    rf"(?P<number>\d[\d\s]*[a-zđ]?\s*[{HYPHEN}/]\s*(?:\d{{4}}\s*[{HYPHEN}/]\s*)?{SYMBOL}"
    rf"|[\s.…_]*(?:[{HYPHEN}/]\s*(?:\d{{4}}\s*[{HYPHEN}/]\s*)?{SYMBOL})?)\s*(?:\([^()]*\)\s*)?$"
)
DAY = r"ngày(?P<day>[\s\d.…_]*)(?:tháng|[/-])(?P<month>[\s\d.…_]*)(?:năm|[/-])(?P<year>[\s\d.…_]*)"
_NAME = rf"(?:[{UPPER}][{LOWER}{UPPER}.]*|phố|tỉnh|xã|phường|huyện|quận|thị|đảo|[{HYPHEN}])"
# A telegram says at what hour, too.
HOUR = re.compile(r"(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*")
PLACED = re.compile(
    rf"^(?=.{{8,200}}$)\W*(?:(?P<place>{_NAME}(?:\s+{_NAME}){{0,6}})\s*,?\s*)?"
    rf"(?i:(?:{HOUR.pattern})?{DAY})\.?\s*$"
)
DRAFT = re.compile(
    r"^(?=.{7,100}$)\W*(?:BẢN\s+)?DỰ\s*THẢO(?:\s+(?:LẦN\s+)?(?:THỨ\s+)?\w{1,6})?\W*(?:ngày\b.*)?$", re.IGNORECASE
)
SUBJECT = re.compile(r"(?:V/v|V/V|v/v|VV|Vv|Về việc|Về)\b[\s:.]*")
# It only says that a subject follows; `Về việc` is of its words.
ABBREVIATED = re.compile(r"^[Vv]/[Vv]\b[\s:.]*", re.MULTILINE)
ADDRESSED = re.compile(r"Kính gửi|Kính trình|KÍNH GỬI")
# Printed kinds, for blocks whose lines come in an odd order.
KIND = re.compile(
    r"(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|QUY ĐỊNH|QUY CHẾ|THÔNG TRI|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO|KẾ HOẠCH"
    r"|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|TỜ TRÌNH|CÔNG ĐIỆN|BIÊN BẢN|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT|BỘ LUẬT|PHÁP LỆNH"
    r"|QUY TRÌNH|ĐIỀU LỆ|LỜI KÊU GỌI)"
    rf"(?![{UPPER}])"
)
NUMBER_LEADS = ("", "số ", "số: ", "luật số ", "luật số: ")


def upper(text: str) -> bool:
    """Whether a line is in capitals; what has no three letters is not."""
    return text == text.upper() and sum(c.isalpha() for c in text) >= 3


def is_anchor(text: str) -> bool:
    return bool((MOTTO.search(text) and len(text) < 120) or NUMBERED.match(text) or PLACED.match(text))


def is_mark(text: str) -> bool:
    """Whether a line says how far a text is, or how urgent: no kind and no issuer."""
    return DRAFT.match(text) is not None or URGENT.fullmatch(text) is not None


def begins_body(line: str) -> bool:
    """Whether a line can only be of the body: a basis, a heading, an address."""
    found = label(line)
    return bool(line.startswith(("Căn cứ ", "Nơi nhận")) or ADDRESSED.match(line) or (found and found.kind != DASH))


def prints_number(line: str, number: str) -> bool:
    """Whether a line holds a number as it is given, and nothing but the usual words before it."""
    return line.casefold() in {f"{lead}{number.casefold()}" for lead in NUMBER_LEADS}


def iso(dated: re.Match[str]) -> str | None:
    """The day that a match of `DAY` holds; None where it was left open or is none."""
    try:
        # Behind the year a sentence may end.
        year = dated["year"].strip(" .\u00a0\t")
        found = date(int(year), int(dated["month"]), int(dated["day"]))
    except (ValueError, OverflowError):
        return None
    # `năm 20  ` was left open.
    return found.isoformat() if len(year) == len("2021") else None
