"""The site's syntax: the element with an ID holds the words of the provision and nothing else."""

from __future__ import annotations

import re

import pytest

from kb.contents import WORDS
from kb.markdown import slug, whole
from tests.views.rendering import reader, rendered, words

PROVISIONS = [
    ("- Một việc. {#i-1-1 doc=a}", "div", "kb-prov kb-prov--dash"),
    ("## I. PHẦN {#i-1-1 doc=a}", "h2", "kb-prov kb-prov--heading"),
    ("#### 1.1. Tiểu mục {#i-1-1 doc=a}", "h4", "kb-prov kb-prov--heading"),
    ("Một đoạn. {#i-1-1 doc=a}", "p", "kb-prov kb-prov--paragraph"),
    ("> “Điều 4. Một đoạn. {#i-1-1 doc=a}", "p", "kb-prov kb-prov--paragraph kb-prov--quoted"),
]


@pytest.mark.parametrize(("line", "tag", "classes"), PROVISIONS)
def test_a_provision(line, tag, classes):
    (element,) = rendered(line).xpath("//*[@id='i-1-1']")
    wrapper = element.getparent()
    assert (element.tag, element.get("class")) == (tag, "kb-text")
    assert (wrapper.get("class"), wrapper.get("data-provision")) == (classes, "a#i-1-1")
    assert words(element) == line.partition(" {#")[0].lstrip("#-> ")


@pytest.mark.parametrize("line", [*(line for line, _, _ in PROVISIONS), "::: {#i-1-1 doc=a}\nMỘT\n:::"])
def test_ids_of_old_lead_to_the_provision_and_hold_no_word(line):
    page = rendered(line.replace(" doc=a}", " doc=a was=i-1-9,i-1-8}"))
    (element,) = page.xpath("//*[@id='i-1-1']")
    wrapper = element.getparent()
    assert [each.get("id") for each in wrapper] == ["i-1-9", "i-1-8", "i-1-1"]
    assert [words(each) for each in wrapper][:2] == ["", ""]
    assert "kb-prov" in wrapper.get("class")


NO_PROVISIONS = [
    "- Một việc. {#i-1-1}",
    "- Một việc. {#i-1-1 doc=}",
    "- Một việc. {#i-1-1 doc=A}",
    "-Một việc.{#i-1-1 doc=a}",
    "{#i-1-1 doc=a}",
    "- Một việc. {#i-1-1 doc=a} thêm",
]


@pytest.mark.parametrize("line", NO_PROVISIONS)
def test_what_is_no_provision_is_ordinary_markdown(line):
    assert rendered(line).xpath("//*[@data-provision]") == []


def test_neighbouring_dashes_are_one_list_and_tools_stand_beside_their_own():
    tools = "/// html | div.kb-tools\n\n[x](#i-1-{0})\n\n///"
    page = rendered(
        "\n\n".join(
            [
                "Sau đây: {#i-1-p1 doc=a}",
                "- Một. {#i-1-1 doc=a}",
                tools.format(1),
                "- Hai. {#i-1-2 doc=a}",
                tools.format(2),
                "Kết. {#i-1-p2 doc=a}",
                "- Ba. {#i-1-3 doc=a}",
            ]
        )
    )
    assert [(child.tag, child.get("class")) for child in page] == [
        ("div", "kb-prov kb-prov--paragraph"),
        ("ul", "kb-dashes"),
        ("div", "kb-prov kb-prov--paragraph"),
        ("ul", "kb-dashes"),
    ]
    one, two = page[1]
    assert words(one.find("div[@class='kb-text']")) == "Một."
    assert one.find("div[@class='kb-tools']").find(".//a").get("href") == "#i-1-1"
    assert two.find("div[@class='kb-tools']").find(".//a").get("href") == "#i-1-2"
    assert page.xpath("//*[contains(@class,'kb-text')]//*[contains(@class,'kb-tools')]") == []


TITLE = [
    "ĐẢNG ỦY KHỐI",
    "*",
    "Số 1 -KH/ĐUK",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Hà Nội, ngày 1",
    "KẾ HOẠCH",
    "Đẩy mạnh",
    "công tác",
]
SLOTS = [
    (TITLE, {"left": TITLE[:3], "right": TITLE[3:5], "kind": TITLE[5:6], "subject": TITLE[6:]}),
    (TITLE[:3], {"left": TITLE[:3]}),
    (TITLE[:5], {"left": TITLE[:3], "right": TITLE[3:5]}),
]


@pytest.mark.parametrize(("lines", "slots"), SLOTS)
def test_the_slots_of_a_title_block(lines, slots):
    page = rendered("::: {#tieu-de doc=a}\n" + "\n".join(lines) + "\n:::\n\nSau. {#p doc=a}")
    (block,) = page.xpath("//*[@id='tieu-de']")
    found = {slot.get("class").removeprefix("kb-title__"): [words(line) for line in slot] for slot in block}
    assert found == slots
    assert words(page.xpath("//*[@id='p']")[0]) == "Sau."


LINKS = [
    ("[x](../van-ban/23-kh-duk-2021.md)", "kb-cite", "23-kh-duk-2021"),
    ("[x](van-ban/23-kh-duk-2021.md#ii-1.1-3)", "kb-cite", "23-kh-duk-2021#ii-1.1-3"),
    ("[x](../van-ban/index.md)", None, None),
    ("[x](../hoi-dap/in-trang.md)", None, None),
    ("[x](23-kh-duk-2021.md)", None, None),
    ("[x](../van-ban/23-kh-duk-2021.md){ .kb-plain }", "kb-plain", None),
]


@pytest.mark.parametrize(("text", "classes", "card"), LINKS)
def test_links_to_documents_are_citations(text, classes, card):
    link = rendered(text).find(".//a")
    assert (link.get("class"), link.get("data-card")) == (classes, card)


FORMS = "\n\n*[Đảng bộ Khối]: Đảng bộ Khối các cơ quan Trung ương\n*[ĐUK]: Đảng ủy Khối"
TOOLTIPS = [
    ("Trong Đảng bộ Khối hôm nay.", ["Đảng bộ Khối"]),
    ("Trong Đảng bộ Khối các cơ quan Trung ương.", []),
    ("Trong Đảng bộ Khối các cơ quan khác.", ["Đảng bộ Khối"]),
    ("Đảng bộ Khối, Đảng bộ Khối các cơ quan Trung ương, ĐUK.", ["Đảng bộ Khối", "ĐUK"]),
]


@pytest.mark.parametrize(("text", "marked"), TOOLTIPS)
def test_a_short_form_has_a_tooltip_unless_it_goes_on_in_full(text, marked):
    (element,) = rendered(f"- {text} {{#i doc=a}}{FORMS}").xpath("//*[@id='i']")
    assert [words(each) for each in element.iter("abbr")] == marked
    assert words(element) == text


def test_the_table_of_contents_goes_down_to_provisions_in_document_order():
    long = "một hai ba bốn năm sáu bảy tám chín mười"
    md = reader()
    md.convert(
        "\n\n".join(
            [
                "# Trang",
                "Mở đầu. {#mo-dau-p1 doc=a}",
                "## I. A {#i doc=a}",
                "Lời dẫn: {#i-p1 doc=a}",
                "- Một. {#i-g1 doc=a}",
                "### 1. B {#i-1 doc=a}",
                f"- {long} {{#i-1-1 doc=a}}",
                "Kết. {#i-1-p1 doc=a}",
                "2. Một câu. {#i-2 doc=a}",
                "- Hai. {#i-2-1 doc=a}",
                'Nơi nhận: {#noi-nhan-p1 doc=a part="Nơi nhận"}',
                "- Ba. {#noi-nhan-1 doc=a}",
                'T/M BAN {#chu-ky-p1 doc=a was=chu-ky-p3 part="Người ký"}',
                "BÍ THƯ {#chu-ky-p2 doc=a}",
                "- Bốn. {#noi-nhan-2 doc=a}",
                "## Đối chiếu",
            ]
        )
    )

    def names(tokens: list[dict]) -> list:
        return [(token["id"], token["name"], names(token["children"])) for token in tokens]

    shown = "– " + " ".join(long.split()[:WORDS]) + "…"
    assert names(md.toc_tokens) == [
        ("trang", "Trang", [
            ("mo-dau-p1", "Mở đầu.", []),
            ("i", "I. A", [
                ("i-p1", "Lời dẫn:", []),
                ("i-g1", "– Một.", []),
                ("i-1", "1. B", [("i-1-1", shown, []), ("i-1-p1", "Kết.", [])]),
                ("i-2", "2. Một câu.", []),
                ("i-2-1", "– Hai.", []),
            ]),
            ("noi-nhan-p1", "Nơi nhận", [("noi-nhan-1", "– Ba.", []), ("noi-nhan-2", "– Bốn.", [])]),
            ("chu-ky-p1", "Người ký", [("chu-ky-p1", "T/M BAN", []), ("chu-ky-p2", "BÍ THƯ", [])]),
            ("oi-chieu", "Đối chiếu", []),
        ]),
    ]  # fmt: skip


SLUGS = [
    ("Đường dẫn", "duong-dan"),
    ("Trang có gì?", "trang-co-gi"),
    ("26-KH/BTGTW", "26-kh-btgtw"),
    ("Ưu tiên 1.2", "uu-tien-1-2"),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slugs_keep_the_letters(text, expected):
    assert slug(text, "-") == expected


WHOLES = [
    ("23-KH/ĐUK", ["23-KH/ĐUK"]),
    ("(07-CTr/ĐUK), 30/2020/NĐ-CP; 52/NQ-CP.", ["07-CTr/ĐUK", "30/2020/NĐ-CP", "52/NQ-CP"]),
    ("nhiệm kỳ 2021 - 2026 và 2021 – 2030.", ["2021 - 2026", "2021 – 2030"]),
    ("the 2021–2026 term, pages 1–2", ["2021–2026"]),
    ("Covid - 19", ["Covid - 19"]),
    ("kinh tế - xã hội; văn học – nghệ thuật", ["tế -", "học –"]),
    # No numbers: what may break stays free to.
    ("ngày 17/5/2021, mục 1.1, 1-2, I-1", []),
    ("Số 23 -KH, năm 2021 -2026", []),
    ("A23-KH/ĐUK 23-KH/ĐUK/x", []),
    ("`23-KH/ĐUK`", []),
    # Too long for a narrow window to hold.
    ("12345-" + "X" * 20, []),
]


@pytest.mark.parametrize(("text", "wholes"), WHOLES)
@pytest.mark.parametrize("form", ["{}", "a [{}](b.md) c", "**{}** d", "- {} {{#i-1 doc=a}}"])
def test_numbers_and_spans_of_years_stay_on_one_line(form, text, wholes):
    page = rendered(form.format(text))
    assert [words(each) for each in page.iter("span")] == wholes
    assert text.replace("`", "") in words(page)


def test_an_abbreviation_inside_a_number_keeps_its_tooltip():
    (whole,) = rendered("Số 23-KH/ĐUK.\n\n*[KH]: kế hoạch").iter("span")
    assert words(whole) == "23-KH/ĐUK"
    assert whole.find("abbr").get("title") == "kế hoạch"


SHORTS = {
    "KH": "kế hoạch",
    "ĐUK": "Đảng ủy Khối",
    "TW": "Trung ương",
    "CQ TW": "các cơ quan Trung ương",
    "Khối": "Khối CQ",
}
KH, DUK = '<abbr title="kế hoạch">KH</abbr>', '<abbr title="Đảng ủy Khối">ĐUK</abbr>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("KHU, xKH, kh", "KHU, xKH, kh"),
        ("Khối CQ", "Khối CQ"),  # written in full
        ("KH & ĐUK", f"{KH} &amp; {DUK}"),
        ("Số 23-KH/ĐUK.", f'Số <span class="kb-whole">23-{KH}/{DUK}</span>.'),
        ("CQ TW", '<abbr title="các cơ quan Trung ương">CQ TW</abbr>'),
        ("<KH>", f"&lt;{KH}&gt;"),
    ],
)
def test_words_of_templates_tell_what_abbreviations_stand_for(text, html):
    assert whole(text, SHORTS) == html
    assert whole(text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") == re.sub(
        r"(\d[\w/-]+)", r'<span class="kb-whole">\1</span>', text
    )
