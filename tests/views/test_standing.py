"""What the pages say of a document that was replaced, amended or has expired; of the others nothing is known."""

from __future__ import annotations

import json

import pytest

from kb import reading
from kb.views import site
from tests.check.chain import amended_by, expired, held, key, registered, replaced_by
from tests.folders import CONTENT
from tests.views.rendering import rendered, words

A, B, C, D = (71, 2018), (72, 2019), (73, 2020), (74, 2021)
a, b, c, d = (key(*each) for each in (A, B, C, D))
NAMED = "Kế hoạch này thay thế Kế hoạch số 71-KH/BTGTW ngày 02/3/2018."
FILES = (
    registered(*A, replaced_by(b, f"{b}#mo-dau-p1"))
    | held(*B, NAMED, replaced_by(c, c))
    | registered(*C, amended_by((d, d)))
    | registered(*D, expired("2022-12-31", d))
)
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"


@pytest.fixture(scope="module")
def staged() -> dict[str, str]:
    question = (CONTENT / QUESTION).read_text(encoding="utf-8")
    question = question.replace("[23-kh-duk-2021#iii-2-4]", f"[23-kh-duk-2021#iii-2-4, {b}#mo-dau-p1]")
    return site.files(reading.read(CONTENT, overlay={**FILES, QUESTION: question}), None, {})


def facts(staged: dict[str, str], page: str) -> dict[str, list[tuple[str, list[str]]]]:
    """The list of facts: each name with its values, and where these lead."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    name = ""
    for element in rendered(body(staged[page])).xpath("//dl/*"):
        if element.tag == "dt":
            name = words(element)
        else:
            found.setdefault(name, []).append((words(element), [link.get("href") for link in element.iter("a")]))
    return found


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


def notes(staged: dict[str, str], page: str) -> list[str]:
    return [words(each) for each in rendered(body(staged[page])).xpath("//p[contains(@class,'kb-note')]")]


OF_A, OF_B, OF_C, OF_D = (f"Kế hoạch số {number}-KH/BTGTW" for number, _ in (A, B, C, D))
UNKNOWN = "Chưa rõ: không văn bản nào ở đây nêu việc thay thế, sửa đổi hay hết hiệu lực."
TOLD = [
    (a, "Hiệu lực", f"Được thay thế bởi {OF_B} ngày 02/3/2019; nêu tại đoạn mở đầu, {OF_B}"),
    (b, "Hiệu lực", f"Được thay thế bởi {OF_C} ngày 02/3/2020; nêu tại {OF_C}"),
    (b, "Thay thế", f"{OF_A} ngày 02/3/2018"),
    (c, "Hiệu lực", f"Được sửa đổi, bổ sung bởi {OF_D} ngày 02/3/2021; nêu tại {OF_D}"),
    (d, "Hiệu lực", f"Hết hiệu lực từ ngày 31/12/2022; nêu tại {OF_D}"),
    (d, "Sửa đổi, bổ sung", f"{OF_C} ngày 02/3/2020"),
    ("26-kh-btgtw-2021", "Hiệu lực", UNKNOWN),
]


@pytest.mark.parametrize(("document", "name", "value"), TOLD)
def test_the_page_of_a_document_says_what_is_stated_and_where(staged, document, name, value):
    [(told, targets)] = facts(staged, f"vi/van-ban/{document}.md")[name]
    assert told == value
    if "nêu tại" in value:
        assert targets


def test_the_source_is_the_very_provision(staged):
    [(_, targets)] = facts(staged, f"vi/van-ban/{a}.md")["Hiệu lực"]
    assert targets == [f"{b}.md", f"{b}.md#mo-dau-p1"]


REPLACED = f"{{}} đã được thay thế; văn bản hiện nay theo những gì nêu ở đây là {OF_C} ngày 02/3/2020."
NOTES = [
    (a, [REPLACED.format(OF_A)]),
    (b, [REPLACED.format(OF_B)]),
    (c, []),
    (d, [f"{OF_D} hết hiệu lực từ ngày 31/12/2022."]),
    ("26-kh-btgtw-2021", []),
]


@pytest.mark.parametrize(("document", "expected"), NOTES)
def test_a_document_that_is_over_says_so_first(staged, document, expected):
    assert [each for each in notes(staged, f"vi/van-ban/{document}.md") if "chưa có toàn văn" not in each] == expected


def test_a_page_that_quotes_it_says_so_too(staged):
    assert any("72-KH/BTGTW đã được thay thế" in each for each in notes(staged, "vi/hoi-dap/ai-kiem-tra-don-doc.md"))


REGISTER = [
    ("vi", a, "Được thay thế bởi 73-KH/BTGTW"),
    ("vi", c, "Được sửa đổi bởi 74-KH/BTGTW"),
    ("vi", d, "Hết hiệu lực từ 31/12/2022"),
    ("vi", "05-ct-tw-2016", "Chưa rõ"),
    ("en", a, "Replaced by 73-KH/BTGTW"),
    ("en", d, "Expired on 31 December 2022"),
    ("en", "05-ct-tw-2016", "Not known"),
]


@pytest.mark.parametrize(("language", "document", "told"), REGISTER)
def test_the_register(staged, language, document, told):
    page = rendered(body(staged[f"{language}/van-ban/index.md"]))
    head = [words(cell) for cell in page.xpath("//th")]
    [row] = page.xpath(f"//tr[td[1]//a[@href='{document}.md']]")
    assert words(row[head.index("Hiệu lực" if language == "vi" else "Standing")]) == told


def test_the_card_over_a_citation_says_so(staged):
    cards = json.loads(staged[f"vi/van-ban/{c}.md"].split("---\n")[1])["kb"]["cards"]
    assert next(text for card, _, text in cards if card == d).endswith("Hết hiệu lực từ 31/12/2022")


def test_a_hidden_document_is_no_end_of_a_chain():
    files = FILES | registered(*C, "status: draft\n")
    # What states it would name it.
    files = {file: text for file, text in files.items() if "173-kh-btgtw" not in file}
    staged = site.files(reading.read(CONTENT, overlay=files), None, {})
    assert not [page for page, text in staged.items() if "73-KH" in text]
