"""Files that must be refused: one line, quickly, in little memory, and nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kb.importing import confined, making, opening, word
from kb.importing.making import SECRET, secret
from kb.importing.received import Refused
from tests.importing.docx import MAIN, docx, p, packed, part, run, table

TYPES = f'<Types><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def document(xml: str | bytes) -> bytes:
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": xml})


def body(inner: str, declared: str = "") -> str:
    return f"<?xml version='1.0'?>{declared}<w:document {W}><w:body>{inner}</w:body></w:document>"


GOOD = docx(p("một"))
REFUSED = {
    "truncated": ("x.docx", GOOD[: len(GOOD) // 2]),
    "empty": ("x.docx", b""),
    "html": ("x.docx", b"<html><script>alert(1)</script></html>"),
    "a picture": ("x.docx", b"\x89PNG\r\n\x1a\n" + bytes(99)),
    "bytes": ("x.txt", bytes(range(256)) * 9),
    "another zip": ("x.docx", packed({"a.txt": "một"})),
    "no main part": ("x.docx", packed({"[Content_Types].xml": TYPES})),
    "no xml": ("x.docx", document("một")),
    "no body": ("x.docx", document(f"<w:document {W}/>")),
    "external entity": ("x.docx", document(body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
                        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))),
    "many entities": ("x.docx", document(body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>",
                      f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}]>'))),
    "a DTD": ("x.docx", document(body("", '<!DOCTYPE d SYSTEM "http://nowhere.invalid/d.dtd">'))),
    "a DTD in UTF-16": ("x.docx", document(body("", '<!DOCTYPE d [<!ENTITY x "y">]>').replace("<?xml version='1.0'?>",
                        "<?xml version='1.0' encoding='UTF-16'?>").encode("utf-16"))),
    "a DTD in a part that nobody reads": ("x.docx", docx(p("một"), settings='<!DOCTYPE d [<!ENTITY x "y">]><d/>')),
    "a DTD in UTF-16 in such a part": (
        "x.docx", packed({"[Content_Types].xml": TYPES, "word/document.xml": body("một"),
                          "docProps/core.xml": '<!DOCTYPE d [<!ENTITY x "y">]><d/>'.encode("utf-16")}),
    ),
    "a DTD in the styles": ("x.docx", docx(p("một"), styles='<!DOCTYPE d [<!ENTITY x "y">]><d/>')),
    "a bomb": ("x.docx", document(body(" " * 60_000_000))),
    "deep": ("x.docx", document(body("<w:sdt>" * 5000 + "</w:sdt>" * 5000))),
    "no words": ("x.docx", docx(p("---"))),
    "a broken PDF": ("x.pdf", b"%PDF-1.7\n" + b"x" * 999),
    "locked": ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    "a mark": ("x.docx", docx(table(("ĐẢNG ỦY\nMẬT", "ĐẢNG CỘNG SẢN VIỆT NAM")), p("điều bí hiểm"))),
}  # fmt: skip


def imported(file: Path, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    kb = Path(sys.executable).with_name("kb")
    return subprocess.run([kb, "import", file, *options], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, tmp_path, vocabulary, monkeypatch):
    monkeypatch.setattr(confined, "read", lambda kind, raw: confined.READERS[kind](raw))
    file, raw = REFUSED[name]
    (tmp_path / file).write_bytes(raw)
    with pytest.raises(Refused) as told:
        making.imported(tmp_path / file, vocabulary)
    assert "\n" not in str(told.value)
    assert "bí hiểm" not in str(told.value)


def test_the_command_ends_with_2_and_writes_nothing(tmp_path, root):
    (tmp_path / "x.docx").write_bytes(REFUSED["a mark"][1])
    done = imported(tmp_path / "x.docx", root, "--output", str(tmp_path / "y.md"))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", SECRET + "\n")
    assert [each.name for each in tmp_path.iterdir()] == ["x.docx"]


def test_a_huge_file_is_not_read(tmp_path):
    file = tmp_path / "x.docx"
    with file.open("wb") as opened:
        opened.truncate(300 << 20)
    with pytest.raises(Refused, match="quá lớn"):
        opening.load(file)


# Prints the exit code of a command, and the most memory (kB) that it and its children took.
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_a_bomb_takes_little(tmp_path, root):
    """What a package says of its parts is not believed, and a part is not unpacked beyond the limit."""
    file = tmp_path / "x.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        with package.open("word/document.xml", "w") as written:
            written.write(body("")[:-26].encode())
            noise = os.urandom(1 << 16).hex().encode()
            for _ in range(opening.LARGEST_PART // len(noise) + 2):
                written.write(noise)
    # In a process of its own: this one has had greater children.
    kb = Path(sys.executable).with_name("kb")
    command = [sys.executable, "-c", MEASURED, kb, "import", file, "--output", tmp_path / "y.md"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert len(done.stderr.splitlines()) == 1
    code, memory = map(int, done.stdout.split())
    assert code == 2
    assert memory < 512 << 10


MARKED = {
    "own line": ["MẬT"],
    "framed": ["* TỐI MẬT *"],
    "spaced": ["T U Y Ệ T M Ậ T"],
    "between hidden characters": ["T\u00adỐI\u00a0\u200bMẬT"],
    "run together with the header": ["ĐẢNG ỦY MỘT MẬT Số 1-KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM"],
    "behind the number": ["Số 1-KH/ĐU (Mật)"],
    "a limit": ["Lưu hành nội bộ"],
    "in a table": ["| MẬT | một |"],
}


@pytest.mark.parametrize("name", MARKED)
def test_marks_are_seen(name):
    assert secret(MARKED[name])


@pytest.mark.parametrize("text", ["giữ bí mật", "BẢO MẬT THÔNG TIN", "tài liệu mật thám", "Mật độ dân số", "MẬT ONG"])
def test_words_are_no_marks(text):
    assert not secret([text])


@pytest.mark.parametrize(
    "raw",
    [
        docx(p("một"), header1=part("hdr", p("TỐI MẬT"))),
        docx(p("một"), p(run("MËT", ".VnTime"))),
        docx(p("một"), header1=part("hdr", p(run("mËt", ".VnTimeH")))),
        docx(p("một"), footer2=part("ftr", p(run("MAÄT", "VNI-Times")))),
        docx(p("một"), header1=part("hdr", p('<w:r><w:pict><v:textpath string="MẬT"/></w:pict></w:r>'))),
        docx(
            p('<w:r><w:t>một</w:t><w:footnoteReference w:id="2"/></w:r>'),
            footnotes=part("footnotes", f'<w:footnote w:id="2">{p("MẬT")}</w:footnote>'),
        ),
        docx(p("một"), p(run("MẬT", more="<w:vanish/>"))),
        docx(p("một"), "<w:p><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>"),
        docx(p(f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('MẬT')}</w:txbxContent></wps:txbx></w:drawing></w:r>")),
    ],
)
def test_marks_anywhere_in_a_word_file(raw):
    received = word.read(raw)
    assert secret([*(each.text for each in received.paragraphs), *received.aside])


LONG = 60_000
ENDLESS = {
    "a rule": "-" * LONG + "x",
    "a framed mark": "MẬT" + "-*" * (LONG // 2) + "x",
    "a number": "Số " + "1" * LONG,
    "an open number": "Số:" + " ." * (LONG // 2) + "x",
    "a day": "Ba, ngày" + " " * LONG + "x",
    "a place": "Ba " * (LONG // 3) + ", ngày 1 tháng",
    "a chapter": "CHƯƠNG I" + " A" * (LONG // 2) + "a",
    "quotation marks": "“ " * (LONG // 2),
    "blanks": "a" + " " * LONG + ",b",
    "labels": "1." * (LONG // 2) + " a",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_line_takes_no_more_than_its_length(of_lines, name):
    start = time.monotonic()
    of_lines(f"QUYẾT ĐỊNH\n{ENDLESS[name]}\nMột.")
    assert time.monotonic() - start < 30  # what backtracks takes hours
