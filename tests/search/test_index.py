"""The index as it is written, and as the browser reads it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.views.context import Context
from kb.views.search import index as indexing
from kb.views.search import records
from kb.views.search.meaning import meaning
from kb.views.search.records import Block, Record
from kb.views.terms import anchor
from tests import numbered
from tests.search.conftest import written
from tests.search.javascript import ENGINE, SCRIPTS, run
from tests.search.test_queries import rank


def parts(files: dict[str, str]) -> dict[str, object]:
    """The content of each script."""
    found = {}
    for line in "".join(files.values()).rstrip("\n").split("\n"):
        name, _, content = line.removeprefix("kbSearch.receive(").removesuffix(")").partition(",")
        found[json.loads(name)] = json.loads(content)
    return found


def block(*texts: str, page: str = "a/", title: str = "Kế hoạch số 7-KH/X") -> Block:
    rows = tuple(Record("p", f"i-{n}", f"I, {n}", text) for n, text in enumerate(texts, 1))
    return Block(page, title, f"{title} của X", ("kind:KH",), ((2, "I. HEADING"),), rows)


@pytest.fixture
def large(library, monkeypatch, tmp_path):
    """The index of the real content as if it were large: postings, and texts in many parts."""
    monkeypatch.setattr(indexing, "ALL_AT_ONCE", 0)
    monkeypatch.setattr(indexing, "TEXTS", 500)
    monkeypatch.setattr(indexing, "KEYS", 300)
    context = Context(library, "vi", None)
    files = indexing.files("vi", records.blocks(context, [], 800), "vi", meaning(context))
    return written({f"vi/assets/search/{name}": text for name, text in files.items()}, tmp_path / "large")


def test_a_large_index_finds_what_a_small_one_finds(search, queries, large, index):
    asked = [each for each in queries if each["answers"] and each.get("language", "vi") == "vi"]
    asked = [each for each in asked if not any(answer.endswith("/") for answer in each["answers"])]
    here, there = search(asked), search(asked, large)
    assert any(answer["partial"] for answer in there)
    worse = [each["q"] for each, a, b in zip(asked, here, there, strict=True) if rank(each, a) == 1 != rank(each, b)]
    assert len(worse) <= len(asked) * 0.03, worse
    assert any(large.glob("vi/assets/search/*/keys-9.js"))


def test_a_small_index_has_no_postings_and_is_one_file(staged):
    names = {path.removeprefix("vi/assets/search/") for path in staged if path.startswith("vi/assets/search/")}
    assert names == {"index.js", "help/index.js"}


def test_parts_move_to_another_folder_with_any_change_in_them(monkeypatch):
    monkeypatch.setattr(indexing, "ALL_AT_ONCE", 0)

    def folder(text: str) -> str:
        found = indexing.files("x", [block(text)], "vi", {})
        (name,) = {path.rpartition("/")[0] for path in found if path != "index.js"}
        assert parts(found)["x/index"]["stamp"] == name
        return name

    assert folder("một hai") == folder("một hai") != folder("một ha")


def test_postings_name_the_blocks_of_words_pairs_signs_dates_places_and_facets(monkeypatch):
    monkeypatch.setattr(indexing, "ALL_AT_ONCE", 0)
    held = block("Số 26-KH/BTGTW ngày 05/5/2021.", "hoà bình")
    files = indexing.files("x", [block("một hai"), held], "vi", {})
    lines = "\n".join(str(part) for name, part in parts(files).items() if name.startswith("x/keys")).splitlines()
    holding = dict(line.split("\t") for line in lines)
    second, both = indexing._gaps([1]), indexing._gaps([0, 1])
    for key in ("hoa", "hoa binh", "#26-kh-btgtw", "@2021-05-05", "2021", "ngay 2021", "~i-2"):
        assert holding[key] == second, key
    for key in ("=kind:KH", "#7-kh-x", "heading", "~i-1"):
        assert holding[key] == both, key
    assert holding["mot hai"] == indexing._gaps([0])
    assert list(holding) == sorted(holding)


def test_the_vocabulary_counts_records_and_tells_spellings():
    index = parts(indexing.files("x", [block("hoà, hòa", "hoa", "ngày 05/5/2021")], "vi", {}))["x/index"]
    words = dict(line.split(" ", 1) for line in index["words"].splitlines())
    assert words["hoa"] == "2 . hoa2"
    assert words["2021"] == "1 ."
    # Where a passage stands is known, but no word of it.
    assert words["i"] == "0 ."


def test_the_same_content_is_the_same_index(library):
    context = Context(library, "vi", None)
    first, again = (
        indexing.files("vi", records.blocks(context, [], indexing.BLOCK), "vi", meaning(context)) for _ in range(2)
    )
    assert first == again


@given(st.sets(st.integers(0, 100_000), max_size=60))
def test_gaps_are_written_in_letters_that_need_no_escape(numbers):
    text = indexing._gaps(sorted(numbers))
    assert json.dumps(text) == f'"{text}"'


def test_the_browser_reads_postings_as_they_were_written(tmp_path):
    lists = [[], [0], [5], [0, 1, 2], [44], [45], [46], [7, 2031, 2032, 99_999], list(range(0, 5000, 37))]
    lines = "\n".join(f"k{n}\t{indexing._gaps(each)}" for n, each in enumerate(lists))
    body = """
    const parts = { "x/index": { words: "", records: 1, blocks: 1, keys: ["k0"], texts: [0] } };
    parts["x/keys-0"] = given.lines;
    kbSearch.fetched = async (name) => parts[name];
    const store = await new kbSearch.Store("", "x").open();
    const lists = [await store.postings(given.keys), (await store.postingsFrom("k")).map(([, numbers]) => numbers)];
    return lists.map((each) => each.map((numbers) => [...numbers]));
    """
    asked = {"lines": lines, "keys": [f"k{n}" for n in range(len(lists))]}
    scripts = [SCRIPTS / f"{name}.js" for name in ("keys", "words", "store")]
    assert run(scripts, body, asked, tmp_path) == [lists, lists]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_provision_document_question_term_and_way_has_its_record(library, staged, language):
    prefix = "" if language == "vi" else "en/"
    blocks = parts({path: text for path, text in staged.items() if path == f"{language}/assets/search/index.js"})
    found = {}
    for page, *_, rows in blocks[f"{language}/texts-0"]:
        for row in rows:
            found[(f"{page}#{row[1]}" if row[1] else page) if page else row[1]] = row
    for key, document in library.documents[language].items():
        assert found[f"{prefix}van-ban/{key}/"][0] == ("d" if document.provisions else "c")
        for provision in document.provisions:
            assert found[f"{prefix}van-ban/{key}/#{provision.id}"][3] == provision.text.replace("\n", " ")
    for key, question in library.questions[language].items():
        if not library.questions["vi"][key].about_site:
            assert found[f"{prefix}hoi-dap/{key}/#tra-loi"][2] == question.question
    for entry in library.abbreviations:
        row = found[f"{prefix}thuat-ngu/#{anchor(entry)}"]
        assert row[2:4] == [entry.short[language], entry.labels[language]]
    for path in ("giai-doan/", "chu-de/bau-cu/", "ma-tran/", "thuat-ngu/", "van-ban/"):
        assert f"{prefix}{path}" in found


def test_a_provision_is_found_by_its_themes_and_by_questions_about_it(library):
    context = Context(library, "vi", None)
    found = {row.anchor: row for block in records.blocks(context, [], 2400) for row in block.records}
    assert "Ai theo dõi, kiểm tra, đôn đốc" in found["iii-2-4"].more
    assert "themes:bau-cu" in found["iii-1-2"].facets
    assert "phases:tu-2022-den-2025" in found["ii-1.3-1"].facets
    assert "Căn cứ" in found["mo-dau-p1"].more
    # A question about many places says little of each of them, and something of the heading over them.
    assert "mấy giai đoạn" in found["ii-1"].more


@pytest.mark.parametrize("size", [40, 2400])
def test_what_follows_a_section_and_is_not_of_it_stands_under_its_own_heading(tmp_path, size):
    library = numbered.read()
    document = library.originals[numbered.KEY]
    body = "return given.flatMap((block) => kbSearch.records(block, 'vi', 0));"
    held = [each for each in records.blocks(Context(library, "vi", None), [], size) if numbered.KEY in each.page]
    found = {each["anchor"]: each for each in run(ENGINE, body, [read_as(each) for each in held], tmp_path)}
    for name, above in numbered.UNDER.items():
        heading = document.by_id[above].text if above else None
        assert found[name]["path"][1:][-1:] == [heading] * bool(heading), name
        assert found[name]["sort"] == ("t" if name == "tieu-de" else "p")


def read_as(block: Block) -> list[object]:
    """A block as the index hands it over."""
    return next(indexing._texts([block], 1))[1][0]


def test_help_is_searched_apart_and_its_examples_are_not_searched(staged):
    apart = json.dumps(parts({k: v for k, v in staged.items() if k.startswith("vi/assets/search/help/")}))
    main = json.dumps(parts({k: v for k, v in staged.items() if k == "vi/assets/search/index.js"}))
    for address in ("huong-dan/", "kiem-tra/FID-", "gioi-thieu/"):
        assert address in apart
        assert address not in main
    texts = parts(staged_help(staged))["vi-help/texts-0"]
    rules = [row[3] for each in texts for row in each[-1] if "kiem-tra/" in row[1] and len(row) > 3]
    assert rules
    assert not any(character.isdigit() for text in rules for character in text)


def staged_help(staged: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in staged.items() if path.startswith("vi/assets/search/help/")}


def test_every_address_of_the_index_is_a_staged_page(staged):
    for language, prefix in (("vi", ""), ("en", "en/")):
        folder = f"{language}/assets/search/"
        found = parts({path: text for path, text in staged.items() if path.startswith(folder)})
        for blocks in (part for name, part in found.items() if "/texts-" in name):
            for page, *_, rows in blocks:
                for row in rows:
                    path = (page or row[1]).partition("#")[0].removeprefix(prefix)
                    name = path.rstrip("/")
                    assert any(f"{language}/{each}" in staged for each in (f"{name}.md", f"{name}/index.md")), path


def test_a_year_between_those_of_a_heading_finds_what_stands_under_it(search):
    asked = [{"q": "2020"}, {"q": "2026 tuyên truyền gì"}, {"q": "năm 2023"}, {"q": "in 2024", "language": "en"}]
    found = [{each["address"].partition("#")[2] for each in answer["hits"]} for answer in search(asked)]
    assert "ii-1.3" not in found[0] | found[1]
    assert {"ii-1.3", "ii-1.3-1"} <= found[2]
    assert {"ii-1.3", "ii-1.3-1"} <= found[3]
