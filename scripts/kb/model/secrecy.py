"""The marks of secrecy and limits on circulation that a text may carry."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A mark or a limit stands alone on its line or in its column, perhaps framed by punctuation: "MẬT", "* TỐI MẬT *",
# "(Lưu hành nội bộ)". Inside a sentence ("giữ bí mật", "bị thu hồi") the same words are none.
FRAME = r"[\s*_\-–—.,:;|()\[\]{}/#>\"“”]*"
MEETING = r"(?:HỘI\s+NGHỊ|CUỘC\s+HỌP|HỌP)"
PAPER = rf"(?:(?:TÀI\s+LIỆU|VĂN\s+BẢN)(?:\s+PHỤC\s+VỤ\s+{MEETING})?[\s,]+)?"
# The letters may stand apart, as on a stamp.
MARKS = rf"{PAPER}(?:(?:T\s?U\s?Y\s?Ệ\s?T|T\s?Ố\s?I)\s*)?M\s?Ậ\s?T"
MEDIA = r"(?:PHƯƠNG\s+TIỆN\s+(?:THÔNG\s+TIN\s+ĐẠI\s+CHÚNG|TRUYỀN\s+THÔNG)|BÁO\s+CHÍ|MẠNG(?:\s+XÃ\s+HỘI)?|INTERNET)"
LIMITS = (
    rf"{PAPER}(?:CHỈ\s+)?"
    r"(?:(?:LƯU\s+HÀNH|SỬ\s+DỤNG|DÙNG)\s+(?:TRONG\s+)?NỘI\s+BỘ(?:\s+(?:TRONG\s+)?(?:ĐẢNG|CƠ\s+QUAN|NGÀNH))?"
    rf"|KHÔNG\s+(?:PHỔ\s+BIẾN|ĐĂNG\s+TẢI)(?:\s+RỘNG\s+RÃI|\s+(?:TRÊN|LÊN)\s+(?:CÁC\s+)?{MEDIA})?"
    rf"|(?:(?:SAU|XONG)\s+{MEETING}|(?:XEM|{MEETING})\s+XONG)\s+(?:PHẢI\s+)?(?:TRẢ\s+LẠI|THU\s+HỒI)"
    rf"|(?:PHẢI\s+)?(?:THU\s+HỒI|TRẢ\s+LẠI)\s+SAU(?:\s+KHI)?(?:\s+KẾT\s+THÚC)?\s+{MEETING}"
    r"|(?:PHẢI\s+)?THU\s+HỒI|(?:KHÔNG|CẤM)\s+(?:ĐƯỢC\s+)?SAO(?:\s*,)?\s+(?:CHỤP|CHÉP)"
    r"|NGƯỜI\s+CÓ\s+TÊN\s+MỚI\s+ĐƯỢC\s+BÓC\s+BÌ)"
)
# In a table or a sentence "tài liệu nội bộ" is a kind of paper; as a stamp it is in capitals or brackets.
INTERNAL = r"(?:(?-i:TÀI\s+LIỆU\s+NỘI\s+BỘ)|\(TÀI\s+LIỆU\s+NỘI\s+BỘ\))"
# What translators make of them. A word by itself is a stamp in capitals or brackets; in a cell it may be any word.
WORD = r"(?:SECRET|CONFIDENTIAL|RESTRICTED)"
USE = r"(?:USE|CIRCULATION|DISTRIBUTION)"
ENGLISH = (
    rf"(?:(?:TOP\s+SECRET|(?:STRICTLY|HIGHLY)\s+CONFIDENTIAL|(?-i:{WORD})|\({WORD}\))"
    rf"|(?:FOR\s+)?(?:INTERNAL|OFFICIAL|LIMITED|RESTRICTED)\s+{USE}(?:\s+ONLY)?"
    rf"|NOT\s+FOR\s+(?:(?:PUBLIC|GENERAL)\s+)?(?:{USE}|RELEASE|PUBLICATION)"
    r"|DO\s+NOT\s+(?:COPY|DISTRIBUTE|CIRCULATE|PUBLISH))"
)
# How urgent it is may be printed on the same line: "MẬT - HỎA TỐC", and the number of the copy. So may several marks.
URGENT = r"(?:THƯỢNG\s+KHẨN|KHẨN|H(?:ỎA|OẢ)\s+TỐC)(?:\s+HẸN\s+GIỜ)?"
COPY = r"BẢN\s+SỐ\s*[:：]?\s*\d{1,5}"
MARK = rf"(?:{MARKS}|{LIMITS}|{INTERNAL}|{ENGLISH})"
ALONE = re.compile(
    rf"{FRAME}(?:{URGENT}{FRAME})?{MARK}(?:{FRAME}(?:{MARK}|{URGENT}|{COPY}))?{FRAME}(?:\{{#\S*\}})?{FRAME}",
    re.IGNORECASE,
)
SPELLED = re.compile(
    rf"(?:độ\s+(?:bí\s+)?mật|mức\s+độ\s+mật|dấu\s+mật)\s*[:：]\s*{MARKS}"
    rf"|(?:degree|level)\s+of\s+(?:secrecy|confidentiality)\s*[:：]\s*(?:TOP\s+)?{WORD}"
    rf"|phạm\s+vi\s+lưu\s+hành\s*[:：]\s*nội\s+bộ|\d\S{{0,60}}\s{{0,9}}[(\[]\s*{MARKS}\s*[)\]]",
    re.IGNORECASE,
)
# A line without any of these, in small letters, has neither mark nor limit nor field. Each begins with a letter, so
# that the engine can skip to the next one of these.
HINT = re.compile(
    r"m[^\S\n]?ậ[^\S\n]?t|sao[^\S\n]*,?[^\S\n]+ch[ụé]p|nội[^\S\n]+bộ|phổ[^\S\n]+biến|đăng[^\S\n]+tải|\u00f0ăng[^\S\n]+tải|thu[^\S\n]+hồi|trả[^\S\n]+lại|bóc[^\S\n]+bì"
    r"|secret|confidential|restricted|(?:internal|official|limited)[^\S\n]+(?:use|circulation|distribution)"
    r"|not[^\S\n]+(?:for|copy|distribute|circulate|publish)\b"
    r"|secrecy|classification|do_mat|mat(?<=^mat)|circulation",
    re.MULTILINE,
)
COLUMN = re.compile(r"\t|\s{3,}|\|")
FIELD = re.compile(r"^(?:secrecy|classification|do_mat|mat|circulation)\s*:\s*(?!null\b|none\b|~)\S", re.IGNORECASE)
VALUE = re.compile(rf"[\w-]+\s*:\s*[\"']?(?:{MARKS}|{LIMITS}|{ENGLISH})[\"']?\s*")


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def marked_line(text: str) -> int:
    """The first line with a mark, a limit or such a field; 0 where there is none."""
    small = unicodedata.normalize("NFC", text).lower()
    hints = list(HINT.finditer(small))
    lines, number, at = text.split("\n") if hints else [], 1, 0
    for found in hints:
        number, at = number + small.count("\n", at, found.start()), found.start()
        plain = unicodedata.normalize("NFC", lines[number - 1]).replace("\u00d0", "Đ")
        alone = any(ALONE.fullmatch(cell) for cell in (plain, *COLUMN.split(plain)))
        if alone or SPELLED.search(plain) or FIELD.match(plain) or VALUE.fullmatch(plain):
            return number
    return 0
