"""A document with a secrecy mark or a limit on circulation never reaches the site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kb.model.finding import Finding, Span
from kb.model.library import Library

# A mark or a limit stands alone on its line or in its column, perhaps framed by punctuation: "MẬT", "* TỐI MẬT *",
# "(Lưu hành nội bộ)". Inside a sentence ("giữ bí mật", "bị thu hồi") the same words are none.
FRAME = r"[\s*_\-–—.:;|()\[\]{}/#>\"“”]*"
MARKS = r"(?:TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)"
LIMITS = (
    r"(?:(?:TÀI\s+LIỆU|VĂN\s+BẢN)\s+)?(?:CHỈ\s+)?"
    r"(?:LƯU\s+HÀNH\s+NỘI\s+BỘ|KHÔNG\s+PHỔ\s+BIẾN|KHÔNG\s+ĐĂNG\s+TẢI|(?:PHẢI\s+)?THU\s+HỒI|XONG\s+HỘI\s+NGHỊ\s+TRẢ\s+LẠI)"
)
ALONE = re.compile(rf"{FRAME}(?:{MARKS}|{LIMITS}){FRAME}(?:\{{#\S*\}})?{FRAME}", re.IGNORECASE)
SPELLED = re.compile(
    rf"(?:độ\s+(?:bí\s+)?mật|mức\s+độ\s+mật|dấu\s+mật)\s*[:：]\s*{MARKS}"
    r"|phạm\s+vi\s+lưu\s+hành\s*[:：]\s*nội\s+bộ",
    re.IGNORECASE,
)
# Without any of these a text has neither mark nor limit nor field.
HINTS = (
    *("mật", "lưu", "phổ", "đăng", "\u00f0ăng", "hồi", "xong"),
    *("secrecy", "classification", "do_mat", "\nmat", "circulation"),
)
COLUMN = re.compile(r"\t|\s{3,}|\|")
FIELD = re.compile(r"^(?:secrecy|classification|do_mat|mat|circulation)\s*:\s*(?!null\b|none\b|~)\S", re.IGNORECASE)
VALUE = re.compile(rf"[\w-]+\s*:\s*[\"']?(?:{MARKS}|{LIMITS})[\"']?\s*")
REMEDY = (
    "Không đưa văn bản này lên trang: xóa tệp, và báo người phụ trách bảo vệ bí mật. Nội dung không được in lại ở đây."
)


def check(library: Library) -> Iterator[Finding]:
    """Documents, answers and pages in both languages, texts of record; none of their words is repeated."""
    folders = ("docs/vi/", "docs/en/", "docs/_source/")
    for file, text in sorted(library.sources.items()):
        if file.startswith(folders) and (line := _marked(text)):
            yield Finding("SEC-001", Span(file, line), "Văn bản mang dấu mật hoặc hạn chế lưu hành.", REMEDY)


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def _marked(text: str) -> int:
    """The first line with a mark, a limit or such a field; 0 where there is none."""
    small = "\n" + unicodedata.normalize("NFC", text).lower()
    if not any(hint in small for hint in HINTS):
        return 0
    for number, line in enumerate(text.split("\n"), 1):
        plain = unicodedata.normalize("NFC", line).replace("\u00d0", "Đ")
        alone = any(ALONE.fullmatch(cell) for cell in (plain, *COLUMN.split(plain)))
        if alone or SPELLED.search(plain) or FIELD.match(plain) or VALUE.fullmatch(plain):
            return number
    return 0
