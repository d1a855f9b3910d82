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
PAPER = r"(?:(?:TÀI\s+LIỆU|VĂN\s+BẢN)\s+)?"
MARKS = rf"{PAPER}(?:TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)"
MEDIA = r"(?:PHƯƠNG\s+TIỆN\s+(?:THÔNG\s+TIN\s+ĐẠI\s+CHÚNG|TRUYỀN\s+THÔNG)|BÁO\s+CHÍ|MẠNG(?:\s+XÃ\s+HỘI)?|INTERNET)"
LIMITS = (
    rf"{PAPER}(?:CHỈ\s+)?"
    r"(?:(?:LƯU\s+HÀNH|SỬ\s+DỤNG|DÙNG)\s+(?:TRONG\s+)?NỘI\s+BỘ"
    rf"|KHÔNG\s+(?:PHỔ\s+BIẾN|ĐĂNG\s+TẢI)(?:\s+RỘNG\s+RÃI|\s+(?:TRÊN|LÊN)\s+(?:CÁC\s+)?{MEDIA})?"
    r"|(?:PHẢI\s+)?THU\s+HỒI|XEM\s+XONG\s+TRẢ\s+LẠI"
    r"|(?:SAU\s+|XONG\s+)(?:HỘI\s+NGHỊ|CUỘC\s+HỌP|HỌP)\s+TRẢ\s+LẠI|TRẢ\s+LẠI\s+SAU\s+(?:KHI\s+)?(?:HỌP|HỘI\s+NGHỊ)"
    r"|NGƯỜI\s+CÓ\s+TÊN\s+MỚI\s+ĐƯỢC\s+BÓC\s+BÌ)"
)
ALONE = re.compile(rf"{FRAME}(?:{MARKS}|{LIMITS}){FRAME}(?:\{{#\S*\}})?{FRAME}", re.IGNORECASE)
SPELLED = re.compile(
    rf"(?:độ\s+(?:bí\s+)?mật|mức\s+độ\s+mật|dấu\s+mật)\s*[:：]\s*{MARKS}"
    rf"|phạm\s+vi\s+lưu\s+hành\s*[:：]\s*nội\s+bộ|\d\S*\s*[(\[]\s*{MARKS}\s*[)\]]",
    re.IGNORECASE,
)
# A line without any of these, in small letters, has neither mark nor limit nor field.
HINT = re.compile(
    r"mật|nội[^\S\n]+bộ|phổ[^\S\n]+biến|[đ\u00f0]ăng[^\S\n]+tải|thu[^\S\n]+hồi|trả[^\S\n]+lại|bóc[^\S\n]+bì"
    r"|secrecy|classification|do_mat|^mat|circulation",
    re.MULTILINE,
)
PAGES, RECORDS = ("docs/vi/", "docs/en/"), "docs/_source/"
COLUMN = re.compile(r"\t|\s{3,}|\|")
FIELD = re.compile(r"^(?:secrecy|classification|do_mat|mat|circulation)\s*:\s*(?!null\b|none\b|~)\S", re.IGNORECASE)
VALUE = re.compile(rf"[\w-]+\s*:\s*[\"']?(?:{MARKS}|{LIMITS})[\"']?\s*")
REMEDY = (
    "Không đưa văn bản này lên trang: xóa tệp, và báo người phụ trách bảo vệ bí mật. Nội dung không được in lại ở đây."
)


def check(library: Library) -> Iterator[Finding]:
    """Documents, answers and pages in both languages, texts of record; none of their words is repeated.

    A mark that stands in a text of record and in what is made of it is one fault.
    """
    records = {document.source: key for key, document in library.originals.items() if document.source}
    places: dict[str, list[Span]] = {}
    for file, text in sorted(library.sources.items()):
        if file.startswith((*PAGES, RECORDS)) and (line := marked(text)):
            record = file.startswith(RECORDS)
            name = file.removeprefix(RECORDS) if record else file.removesuffix(".md").split("/", 2)[2]
            key = f"van-ban/{records.get(name, name.removesuffix('.txt'))}" if record else name
            places.setdefault(key, []).append(Span(file, line))
    for first, *others in places.values():
        also = f" (cả ở {', '.join(f'{span.file}:{span.line}' for span in others)})" if others else ""
        yield Finding("SEC-001", first, f"Văn bản mang dấu mật hoặc hạn chế lưu hành{also}.", REMEDY)


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def marked(text: str) -> int:
    """The first line with a mark, a limit or such a field; 0 where there is none."""
    lines, number, at = text.split("\n"), 1, 0
    small = unicodedata.normalize("NFC", text).lower()
    for found in HINT.finditer(small):
        number, at = number + small.count("\n", at, found.start()), found.start()
        plain = unicodedata.normalize("NFC", lines[number - 1]).replace("\u00d0", "Đ")
        alone = any(ALONE.fullmatch(cell) for cell in (plain, *COLUMN.split(plain)))
        if alone or SPELLED.search(plain) or FIELD.match(plain) or VALUE.fullmatch(plain):
            return number
    return 0
