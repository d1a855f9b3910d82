"""Older and other word processors' files → Word files, by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kb.importing.received import Refused

PROGRAMS = ("soffice", "libreoffice")
LONGEST = 60


def converted(raw: bytes, suffix: str) -> bytes:
    """The bytes of a Word file. Raises Refused where LibreOffice is not there or cannot read the file."""
    program = next((found for each in PROGRAMS if (found := shutil.which(each))), None)
    if program is None:
        raise Refused(f"Tệp .{suffix} cần LibreOffice để đọc mà máy này không có; hãy lưu thành .docx rồi nhập lại.")
    with tempfile.TemporaryDirectory(prefix="kb-") as folder:
        source = Path(folder, f"source.{suffix}")
        source.write_bytes(raw)
        # A profile of its own: no macro setting of this user counts, and no running program is asked.
        command = [
            *(program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "docx", "--outdir", folder, str(source)),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=LONGEST, check=False, stdin=subprocess.DEVNULL)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise Refused(f"LibreOffice không đọc được tệp .{suffix} này.") from error
        made = Path(folder, "source.docx")
        if not made.is_file():
            raise Refused(f"LibreOffice không đọc được tệp .{suffix} này.")
        return made.read_bytes()
