"""An imported document and its text of record put in place: both or neither."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.importing.making import Imported
from kb.importing.received import Refused
from kb.publish.rewriting import NotWritten, current, is_plain, put_new, rewrite


def files(made: Imported) -> dict[str, str]:
    """What an imported document adds to a checkout: path and text of each file.

    The register is the set of document files, so the document is its own entry.
    """
    return {
        f"docs/_source/{made.fields.id}.txt": made.source,
        f"docs/vi/van-ban/{made.fields.id}.md": made.written.text,
    }


def place(root: Path, texts: Mapping[str, str], entry: str | None = None) -> None:
    """Write new files below a checkout, all or none; `entry` is one of them that takes the place of an old one.

    Raises Refused where one is there already or its folder is a link, OSError where the disk refuses.
    """
    new = {file: text.encode() for file, text in texts.items() if file != entry}
    for file in new:
        if not is_plain(root, file):
            raise Refused(f"Không ghi {file}: thư mục là liên kết tới chỗ khác.")
        if (root / file).exists():
            raise Refused(f"Đã có {file}; không ghi đè. Xóa hay đổi tên tệp ấy nếu muốn nhập lại.")
    put_new(root, new)
    if entry:
        try:
            rewrite(root, entry, current(root, entry), texts[entry])
        except BaseException as error:
            for file in new:
                (root / file).unlink(missing_ok=True)
            if isinstance(error, NotWritten):
                raise Refused(str(error)) from error
            raise
