"""What is said of a citation that does not agree with the register: what is printed, what is registered, what to do."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from kb.model.finding import Severity
from kb.model.verdict import Outcome
from tests.check import chain

FOLDER = "docs/vi/van-ban/"
CITED = f"{FOLDER}26-kh-btgtw-2021.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
PLAN = f"{FOLDER}23-kh-duk-2021.md"
TWIN = "26-kh-btgtw-2016"


def found(checkout, words: str, more: dict[str, str] | None = None) -> list:
    change = checkout.edited(QUESTION, "Theo [", f"Theo {words} [")
    return [f for f in checkout.findings(change | (more or {})) if f.code.startswith("XREF")]


def twin(checkout, old: str = "2021-05-05", new: str = "2016-04-04") -> dict[str, str]:
    """Another document of the number 26-KH/BTGTW."""
    text = checkout.texts[CITED].replace("stated_by: 23-kh-duk-2021#mo-dau-p1\n", "")
    english = checkout.texts[CITED.replace("/vi/", "/en/")]
    return {f"{FOLDER}{TWIN}.md": text.replace(old, new), f"docs/en/van-ban/{TWIN}.md": english}


SAID = [
    (
        "Kế hoạch số 26-KH/BTGTW ngày 06/5/2021", "XREF-002",
        ["ngày «06/5/2021»", "ngày «05/5/2021»", "Hoặc ghi nhầm, hoặc là văn bản khác cùng số"],
        ["Nếu ghi nhầm thì sửa chỗ này", f"{CITED}:7", "thêm văn bản ấy vào docs/vi/van-ban/"],
    ),
    (
        "Kế hoạch số 26-KH/BTGTW của Ban Tổ chức Trung ương", "XREF-005",
        ["«Ban Tổ chức Trung ương»", "«Ban Tuyên giáo Trung ương»", "văn bản khác cùng số"],
        ["Nếu ghi nhầm thì sửa chỗ này", f"{CITED}:5"],
    ),
    (  # both differ: one finding
        "Kế hoạch số 26-KH/BTGTW ngày 06/5/2022 của Ban Tổ chức Trung ương", "XREF-002",
        ["ngày «06/5/2022», cơ quan ban hành «Ban Tổ chức Trung ương»", "ngày «05/5/2021», cơ quan ban hành"],
        [],
    ),
    (  # number and date agree: it is that document
        "Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tổ chức Trung ương", "XREF-005",
        ["Cơ quan ban hành của 26-KH/BTGTW ghi ở đây là «Ban Tổ chức Trung ương»"],
        ["Sửa chỗ này, hoặc sửa danh mục tại"],
    ),
    ("Hướng dẫn số 26-KH/BTGTW", "XREF-004", ["«Hướng dẫn»", "«kế hoạch (KH)»"], []),
    ("Chỉ thị 05 ngày 15/6/2016", "XREF-002", ["«Chỉ thị 05»", "ngày «15/6/2016»", "ngày «15/5/2016»"], []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "message", "remedy"), SAID)
def test_both_values_and_what_to_do(checkout, words, code, message, remedy):
    [finding] = found(checkout, words)
    assert (finding.code, finding.verdict.outcome) == (code, Outcome.DIFFERS)
    assert [each for each in message if each not in finding.message] == []
    assert [each for each in remedy if each not in finding.remedy] == []


def decision(words: str) -> dict[str, str]:
    """A document without its text whose symbol stands for two kinds, stated in these words."""
    of_number = ("7-KH/BTGTW", "7-QĐ/BTGTW"), ("kind: KH", "kind: QĐ"), ("Plan No.", "Decision No.")
    files = chain.registered(7, 2021)
    for file in (chain.path(7, 2021), chain.path(7, 2021).replace("/vi/", "/en/")):
        for old, new in of_number:
            files[file] = files[file].replace(old, new)
        files[file.replace("kh-btgtw", "qd-btgtw")] = files.pop(file)
    stating = f"Thực hiện {words} ngày 02/3/2021 của Ban Tuyên giáo Trung ương về {chain.SUBJECT}."
    return files | chain.held(107, chain.OLDEST, stating)


@pytest.mark.parametrize(
    ("stating", "words", "expected"),
    [
        ("văn bản số 7-QĐ/BTGTW", "Quyết định số 7-QĐ/BTGTW", []),  # nothing says which of the two it is
        ("văn bản số 7-QĐ/BTGTW", "Quy định số 7-QĐ/BTGTW", []),
        ("Quy định số 7-QĐ/BTGTW", "Quy định số 7-QĐ/BTGTW", []),
        ("Quy định số 7-QĐ/BTGTW", "QĐ số 7-QĐ/BTGTW", []),
        ("Quy định số 7-QĐ/BTGTW", "văn bản số 7-QĐ/BTGTW", []),
        ("Quy định số 7-QĐ/BTGTW", "Quyết định số 7-QĐ/BTGTW", ["«Quyết định»; danh mục ghi «quy định (QĐ)»"]),
        ("Quyết định số 7-QĐ/BTGTW", "Quy định số 7-QĐ/BTGTW", ["«Quy định»; danh mục ghi «quyết định (QĐ)»"]),
        ("Quyết định số 7-QĐ/BTGTW", "Kế hoạch số 7-QĐ/BTGTW", ["«Kế hoạch»; danh mục ghi «quyết định (QĐ)»"]),
    ],
)
def test_a_symbol_of_two_kinds_is_of_the_one_that_its_document_is_called(checkout, stating, words, expected):
    said = [(finding.code, finding.message) for finding in found(checkout, words, decision(stating))]
    assert [code for code, _ in said] == ["XREF-004"] * len(expected)
    assert all(part in message for (_, message), part in zip(said, expected, strict=True)), said


VI, EN = "Kế hoạch số 26-KH/BTGTW ngày {:02}/5/2021", "Plan No. 26-KH/BTGTW dated {} May 2021"
SIGHTS = [
    (QUESTION, "question: Ai", "question: Theo {}, ai", VI),
    (QUESTION.replace("/vi/", "/en/"), "question: Who", "question: Under {}, who", EN),
    ("docs/vi/gioi-thieu.md", "title: Về", "title: Theo {}, về", VI),
    ("docs/vi/gioi-thieu.md", "- Toàn văn", "- Theo {}, toàn văn", VI),
    ("docs/en/gioi-thieu.md", "title: About", "title: Under {}, about", EN),
    ("docs/en/gioi-thieu.md", "- The full", "- Under {}, the full", EN),
    ("docs/_data/themes.yml", "vi: Bầu cử", "vi: Theo {}, bầu cử", VI),
    ("docs/_data/groups.yml", "vi: Hình thức", "vi: Theo {}, hình thức", VI),
    ("docs/_data/abbreviations.yml", "en: Executive Committee\n", "en: Executive Committee ({})\n", EN),
    ("docs/_data/changes.yml", "cùng danh mục", "cùng {}, danh mục", VI),
    ("docs/_data/changes.yml", "with the register", "with {}, the register", EN),
]


@pytest.mark.parametrize(("file", "old", "new", "form"), SIGHTS)
def test_citations_outside_answers_are_read_too(checkout, file, old, new, form):
    def said(words: str) -> list[tuple[str, str, int]]:
        found = checkout.findings(checkout.edited(file, old, new.format(words)))
        return [(f.code, f.span.file, f.span.line) for f in found if f.code.startswith("XREF")]

    assert said(form.format(5)) == []
    assert said(form.format(6)) == [("XREF-002", file, checkout.line(file, old))]
    assert said(form.format(5).replace("26-", "27-")) == [("XREF-001", file, checkout.line(file, old))]


@pytest.mark.parametrize("example", ["`{}`", "``{}``", "\n```\n{}\n```\n"])
def test_examples_in_a_guide_cite_nothing(checkout, example):
    change = checkout.edited("docs/vi/gioi-thieu.md", "- Toàn văn", f"- {example.format('27-KH/BTGTW')} - Toàn văn")
    assert [f for f in checkout.findings(change) if f.code.startswith("XREF")] == []


SEVERAL = [
    ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", None, ()),
    ("Kế hoạch số 26-KH/BTGTW ngày 04/4/2016", None, ()),
    ("Kế hoạch số 26-KH/BTGTW", "Ghi thêm ngày.", (TWIN, "26-kh-btgtw-2021", "ngày 04/4/2016", "ngày 05/5/2021")),
    ("Kế hoạch số 26-KH/BTGTW của Ban Tuyên giáo Trung ương", "Ghi thêm ngày.", (TWIN, "26-kh-btgtw-2021")),
    ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2020", "Ở đây ngày «05/5/2020» không phải của văn bản nào", (TWIN,)),
]


@pytest.mark.parametrize(("words", "remedy", "message"), SEVERAL)
def test_what_would_decide_between_several(checkout, words, remedy, message):
    findings = [f for f in found(checkout, words, twin(checkout)) if f.span.line == checkout.line(QUESTION, "Theo [")]
    if remedy is None:
        assert [f for f in findings if f.span.file == QUESTION] == []
        return
    [finding] = [f for f in findings if f.span.file == QUESTION]
    assert finding.code == "XREF-007"
    assert finding.remedy.startswith(remedy)
    assert [each for each in message if each not in finding.message] == []


def test_where_only_the_issuer_differs_it_is_the_issuer_that_would_decide(checkout):
    more = twin(checkout, "Ban Tuyên giáo Trung ương", "Ban Tổ chức Trung ương")
    [finding, *_] = [f for f in found(checkout, "Kế hoạch số 26-KH/BTGTW", more) if f.span.file == QUESTION]
    assert finding.remedy == "Ghi thêm cơ quan ban hành."


def test_words_of_record_are_not_to_be_changed(checkout):
    """The register is what can be mended, where a provision says otherwise."""
    change = checkout.edited(CITED, "date: 2021-05-05\n", "date: 2021-05-06\n")
    change[CITED] = change[CITED].replace("stated_by: 23-kh-duk-2021#mo-dau-p1\n", "")
    findings = [f for f in checkout.findings(change) if f.span.file == PLAN and f.code == "XREF-002"]
    assert findings
    assert all("là nguyên văn, không sửa" in f.remedy and f"{CITED}:7" in f.remedy for f in findings)


WITHIN = [
    ("mục 1, phần II Kế hoạch này", []),  # an answer is no document: nobody says which one is meant
    ("phần II Nghị quyết Đại hội XIII của Đảng", ["XREF-006"]),
    ("mục 9, phần III Kế hoạch số 23-KH/ĐUK", ["XREF-003"]),
    ("mục 2 Chỉ thị 05", ["XREF-006"]),
]


@pytest.mark.parametrize(("words", "codes"), WITHIN)
def test_locators_into_documents_that_are_named_without_their_number(checkout, words, codes):
    findings = found(checkout, words)
    assert [f.code for f in findings] == codes
    assert all(f.severity is Severity.NOTICE for f in findings if f.code == "XREF-006")


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        ("KH", "KẾ HOẠCH", []),
        ("QĐ", "QUYẾT ĐỊNH", []),
        ("quy định", "QUY ĐỊNH", []),
        ("quy định", "QUYẾT ĐỊNH", ["«kind» ghi «quy định», phần tiêu đề của nguyên văn ghi «quyết định»."]),
        ("quyết định", "QUYẾT ĐỊNH", ["Chưa có «quyết định» trong docs/_data/kinds.yml."]),
        ("thông tri", "QUY ĐỊNH", None),
    ],
)
def test_a_kind_that_is_given_by_its_name_is_that_of_the_title(checkout, kind, title, expected):
    symbol = "KH" if kind == "KH" else "QĐ"
    files = {
        file.replace("kh-btgtw", f"{symbol.lower().replace('đ', 'd')}-btgtw"): text.replace("-KH/", f"-{symbol}/")
        .replace("KẾ HOẠCH", title)
        .replace("kind: KH", f"kind: {kind}")
        .replace("107-kh-btgtw", f"107-{symbol.lower().replace('đ', 'd')}-btgtw")
        for file, text in chain.held(107, chain.OLDEST, "Các đơn vị trồng cây.").items()
    }
    record = next(text for file, text in files.items() if file.endswith(".txt"))
    original = next(file for file in files if file.startswith(FOLDER))
    files[original] = re.sub("sha256: .*", f"sha256: {sha256(record.encode()).hexdigest()}", files[original])
    said = [each.message for each in checkout.findings(files) if each.code.startswith("META")]
    assert said if expected is None else said == expected
