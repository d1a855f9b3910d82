"""What careful editors write in answers, and the slips beside it: each slip is found once, nothing else is."""

from __future__ import annotations

import pytest

QUESTION = {language: f"docs/{language}/hoi-dap/ai-kiem-tra-don-doc.md" for language in ("vi", "en")}
FIRST = {"vi": "Theo [", "en": "Under the ["}
RETRANSLATED = "TRANS-002"
"""All that a sound change of a Vietnamese answer gives: its translation is to be looked at again."""


@pytest.fixture
def codes(checkout):
    """The codes that an answer gives with these words before it, in the lines that they take."""

    def found(language: str, words: str) -> list[str]:
        file, first = QUESTION[language], FIRST[language]
        change = checkout.edited(file, first, f"{words}\n{first}")
        start = checkout.line(file, first)
        faults = [fault for fault in checkout.faults(change) if fault[2] != RETRANSLATED]
        lines = range(start, start + words.count("\n") + 1)
        assert all(where == file and line in lines for where, line, _ in faults)
        return [code for _, _, code in faults]

    return found


ISSUERS = [
    # slips
    ("vi", "Kế hoạch số 23-KH/ĐUK của Ban Chấp hành Đảng bộ Khối.", ["XREF-005"]),
    ("vi", "Chương trình hành động số 07-CTr/ĐUK của Ban Thường vụ Đảng ủy Khối.", ["XREF-005"]),
    ("vi", "Chỉ thị số 05-CT/TW của Ban Bí thư.", ["XREF-005"]),
    ("vi", "Kế hoạch số 26-KH/BTGTW của Ban Tuyên giáo Đảng ủy Khối.", ["XREF-005"]),
    ("en", "Directive No. 05-CT/TW of the Secretariat.", ["XREF-005"]),
    ("en", "Action Programme No. 07-CTr/ĐUK of the Standing Committee of the Bloc Party Committee.", ["XREF-005"]),
    ("en", "Plan No. 26-KH/BTGTW of the Central Organisation Commission.", ["XREF-005"]),
    ("vi", "Kế hoạch số 26-KH/BTGTW do Ban Tổ chức Trung ương ban hành.", ["XREF-005"]),
    # who carries it out has not issued it
    ("vi", "Việc thực hiện Kế hoạch số 23-KH/ĐUK của các đảng ủy trực thuộc.", []),
    ("vi", "Việc thực hiện Kế hoạch số 23-KH/ĐUK do Ban Tuyên giáo Đảng ủy Khối theo dõi.", []),
    # the same issuer in other words
    ("vi", "Kế hoạch số 23-KH/ĐUK của Đảng ủy Khối các cơ quan Trung ương.", []),
    ("vi", "Kế hoạch số 23-KH/ĐUK của Đảng ủy Khối.", []),
    ("vi", "Kế hoạch số 23-KH/ĐUK của Ban Thường vụ.", []),
    ("vi", "Chương trình số 07-CTr/ĐUK của Đảng ủy Khối.", []),
    ("vi", "Kế hoạch số 26-KH/BTGTW của Ban Tuyên giáo TW.", []),
    ("vi", "Kế hoạch 26-KH/BTGTW của BTGTW.", []),
    ("en", "Plan No. 23-KH/ĐUK of the Bloc Party Committee.", []),
    ("en", "Plan No. 23-KH/ĐUK of the Standing Committee of the Bloc Party Committee.", []),
    ("en", "Plan No. 26-KH/BTGTW dated 5 May 2021 of the Commission.", []),
    ("en", "Plan 26-KH/BTGTW of BTGTW.", []),
]


@pytest.mark.parametrize(("language", "words", "expected"), ISSUERS)
def test_issuers(codes, language, words, expected):
    assert codes(language, words) == expected


PLACE = "[gạch đầu dòng {}, mục 2, phần III](../van-ban/23-kh-duk-2021.md#{})"
QUOTATIONS = [
    # slips
    ("vi", "“[không] giao Ban Tuyên giáo Đảng ủy Khối theo dõi”.", ["QUOTE-001"]),
    ("vi", "“Giao [Đảng ủy Khối] theo dõi, kiểm tra”.", ["QUOTE-001"]),
    ("vi", "“[Ban Tuyên giáo Trung ương] giao Ban Tuyên giáo Đảng ủy Khối theo dõi”.", ["QUOTE-001"]),
    ("vi", "“giao Ban Tuyên giáo … thực hiện kế hoạch này”.", ["QUOTE-001"]),
    ("vi", "“những biểu hiện ‘tự chuyển biến’ trong nội bộ”.", ["QUOTE-001"]),
    ("en", "“[not] to monitor, inspect and urge”.", ["QUOTE-001"]),
    # where it stands is said behind it
    (
        "vi",
        f"{PLACE.format('thứ nhất', 'iii-2-1')} và “tự diễn biến” ở {PLACE.format('thứ hai', 'iii-2-2')}.",
        ["QUOTE-002"],
    ),
    ("vi", f"{PLACE.format('thứ nhất', 'iii-2-1')} và “tự diễn biến” ở {PLACE.format('thứ ba', 'iii-2-3')}.", []),
    # marks inside, a beginning in the middle of a sentence, who it is in brackets
    ("vi", "“những biểu hiện ‘tự diễn biến’, ‘tự chuyển hóa’ trong nội bộ”.", []),
    ("vi", "“giao Ban Tuyên giáo […] thực hiện Kế hoạch này”.", []),
    ("vi", "“[Đảng ủy Khối] giao Ban Tuyên giáo Đảng ủy Khối theo dõi”.", []),
    ("en", "“manifestations of ‘self-evolution’ and ‘self-transformation’ within the ranks”.", []),
    ("en", "“Ho Chi Minh's thought, ethics and style”.", []),
    # what is quoted has the tones of its source; our own words have one way
    ("vi", "Đảng uỷ Khối, Đảng ủy Khối.", ["TEXT-003"]),
    ("vi", "“Đảng ủy Khối”, «Đảng ủy Khối».", []),
]


@pytest.mark.parametrize(("language", "words", "expected"), QUOTATIONS)
def test_quotations(codes, language, words, expected):
    assert codes(language, words) == expected


def test_what_an_answer_quotes_may_have_other_tones_than_its_own_words(checkout):
    file = QUESTION["vi"]
    text = checkout.texts[file]
    (own,) = [at for at in (text.find("Đảng ủy Khối giao"),) if at >= 0]
    changed = f"{text[:own]}Đảng uỷ Khối giao{text[own + len('Đảng ủy Khối giao') :]}"
    assert [code for _, _, code in checkout.faults({file: changed})] == [RETRANSLATED]


def link(words: str, target: str) -> str:
    return f"[{words}](../van-ban/{target})"


LINKS = [
    # slips: the words name another document
    ("vi", link("Kế hoạch số 23-KH/ĐUK", "26-kh-btgtw-2021.md"), ["LINK-004"]),
    ("vi", link("Hướng dẫn 169", "05-ct-tw-2016.md"), ["LINK-004"]),
    ("vi", link("số 169-HD/BTGTW", "26-kh-btgtw-2021.md"), ["LINK-004"]),
    ("vi", link("Kế hoạch số 26-KH/BTGTW", "23-kh-duk-2021.md"), ["LINK-004"]),
    ("vi", link("Kế hoạch số 26-KH/BTGTW", "23-kh-duk-2021.md#iii-2-4"), ["LINK-004"]),
    ("vi", link("Nghị quyết Đại hội XIII của Đảng", "nq-dai-hoi-xiii-dang-bo-khoi.md"), ["LINK-004"]),
    ("en", link("Plan No. 23-KH/ĐUK", "26-kh-btgtw-2021.md"), ["LINK-004"]),
    ("en", link("Resolution of the 13th Party Congress", "nq-dai-hoi-xiii-dang-bo-khoi.md"), ["LINK-004"]),
    # one fault is one finding
    ("vi", link("Kế hoạch số 62-KH/BTGTW", "23-kh-duk-2021.md"), ["XREF-001"]),
    # the document, a passage of it, a passage that cites it, what only speaks of it
    ("vi", link("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", "26-kh-btgtw-2021.md"), []),
    ("vi", link("mục 2, phần III Kế hoạch số 23-KH/ĐUK", "23-kh-duk-2021.md#iii-2"), []),
    ("vi", link("Kế hoạch số 26-KH/BTGTW", "23-kh-duk-2021.md#mo-dau-p1"), []),
    ("vi", link("văn bản thực hiện Kế hoạch số 26-KH/BTGTW", "23-kh-duk-2021.md"), []),
    ("vi", link("Kế hoạch số 26-KH/BTGTW và Kế hoạch số 23-KH/ĐUK", "23-kh-duk-2021.md"), []),
    ("vi", link("Kế hoạch số 23-KH/ĐUK", "index.md"), []),
    ("en", link("the Plan No. 23-KH/ĐUK", "23-kh-duk-2021.md"), []),
]


@pytest.mark.parametrize(("language", "words", "expected"), LINKS)
def test_links(codes, language, words, expected):
    assert codes(language, f"{words}.") == expected


SHORT_FORMS = [
    # slips
    ("vi", "Kế hoạch 62 giao việc ấy.", ["XREF-001"]),
    ("vi", "Theo Kế hoạch số 62, có việc ấy.", ["XREF-001"]),
    ("vi", "Hướng dẫn 196 nêu việc ấy.", ["XREF-001"]),
    ("vi", "Chỉ thị 05 ngày 15/5/2018 nêu việc ấy.", ["XREF-002"]),
    ("vi", "Kế hoạch số 62-KH/BTGTW (sau đây là Kế hoạch 62) và Kế hoạch 62 khác nhau.", ["XREF-001"]),
    ("en", "Plan 62 assigns it.", ["XREF-001"]),
    ("en", "Under Plan 62, it is assigned.", ["XREF-001"]),
    ("en", "Guidance No. 196 says so.", ["XREF-001"]),
    ("en", "Directive 05 dated 15 May 2018 says so.", ["XREF-002"]),
    ("en", "Plan 26 of the Central Organisation Commission says so.", ["XREF-005"]),
    # documents that are there; kinds of which none has a number; what is counted
    ("vi", "Kế hoạch 23 và Kế hoạch số 26 khác nhau; Chỉ thị 05, Hướng dẫn 169, Chương trình hành động 07.", []),
    ("vi", "Nghị quyết 18 không có ở đây.", []),
    ("vi", "Kế hoạch 5 năm, Kế hoạch 2021, kế hoạch 62 việc.", []),
    ("en", "Plan 23 and Plan No. 26 differ; Directive 05, Guidance 169, Action Programme 07.", []),
    ("en", "Resolution 18 is not here; the Plan 5 years ago; Plan 2021.", []),
    ("en", "Plan 26 dated 5 May 2021 of the Central Commission for Propaganda and Education.", []),
]


@pytest.mark.parametrize(("language", "words", "expected"), SHORT_FORMS)
def test_short_forms(codes, language, words, expected):
    assert codes(language, words) == expected


PLACES = [
    # links: from the largest unit to the smallest, a subsection after another section
    ("vi", "[phần III, mục 2, gạch đầu dòng thứ tư](../van-ban/23-kh-duk-2021.md#iii-2-3).", ["LINK-004"]),
    ("vi", "[phần III, mục 2, gạch đầu dòng thứ tư](../van-ban/23-kh-duk-2021.md#iii-2-4).", []),
    ("en", "[section 2, part III, fourth dash](../van-ban/23-kh-duk-2021.md#iii-2-4).", []),
    (
        "vi",
        "[mục 1, phần I](../van-ban/23-kh-duk-2021.md#i-1), [tiểu mục 2.4](../van-ban/23-kh-duk-2021.md#ii-2.4).",
        [],
    ),
    (
        "vi",
        "[mục 1, phần I](../van-ban/23-kh-duk-2021.md#i-1), [tiểu mục 2.4](../van-ban/23-kh-duk-2021.md#ii-2.3).",
        ["LINK-004"],
    ),
    # slips
    ("vi", "Theo mục II.2.7 Kế hoạch số 23-KH/ĐUK.", ["XREF-003"]),
    ("en", "In the fifth dash, section 1, part III of Plan No. 23-KH/ĐUK.", ["XREF-003"]),
    ("en", "In subsection 2.7, section 2, part II of the Plan No. 23-KH/ĐUK.", ["XREF-003"]),
    ("en", "In section II.2.7 of Plan No. 23-KH/ĐUK.", ["XREF-003"]),
    # what is there, several of them, another sentence
    ("vi", "Theo mục II.2.3 và mục II.2 Kế hoạch số 23-KH/ĐUK.", []),
    ("en", "In the fourth dash, section 1, part III of Plan No. 23-KH/ĐUK.", []),
    ("en", "In the first to fifth dash, section 1, part III of Plan No. 23-KH/ĐUK.", []),
    ("en", "In section II.2.3 of Plan No. 23-KH/ĐUK.", []),
    ("en", "It is in part IV. Plan No. 23-KH/ĐUK has three.", []),
    ("en", "Under the opening paragraph of Plan No. 23-KH/ĐUK.", []),
]


@pytest.mark.parametrize(("language", "words", "expected"), PLACES)
def test_places(codes, language, words, expected):
    assert codes(language, words) == expected


AROUND = [
    # slips: a date of the next document that is no part of a clause of its own, two that are changed
    ("vi", "Kế hoạch số 26-KH/BTGTW ngày 17/5/2021 và Kế hoạch số 23-KH/ĐUK.", ["XREF-002"]),
    ("vi", "Kế hoạch số 26-KH/BTGTW, ngày 17/5/2021, và Kế hoạch số 23-KH/ĐUK.", ["XREF-002"]),
    ("vi", "Kế hoạch số 26-KH/BTGTW, ngày 18/5/2021 Kế hoạch số 23-KH/ĐUK.", ["XREF-002"]),
    (
        "vi",
        "Kế hoạch số 26-KH/BTGTW ngày 17/5/2021 và Kế hoạch số 23-KH/ĐUK ngày 05/5/2021.",
        ["XREF-002", "XREF-002"],
    ),
    ("vi", "Chương trình số 07-CTr/ĐUK và Chỉ thị số 05-CT/TW ngày 28/4/2021 và 15/5/2016.", ["XREF-002"]),
    # the date of the next one, a date for each
    ("vi", "Sau khi có Kế hoạch số 26-KH/BTGTW, ngày 17/5/2021 Kế hoạch số 23-KH/ĐUK được ban hành.", []),
    ("vi", "Theo Kế hoạch số 26-KH/BTGTW, ngày 17/5/2021, Đảng ủy Khối ban hành Kế hoạch số 23-KH/ĐUK.", []),
    ("vi", "Chương trình số 07-CTr/ĐUK và Chỉ thị số 05-CT/TW ngày 29/4/2021 và 15/5/2016.", []),
    ("en", "After Plan No. 26-KH/BTGTW, on 17 May 2021 Plan No. 23-KH/ĐUK was issued.", []),
    # slips: before the verb, in the next cell, the American order
    ("vi", "Ban Tổ chức Trung ương ban hành Kế hoạch số 26-KH/BTGTW.", ["XREF-005"]),
    ("en", "The Central Organisation Commission issued Plan No. 26-KH/BTGTW.", ["XREF-005"]),
    (
        "en",
        "On 6 May 2021, the Central Commission for Propaganda and Education issued Plan No. 26-KH/BTGTW.",
        ["XREF-002"],
    ),
    ("en", "Action Programme No. 07-CTr/ĐUK dated 4/28/2021.", ["XREF-002"]),
    ("en", "Plan No. 26-KH/BTGTW dated 5/6/2021.", ["XREF-002"]),
    ("en", "| No. | Date |\n| --- | --- |\n| Directive No. 05-CT/TW | 15 June 2016 |\n", ["XREF-002"]),
    ("en", "| No. | Issuer |\n| --- | --- |\n| Directive No. 05-CT/TW | Secretariat |\n", ["XREF-005"]),
    # the same, right; who submits need not be who issues
    ("vi", "Ngày 05/5/2021, Ban Tuyên giáo Trung ương đã ban hành Kế hoạch số 26-KH/BTGTW.", []),
    ("vi", "Đảng ủy ban hành Kế hoạch số 23-KH/ĐUK; Ban Tuyên giáo Đảng ủy Khối trình Kế hoạch số 23-KH/ĐUK.", []),
    ("en", "On 5 May 2021, the Commission issued Plan No. 26-KH/BTGTW.", []),
    ("en", "Action Programme No. 07-CTr/ĐUK dated 4/29/2021, and Plan No. 26-KH/BTGTW dated May 5, 2021.", []),
    (
        "en",
        "Action Programme No. 07-CTr/ĐUK and Directive No. 05-CT/TW, issued on 29 April 2021 and 15 May 2016.",
        [],
    ),
    ("en", "| No. | Held |\n| --- | --- |\n| Directive No. 05-CT/TW | Full text not held |\n", []),
]


@pytest.mark.parametrize(("language", "words", "expected"), AROUND)
def test_what_stands_around_a_number(codes, language, words, expected):
    assert codes(language, words) == expected
