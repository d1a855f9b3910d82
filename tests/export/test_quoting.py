"""What a pasted passage is found to be."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.export.quoting import MISATTRIBUTED, SOUND, quote
from kb.report.quotations import as_text
from tests.conftest import FIGURE
from tests.export.passages import DOCUMENT, OTHERS, passages
from tests.export.quoted import ELSEWHERE, TABLE, WHOLE, with_the_directive
from tests.export.surroundings import surrounded
from tests.folders import CONTENT

ENOUGH = 0.98
# So many of the provisions that are held, however many there are.
PROVISIONS = 500


@pytest.fixture(scope="module")
def plan(library):
    return library.originals["23-kh-duk-2021"]


@pytest.fixture(scope="module")
def words(plan):
    return {each.id: each.text for each in plan.provisions}


@pytest.mark.parametrize(("passage", "verdicts"), WHOLE)
def test_passages_as_they_are_pasted(library, passage, verdicts):
    assert [each["verdict"] for each in quote(passage, library)["sentences"]] == verdicts


def test_nothing_round_an_altered_passage_makes_it_sound(library, plan):
    rng = random.Random(9)
    made = [each for each in passages(plan, 40, seed=11) if each.verdict == "altered"]
    named = 0
    for each in made:
        text = surrounded(rng, each.text)
        found = quote(text, library)["sentences"]
        assert not {sentence["verdict"] for sentence in found} <= {*SOUND, MISATTRIBUTED}, text
        named += each.provision in {sentence["provision"] for sentence in found}
    assert named / len(made) >= ENOUGH


def test_nothing_round_a_sound_passage_makes_it_altered(library, plan):
    rng = random.Random(10)
    made = [each for each in passages(plan, 60, seed=12) if each.verdict in SOUND and each.provision]
    right = 0
    for each in made:
        found = quote(surrounded(rng, each.text), library)["sentences"]
        verdicts = {sentence["verdict"] for sentence in found if sentence["verdict"] != "absent"}
        right += bool(verdicts) and verdicts <= set(SOUND)
    assert right / len(made) >= ENOUGH


INTRODUCTIONS = (
    "Kế hoạch số 23-KH/ĐUK nêu rõ: {}",
    "Tại mục 1 phần II Kế hoạch số 23-KH/ĐUK: {}",
    "Theo Kế hoạch số 23-KH/ĐUK, “{}”",
    "Chúng ta đều biết: “{}”",
    "2. {} (Kế hoạch số 23-KH/ĐUK)",
)


def test_nothing_that_introduces_an_altered_passage_makes_it_sound(library, plan):
    """Most of all where the text has quotation marks of its own."""
    made = [each for each in passages(plan, 150, seed=5) if each.verdict == "altered" and "“" in each.text]
    assert len(made) > 40
    for number, each in enumerate(made):
        text = INTRODUCTIONS[number % len(INTRODUCTIONS)].format(each.text)
        verdicts = {found["verdict"] for found in quote(text, library)["sentences"]}
        assert not verdicts <= {*SOUND, MISATTRIBUTED}, text


@pytest.mark.parametrize(("passage", "verdicts"), ELSEWHERE)
def test_words_that_another_text_holds_too_make_nothing_sound_round_them(library, passage, verdicts):
    for held in (library, with_the_directive(library)):
        assert [each["verdict"] for each in quote(passage, held)["sentences"]] == verdicts


HOSTILE = ["tuyên " * 30_000, "“" * 200_000, "“a” " * 20_000, "a … " * 30_000, "1. " * 20_000, "333. " * 20_000,
           "x,\n" * 50_000, "Đại hội. " * 5_000, " ”" * 40_000, "\u202e" * 9_000 + "a", "\x00\x1b" * 9_000,
           "-" * 100_000 + "5", "5" + "-" * 100_000 + "5", "5" + " " * 80_000 + "x", " " * 100_000 + "a",
           "\n> a" * 20_000,
           "Câu 1: " * 20_000, "a-\n" * 30_000, "(a " * 30_000, "“ A. " * 10_000 + "” " * 10_000, "mục 1.\n\n" * 5_000,
           "Slide 1. mục 1, phần I\nA b c.\n" * 2_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(library, text):
    start = time.process_time()
    quote(text, library)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("passage", "verdict", "provision", "claimed"), TABLE)
def test_whole_sentences(library, words, passage, verdict, provision, claimed):
    found = quote(passage.format(words["ii-1.1-2"]), library)["sentences"]
    assert [(each["verdict"], each["provision"], each["claimed"]) for each in found] == [(verdict, provision, claimed)]


def test_every_provision_is_exact(now):
    held = [each for _, each in sorted(now.published.originals.items()) if each.held]
    for provision in [provision for document in held for provision in document.provisions][:PROVISIONS]:
        assert {each["verdict"] for each in quote(provision.text, now)["sentences"]} <= {"exact"}, provision


def test_every_sentence_of_the_plan_is_exact(library, plan):
    found = quote("\n".join(each.text for each in plan.provisions), library)["sentences"]
    assert {each["verdict"] for each in found} == {"exact"}


def test_words_in_quotation_marks_do_not_make_up_for_altered_ones_round_them(library, words):
    changed = words["ii-1.1-3"].replace("trong toàn Đảng bộ", "trong cả Đảng bộ")
    (found,) = quote(changed, library)["sentences"]
    assert (found["verdict"], found["provision"]) == ("altered", "ii-1.1-3")
    assert [step for step in found["diff"] if step["op"] != "equal"] == [
        {"op": "replace", "quoted": "cả", "source": "toàn"}
    ]


STEPS = [
    ("trọng tâm và", "trọng tâm", "delete", "Văn bản có «và», đoạn chép không có."),
    ("trọng tâm", "trọng tâm nhất", "insert", "Đoạn chép thêm «nhất»."),
    ("trọng tâm", "trung tâm", "replace", "Văn bản ghi «trọng», đoạn chép ghi «trung»."),
]


@pytest.mark.parametrize(("old", "new", "op", "line"), STEPS)
def test_steps(library, words, old, new, op, line):
    found = quote(words["ii-1.1-2"].replace(old, new), library)
    (sentence,) = found["sentences"]
    assert [step["op"] for step in sentence["diff"] if step["op"] != "equal"] == [op]
    assert line in as_text(found)


def test_a_claim_before_a_colon_is_for_all_that_follows(library, words):
    text = f"Theo tiểu mục 1.2, mục 1, phần II, {DOCUMENT}:\n- {words['ii-1.1-1']}\n- {words['ii-1.1-2']}"
    assert [each["verdict"] for each in quote(text, library)["sentences"]] == ["misattributed"] * 2


def test_citations_are_held_against_the_register(library):
    found = quote("Thực hiện Kế hoạch số 26-KH/BTGTW ngày 06/5/2021 và Kế hoạch số 99-KH/ĐUK.", library)["citations"]
    assert [(each["canonical"], each["resolution"]) for each in found] == [
        ("26-KH/BTGTW", "ambiguous"),
        ("99-KH/ĐUK", "missing"),
    ]


CITED = [
    ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.", []),
    ("Thực hiện Quyết định số 9-QĐ/TW.", ["«9-QĐ/TW»: số không có trong danh mục"]),
    (
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Ban Bí thư.",
        ["«05-CT/TW»: ghi cơ quan ban hành «Ban Bí thư», danh mục ghi «Bộ Chính trị»"],
    ),
    (
        "Thực hiện Quyết định số 26-KH/BTGTW ngày 06/5/2021.",
        [
            "«26-KH/BTGTW»: ghi tên loại «Quyết định», danh mục ghi «KH»",
            "«26-KH/BTGTW»: ghi ngày 06/5/2021, danh mục ghi 05/5/2021",
        ],
    ),
    ("Theo mục 9, phần II Kế hoạch số 23-KH/ĐUK.", ["«23-KH/ĐUK»: văn bản không có «mục 9, phần II»"]),
]


@pytest.mark.parametrize(("text", "told"), CITED)
def test_what_a_citation_says_otherwise_than_the_register_is_told(library, text, told):
    lines = as_text(quote(text, library)).splitlines()
    assert [each for each in lines if each.startswith("Viện dẫn")] == [f"Viện dẫn {each}." for each in told]


def test_the_translation_may_be_quoted(library):
    english = library.documents["en"]["23-kh-duk-2021"].by_id["ii-1.1-2"].text
    (found,) = quote(english, library)["sentences"]
    assert (found["verdict"], found["provision"]) == ("exact", "ii-1.1-2")


COMMAND = [
    ("exact", "ii-1.1-2", 0, "1. đúng nguyên văn (23-kh-duk-2021#ii-1.1-2): "),
    ("altered", "ii-1.1-2", 1, "1. KHÁC NGUYÊN VĂN (23-kh-duk-2021#ii-1.1-2): "),
    ("absent", None, 1, "1. KHÔNG CÓ trong văn bản được giữ: "),
]


@pytest.mark.parametrize(("verdict", "provision", "code", "line"), COMMAND)
def test_the_command(words, verdict, provision, code, line):
    kb = Path(sys.executable).with_name("kb")
    given = {
        "exact": words["ii-1.1-2"],
        "altered": words["ii-1.1-2"].replace("mục tiêu", "chỉ tiêu"),
        "absent": OTHERS[0],
    }
    for form in ("json", "text"):
        call = [kb, "quote", "--format", form]
        ended = subprocess.run(call, input=given[verdict], cwd=CONTENT, capture_output=True, text=True, check=False)
        assert ended.returncode == code
        if form == "json":
            (sentence,) = json.loads(ended.stdout)["sentences"]
            assert (sentence["verdict"], sentence["provision"]) == (verdict, provision)
        else:
            assert ended.stdout.startswith(line)
            assert ("Văn bản ghi «mục», đoạn chép ghi «chỉ»." in ended.stdout) == (verdict == "altered")


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_whatever_is_pasted_there_is_an_answer(library, text):
    found = quote(text, library)
    assert as_text(found)
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found["sentences"])


def test_passages_of_every_kind(library, plan, record_property):
    right, named, total = defaultdict(int), 0, defaultdict(int)
    altered = 0
    for each in passages(plan, 100):
        found = quote(each.text, library)["sentences"]
        verdicts = {sentence["verdict"] for sentence in found}
        total[each.kind] += 1
        right[each.kind] += verdicts == {each.verdict}
        if each.verdict == "altered":
            assert not verdicts <= set(SOUND), each
            altered += 1
            named += {sentence["provision"] for sentence in found} == {each.provision}
    shares = {kind: right[kind] / count for kind, count in total.items()}
    record_property(FIGURE, f"quotations: {sum(right.values()) / sum(total.values()):.3f} right; {shares}")
    assert sum(right.values()) / sum(total.values()) >= ENOUGH, shares
    assert named / altered >= ENOUGH
