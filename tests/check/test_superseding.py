"""What a text says has become of others: what says nothing of the kind first, then what says it, and the reminder."""

from __future__ import annotations

import re

import pytest

from kb.importing.making import made
from kb.importing.placing import files
from kb.importing.received import Paragraph, Received
from kb.model.finding import Severity
from kb.model.superseding import superseded
from tests.check.chain import amended_by, expired, held, key, path, registered, replaced_by

HEADS = {
    "KH": "BAN TUYÊN GIÁO TRUNG ƯƠNG\n*\nSố {}-KH/BTGTW\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Hà Nội, ngày 02 tháng 3 năm 2024\nKẾ HOẠCH",
    "QĐ": "ỦY BAN NHÂN DÂN TỈNH X\nSố: {}/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "X, ngày 02 tháng 3 năm 2024\nQUYẾT ĐỊNH",
    "NĐ": "CHÍNH PHỦ\nSố: {}/2024/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nội, ngày 02 tháng 3 năm 2024\nNGHỊ ĐỊNH",
}
ENTRY = """---
number: {number}
kind: {kind}
issuer: {issuer}
issuer_name: null
place: null
date: {date}
subject: null
basis: []
language: vi
text: not-held
---
"""
OLD = {
    "K1": ("71-KH/BTGTW", "KH", "BTGTW", "2018-03-02"),
    "K2": ("72-KH/BTGTW", "KH", "BTGTW", "2019-03-02"),
    "Q1": ("81/QĐ-UBND", "QĐ", "UBND", "2018-03-02"),
    "Q2": ("82/QĐ-UBND", "QĐ", "UBND", "2019-03-02"),
    "N1": ("91/2018/NĐ-CP", "NĐ", "CP", "2018-03-02"),
    "N2": ("92/2019/NĐ-CP", "NĐ", "CP", "2019-03-02"),
    "later": ("93/2030/NĐ-CP", "NĐ", "CP", "2030-03-02"),
}
CASES = [
    # another sense of the words, or no document behind them
    ("KH", "Một việc\nI. MỘT\n1. Bố trí thay thế cán bộ theo Kế hoạch số 71-KH/BTGTW.", {}),
    ("KH", "Một việc\nThay thế đồng chí trưởng đoàn nêu tại Kế hoạch số 71-KH/BTGTW bằng phó trưởng đoàn.", {}),
    ("KH", "Một việc\nKế hoạch này thay thế các kế hoạch trước đây về cùng một việc.", {}),
    ("KH", "Một việc\nKế hoạch này thay thế các kế hoạch trái với Kế hoạch số 71-KH/BTGTW.", {}),
    ("QĐ", "Một việc\nĐiều 1. Thay thế biểu mẫu ban hành kèm theo Quyết định số 81/QĐ-UBND.", {}),
    ("QĐ", "Một việc\nĐiều 1. Thay thế cụm từ “tỉnh” tại Quyết định số 81/QĐ-UBND bằng “xã”.", {}),
    # a task, a wish, a draft
    ("KH", "Một việc\nI. MỘT\n- Sửa đổi, bổ sung Kế hoạch số 71-KH/BTGTW cho phù hợp.", {}),
    ("KH", "Một việc\nI. MỘT\nSửa đổi, bổ sung Quyết định số 81/QĐ-UBND.", {}),
    ("KH", "Một việc\nI. MỘT\nBãi bỏ Quyết định số 81/QĐ-UBND.", {}),
    ("KH", "Một việc\nTham mưu ban hành Quyết định thay thế Quyết định số 81/QĐ-UBND.", {}),
    ("KH", "Một việc\nRà soát, sửa đổi, bổ sung Nghị định số 91/2018/NĐ-CP.", {}),
    ("KH", "Một việc\nĐề nghị bãi bỏ Quyết định số 81/QĐ-UBND.", {}),
    ("KH", "Một việc\nThực hiện Quyết định số 82/QĐ-UBND về sửa đổi, bổ sung Nghị định số 91/2018/NĐ-CP.", {}),
    ("KH", "Sửa đổi, bổ sung Quyết định số 81/QĐ-UBND\nMột đoạn.", {}),
    ("KH", "Một việc\nQuyết định này có hiệu lực đến khi có Quyết định thay thế Quyết định số 81/QĐ-UBND.", {}),
    ("QĐ", "Một việc\nĐiều 1. Quyết định này có hiệu lực đến khi thay thế Quyết định số 81/QĐ-UBND.", {}),
    # still in force, or not for certain
    ("KH", "Một việc\nKế hoạch số 71-KH/BTGTW chưa hết hiệu lực.", {}),
    ("KH", "Một việc\nKhi Kế hoạch số 71-KH/BTGTW hết hiệu lực, các đơn vị báo cáo.", {}),
    ("KH", "Một việc\nChỉ tiêu nêu tại Kế hoạch số 71-KH/BTGTW được thay thế bằng Kế hoạch này.", {}),
    ("QĐ", "Một việc\nĐiều 1. Điều 5 Quyết định số 81/QĐ-UBND hết hiệu lực kể từ ngày ký.", {}),
    ("QĐ", "Một việc\nĐiều 1. Kế hoạch số 71-KH/BTGTW vẫn thực hiện; bãi bỏ các quy định trước đây.", {}),
    # words of another document
    ("KH", "Một việc\nTheo đó, “Kế hoạch này thay thế Kế hoạch số 71-KH/BTGTW”.", {}),
    (
        "QĐ", "Một việc\nĐiều 1. Sửa đổi Điều 9 như sau:\n“Điều 9. Hiệu lực\nQuyết định này thay thế Quyết định số"
        " 81/QĐ-UBND.\nBãi bỏ Quyết định số 82/QĐ-UBND.”", {},
    ),
    # a later document is replaced by none
    ("NĐ", "Một việc\nĐiều 1. Nghị định này thay thế Nghị định số 93/2030/NĐ-CP.", {}),
    # it replaces
    ("KH", "Một việc\nKế hoạch này thay thế Kế hoạch số 71-KH/BTGTW ngày 02/3/2018.", {"K1": "replaced_by"}),
    ("KH", "Một việc\nKế hoạch này thay thế cho Kế hoạch 71-KH/BTGTW.", {"K1": "replaced_by"}),
    ("KH", "Một việc\nKế hoạch này có hiệu lực từ ngày ký. Thay thế Kế hoạch số 71-KH/BTGTW.", {"K1": "replaced_by"}),
    (
        "QĐ", "Một việc\nĐiều 2. Quyết định này có hiệu lực kể từ ngày 01.4.2024 và thay thế Quyết định số 81/QĐ-UBND"
        " ngày 02/3/2018 về một việc.", {"Q1": "replaced_by"},
    ),
    ("QĐ", "Một việc\nĐiều 2. Quyết định này có hiệu lực từ ngày ký, thay thế các Quyết định số 81/QĐ-UBND, số"
     " 82/QĐ-UBND.", {"Q1": "replaced_by", "Q2": "replaced_by"}),
    (
        "NĐ", "Một việc\nĐiều 2. Hiệu lực\n1. Nghị định này thay thế Nghị định số 91/2018/NĐ-CP về một việc; Nghị định"
        " số 92/2019/NĐ-CP về hai việc.", {"N1": "replaced_by", "N2": "replaced_by"},
    ),
    (
        "NĐ", "Một việc\nĐiều 2. Nghị định này thay thế Nghị định số 91/2018/NĐ-CP; Nghị định số 92/2019/NĐ-CP vẫn"
        " có hiệu lực.", {"N1": "replaced_by"},
    ),
    (
        "NĐ", "Một việc\nĐiều 2. Nghị định này thay thế các Nghị định sau đây:\na) Nghị định số 91/2018/NĐ-CP về một"
        " việc;\nb) Nghị định số 92/2019/NĐ-CP.\nĐiều 3. Thi hành\nThực hiện theo Quyết định số 81/QĐ-UBND.",
        {"N1": "replaced_by", "N2": "replaced_by"},
    ),
    ("QĐ", "Một việc\nĐiều 2. Quyết định số 81/QĐ-UBND được thay thế bằng Quyết định này.", {"Q1": "replaced_by"}),
    # another one does
    (
        "QĐ", "Một việc\nCăn cứ Nghị định số 91/2018/NĐ-CP được thay thế bởi Nghị định số 92/2019/NĐ-CP;", {},
    ),
    ("KH", "Một việc\nNghị định số 92/2019/NĐ-CP thay thế Nghị định số 91/2018/NĐ-CP.", {"N1": "replaced_by"}),
    # it repeals
    ("QĐ", "Một việc\nĐiều 2. Bãi bỏ Quyết định số 81/QĐ-UBND.", {"Q1": "expired"}),
    ("QĐ", "Một việc\nĐiều 1. Nay huỷ bỏ toàn bộ Quyết định số 81/QĐ-UBND và Quyết định số 82/QĐ-UBND.",
     {"Q1": "expired", "Q2": "expired"}),
    ("QĐ", "Bãi bỏ Quyết định số 81/QĐ-UBND\nĐiều 1. Một.", {"Q1": "expired"}),
    ("QĐ", "Về việc bãi bỏ\nKế hoạch số 71-KH/BTGTW\nĐiều 1. Một.", {"K1": "expired"}),
    (
        "NĐ", "Một việc\nĐiều 2. Hiệu lực\nKể từ ngày Nghị định này có hiệu lực, Nghị định số 91/2018/NĐ-CP và Nghị"
        " định số 92/2019/NĐ-CP hết hiệu lực thi hành.", {"N1": "expired", "N2": "expired"},
    ),
    ("KH", "Một việc\nKế hoạch số 71-KH/BTGTW hết hiệu lực kể từ ngày ký Kế hoạch này.", {"K1": "expired"}),
    ("QĐ", "Một việc\nĐiều 2. Các văn bản sau hết hiệu lực kể từ ngày ký:\n1. Quyết định số 81/QĐ-UBND;\n2. Quyết định"
     " số 82/QĐ-UBND.", {"Q1": "expired", "Q2": "expired"}),
    # it amends
    ("NĐ", "Sửa đổi, bổ sung một số điều của Nghị định số 91/2018/NĐ-CP\nĐiều 1. Một.", {"N1": "amended_by"}),
    ("NĐ", "Một việc\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 91/2018/NĐ-CP như sau:",
     {"N1": "amended_by"}),
    ("NĐ", "Một việc\nĐiều 1. Bãi bỏ khoản 2 Điều 3 Nghị định số 91/2018/NĐ-CP.", {"N1": "amended_by"}),
    ("NĐ", "Một việc\nĐiều 1. Bãi bỏ một số điều, khoản của Nghị định số 91/2018/NĐ-CP.", {"N1": "amended_by"}),
    (
        "QĐ", "Một việc\nCăn cứ Nghị định số 92/2019/NĐ-CP ngày 02/3/2019 của Chính phủ sửa đổi, bổ sung một số điều"
        " của Nghị định số 91/2018/NĐ-CP;", {"N1": "amended_by"},
    ),
    (
        "KH", "Một việc\nNghị định số 91/2018/NĐ-CP ngày 02/3/2018 của Chính phủ về một việc đã được sửa đổi, bổ sung"
        " bởi Nghị định số 92/2019/NĐ-CP.", {"N1": "amended_by"},
    ),
]  # fmt: skip


@pytest.fixture(scope="session")
def said(checkout) -> dict[int, dict[str, str]]:
    """What each case says, all read at once: by its place in the table, of which old document which field."""
    texts, ids, old = {}, {}, {}
    for name, (number, kind, issuer, date) in OLD.items():
        old[name] = re.sub(r"[^a-z0-9]+", "-", number.lower().replace("đ", "d")) + f"-{date[:4]}" * (
            "/20" not in number
        )
        texts[f"docs/vi/van-ban/{old[name]}.md"] = ENTRY.format(number=number, kind=kind, issuer=issuer, date=date)
    vocabulary = checkout.read({}).numbers
    for place, (kind, words, _) in enumerate(CASES):
        lines = [Paragraph(line) for line in f"{HEADS[kind].format(201 + place)}\n{words}".split("\n")]
        document = made(Received(lines), "0" * 64, vocabulary)
        texts |= files(document)
        ids[document.fields.id] = place
    library = checkout.read(texts)
    names = {each: name for name, each in old.items()}
    found: dict[int, dict[str, str]] = {}
    for each, place in ids.items():
        document = library.originals[each]
        told = superseded(library, document, library.cited_by_file.get(document.path, ()))
        found[place] = {names[one.document.id]: one.field for one in told}
    return found


@pytest.mark.parametrize("place", range(len(CASES)), ids=[words for _, words, _ in CASES])
def test_what_a_text_says(said, place):
    assert said[place] == CASES[place][2]


A, B = (71, 2018), (72, 2019)
NAMED = f"Kế hoạch này thay thế Kế hoạch số {A[0]}-KH/BTGTW ngày 02/3/{A[1]}."
PARTLY = f"Kế hoạch này sửa đổi, bổ sung một số nội dung của Kế hoạch số {A[0]}-KH/BTGTW."
OVER = f"Kế hoạch số {A[0]}-KH/BTGTW hết hiệu lực kể từ ngày ký Kế hoạch này."
PLACE = f"{key(*B)}#mo-dau-p1"
REMINDED = [
    (NAMED, replaced_by(key(*B), PLACE)),
    (PARTLY, amended_by((key(*B), PLACE))),
    (OVER, expired("2019-03-02", PLACE)),
]


@pytest.mark.parametrize(("words", "lines"), REMINDED)
def test_the_entry_is_reminded_of_until_it_says_so(checkout, words, lines):
    assert checkout.findings(registered(*A, lines) | held(*B, words)) == []
    [found] = checkout.findings(registered(*A) | held(*B, words))
    assert (found.code, found.severity, found.span.file) == ("REL-006", Severity.NOTICE, path(*B))
    assert path(*A) in found.remedy
    assert lines.partition(":")[0] in found.remedy
    assert f"stated_by: {PLACE}" in found.remedy


def test_what_it_says_to_write_is_what_the_entry_needs(checkout):
    for words, _ in REMINDED:
        [found] = checkout.findings(registered(*A) | held(*B, words))
        line = re.search(r": (\w+: .*\})", found.remedy)[1].replace("năm-tháng-ngày", "2019-03-02")
        line += "]" * line.count("[")
        assert checkout.findings(registered(*A, f"{line}\n") | held(*B, words)) == [], line


def test_once_a_document_at_the_words_that_weigh_most(checkout):
    words = f"{PARTLY} {NAMED} {NAMED}"
    [found] = checkout.findings(registered(*A) | held(*B, words))
    assert "replaced_by:" in found.remedy
    assert found.span.column == words.index("71-KH", len(PARTLY)) + 1


def test_an_entry_that_is_over_is_not_reminded_of_an_amendment(checkout):
    assert checkout.findings(registered(*A, replaced_by(key(*B), PLACE)) | held(*B, f"{PARTLY} {NAMED}")) == []


def test_a_further_amendment_joins_the_others(checkout):
    other = amended_by((key(*B), PLACE))
    both = registered(*A, other) | held(*B, PARTLY) | held(73, 2020, PARTLY)
    [found] = checkout.findings(both)
    assert found.span.file == path(73, 2020)
    assert "thêm vào «amended_by»" in found.remedy


def test_a_draft_reminds_of_nothing(checkout):
    draft = {
        file: text.replace("language: vi\n", "language: vi\nstatus: draft\n") for file, text in held(*B, NAMED).items()
    }
    assert [f.code for f in checkout.findings(registered(*A) | draft) if f.code.startswith("REL")] == []
