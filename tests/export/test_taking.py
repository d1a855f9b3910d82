"""What is taken along says what the page says: the same provisions, word for word and in the same order."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from lxml import html
from pypdf import PdfReader

from kb.model.rows import row
from kb.publish import manifest

PLAN = "van-ban/23-kh-duk-2021"
LANGUAGES = {"vi": "", "en": "en/"}
GROUP = "hoi-dap/nhom-"
# Between these heights of a sheet, in points, stands its text.
FOOT, HEAD = 62, 785
DASH = re.compile("^– ", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """What the pages say that a file is made of: provisions with their citations, or the `whole` of a document."""

    language: str
    passages: list[tuple[str, str]]
    whole: bool


def flat(text: str) -> str:
    return " ".join(text.split())


def unbroken(text: str) -> str:
    """The words as they are before lines are broken, which may end behind a hyphen without a blank."""
    return re.sub(r"(?<=[-–/]) ", "", flat(text))


def element_text(element) -> str:
    """The words of a provision; the lines of a title block stand in elements of their own."""
    lines = element.xpath(".//div[not(div)]") or [element]
    return flat("\n".join("".join(line.itertext()) for line in lines))


def words_of(provision, whole: bool) -> str:
    """The words of a provision as they are taken along: rows with their bars, but in the tables of a whole document."""
    if provision.tag != "tr":
        (words,) = provision.find_class("kb-text")
        return element_text(words)
    cells = [flat(each.text_content()) for each in provision.xpath("*[not(contains(@class, 'kb-row-tools'))]")]
    return flat(" ".join(cells)) if whole else row(cells)


def passages(site: Path, path: str, language: str, whole: bool) -> list[tuple[str, str]]:
    """The provisions on a page with their citations in full."""
    tree = html.parse(str(site / LANGUAGES[language] / path / "index.html"), html.HTMLParser(encoding="utf-8"))
    copies = json.loads(tree.findtext('.//script[@id="kb-copies"]') or '{"provisions": {}}')
    found = []
    for provision in tree.xpath("//article//*[@data-provision]"):
        key = provision.get("data-provision")
        document = copies["documents"][key.partition("#")[0]][language]
        found.append((words_of(provision, whole), f"{copies['provisions'][key][language]}, {document}"))
    return found


def questions(site: Path, name: str, language: str) -> list[str]:
    """The questions of a group, in the order of the page that lists them."""
    prefix = LANGUAGES[language]
    tree = html.parse(str(site / prefix / "hoi-dap/index.html"), html.HTMLParser(encoding="utf-8"))
    (line,) = tree.xpath(f'//p[@class="kb-taking"][a[@href="{name}.docx"]]')
    (asked,) = line.xpath("preceding-sibling::*[1]")
    return [link.get("href").strip("./") for link in asked.iter("a")]


@pytest.fixture(scope="module")
def pages(site, now) -> dict[str, Page]:
    """The pages by the address of their files, without an ending."""
    found = {}
    held = {f"van-ban/{key}" for key, document in now.published.originals.items() if document.held}
    for language, prefix in LANGUAGES.items():
        for file in sorted((site / prefix).glob("*-*/*.docx")):
            path = f"{file.parent.name}/{file.stem}"
            if path.startswith(GROUP):
                listed = [f"hoi-dap/{each}" for each in questions(site, file.stem, language)]
            else:
                listed = [path]
            words = [each for page in listed for each in passages(site, page, language, path in held)]
            found[f"{prefix}{path}"] = Page(language, words, path in held)
    return found


def test_every_page_has_its_files(site, now, pages):
    """Those of documents and of views are listed from the content, so that none is forgotten."""
    wanted = {f"van-ban/{key}" for key in now.published.originals}
    folders = {"phases": "giai-doan", "themes": "chu-de", "forms": "hinh-thuc", "bodies": "co-quan"}
    wanted |= {f"{folders[way]}/{term.id}" for way, terms in now.published.ways().items() for term in terms}
    wanted |= {f"{GROUP}{group.id}" for group in now.groups}
    assert pages.keys() == {f"{prefix}{path}" for prefix in LANGUAGES.values() for path in wanted}
    listed = manifest.load((site / manifest.NAME).read_bytes()).files
    assert [path for path in pages for ending in ("docx", "pdf") if f"{path}.{ending}" not in listed] == []
    dated = {key for key, document in now.published.originals.items() if document.date}
    texts = {f"{prefix}van-ban/{key}.akn.xml" for prefix in LANGUAGES.values() for key in dated}
    assert {path for path in listed if path.endswith(".akn.xml")} == texts


def test_a_page_leads_to_its_files_in_its_own_language(site):
    for prefix, said, mark in (("", "Tải về:", ""), ("en/", "Download:", "-en")):
        tree = html.parse(str(site / prefix / PLAN / "index.html"), html.HTMLParser(encoding="utf-8"))
        (line,) = tree.xpath('//p[@class="kb-taking"]')
        assert flat(line.text_content()) == f"{said} Word · PDF · Akoma Ntoso"
        assert [link.get("href") for link in line] == [f"../23-kh-duk-2021.{e}" for e in ("docx", "pdf", "akn.xml")]
        # Opened in the browser, the policy of the site would be that of its viewer.
        assert [link.get("download") for link in line] == [
            f"23-kh-duk-2021{mark}.{e}" for e in ("docx", "pdf", "akn.xml")
        ]


def test_a_page_says_why_a_file_is_not_there(site, now):
    for prefix, said in (("", "bắt buộc ghi ngày ban hành"), ("en/", "demands the date of issue")):
        for key, document in now.published.originals.items():
            tree = html.parse(str(site / prefix / "van-ban" / key / "index.html"), html.HTMLParser(encoding="utf-8"))
            (line,) = tree.xpath('//p[@class="kb-taking"]')
            assert (said in line.text_content()) == (document.date is None), key


def word_passages(file: Path) -> list[tuple[str, str]]:
    """The paragraphs of a Word file that have a citation behind them, with it."""
    paragraphs = Document(str(file)).paragraphs
    return [
        (flat(words.text), cited.text.removeprefix("(").removesuffix(")"))
        for words, cited in pairwise(paragraphs)
        if cited.style.name == "Citation"
    ]


def word_text(file: Path) -> list[str]:
    """All paragraphs of a Word file in order, those of tables too."""
    found = []
    for block in Document(str(file)).iter_inner_content():
        rows = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else []
        found += [each.text for cell in rows for each in cell.paragraphs] if rows else [block.text]
    return found


def pdf_text(file: Path) -> str:
    """The words of a PDF file on one line, without head and foot of the sheets and without the dashes before items."""
    found: list[str] = []

    def keep(text: str, matrix: list[float], *_) -> None:
        if FOOT < matrix[5] < HEAD:
            found.append(text)

    for sheet in PdfReader(file).pages:
        sheet.extract_text(visitor_text=keep)
        found.append("\n")
    return unbroken(DASH.sub("", "".join(found)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_has_the_provisions_of_the_page(site, pages, language):
    wrong = [
        path
        for path, page in pages.items()
        if page.language == language and page.passages and not page.whole
        if word_passages(site / f"{path}.docx") != page.passages
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_in_word_is_the_document(site, pages, language):
    for path, page in pages.items():
        if page.language == language and page.whole:
            said = flat(" ".join(word_text(site / f"{path}.docx")))
            assert said.startswith(" ".join(words for words, _ in page.passages)), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_has_the_provisions_of_the_page(site, pages, language):
    wrong = []
    for path, page in pages.items():
        if page.language != language:
            continue
        pieces = [unbroken(words if page.whole else f"{words} ({cited})") for words, cited in page.passages]
        said, at = pdf_text(site / f"{path}.pdf"), 0
        for piece in pieces:
            found = said.find(piece, at)
            # Nothing stands between the provisions of a document.
            if found < 0 or (page.whole and found > at + 1):
                wrong.append((path, piece))
            at = max(found, at) + len(piece)
    assert wrong == []
