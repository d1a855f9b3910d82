"""What a query is taken for: raw typing, numbers of documents, addresses, short forms."""

from __future__ import annotations

import pytest

from tests.search.javascript import ENGINE, run

TELEX = {
    "tuyeen": "tuyên", "truyeenf": "truyền", "mieejng": "miệng", "mangj": "mạng", "xax": "xã", "hooij": "hội",
    "hooji": "hội", "coor": "cổ", "ddoongj": "động", "doongd": "đông", "truwcj": "trực", "ngwowif": "người",
    "nguwowif": "người", "nuowcs": "nước", "quoocs": "quốc", "quys": "quý", "gif": "gì", "giuwx": "giữ", "hoaf": "hòa",
    "khoas": "khóa", "hoanf": "hoàn", "thuyr": "thủy", "duwowngf": "dường", "dduwowngf": "đường", "as": "á",
    "theo": "", "tranh": "", "btgtw": "btgtư",
}  # fmt: skip
VNI = {
    "tuye6n": "tuyên", "tuyen6": "tuyên", "truye62n": "truyền", "truyen62": "truyền", "d9o61i": "đối",
    "ngoa5i": "ngoại",
    "nguo72i": "người", "nguoi72": "người", "na8m": "năm", "ba62u": "bầu", "cu73": "cử",
    "kh26": "", "ct05": "", "tuyen": "", "2021": "", "h1n1": "",
}  # fmt: skip
WRITTEN = {"truyên2": "truyền", "hoa2": "hòa", "đương2": "đường", "hoan2": "hoàn", "qui1": "quí", "an": "an"}


def calls(function: str, given: list[str], folder) -> dict[str, str]:
    body = f"return given.map((each) => kbSearch.{function}(each));"
    return dict(zip(given, run(ENGINE, body, given, folder), strict=True))


@pytest.mark.parametrize(("function", "table"), [("telex", TELEX), ("vni", VNI), ("written", WRITTEN)])
def test_keys_typed_in_place_of_letters(function, table, tmp_path):
    assert calls(function, list(table), tmp_path) == table


PLACES = {
    "ii.1.1": "ii-1.1", "ii 1.1": "ii-1.1", "ii-1.1-3": "ii-1.1-3", "ii.1.2-2": "ii-1.2-2", "ii-2.3-p1": "ii-2.3-p1",
    "phan ii muc 2.3": "ii-2.3", "muc 2.3, phan ii": "ii-2.3", "tieu muc 1.3 muc 1 phan ii": "ii-1.3",
    "gach dau dong thu ba, tieu muc 1.1, muc 1, phan ii": "ii-1.1-3", "ii.1.1, gach dau dong 3": "ii-1.1-3",
    "muc 2 phan iii cua ke hoach": "iii-2", "muc ii": "ii", "phan hai": "ii", "iii.2": "iii-2",
    "ii/1.1": "ii-1.1", "ii.1.3.p2": "ii-1.3-p2", "muc ii.2.3": "ii-2.3", "phan ii.1": "ii-1",
    "phan 2 muc 2.3": "ii-2.3", "phan 3": "iii", "y 3 muc 1.1 phan ii": "ii-1.1-3",
    "gach dau dong dau tien muc 1 phan i": "i-1-1",
    "diem 2.3 khoan 2 muc ii": "ii-2.3", "khoan 1 muc ii": "ii-1", "muc 2.3 phan": "i-2.3", "phan ii muc": "ii",
    "doan mo dau": "mo-dau-p1", "phan tieu de": "tieu-de", "dieu 5 khoan 2 diem a": "dieu-5.2.a",
    "part iii, section 2": "iii-2", "third dash, subsection 1.1, part ii": "ii-1.1-3", "opening paragraph": "mo-dau-p1",
    # Near misses: words that only begin like an address.
    "muc dich": "", "muc tieu 5": "", "phan bac": "", "phan ii tuyen truyen": "", "diem moi": "", "ii": "", "1.1": "",
    "doan ket": "", "khoan tien": "", "phan 40": "", "y thuc": "", "tuyen truyen muc": "",
    "mot hai ba": "", "dai hoi xiii": "",
}  # fmt: skip


def test_addresses(tmp_path):
    found = run(ENGINE, "return given.map((each) => kbSearch.places(each)[0] ?? '');", list(PLACES), tmp_path)
    assert dict(zip(PLACES, found, strict=True)) == PLACES


def test_the_last_number_may_count_dashes(tmp_path):
    (found,) = run(ENGINE, "return given.map((each) => kbSearch.places(each));", ["iii.2.4"], tmp_path)
    assert found == ["iii-2.4", "iii-2-4"]


def test_a_section_without_its_part_may_be_in_any(tmp_path):
    (found,) = run(ENGINE, "return given.map((each) => kbSearch.places(each));", ["muc 2.6"], tmp_path)
    assert found[:3] == ["i-2.6", "ii-2.6", "iii-2.6"]


SIGNS = {
    "26-KH/BTGTW": ("26", ["kh", "btgtw"], []),
    "26/KH-BTGTW": ("26", ["kh", "btgtw"], []),
    "26 KH BTGTW": ("26", ["kh", "btgtw"], []),
    "KH 26": ("26", [], ["kh"]),
    "kh26": ("26", [], ["kh"]),
    "26kh": ("26", ["kh"], []),
    "ke hoach 26": ("26", [], ["kh"]),
    "kế hoạch số 026": ("26", [], ["kh"]),
    "kehoach26": ("26", [], ["kh"]),
    "chỉ thị 05": ("5", [], ["ct"]),
    "chir thij 05": ("5", [], ["ct"]),
    "7-CTr": ("7", ["ctr"], []),
    "CTr 7 đuk": ("7", ["duk"], ["ctr"]),
    "05 chỉ thị": ("5", [], ["ct"]),
    "CT/TW 05": ("5", ["ct", "tw"], []),
    "26 KH/BTG TW": ("26", ["kh", "btgtw"], []),
    "30/2020/NĐ-CP": ("30", ["2020", "nd", "cp"], []),
    "85/2015/QH13": ("85", ["2015", "qh13"], []),
    "HD số 169 của Ban Tuyên giáo Trung ương": ("169", [], ["hd"]),
    "169": ("169", [], []),
    "số 169": ("169", [], []),
    # Near misses: numbers that are no document's.
    "năm 2021": None,
    "2021 - 2026": None,
    "12 nội dung định hướng": None,
    "10 năm": None,
    "mục 2.3": None,
    "covid 19": None,
    "constructor 19": None,
    "05/5/2021": None,
    "tuye62n": None,
}


def test_numbers_of_documents(index, tmp_path):
    body = """
    const store = await new kbSearch.Store(`${given.folder}/vi/assets/search/`, "vi").open();
    return given.queries.map((each) => kbSearch.read(each, store).sign);
    """
    found = run(ENGINE, body, {"folder": str(index), "queries": list(SIGNS)}, tmp_path)
    # The symbols of a kind begin with the one in most use.
    told = [sign and (sign["number"], sign["parts"], sign["kinds"][:1]) for sign in found]
    assert dict(zip(SIGNS, told, strict=True)) == SIGNS


def test_a_number_may_also_be_a_count_where_words_follow(search):
    (answer,) = search([{"q": "kế hoạch 10 năm"}])
    assert answer["hits"]


MEANT = {
    "tuyeen truyeenf mieejng": "tuyên truyền miệng",
    "tuyeentruyeenf": "tuyên truyền",
    "tuyentruyen mieng": "tuyen truyen mieng",
    "mangxahoi": "mang xa hoi",
    "thiđua": "thi đua",
    "pano": "pa no",
    "ba62u cu73": "bầu cử",
    "tuye6ntruye62n": "tuyên truyền",
    "maangj": "mang",
    # Left alone: words of the texts, short forms, numbers, and what is nothing.
    "theo dõi": "theo dõi",
    "website": "website",
    "BTGTW": "BTGTW",
    "kh26": "kh26",
    "xyzzy": "xyzzy",
    "bitcoin": "bitcoin",
    "tuyê": "tuyê",
}


def test_words_that_were_meant(index, tmp_path):
    body = """
    const store = await new kbSearch.Store(`${given.folder}/vi/assets/search/`, "vi").open();
    return given.queries.map((each) => kbSearch.meant(each, store).text);
    """
    found = run(ENGINE, body, {"folder": str(index), "queries": list(MEANT)}, tmp_path)
    assert dict(zip(MEANT, found, strict=True)) == MEANT


# The short form itself is a reading, too, where a text or the list of terms has it.
SHORT = {
    "MXH": ["mang xa hoi", "mxh"],
    "kt-xh": ["kinh te xa hoi"],
    "TT miệng": ["tuyen truyen mieng", "tt mieng"],
    "BTG TW": ["ban tuyen giao trung uong", "btg tw"],
    # A word in small letters, a short form in capitals.
    "tư": ["tu"],
    "TƯ": ["trung uong", "tu"],
    # A number first, then a short form.
    "CT 05": [""],
}


def test_short_forms_are_read_in_full(index, tmp_path):
    body = """
    const store = await new kbSearch.Store(`${given.folder}/vi/assets/search/`, "vi").open();
    const words = (terms) => terms.map((term) => term.base).join(" ");
    return given.queries.map((each) => kbSearch.read(each, store).readings.map(words));
    """
    found = run(ENGINE, body, {"folder": str(index), "queries": list(SHORT)}, tmp_path)
    assert dict(zip(SHORT, found, strict=True)) == SHORT
