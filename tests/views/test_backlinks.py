"""Who cites what: documents with their words, questions by their names, and never one for the other."""

from __future__ import annotations

import pytest

from kb import reading
from kb.views.backlinks import quoted
from kb.views.context import Context
from kb.views.documents import pages, register
from tests.folders import CONTENT
from tests.views.rendering import rendered, words

PLAN = "23-kh-duk-2021"
TEXT = "Một hai ba bốn năm sáu bảy tám chín mười."


@pytest.mark.parametrize(
    ("spans", "around", "excerpts"),
    [
        ([(8, 10)], 0, ["… **ba** …"]),
        ([(8, 10)], 6, ["Một hai **ba** bốn năm …"]),
        # At either end nothing is cut, so nothing says so.
        ([(0, 3)], 4, ["**Một** hai …"]),
        ([(36, 40)], 3, ["… chín **mười**."]),
        # What lies close together is one excerpt, what lies apart is two, in the order of the text.
        ([(27, 30), (8, 10)], 4, ["… hai **ba** bốn …", "… bảy **tám** chín …"]),
        ([(8, 10), (15, 18)], 4, ["… hai **ba** bốn **năm** sáu …"]),
        # Two readings of the same words are shown once.
        ([(8, 14), (11, 14)], 0, ["… **ba bốn** …"]),
        ([(0, len(TEXT))], 9, [f"**{TEXT}**"]),
        ([], 9, []),
    ],
)
def test_citing_words_are_cut_between_words(spans, around, excerpts):
    assert quoted(TEXT, spans, around) == excerpts


def test_citing_words_stay_words_in_markdown():
    assert quoted("a *b*\nc_d [e] f", [(2, 5)]) == [r"a **\*b\*** c\_d \[e\] f"]


HEAD = """---
number: 88-HD/BTGTW
kind: HD
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: null
date: 2021-06-30
subject: null
basis: []
language: vi
text: held
source: 88-hd-btgtw-2021.txt
sha256: {sha}
---

""".format(sha="0" * 64)
BODY = """Làm theo tiểu mục 2.2, mục 2, phần II Kế hoạch số 23-KH/ĐUK ngày 17/5/2021. {#mo-dau-p1}

## I. VIỆC CHUNG {#i}

- Xem lại Kế hoạch số 23-KH/ĐUK, rồi đọc tiếp Kế hoạch 23-KH/ĐUK. {#i-1}

- Làm như gạch đầu dòng thứ nhất, phần I Hướng dẫn này. {#i-2}
"""
ENGLISH = """---
title: Guidance No. 88-HD/BTGTW
subject: null
issuer_name: Central Commission for Propaganda and Education
---

Follow subsection 2.2 of Plan No. 23-KH/ĐUK. {#mo-dau-p1 of=x}

## I. GENERAL {#i of=x}

- See Plan No. 23-KH/ĐUK again, then read on in Plan 23-KH/ĐUK. {#i-1 of=x}

- Do as the first dash says. {#i-2 of=x}
"""
NEW = "88-hd-btgtw-2021"


@pytest.fixture(scope="module")
def contexts():
    """The content that tests begin with, and one more document with a text of its own."""
    library = reading.read(
        CONTENT, overlay={f"docs/vi/van-ban/{NEW}.md": HEAD + BODY, f"docs/en/van-ban/{NEW}.md": ENGLISH}
    )
    return {language: Context(library, language, None) for language in ("vi", "en")}


def page(context, key):
    (found,) = (each for each in pages(context) if each.path == f"van-ban/{key}.md")
    return rendered(found.body)


def beside(tree, provision):
    """What is folded away about the citations of a provision: beside it, or after what it begins by its name."""
    (wrapper,) = tree.xpath(f"//*[@data-provision='{PLAN}#{provision}' or @data-provision='{NEW}#{provision}']")
    folds = {words(each.find("summary")): each for each in wrapper.iter("details")}
    for each in tree.xpath("//div[@class='kb-after']/details"):
        of, _, name = words(each.find("summary")).partition(": ")
        if of == provision.upper().replace("-", "."):
            folds[name] = each
    cited = [each for name, each in folds.items() if name.startswith(("Được viện dẫn ở", "Cited in"))]
    return [(words(link), link.get("href")) for each in cited for link in each.iter("a")], [
        words(quote).strip() for each in cited for quote in each.iter("blockquote")
    ]


def test_a_document_tells_where_documents_cite_it_and_which_questions_name_it(contexts):
    tree = page(contexts["vi"], PLAN)
    (section,) = tree.xpath("//div[@class='kb-citing']")
    assert [words(link) for link in section.iter("a")] == [
        "đoạn mở đầu, Hướng dẫn số 88-HD/BTGTW",
        "gạch đầu dòng thứ nhất, phần I, Hướng dẫn số 88-HD/BTGTW",
    ]
    assert [words(quote).strip() for quote in section.iter("blockquote")] == [
        "Làm theo tiểu mục 2.2, mục 2, phần II Kế hoạch số 23-KH/ĐUK ngày 17/5/2021.",
        "Xem lại Kế hoạch số 23-KH/ĐUK, rồi đọc tiếp Kế hoạch 23-KH/ĐUK.",
    ]
    assert words(tree.xpath("//p[@class='kb-count']")[0]) == "3 lần viện dẫn, tại 2 đoạn."
    questions = {
        link.get("href") for link in tree.xpath("//h2[.='Câu hỏi nhắc tới văn bản này']/following-sibling::ul[1]//a")
    }
    assert "../hoi-dap/in-trang.md" in questions
    assert not any("hoi-dap" in link.get("href") for link in section.iter("a"))


def test_the_english_page_counts_the_same_and_gives_the_words_of_the_translation(contexts):
    tree = page(contexts["en"], PLAN)
    (section,) = tree.xpath("//div[@class='kb-citing']")
    assert [words(quote).strip() for quote in section.iter("blockquote")] == [
        "Follow subsection 2.2 of Plan No. 23-KH/ĐUK.",
        "See Plan No. 23-KH/ĐUK again, then read on in Plan 23-KH/ĐUK.",
    ]
    assert words(tree.xpath("//p[@class='kb-count']")[0]) == "3 citations, in 2 provisions."


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_register_counts_the_citations_of_documents_only(contexts, language):
    rows = {
        row[0].find("a").get("href"): words(row[-1])
        for row in rendered(register(contexts[language]).body).iter("tr")
        if row[0].tag == "td"
    }
    assert rows[f"{PLAN}.md"] == "3"
    assert rows["169-hd-btgtw-2021.md"] == "1"  # one dash of the plan; four answers name it too
    assert rows[f"{NEW}.md"] == "0"


def test_a_provision_tells_who_cites_it_with_the_words(contexts):
    tree = page(contexts["vi"], PLAN)
    assert beside(tree, "ii-2.2") == (
        [("đoạn mở đầu, Hướng dẫn số 88-HD/BTGTW", f"{NEW}.md#mo-dau-p1")],
        ["Làm theo tiểu mục 2.2, mục 2, phần II Kế hoạch số 23-KH/ĐUK ngày 17/5/2021."],
    )
    # A citation of the whole document is none of its provisions.
    assert beside(tree, "ii-2.1") == beside(tree, "i") == ([], [])
    assert beside(page(contexts["en"], PLAN), "ii-2.2") == (
        [("opening paragraph, Guidance No. 88-HD/BTGTW", f"{NEW}.md#mo-dau-p1")],
        ["Follow subsection 2.2 of Plan No. 23-KH/ĐUK."],
    )


def test_a_document_that_cites_a_provision_of_its_own_links_to_it_and_back(contexts):
    tree = page(contexts["vi"], NEW)
    assert [link.get("href") for link in tree.xpath("//*[@id='i-2']//a")] == ["#i-1"]
    assert beside(tree, "i-1") == (
        [("gạch đầu dòng thứ hai, phần I, Hướng dẫn số 88-HD/BTGTW", "#i-2")],
        ["Làm như gạch đầu dòng thứ nhất, phần I Hướng dẫn này."],
    )
    # It is no citation by another document, so it is not counted.
    assert tree.xpath("//p[@class='kb-count']") == []
