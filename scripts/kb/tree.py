"""What lies below `docs/`: the files that may be read, and what is refused by name, unread and unfollowed."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from kb.model.document import SOURCES
from kb.model.finding import Finding, Span

Stamp = tuple[int, int, int]
"""What changes when a file is written: time, size and inode."""

LARGEST = 10 * 2**20
# In these a file is a page of its own, named after the file alone.
FLAT = ("van-ban", "hoi-dap")
MOVE = "Chuyển các tệp bên trong ra thư mục {folder} rồi xóa thư mục này."


@dataclass
class Tree:
    """`files` are those that may be read, by path from the checkout; `problems` name what is refused.

    `lost` are the paths of what is refused and would have been read, folders included.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


def walk(root: Path) -> Tree:
    """Look through `docs/` of a checkout. Raises OSError where the disk refuses."""
    tree = Tree()
    _visit(root, "docs", tree, {})
    return tree


def _visit(root: Path, folder: str, tree: Tree, seen: dict[str, str]) -> None:
    """Everything below a folder in order of names, without what hides behind a dot: that is for programs."""
    with os.scandir(f"{root}/{folder}") as listed:
        entries = sorted((entry for entry in listed if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if finding := _refusal(path, entry, seen):
            tree.problems.append(finding)
            if os.path.isdir(entry.path) or _content(path):
                tree.lost.add(path)
        elif entry.is_dir():
            _visit(root, path, tree, seen)
        else:
            status = entry.stat(follow_symlinks=False)
            tree.files[path] = (status.st_mtime_ns, status.st_size, status.st_ino)


def _refusal(path: str, entry: os.DirEntry[str], seen: dict[str, str]) -> Finding | None:
    """Why this is not read; `seen` are the paths so far, by what they are on a system without case."""
    span = Span(path)
    other = seen.setdefault(path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold(), path)
    if not _speakable(entry.name):
        remedy = "Đổi tên; tên gồm chữ thường không dấu, chữ số và gạch nối."
        return Finding("FILE-005", span, "Tên có ký tự điều khiển, hoặc không phải UTF-8.", remedy)
    if entry.is_symlink():
        remedy = "Thay liên kết bằng chính tệp hay thư mục, hoặc xóa nó."
        return Finding("FILE-001", span, "Đây là liên kết tượng trưng; kho không đi theo và không đọc.", remedy)
    if other != path:
        message = f"Tên chỉ khác «{other}» ở chữ hoa, chữ thường hoặc cách mã hóa dấu."
        return Finding("FILE-005", span, message, "Đổi tên một trong hai: nhiều máy coi hai tên này là một.")
    if entry.is_dir():
        if _misplaced(path):
            message = "Đây là thư mục mang tên của một tệp .md."
            if not path.endswith(".md"):
                message = "Trong thư mục này không dùng thư mục con: các tệp bên trong không lên trang."
            return Finding("FILE-002", span, message, MOVE.format(folder=f"{os.path.dirname(path)}/"))
        return None
    if _index(path):
        message = "Trang danh sách của thư mục này do kho tự tạo."
        return Finding("FILE-002", span, message, "Đổi tên tệp, hoặc xóa nó.")
    status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return Finding("FILE-001", span, "Đây không phải là tệp thường (ống dẫn, thiết bị …).", "Xóa nó.")
    if status.st_size > LARGEST and _content(path):
        size, most = round(status.st_size / 2**20), LARGEST // 2**20
        message = f"Tệp lớn {size} MB, quá {most} MB nên không được đọc."
        return Finding("FILE-004", span, message, "Chia thành nhiều tệp, hoặc bỏ phần không phải là chữ.")
    return None


def _misplaced(path: str) -> bool:
    """Whether no folder may have this path."""
    parts = path.split("/")
    return path.endswith(".md") or (len(parts) == 4 and parts[2] in FLAT)


def _index(path: str) -> bool:
    """Whether this is the page of a folder whose list of pages is made."""
    parts = path.split("/") if path.endswith("/index.md") else ()
    return len(parts) == 4 and parts[2] in FLAT


def _content(path: str) -> bool:
    """Whether a file of this path would be read."""
    return path.endswith(".md") or path.startswith(("docs/_data/", SOURCES))


def _speakable(name: str) -> bool:
    return name.isprintable()
