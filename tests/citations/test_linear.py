"""No text costs more than its length: eight times the text, about eight times the time, not sixty-four."""

from time import process_time

import pytest

from kb.parse.citations import read

SMALL, FACTOR, ALLOWED = 4_000, 8, 24
NAMES = (("Nghị quyết Đại hội XIII của Đảng", "nq"), ("a a a a a b", "a"))
HOSTILE = [
    *["1", "1/", "1-", "1/2", "12-A", "12/A-", "12/2020/", "12/2020/A-", "A-A/", "QĐ-", "&A", "1.1", "1a"],
    *["số ", "số:", "Kế hoạch ", "Luật ", "của ", "của Bộ ", "Thông tư liên tịch ", "mẫu số 1/A-B, "],
    *["Điều 1, ", "điểm a ", "khoản 1 và ", "mục 1.1.1.1-", "1-1-", "I.", "thứ hai "],
    *["ngày 1/1/2020 ", "ngày ", "1/1/2020", "tháng 1 ", "ban hành ", "ban hành ngày ", "được ", "|", "| "],
    *[
        " ",
        "\n",
        "\r\n",
        "\u00a0",
        "_",
        "(",
        ")(",
        ". ",
        ";",
        "e\u0301",
        "\u0301",
        "\u0323\u0302",
        "này ",
        "trên ",
        "đó ",
    ],
    *[
        "https://a ",
        "www.",
        "a ",
        "Nghị quyết Đại hội ",
        "Nghị quyết số 1, ",
        "12/QĐ-TTg ",
        "12/QĐ-TTg,",
        "1-NQ/TW và ",
    ],
    *[
        "1.AB/",
        "1.AB/C",
        "QĐ/-",
        "12/QĐ-\n",
        "12/QĐ-" + " " * 30,
        "(a) ",
        "“a” ",
        "điểm (a) ",
        "hồi 8h00 ",
        "<br>",
        "1,2,3,",
    ],
    *["<b>", "<b ", "</td>", "<td", "&amp;", "&a", "\\n", "\n ", "7.2020.", "cùng ngày ", "12 - A - ", "T T-"],
    *["điều điều điều ", "((((", "))))", "[[", "khoản 1, 2, ", "của Hội nghị ", "12/BVYHCT-KH "],
    *[
        "điểm a (",
        "(điểm a) ",
        "một phần 1. ",
        "a/1-KH-TU ",
        "/20/1-A-",
        "12/KH - A - ",
        "QĐ-A.B",
        "/nb",
        "QH.1",
        "Mã A: ",
    ],
    *[
        "| Số | Ngày ký |\n",
        "| Số | Ngày ký |\n|--|--|\n",
        "|--\n",
        "| Số | Ngày ký |\n|--|--|\n| 12-KH/TU | ",
        "\n1/1/2020 12-KH/TU",
        "12/2020//",
        "12/QH14/",
        "1/20 10 /",
        "1/2000/tt-btc-",
        "1/2000/tt-aa-aa-aa",
        "Điều 1 / ",
    ],
    *["BCĐ 389/", "TTLT-BTC - ", "12/nđ-cp", "Chỉ thị 05 ", "18, 19, 20, ", "Đ", "đ", "A.B.", "12/QĐ-TTg" + " " * 50],
]


@pytest.mark.parametrize("head", ["", "Quyết định số 12/QĐ-TTg ", "Nghị quyết số "], ids=["bare", "cited", "called"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_length(unit, head, vocabulary):
    def cost(size):
        text = head + unit * (size // len(unit)) + " Điều 5 Nghị định số 30/2020/NĐ-CP"
        spent = []
        for _ in range(3):
            begin = process_time()
            read(text, vocabulary, NAMES)
            spent.append(process_time() - begin)
        return min(spent)

    # Below a few milliseconds the clock measures itself.
    floor = 0.004
    small, large = max(cost(SMALL), floor / FACTOR), cost(SMALL * FACTOR)
    assert large <= max(small * ALLOWED, floor)


MEGABYTE = ["1", "1-", "1/", "điều điều điều ", "1,2,3,", "((", "A", "ngày 1/1/2020 ", "<b>", "\n "]
# Full of numbers, a fifth of it is enough.
DENSE = ["12/QĐ-TTg ", "12/BVYHCT-KH "]


@pytest.mark.parametrize(
    ("unit", "size"), [*((unit, 1_000_000) for unit in MEGABYTE), *((unit, 200_000) for unit in DENSE)]
)
def test_a_megabyte_costs_eight_times_an_eighth(unit, size, vocabulary):
    def cost(size):
        begin = process_time()
        read(unit * (size // len(unit)), vocabulary)
        return process_time() - begin

    small, large = max(cost(size // 8), 0.004), cost(size)
    assert large <= small * ALLOWED
