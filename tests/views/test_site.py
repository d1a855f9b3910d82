"""All staged files: made of the library alone, the same whatever the order in which it was filled."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest
from jinja2 import Environment, FileSystemLoader

from kb.check.catalogue import RULES
from kb.model.document import TITLE
from kb.model.rows import row
from kb.views import site, ways
from kb.views.context import Context
from tests import numbered
from tests.views.rendering import reader, rendered, words

PLAN = "23-kh-duk-2021"
REGISTERED = "en/van-ban/169-hd-btgtw-2021.md"
TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def staged(library) -> dict[str, str]:
    return site.files(library, TODAY, RULES)


@pytest.fixture(scope="module")
def staged_then(then) -> dict[str, str]:
    return site.files(then, TODAY, RULES)


def meta(text: str) -> dict:
    return json.loads(text.split("---\n")[1])


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


def reversed_order(value):
    """The same mappings, filled in the opposite order."""
    if isinstance(value, dict):
        return {key: reversed_order(each) for key, each in reversed(value.items())}
    return value


def test_the_order_in_which_a_library_was_filled_leaves_no_trace(library, staged):
    fields = {field.name: getattr(library, field.name) for field in dataclasses.fields(library)}
    turned = dataclasses.replace(library, **{name: reversed_order(value) for name, value in fields.items()})
    assert site.files(turned, TODAY, RULES) == staged


def test_every_page_exists_in_both_languages(staged):
    vi, en = ({path[3:] for path in staged if path.startswith(f"{language}/")} for language in ("vi", "en"))
    assert vi == en
    assert {"index.md", "ma-tran.md", f"van-ban/{PLAN}.md", "hoi-dap/index.md", "tim-kiem.md"} <= vi


def test_no_path_could_be_taken_for_a_language(staged):
    folders = {path.split("/")[1] for path in staged if path.count("/") > 1}
    assert [folder for folder in folders if len(folder) == 2] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_of_the_plan_shows_each_provision_word_for_word(library, staged, language):
    page = rendered(body(staged[f"{language}/van-ban/{PLAN}.md"]))
    shown = {}
    for provision in library.documents[language][PLAN].provisions:
        (element,) = page.xpath(f"//*[@id='{provision.id}']")
        lines = [words(line) for line in element.iter("div") if line is not element and not line.findall("div")]
        shown[provision.id] = "\n".join(lines) if provision.kind == TITLE else words(element)
    assert shown == {p.id: p.text for p in library.documents[language][PLAN].provisions}


def quoted_words(wrapper) -> str:
    """The words of a provision on a page; a row has them in its cells, before that of the tools."""
    if wrapper.tag == "tr":
        return row(words(cell).strip() for cell in wrapper.xpath("*[not(contains(@class, 'kb-row-tools'))]"))
    return words(wrapper.xpath(".//*[contains(concat(' ', @class, ' '), ' kb-text ')]")[0])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_provisions_quoted_elsewhere_are_the_same_words(library, staged, language):
    held = {f"{key}#{p.id}": p.text for key, d in library.documents[language].items() for p in d.provisions}
    quoted = 0
    for path, text in staged.items():
        if path.startswith(f"{language}/") and path.endswith(".md") and "/van-ban/" not in path:
            for wrapper in rendered(body(text)).xpath("//*[@data-provision]"):
                if not wrapper.get("data-provision").endswith("#tieu-de"):
                    assert quoted_words(wrapper) == held[wrapper.get("data-provision")]
                    quoted += 1
    assert quoted > len(held)


def test_the_citations_of_the_plan_are_links_with_cards(staged_then):
    text = staged_then[f"vi/van-ban/{PLAN}.md"]
    page, cards = rendered(body(text)), {key for key, _, _ in meta(text)["kb"]["cards"]}
    linked = {
        (wrapper.get("data-provision").partition("#")[2], link.get("data-card"))
        for wrapper in page.xpath("//*[@data-provision]")
        for link in wrapper.xpath(".//*[contains(@class,'kb-text')]//a")
    }
    assert {
        ("mo-dau-p1", "26-kh-btgtw-2021"),
        ("ii-1.1-3", "07-ctr-duk-2021"),
        ("ii-1.1-3", "05-ct-tw-2016"),
        ("iii-1-2", "169-hd-btgtw-2021"),
    } <= linked
    assert {card for _, card in linked} <= cards
    # "Kế hoạch này" is the page itself.
    assert "iii-2-4" not in {provision for provision, _ in linked}


def test_every_card_that_a_page_asks_for_is_there(staged):
    for path, text in staged.items():
        if path.endswith(".md"):
            asked = {link.get("data-card") for link in rendered(body(text)).xpath("//a[@data-card]")}
            assert asked <= {key for key, _, _ in meta(text)["kb"]["cards"]}


# Pages that show provisions of the plan, each of which would otherwise be taken as current; and pages that do not.
OF_THE_PLAN = [
    f"van-ban/{PLAN}.md",
    "giai-doan/tu-2022-den-2025.md",
    "chu-de/bau-cu.md",
    "hinh-thuc/tuyen-truyen-mieng.md",
    "co-quan/dang-uy-khoi.md",
    "hoi-dap/bao-cao-ve-dau.md",
]
OF_NO_PLAN = ["van-ban/05-ct-tw-2016.md", "hoi-dap/tim-khong-dau.md", "gioi-thieu.md", "index.md", "ma-tran.md"]
PERIOD = {
    "vi": "Kế hoạch số 23-KH/ĐUK xác định thời gian thực hiện đến năm 2025 (II.1.3).",
    "en": "Plan No. 23-KH/ĐUK sets its period up to the year 2025 (II.1.3).",
}
BUILT = {"vi": "Bản dựng này của trang có ngày 01/01/2026.", "en": "This build of the site is dated 1 January 2026."}


@pytest.mark.parametrize("today", [None, "2025-12-31", "2026-01-01"])
def test_after_its_period_pages_of_a_document_say_so_by_the_date_of_the_commit(then, today):
    made = site.files(then, today, RULES)
    for language in ("vi", "en"):
        told = {None: [PERIOD[language]], "2026-01-01": [f"{PERIOD[language]} {BUILT[language]}"]}.get(today, [])
        for path in OF_THE_PLAN + OF_NO_PLAN:
            notes = rendered(body(made[f"{language}/{path}"])).xpath("//p[@class='kb-note']")
            periods = [words(note) for note in notes if "2025" in words(note)]
            assert (path, periods) == (path, told if path in OF_THE_PLAN else [])


def test_every_page_says_what_it_is_in_words_without_markup(staged, staged_then):
    said = {path: meta(text)["description"] for path, text in staged.items() if path.endswith(".md")}
    assert [path for path, words in said.items() if not words.strip() or re.search(r"\]\(|[`{}*]|\s\s|\n", words)] == []
    known = {path: meta(staged_then[path])["description"] for path in ("vi/giai-doan/tu-2022-den-2025.md", REGISTERED)}
    assert known["vi/giai-doan/tu-2022-den-2025.md"] == "Giai đoạn: Từ năm 2022 đến năm 2025. 4 đoạn."
    assert known[REGISTERED].endswith("Full text not held")


def test_the_page_of_a_section_does_not_head_it_twice(library, staged):
    for way in ("phases", "forms", "bodies"):
        for term in library.ways()[way]:
            folder = {"phases": "giai-doan", "forms": "hinh-thuc", "bodies": "co-quan"}[way]
            page = rendered(body(staged[f"vi/{folder}/{term.id}.md"]))
            heads = [link.get("href") for link in page.xpath("//h2/a")]
            leads = [link.get("href") for link in page.xpath("//p[@class='kb-of']/a")]
            own = [f"../van-ban/{term.section.document}.md#{term.section.provision}"] if term.section else []
            assert (leads, set(heads) & set(own)) == (own, set())


def test_a_theme_shows_a_numbered_sentence_under_the_part_that_it_stands_in():
    names = ("ii-1.1-1", "ii-2", "i-1-1", "i-2", "noi-nhan-1")
    refs = "".join(f"    - {numbered.KEY}#{name}\n" for name in names)
    theme = f"- id: mot-viec\n  vi: Một việc\n  en: One thing\n  provisions:\n{refs}"
    library = numbered.read({"docs/_data/themes.yml": theme})
    (term,) = library.themes
    shown = [(heading.id if heading else None, [ref.provision for ref in refs])
             for _, heading, refs in ways.sections(Context(library, "vi", None), term)]  # fmt: skip
    assert sorted(shown, key=str) == sorted(
        [("i", ["i-1-1", "i-2"]), ("ii-1.1", ["ii-1.1-1"]), ("ii", ["ii-2"]), (None, ["noi-nhan-1"])], key=str
    )


@pytest.mark.parametrize(("language", "labels"), [
    ("vi", ["Nơi nhận", "Người ký"]), ("en", ["Recipients", "Signatory"]),
])  # fmt: skip
def test_recipients_and_signature_stand_beside_the_parts_in_the_contents(language, labels):
    page = site.files(numbered.read(), TODAY, RULES)[f"{language}/van-ban/{numbered.KEY}.md"]
    md = reader()
    md.convert(body(page))
    (top,) = md.toc_tokens
    found = {token["name"]: [each["id"] for each in token["children"]] for token in top["children"]}
    assert [name for name in found if name in labels] == labels
    assert found[labels[0]][-2:] == ["noi-nhan-1", "noi-nhan-2"]
    assert found[labels[1]] == ["chu-ky-p1", "chu-ky-p2"]
    assert found["II. VIỆC CẦN LÀM"] == ["ii-1", "ii-2"]


def test_neighbours_and_crumbs_lead_to_pages(staged):
    addresses = {re.sub(r"(^|/)index\.md$|\.md$", r"\1", path) for path in staged if path.endswith(".md")}
    known = {re.sub(r"/+$", "", re.sub(r"^vi/?", "", address)) for address in addresses}
    for text in (text for path, text in staged.items() if path.endswith(".md")):
        kb = meta(text)["kb"]
        targets = [address for _, address in kb["crumbs"]] + [each[1] for each in (kb["previous"], kb["next"]) if each]
        for target in targets:
            assert target.rstrip("/").removeprefix(".") in known


def test_every_page_says_where_it_is_corrected(root, staged):
    """A page that leads on has nothing to correct."""
    for path, text in staged.items():
        page = meta(text)["kb"] if path.endswith(".md") else {"moved": True}
        if not page["moved"]:
            file, line = page["edit"]
            assert (root / file).is_file(), path
            assert 1 <= line <= (root / file).read_text(encoding="utf-8").count("\n"), path
            assert file.startswith(("docs/", "scripts/kb/")), path


@pytest.mark.parametrize(
    ("forge", "edit", "where"),
    [
        ("", ["docs/a.md", 4], None),
        ("https://forge.example/kb/edit/main/", ["docs/a.md", 4], "https://forge.example/kb/edit/main/docs/a.md#L4"),
        ("https://forge.example/kb/edit/main/", ["docs/a.md", 1], "https://forge.example/kb/edit/main/docs/a.md"),
        ("https://forge.example/kb/edit/main/", None, None),
    ],
)
def test_a_correction_leads_to_the_editor_of_the_forge_at_its_line(root, forge, edit, where):
    env = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    env.filters |= {"unbroken": lambda words, shorts=None: words, "url": lambda path: path}
    page = {"meta": {"title": "Trang"}, "url": "trang/"}
    given = {"kb": {"edit": edit}, "page": page, "t": {}, "config": {"extra": {"forge": forge}}}
    made = env.get_template("partials/kb/after.html").render(given)
    assert re.findall(r'<a href="([^"]*)"', made) == ([where] if where else [])
    assert ("<details>" in made) == (where is None)


def test_names_that_lead_through_the_site_tell_their_abbreviations(staged_then):
    page = meta(staged_then["vi/van-ban/23-kh-duk-2021.md"])["kb"]
    assert page["shorts"]["KH"] == "kế hoạch"
    # Of the neighbour alone.
    assert page["shorts"]["CT"] == "chỉ thị"


def test_texts_of_record_are_copied_as_they_are(then):
    source = then.originals[PLAN].source
    assert site.texts_of_record(then) == {
        f"{language}/van-ban/nguyen-van/{source}": f"docs/_source/{source}" for language in ("vi", "en")
    }


def test_a_picture_of_a_page_is_beside_it_in_its_language_and_no_other_is_there(then):
    page = then.pages["vi"]["huong-dan/bien-tap"]
    shown = dataclasses.replace(page, body="![Một hình](../../_images/mot-hinh.png)\n")
    pages = {**then.pages, "vi": {**then.pages["vi"], "huong-dan/bien-tap": shown}}
    changed = dataclasses.replace(then, pages=pages)
    assert "![Một hình](../_images/mot-hinh.png)" in site.files(changed, TODAY, RULES)["vi/huong-dan/bien-tap.md"]
    pictures = {path: file for path, file in site.copied(changed).items() if "_images" in path}
    assert pictures == {"vi/_images/mot-hinh.png": "docs/_images/mot-hinh.png"}


def test_the_latest_changes_are_the_latest_wherever_they_stand_in_the_list(then):
    [first] = then.changes
    days = [f"2026-{month:02}-01" for month in range(1, 10)]
    changed = dataclasses.replace(then, changes=tuple(dataclasses.replace(first, date=day) for day in days))
    home = site.files(changed, TODAY, RULES)["vi/index.md"]
    shown = re.findall(r"- \*\*0?1/([0-9])/2026\*\*", home.split("kb-changes")[1])
    assert shown[0] == "9"
    assert shown == sorted(shown, reverse=True)
