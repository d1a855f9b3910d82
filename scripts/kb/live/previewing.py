"""What a preview shows beyond the site: a draft as it will be when it is published, or why there is no page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.model.document import PUBLISHED
from kb.model.finding import Finding
from kb.model.library import LANGUAGES, Library

PAGE = ".md"
DATA = "Tệp dữ liệu không có trang riêng; lưu rồi xem các trang dùng nó."
SECRET = "Có dấu mật hoặc hạn chế lưu hành: không dựng trang xem trước."
ALONE = "Bản dịch chưa có trang khi chưa có tệp tiếng Việt cùng tên trong docs/vi/."
FAULTY = "Còn lỗi nên chưa dựng được trang; sửa các lỗi ở phần kết quả kiểm tra thì trang hiện ở đây."
NONE = "Tệp này không thành trang nào; văn bản, câu hỏi phải nằm ngay trong van-ban/, hoi-dap/."
HIDDEN = "Chưa đăng (bản thảo hoặc giữ lại): chỉ ở đây mới thấy trang này."


class Preview(NamedTuple):
    """`address` is that of the page, empty where there is none; `said` is what an editor has to know of it."""

    address: str
    said: str


def shown(library: Library, file: str) -> Library:
    """The library with the document in a file as if it were published."""
    document = library.document_at.get(file)
    if document is None or document.id not in library.hidden:
        return library
    documents = {
        language: {key: replace(each, status=PUBLISHED) if key == document.id else each for key, each in held.items()}
        for language, held in library.documents.items()
    }
    return replace(library, documents=documents)


def said(library: Library, file: str) -> str:
    """What there is to say of a page that a file makes."""
    document = library.document_at.get(file)
    return HIDDEN if document and document.id in library.hidden else ""


def reason(library: Library, findings: Sequence[Finding], file: str) -> str:
    """Why a file makes no page."""
    if not file.endswith(PAGE):
        return DATA
    if any(each.code.startswith("SEC-") for each in findings):
        return SECRET
    language, _, name = file.removeprefix("docs/").partition("/")
    if language in LANGUAGES[1:] and f"docs/{LANGUAGES[0]}/{name}" not in library.files:
        return ALONE
    return FAULTY if any(each.blocks for each in findings) else NONE
