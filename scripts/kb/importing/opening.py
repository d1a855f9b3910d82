"""What a file is, told by its first bytes, and the limits within which it is read at all."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from lxml import etree

from kb.importing.received import Refused

WORD, OPEN_DOCUMENT, OLD_WORD, PDF, TEXT = "docx", "odt", "doc", "pdf", "txt"
MEGABYTE = 1 << 20
LARGEST_FILE = 40 * MEGABYTE
LARGEST_PART = 24 * MEGABYTE
LARGEST_PACKAGE = 200 * MEGABYTE
MOST_PARTS = 4000
# Styles that every paragraph repeats shrink to a fiftieth; nothing that is meant to be read shrinks further.
STEEPEST = 150
DEEPEST = 200
DECLARED = "Tệp chứa khai báo DTD hoặc thực thể XML; không nhập."
DECLARATIONS = tuple(
    each.encode(encoding) for each in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)

MACROS = ("application/vnd.ms-word.document.macroEnabled", "application/vnd.ms-word.template.macroEnabled")


def load(path: Path) -> bytes:
    """The bytes of a file. Raises Refused where it is no plain file, empty or too large, OSError as the disk does."""
    if not path.is_file():
        raise Refused(f"Không có tệp «{path}»." if not path.exists() else f"«{path}» không phải là một tệp.")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Refused(f"Tệp quá lớn: {size // MEGABYTE} MB, tối đa {LARGEST_FILE // MEGABYTE} MB.")
    if not size:
        raise Refused("Tệp trống.")
    return path.read_bytes()


def kind_of(raw: bytes, name: str) -> str:
    """Which reader takes a file. Raises Refused where none does; `name` only tells what it claims to be."""
    claims = Path(name).suffix.lower().lstrip(".")
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_package(raw)
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise Refused("Tệp Word có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.")
        return OLD_WORD
    if b"%PDF-" in raw[:1024]:
        return PDF
    if claims == TEXT or (claims == "" and b"\x00" not in raw[:4096]):
        if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused("Tệp chữ thuần chứa byte không phải là chữ.")
        return TEXT
    known = {"docx": "Word", "docm": "Word", "dotx": "Word", "doc": "Word", "odt": "OpenDocument", "pdf": "PDF"}
    if claims in known:
        raise Refused(f"Tệp không phải là tệp {known[claims]}, hoặc đã hỏng, dù tên có đuôi .{claims}.")
    raise Refused("Không nhận ra loại tệp; nhận .docx, .doc, .odt, .pdf có lớp chữ và .txt.")


def _kind_of_package(raw: bytes) -> str:
    names = Package(raw).names
    if "word/document.xml" in names or "[Content_Types].xml" in names:
        return WORD
    if "content.xml" in names and "mimetype" in names:
        return OPEN_DOCUMENT
    raise Refused("Tệp nén này không phải là tệp Word hay OpenDocument.")


# What Word saves as «Strict Open XML Document» has names of its own for the same things.
OF_STRICT = b"http://purl.oclc.org/ooxml/"
STRICT = (
    (OF_STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (OF_STRICT + b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        OF_STRICT + b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass
class Package:
    """A zip whose parts are read one by one, each within the limits. Raises Refused where it is broken or too large."""

    raw: bytes
    names: frozenset[str] = frozenset()
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(self.raw))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Refused("Tệp bị cụt hoặc hỏng: không mở được gói nén.") from error
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > LARGEST_PACKAGE:
            raise Refused("Gói nén giải ra quá lớn; không mở.")
        if any(each.file_size > MEGABYTE and each.file_size > STEEPEST * each.compress_size for each in entries):
            raise Refused("Gói nén giải ra lớn bất thường; không mở.")
        if any(each.flag_bits & 1 for each in entries):
            raise Refused("Tệp có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.")
        self.names = frozenset(each.filename for each in entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part; no more are unpacked than the limit, whatever the package says."""
        try:
            with self._zip.open(name) as part:
                raw = part.read(LARGEST_PART + 1)
        except KeyError as error:
            raise Refused("Tệp thiếu phần nội dung chính.") from error
        except (
            zipfile.BadZipFile,
            ValueError,
            NotImplementedError,
            OSError,
            EOFError,
            RuntimeError,
            zlib.error,
        ) as error:
            raise Refused("Tệp bị cụt hoặc hỏng: không giải nén được.") from error
        if len(raw) > LARGEST_PART:
            raise Refused("Một phần của tệp giải ra quá lớn; không mở.")
        return raw

    def refuse_dtds(self) -> None:
        """Raise Refused where any XML part declares a DTD or an entity, be it one that is never parsed."""
        for name in sorted(self.names):
            if name.endswith((".xml", ".rels")) and _declares(self.read(name)):
                raise Refused(DECLARED)

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part. Raises Refused for a DTD, an entity, or what is no XML."""
        raw = self.read(name)
        for strict, usual in STRICT if OF_STRICT in raw else ():
            raw = raw.replace(strict, usual)
        return xml(raw)


def xml(raw: bytes) -> etree._Element:
    """Parse XML that nobody trusts: no DTD, no entity, no network, no huge or deep tree."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    # Before parsing: an entity that is expanded is expanded there.
    if _declares(raw):
        raise Refused(DECLARED)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused("Tệp hỏng: XML không đọc được.") from error
    if root is None or root.getroottree().docinfo.doctype:
        raise Refused(DECLARED)
    return root


def _declares(raw: bytes) -> bool:
    return any(each in raw for each in DECLARATIONS)
