"""Files that stand where no page is made of them, or where a page is made without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kb.check.case import Case
from kb.check.fidelity import elsewhere
from kb.check.links import GENERATED, WAYS
from kb.model import pictures
from kb.model.document import SOURCES
from kb.model.finding import Finding, Severity, Span
from kb.model.library import LANGUAGES

MADE = tuple(f"{folder}/" for folder in (*WAYS, "kiem-tra", "assets"))
MOVE = "Chuyển tệp tới đúng thư mục (xem CONTRIBUTING.md), hoặc xóa nó."


def check(case: Case) -> Iterator[Finding]:
    """What nobody reads is named, lest it be missed on the site; then pages with the address of one that views make."""
    library = case.library
    # A document that cannot be read may be the one that names a text of record.
    # Some pictures are for the README alone.
    silent = (pictures.FOLDER, SOURCES) if library.unreadable else (pictures.FOLDER,)
    moved = {elsewhere(library, document) for document in library.originals.values()}
    for file in sorted(library.files - library.sources.keys() - library.unreadable - moved):
        if not file.startswith(silent) and not (
            file.startswith(SOURCES) and case.only_translated(PurePosixPath(file).stem)
        ):
            yield Finding("FILE-003", Span(file), f"Tệp này không lên trang: {_why(file)}.", MOVE, Severity.NOTICE)
    for language in LANGUAGES:
        for name, page in library.pages[language].items():
            if f"{name}.md" in GENERATED or name.startswith(MADE):
                message = f"Địa chỉ «{name}» là của một trang mà kho tự tạo."
                yield Finding("FILE-002", Span(page.path), message, "Đổi tên tệp, hoặc xóa nó.")


def _why(file: str) -> str:
    if file.startswith(SOURCES):
        return "không văn bản nào ghi tên tệp này ở «source»"
    if file.startswith("docs/_data/"):
        return "không có danh mục nào tên như vậy"
    if file.startswith(tuple(f"docs/{language}/" for language in LANGUAGES)):
        return "chỉ các tệp .md lên trang"
    return "không thuộc thư mục nào mà kho đọc"
