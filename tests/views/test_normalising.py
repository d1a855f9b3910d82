"""What a document's page says of the characters that an import has taken out of its words, and where."""

from __future__ import annotations

import hashlib

import pytest

from kb import reading
from kb.views import site
from tests.check.chain import held, key, path
from tests.folders import CONTENT
from tests.views.rendering import rendered, words

ONE = (81, 2022)
RECEIVED = "Các  đơn vị ( cơ quan ) báo\u00ad cáo kết quả."
SHOWN = "Các đơn vị (cơ quan) báo cáo kết quả."
PLAN = "23-kh-duk-2021"


@pytest.fixture(scope="module")
def staged() -> dict[str, str]:
    mended = "mended:\n  - provision: mo-dau-p1\n    what: soft-hyphen 1, blank 3\n"
    files = held(*ONE, RECEIVED, mended)
    files[path(*ONE)] = files[path(*ONE)].replace(RECEIVED, SHOWN)
    assert hashlib.sha256(files[f"docs/_source/{key(*ONE)}.txt"].encode()).hexdigest() in files[path(*ONE)]
    return site.files(reading.read(CONTENT, overlay=files), None, {})


def section(text: str, title: str) -> list[str]:
    """Words of what stands below a heading of a page: paragraphs, and the cells of each row of a table."""
    page = rendered(text.split("---\n", 2)[2])
    found = []
    for element in page.xpath(f"//h2[normalize-space()='{title}']/following-sibling::*"):
        if element.tag == "h2":
            break
        rows = element.xpath(".//tr[td]")
        found += [" | ".join(words(cell).strip() for cell in row.iter("td")) for row in rows] or [words(element)]
    return found


@pytest.mark.parametrize(
    ("page", "title", "but", "row"),
    [
        (
            f"vi/van-ban/{key(*ONE)}.md", "Chỗ trình bày khác nguyên văn", ", chỉ bỏ hoặc thay những ký tự lạc",
            "đoạn mở đầu | gạch nối mềm (1), dấu cách thừa, thiếu hoặc lạ (3)",
        ),
        (
            f"en/van-ban/{key(*ONE)}.md", "Where the presentation differs from the text as received",
            ", but for the stray characters", "opening paragraph | soft hyphen (1), stray, missing or odd blank (3)",
        ),
    ],
)  # fmt: skip
def test_characters_that_were_taken_out_are_told(staged, page, title, but, row):
    note, told, found, *_ = section(staged[page], title)
    assert but in note
    assert told.endswith(":")
    assert found == row


def test_where_none_were_nothing_is_told_of_them(staged):
    note, told, *rows = section(staged[f"vi/van-ban/{PLAN}.md"], "Chỗ trình bày khác nguyên văn")
    assert "ký tự lạc" not in note + told
    assert rows
