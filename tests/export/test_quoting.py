"""What a pasted passage is found to be."""

from __future__ import annotations

import json
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
    ("1. {}", "exact", "ii-1.1-2", None),
    ("a) {}", "exact", "ii-1.1-2", None),
    ("\uf0b7\t{}", "exact", "ii-1.1-2", None),
    ("**{}**", "exact", "ii-1.1-2", None),
    ("Kế hoạch ghi: ‘{}’", "exact", "ii-1.1-2", None),
    ("Trích: {}", "exact", "ii-1.1-2", None),
    ("Thưa các đồng chí, Kế hoạch của Đảng ủy Khối đã chỉ rõ: “{}”", "exact", "ii-1.1-2", None),
    ("Chúng ta đều biết “{}” và làm theo.", "exact", "ii-1.1-2", None),
    (f"{DOCUMENT} xác định: “{{}}”", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    ("Kế hoạch số 23-KH/ĐUK của Đảng ủy Khối yêu cầu: {}", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    ("Kế hoạch 23 nêu: “{}”", "exact", "ii-1.1-2", "Kế hoạch 23"),
    ("“{}” (mục II.1.1, Kế hoạch số 23-KH/ĐUK)", "exact", "ii-1.1-2", "ii-1.1"),
    ("Căn cứ Kế hoạch số 26-KH/BTGTW, Kế hoạch số 23-KH/ĐUK nêu: “{}”", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    # another place than the one that is named
    ("“{}” (mục II.1.2, Kế hoạch số 23-KH/ĐUK)", "misattributed", "ii-1.1-2", "ii-1.2"),
    ("Điểm 1.2 mục 1 phần II Kế hoạch số 23-KH/ĐUK: “{}”", "misattributed", "ii-1.1-2", "ii-1.2"),
    ("Kế hoạch 24 của Đảng ủy Khối nêu: “{}”", "misattributed", "ii-1.1-2", "Kế hoạch 24"),
    ("“{}” (KH 24-KH/ĐUK)", "misattributed", "ii-1.1-2", "24-KH/ĐUK"),
    ("Chỉ thị số 23-KH/ĐUK nêu: “{}”", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("Kế hoạch số 23-KH/ĐUK của Ban Bí thư yêu cầu: “{}”", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    (f"Theo {THIRD}, {DOCUMENT}, “{{}}”", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}} ({THIRD}, {DOCUMENT}).", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}}\n{THIRD}, {DOCUMENT}\nhttp://intranet.test/#ii-1.1-3", "misattributed", "ii-1.1-2", "ii-1.1-3"),
    (f"{{}}\ntừ {THIRD} đến đoạn cuối, phần II, {DOCUMENT}", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("{} (mục 2, phần III Kế hoạch số 23-KH/ĐUK)", "misattributed", "ii-1.1-2", "iii-2"),
    ("Theo Kế hoạch số 24-KH/ĐUK, {}", "misattributed", "ii-1.1-2", "24-KH/ĐUK"),
    ("{} (Kế hoạch số 23-KH/ĐUK ngày 18/5/2021)", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("{} (Hướng dẫn số 169-HD/BTGTW)", "misattributed", "ii-1.1-2", "169-HD/BTGTW"),
]  # fmt: skip


# Passages that look sound at one place; the verdicts of all their sentences.
WHOLE = [
    # near misses: words in quotation marks of the plan's own do not make up for those round them
    (
        "Kế hoạch số 23-KH/ĐUK nêu: đấu tranh với các hành vi tiêu cực theo phương châm “lấy xây làm chính”,"
        " “lấy tích cực đẩy lùi tiêu cực”.",
        ["altered"],
    ),
    ("Theo Kế hoạch số 23-KH/ĐUK, nêu bật mục tiêu “khơi dậy khát vọng phát triển đất nước phồn vinh, hạnh phúc”;"
     " đi sâu phân tích những điểm mới, nội dung nổi bật trong chỉ đạo", ["altered"]),
    ("2.3. Tuyên truyền miệng", ["altered"]),
    ("Trên đài: Mở chuyên trang, chuyên mục đưa Nghị quyết Đại hội XIII của Đảng bộ Khối vào cuộc sống", ["altered"]),
    # one quotation of several sentences
    (
        "Kế hoạch nêu: “Xây dựng và ban hành Kế hoạch đẩy mạnh công tác tuyên truyền sau Đại hội XIII của Đảng bộ Khối"
        " và Đại hội XIII của Đảng. Giao Ban Tuyên giáo Đảng ủy Khối theo dõi, kiểm tra, đôn đốc.”",
        ["exact", "exact"],
    ),
    ("Kế hoạch nêu: “theo dõi, kiểm tra (…) biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ.”", ["altered"]),
    ("Kế hoạch nêu: “phản bác các thông tin (…) diễn biến”, “tự chuyển hóa” trong nội bộ.”", ["elided"]),
    ("các hoạt động tuyên truyền phải bám sát … bảo đảm hiệu quả", ["elided"]),
    ("Tang cuong dau tranh, phan bac cac thong tin", ["altered"]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "verdicts"), WHOLE)
def test_passages_as_they_are_pasted(library, passage, verdicts):
    assert [each["verdict"] for each in quote(passage, library)["sentences"]] == verdicts


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


HOSTILE = ["tuyên " * 30_000, "“" * 200_000, "“a” " * 20_000, "a … " * 30_000, "1. " * 20_000, "333. " * 20_000,
           "x,\n" * 50_000, "Đại hội. " * 5_000, " ”" * 40_000, "\u202e" * 9_000 + "a", "\x00\x1b" * 9_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(library, text):
    start = time.process_time()
    quote(text, library)
    assert time.process_time() - start < 5


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
