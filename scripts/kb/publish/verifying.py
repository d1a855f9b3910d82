"""The built site, walked page by page: links, resources, language, titles."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import html

from kb import processors
from kb.model.finding import Finding, Span

ADDRESSES = {"a": "href", "link": "href", "area": "href", "script": "src", "img": "src", "iframe": "src",
             "source": "src", "video": "src", "audio": "src", "embed": "src", "object": "data", "form": "action",
             "use": "href", "track": "src", "image": "href"}  # fmt: skip
# Further attributes that load something, on whatever element they stand.
LOADING = ("srcset", "poster", "background", "{http://www.w3.org/1999/xlink}href", "xlink:href")
LOADED = html.etree.XPath("//meta | //*[@srcset or @poster or @background or @*[contains(name(), ':')]]")
INLINE = html.etree.XPath("//style | //script | //*[@style or @*[starts-with(translate(name(), 'ON', 'on'), 'on')]]")
# Where words stand as they are: there they may be about the syntax.
VERBATIM = frozenset(("script", "style", "code", "pre", "textarea"))
# Marks of the staging syntax and of templates that must not survive into a page.
LEFTOVER = re.compile(
    r"\{#[a-z0-9.-]+|\{\{|\{%|^:::|/// ?(?:html|details)|\]\([^)\s]*\.md|\*\*\w[^*\n]{0,80}\*\*|\b(?:TODO|FIXME)\b",
    re.MULTILINE,
)
# The same wherever they stand, to look closer only where there is any.
MARKED = re.compile(LEFTOVER.pattern.replace("|^:::", "|:::"))
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?(?P<address>[^'\")]+)|@import\s+['\"](?P<imported>[^'\"]+)")
EXTERNAL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?:mailto|javascript|vbscript):|data:text", re.IGNORECASE)
REMEDY = "Sửa mẫu trong overrides/ hoặc mã trong scripts/kb/views/ tạo ra trang này."


# Served at any depth, so an address on it is right from the root of the host, or leads nowhere.
NOT_FOUND = ("404.html", "en/404.html")
EVENT = re.compile("on[a-z]", re.IGNORECASE)
# Scripts that only hold data.
DATA = ("application/json", "application/ld+json")
# What `kb check` says of the sources where it can.
RETITLE = "Đặt tiêu đề khác trong docs/ cho một trong các trang ấy (title, question, vi, en)."


class Fault(NamedTuple):
    """What is wrong on a page; `words` are those of the page that it is about, as they are meant."""

    code: str
    page: str
    line: int
    message: str
    words: str


class Built(NamedTuple):
    """What addresses on the pages are held against; `forge` and `address` as `verify` is given them."""

    files: set[str]
    anchors: dict[str, set[str]]
    forge: str
    address: str


def verify(site: Path, forge: str = "", address: str = "") -> list[Finding]:
    """Findings on the built site at `site`, sorted; files are named relative to it.

    `forge` is the address below which the forge's editor lies; links there are the only ones that may lead away.
    `address` is where the site itself will lie; empty where nobody knows, and then no page may name it.
    """
    pages = {path.relative_to(site).as_posix(): _tree(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    built = Built(files, {name: _anchors(tree) for name, tree in pages.items()}, forge, address)
    found: list[Finding] = []
    titles = defaultdict(list)
    # Each process sees the trees of all pages, for it is a fork of this one.
    faults_of = processors.spread(lambda name: list(_page(name, pages[name], built)), list(pages))
    for (name, tree), faults in zip(pages.items(), faults_of, strict=True):
        if faults:
            lines = (site / name).read_text(encoding="utf-8", errors="replace").split("\n")
            found += (_finding(fault, lines) for fault in faults)
        if not tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):  # a page of its own
            titles[_title(tree)].append(name)
    found += _titles(titles)
    found += _not_found_pages(pages)
    for path in sorted(site.rglob("*.css")):
        found += _stylesheet(
            path.relative_to(site).as_posix(), path.read_text(encoding="utf-8", errors="replace"), files
        )
    return sorted(set(found), key=Finding.sort_key)


def _tree(path: Path):
    # An empty file is no document to the parser; to us it is a page that lacks everything.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(path.read_bytes() or b"<html></html>", parser).getroottree()


def _anchors(tree) -> set[str]:
    return {"", *tree.xpath("//@id"), *tree.xpath("//a/@name")}


def _title(tree) -> str:
    return (tree.findtext(".//title") or "").strip()


def _page(name: str, tree, built: Built) -> Iterator[Fault]:
    language = "en" if name.startswith("en/") else "vi"
    stated = tree.getroot().get("lang")
    if stated != language:
        said = f"Trang ghi lang=«{stated}»" if stated else "Trang không ghi lang"
        yield _fault("SITE-003", name, tree.getroot(), f"{said}, phải là «{language}».", "<html")
    headings = tree.findall(".//h1")
    if len(headings) != 1:
        message = f"Trang có {len(headings)} tiêu đề h1, phải có đúng một."
        yield _fault("SITE-004", name, headings[1] if headings else tree.getroot(), message, "<h1" if headings else "")
    if not _title(tree):
        yield _fault("SITE-005", name, tree.getroot(), "Trang không có tiêu đề (title).", "<title")
    for element in tree.iter(*ADDRESSES):
        address = element.get(ADDRESSES[element.tag])
        to_forge = built.forge and element.tag == "a" and (address or "").startswith(built.forge)
        if address is not None and not to_forge:
            yield from _address(name, element, address.strip(), built)
    yield from _loaded(name, tree, built)
    yield from _inline(name, tree, built)
    repeated = sorted(name for name, count in Counter(tree.xpath("//@id")).items() if count > 1)
    if repeated:
        second = [element for element in tree.iter(html.etree.Element) if element.get("id") == repeated[0]][1]
        message = f"Mã id dùng hai lần: {', '.join(repeated)}."
        yield _fault("SITE-008", name, second, message, f'id="{repeated[0]}"')
    for element, words in _words(tree.getroot()) if MARKED.search(tree.xpath("string()")) else ():
        if found := LEFTOVER.search(words):
            yield _fault("SITE-007", name, element, f"Còn sót ký hiệu soạn thảo «{found[0]}».", found[0])


def _loaded(name: str, tree, built: Built) -> Iterator[Fault]:
    """What other attributes load."""
    for element in LOADED(tree):
        for attribute in LOADING:
            # A set of images is a list of addresses, each with its width.
            for address in (element.get(attribute) or "").split(","):
                if address.strip():
                    yield from _address(name, element, address.split()[0], built)
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            address = element.get("content", "").partition("=")[2].strip(" '\"")
            yield from _address(name, element, address, built)


def _inline(name: str, tree, built: Built) -> Iterator[Fault]:
    """Scripts and styles on the page itself, which no server lets run. Only the page that can name no file has one."""
    bare = name in NOT_FOUND and not built.address
    for element in INLINE(tree):
        what = [f"<{element.tag}"] if element.tag == "style" and not bare else []
        if element.tag == "script" and element.get("src") is None and element.get("type") not in DATA:
            what.append("<script")
        what += [attribute for attribute in element.attrib if attribute == "style" or EVENT.match(attribute)]
        for words in what:
            yield _fault("SITE-010", name, element, f"Mã lệnh hay kiểu viết ngay trong trang: «{words}».", words)


def _words(element) -> Iterator[tuple[object, str]]:
    """The words of a page, each with the element in which they stand."""
    if element.tag not in VERBATIM and isinstance(element.tag, str):
        yield element, element.text or ""
        for child in element:
            yield from _words(child)
            yield element, child.tail or ""


def _address(name: str, element, address: str, built: Built) -> Iterator[Fault]:
    inside = _inside(address, built)
    if inside is None and EXTERNAL.match(address):
        yield _fault("SITE-002", name, element, f"Địa chỉ ra ngoài trang: {address}", address)
        return
    if inside is None and address.startswith("data:"):
        return
    lost = name in NOT_FOUND
    if inside is None and (address.startswith("/") or (lost and not address.startswith("#"))):
        what = "không theo site_url trên trang báo không tìm thấy" if lost else "tuyệt đối"
        yield _fault("SITE-006", name, element, f"Địa chỉ {what}: {address}", address)
        return
    # A page names the host only for programs: links that readers follow work wherever it lies.
    if inside is not None and not lost and element.tag != "link":
        yield _fault("SITE-006", name, element, f"Địa chỉ tuyệt đối: {address}", address)
        return
    parts = urlsplit(address if inside is None else inside)
    path = unquote(parts.path)
    target = _resolve(name, path, built.files)
    if target is None:
        yield _fault("SITE-001", name, element, f"Liên kết hỏng: {address}", address)
    elif parts.fragment and target in built.anchors and unquote(parts.fragment) not in built.anchors[target]:
        yield _fault("SITE-001", name, element, f"Không có chỗ «#{parts.fragment}» trong {target}", address)


def _inside(address: str, built: Built) -> str | None:
    """An address that names the site's own, with the host or without it, as one from its root; else None."""
    whole = built.address.rstrip("/")
    for base in (whole, urlsplit(whole).path) if whole else ():
        if address.startswith(f"{base}/") and not address.startswith("//"):
            return address.removeprefix(base)
    return None


def _resolve(name: str, path: str, files: set[str]) -> str | None:
    if not path:
        return name
    target = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(name), path)
    target = posixpath.normpath(target)
    for candidate in (target, posixpath.normpath(f"{target}/index.html")):
        if candidate in files and (candidate != target or not path.endswith("/")):
            return candidate
    return None


def _titles(titles: dict[str, list[str]]) -> Iterator[Finding]:
    for title, names in sorted(titles.items()):
        if title and len(names) > 1:
            message = f"Tiêu đề «{title}» dùng cho {len(names)} trang: {', '.join(names)}."
            yield Finding("SITE-005", Span(names[1]), message, RETITLE)


def _not_found_pages(pages: dict[str, object]) -> Iterator[Finding]:
    for name in NOT_FOUND:
        if name not in pages:
            yield Finding("SITE-009", Span(name), "Thiếu trang báo không tìm thấy.", REMEDY)


def _stylesheet(name: str, text: str, files: set[str]) -> Iterator[Finding]:
    for found in CSS_ADDRESS.finditer(text):
        address = (found["address"] or found["imported"]).strip()
        place = Span(name).at(text, found.start())
        if EXTERNAL.match(address):
            yield Finding("SITE-002", place, f"Địa chỉ ra ngoài trang: {address}", REMEDY)
        elif not address.startswith(("data:", "#")) and _resolve(name, urlsplit(address).path, files) is None:
            yield Finding("SITE-001", place, f"Liên kết hỏng: {address}", REMEDY)


def _fault(code: str, page: str, element, message: str, words: str) -> Fault:
    return Fault(code, page, element.sourceline or 1, message, words)


def _finding(fault: Fault, lines: list[str]) -> Finding:
    """A fault at the first place, from the line of its element on, where what is wrong stands as it is written."""
    written = (fault.words, escape(fault.words), escape(fault.words, quote=False))
    for number in range(fault.line, len(lines) + 1):
        columns = [lines[number - 1].find(words) + 1 for words in written if words and words in lines[number - 1]]
        if columns:
            return Finding(fault.code, Span(fault.page, number, min(columns)), fault.message, REMEDY)
    return Finding(fault.code, Span(fault.page, fault.line), fault.message, REMEDY)
