"""What a pasted passage is found to be."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.export.quoting import SOUND, quote
from kb.report.quotations import as_text
from tests.conftest import FIGURE
from tests.export.passages import DOCUMENT, OTHERS, passages

THIRD = "gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II"
SECOND = "gạch đầu dòng thứ hai, tiểu mục 1.1, mục 1, phần II"


@pytest.fixture(scope="module")
def plan(library):
    return library.originals["23-kh-duk-2021"]


@pytest.fixture(scope="module")
def words(plan):
    return {each.id: each.text for each in plan.provisions}


# A passage, where {} is the second dash of II.1.1; then verdict, provision and claim of its first sentence.
TABLE = [
    # near misses: nothing is wrong with these
    ("{}", "exact", "ii-1.1-2", None),
    ("- {}", "exact", "ii-1.1-2", None),
    ("“{}”", "exact", "ii-1.1-2", None),
    ("Kế hoạch nêu rõ: “{}”", "exact", "ii-1.1-2", None),
    (f"Theo {SECOND}, {DOCUMENT}, “{{}}”", "exact", "ii-1.1-2", "ii-1.1-2"),
    (f"Theo {SECOND}, {DOCUMENT}: {{}}", "exact", "ii-1.1-2", "ii-1.1-2"),
    (f"{{}} ({SECOND}, {DOCUMENT}).", "exact", "ii-1.1-2", "ii-1.1-2"),
    (f"{{}}\n{SECOND}, {DOCUMENT}\nhttp://intranet.test/#ii-1.1-2", "exact", "ii-1.1-2", "ii-1.1-2"),
    (f"{{}}\ntừ gạch đầu dòng thứ nhất đến {THIRD}, {DOCUMENT}", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    (f"{{}} (mục 1, phần II, {DOCUMENT})", "exact", "ii-1.1-2", "ii-1"),
    ("{} (Kế hoạch số 23-KH/ĐUK)", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    ("{} (Kế hoạch 23 - KH/ÐUK ngày 17 tháng 5 năm 2021)", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    # another place than the one that is named
    (f"Theo {THIRD}, {DOCUMENT}, “{{}}”", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}} ({THIRD}, {DOCUMENT}).", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}}\n{THIRD}, {DOCUMENT}\nhttp://intranet.test/#ii-1.1-3", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}}\ntừ {THIRD} đến đoạn cuối, phần II, {DOCUMENT}", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("{} (mục 2, phần III Kế hoạch số 23-KH/ĐUK)", "misattributed", "ii-1.1-2", "iii-2"),
    ("Theo Kế hoạch số 24-KH/ĐUK, {}", "misattributed", "ii-1.1-2", "24-KH/ĐUK"),
    ("{} (Kế hoạch số 23-KH/ĐUK ngày 18/5/2021)", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("{} (Hướng dẫn số 169-HD/BTGTW)", "misattributed", "ii-1.1-2", "169-HD/BTGTW"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "verdict", "provision", "claimed"), TABLE)
def test_whole_sentences(library, words, passage, verdict, provision, claimed):
    found = quote(passage.format(words["ii-1.1-2"]), library)["sentences"]
    assert [(each["verdict"], each["provision"], each["claimed"]) for each in found] == [(verdict, provision, claimed)]


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
def test_the_command(root, words, verdict, provision, code, line):
    kb = Path(sys.executable).with_name("kb")
    given = {
        "exact": words["ii-1.1-2"],
        "altered": words["ii-1.1-2"].replace("mục tiêu", "chỉ tiêu"),
        "absent": OTHERS[0],
    }
    for form in ("json", "text"):
        call = [kb, "quote", "--format", form]
        ended = subprocess.run(call, input=given[verdict], cwd=root, capture_output=True, text=True, check=False)
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
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found["sentences"])


ENOUGH = 0.98


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
