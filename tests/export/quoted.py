"""Passages as they are pasted, with what each is to be found; the command and the page are held to the same."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from kb.model.document import PARAGRAPH, Provision
from kb.model.finding import Span
from kb.model.library import Library
from tests.export.passages import DOCUMENT

THIRD = "gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II"
SECOND = "gạch đầu dòng thứ hai, tiểu mục 1.1, mục 1, phần II"

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
    ("Câu 3: {}", "exact", "ii-1.1-2", None),
    ("1/ {}", "exact", "ii-1.1-2", None),
    ("[08:15] Lan: {}", "exact", "ii-1.1-2", None),
    ("Phần mở đầu bài của tổ em có: {}", "exact", "ii-1.1-2", None),
    ("Về mục tiêu (mục 1 phần II): {}", "exact", "ii-1.1-2", "ii-1"),
    ("Câu 4. II.1.1, Kế hoạch 23-KH/ĐUK: {}", "exact", "ii-1.1-2", "ii-1.1"),
    ("Trang 9. mục 1, phần II, Kế hoạch 23-KH/ĐUK\n– {}", "exact", "ii-1.1-2", "ii-1"),
    ("Kế hoạch 23-KH/ĐUK – {}", "exact", "ii-1.1-2", "23-KH/ĐUK"),
    ("_II.1.1, 23-KH/ĐUK_\n* {}", "exact", "ii-1.1-2", "ii-1.1"),
    ("> 1.1 phần II – Kế hoạch số 23-KH/ĐUK ngày 17/5/2021\n> {}", "exact", "ii-1.1-2", "ii-1.1"),
    ("Bài 3. Hãy đọc lại II.1.1 của 23-KH/ĐUK.\nLời giải: {}", "exact", "ii-1.1-2", "ii-1.1"),
    ("{}\n\n(mục 1, phần II, Kế hoạch số 23-KH/ĐUK)", "exact", "ii-1.1-2", "ii-1"),
    ("{}\nmục ii.1.1", "exact", "ii-1.1-2", "ii-1.1"),
    # another place than the one that is named
    ("Về mục tiêu (mục 2 phần II): {}", "misattributed", "ii-1.1-2", "ii-2"),
    ("Câu 4. II.1.2, Kế hoạch 23-KH/ĐUK: {}", "misattributed", "ii-1.1-2", "ii-1.2"),
    ("Trang 9. mục 2, phần II, Kế hoạch 23-KH/ĐUK\n– {}", "misattributed", "ii-1.1-2", "ii-2"),
    ("Slide 10: mục 1, phần II, Kế hoạch 23-KH/ĐUK ngày 18/5/2021\n▪ {}", "misattributed", "ii-1.1-2", "23-KH/ĐUK"),
    ("_gạch đầu dòng thứ tư, II.1.1_\n* {}", "misattributed", "ii-1.1-2", "ii-1.1-4"),
    ("Tiểu mục 1.3 (cách làm), Kế hoạch 23-KH/ĐUK\n▪ {}", "misattributed", "ii-1.1-2", "ii-1.3"),
    ("> 1.2 phần II – Kế hoạch số 23-KH/ĐUK ngày 17/5/2021\n> {}", "misattributed", "ii-1.1-2", "ii-1.2"),
    ("Bài 3. Hãy đọc lại II.1.1 của 24-KH/ĐUK.\nLời giải: {}", "misattributed", "ii-1.1-2", "24-KH/ĐUK"),
    ("Kế hoạch số 23-KH/ĐUK\nphần I\n{}", "misattributed", "ii-1.1-2", "i"),
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
    ("08 nội dung định hướng phát triển đất nước giai đoạn 2021 - 2030", ["altered"]),
    ("“08 nội dung định hướng phát triển đất nước giai đoạn 2021 - 2030”", ["altered"]),
    ("Trên mạng internet, mạng xã hội: các ban, bộ, ngành, đoàn thể Trung ương tổ chức đăng tải các tin, bài viết",
     ["altered"]),
    ("Câu 3: Trên mạng internet, mạng xã hội: các ban, bộ, ngành, đoàn thể Trung ương tổ chức đăng tải các tin,"
     " bài viết về không khí khẩn trương, tích cực", ["altered"]),
    ("Các cấp ủy, tổ chức đảng các cơ quan ở Trung ương tập trung tuyên truyền nội dung sau: Tăng cường tổ chức các"
     " hoạt động đối ngoại để thông tin, tuyên truyền đường lối đối ngoại nhiệm kỳ Đại hội XIII của Đảng.",
     ["altered"]),
    ("Thưa các bạn cùng lớp, hôm qua tôi đọc ở thư viện của trường một câu rất hay, xin đọc cho cả lớp cùng nghe, đó là"
     " (phần II): Tuyên truyền kết quả sau 07 năm thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về"
     " “đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” ở toàn Đảng bộ Khối, nhờ các bạn nhớ"
     " giúp cho và ghi vào vở để tuần sau chúng ta còn ôn lại.", ["altered"]),
    ("của Ban Bí thư về “đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” trong toàn Đảng bộ"
     " Khối", ["altered"]),
    # a writer's own words go on with the text, or end where it ends
    ("Lớp em xem việc công tác tuyên truyền “phải được thực hiện với nhiều hình thức đa dạng, sinh động, tăng cường ứng"
     " dụng công nghệ thông tin” là cần.", ["exact"]),
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


# Words of the plan about words that another document may hold, too: {} is what a writer says before them.
LEAD = (
    "Chiều nay tổ dân phố họp ở nhà sinh hoạt chung, bác tổ trưởng có nhờ cháu tìm giúp một đoạn để chép lên bảng tin,"
    " cháu tìm mãi mới ra{}: "
)
ABOUT = "“đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”"


def with_the_directive(library: Library) -> Library:
    """A library that also holds a text with those words."""
    key = "05-ct-tw-2016"
    words = Provision("muc-1", PARAGRAPH, 0, ABOUT.strip("“”"), Span("docs/vi/van-ban/x.md"))
    held = replace(library.originals[key], held=True, provisions=(words,))
    return replace(library, documents={**library.documents, "vi": {**library.originals, key: held}})


ELSEWHERE = [
    # near misses: the words themselves
    (f"Bác tổ trưởng nhắc cháu: {ABOUT}", ["exact"]),
    (f"{LEAD.format('')}{ABOUT}", ["exact"]),
    # what the plan says about them is altered
    (f"{LEAD.format('')}kết quả sau 15 năm thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về {ABOUT}"
     " trong toàn Đảng bộ Khối", ["altered"]),
    (f"{LEAD.format(' (mục 1, phần II)')}thành tích sau 05 năm thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ"
     f" Chính trị về {ABOUT} ở khắp Đảng bộ Khối, chú xem đã được chưa ạ, cháu cảm ơn chú nhiều", ["altered"]),
]  # fmt: skip


FIRST = (
    "Tổ chức phát động các phong trào thi đua yêu nước thực hiện Nghị quyết Đại hội XIII của Đảng bộ Khối, Nghị quyết"
    " Đại hội XIII của Đảng gắn với kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng của đất nước, ngày truyền"
    " thống của đảng bộ và các cơ quan Trung ương."
)
LATTER = (
    "Tập trung biểu dương, tôn vinh những mô hình hay, cách làm sáng tạo và những điển hình tiên tiến trên các lĩnh vực"
    " của đời sống xã hội."
)
SHORT = "Giao Ban Tuyên giáo Đảng ủy Khối theo dõi, kiểm tra, đôn đốc các đảng ủy trực thuộc thực hiện Kế hoạch này."
WHOLE += [
    # near misses: a source in brackets, one that is far away or one behind a quotation is none of what follows
    (f"{LATTER}\n\n(mục 2.5, phần II)\n{SHORT}", ["exact", "exact"]),
    (f"{LATTER}\nmục 2.5, phần II\n{SHORT}", ["exact", "exact"]),
    (f"mục 2.5, phần II\n\n{SHORT}", ["exact"]),
    (f"Tại mục 2.5 phần II nêu: “{FIRST} {LATTER}” {SHORT}", ["exact", "exact", "exact"]),
    (f"Mục 1 phần I nêu: “{FIRST} {LATTER}\n(mục 2.5, phần II)", ["misattributed", "exact"]),
    # what is said of a quotation is said of all its sentences
    (f"Tại mục 2.3 phần II nêu: “{FIRST} {LATTER}”", ["misattributed", "misattributed"]),
    (f"Tại mục 2.3 phần II nêu:\n“{FIRST}\n\n{LATTER}”", ["misattributed", "misattributed"]),
    (f"“{FIRST} {LATTER}” (mục 2.3, phần II)", ["misattributed", "misattributed"]),
    (f"“{FIRST} {LATTER}” (mục 2.5, phần II)", ["exact", "exact"]),
    # a heading is for what is below it, up to the next empty line
    (f"Thưa lớp.\n\nmục 2.3, phần II\n{FIRST}\n{LATTER}\n\n{SHORT}", ["absent", *["misattributed"] * 2, "exact"]),
    # lines that are too short
    (SHORT.replace("đôn đốc các", "đôn đốc\ncác"), ["folded"]),
    (SHORT.replace("kiểm tra, ", "kiểm tra,  "), ["folded"]),
    (SHORT.replace("Ban Tuyên", "Ban\u00a0Tuyên"), ["folded"]),
    (unicodedata.normalize("NFD", SHORT), ["folded"]),
    ("> " + SHORT.replace("đôn đốc các", "đôn đốc\n> các"), ["folded"]),
    (SHORT.replace("theo dõi", "theo-\ndõi").replace("đôn đốc", "đôn đ-\nốc"), ["folded"]),
    (SHORT.replace("theo dõi", "theo-\ngiỏi").replace("đôn đốc", "đôn đ-\nốc"), ["altered"]),
    (SHORT.replace("theo dõi, kiểm tra", "theo d-\nõi, kiểm tra"), ["folded"]),
]

# Lines about as wide as each other, without marks at their ends: only the texts tell where a sentence ends.
GIVEN = SHORT.rstrip(".")
GOALS = "Các mục tiêu, chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội qua từng năm và kết quả triển khai thực hiện"
OWN = "Tổ chức lớp bồi dưỡng nghiệp vụ cho đội ngũ cán bộ làm công tác ở thư viện của từng địa phương"
SUBJECT = (
    "sau Đại hội đại biểu toàn quốc lần thứ XIII của Đảng\nvà Đại hội đại biểu lần thứ XIII của Đảng bộ Khối các cơ"
    " quan Trung ương"
)
OPENING = (
    "Thực hiện Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương về đẩy mạnh công tác tuyên truyền"
    " sau Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
)
WHOLE += [
    # near misses: words left out where a line ends, words put in behind the end of a sentence
    (GOALS.replace("phát triển kinh tế", "phát triển\nKinh").replace(" và kết quả", ""), ["altered"]),
    (f"{GIVEN}\nNgay từ đầu năm 2022", ["altered"]),
    (GIVEN.replace("đôn đốc các", "đôn đốc\ncác"), ["folded"]),
    (f"{GOALS}\n{GIVEN}", ["exact", "exact"]),
    (f"{GIVEN}\r\n{GOALS}", ["exact", "exact"]),
    (f"> {GIVEN}\n> {GOALS}", ["exact", "exact"]),
    (f"{GOALS.replace('chỉ tiêu', 'chỉ số')}\n{GIVEN}", ["altered", "exact"]),
    (f"{GOALS}\n{GIVEN.replace('theo dõi', 'thực hiện')}", ["exact", "altered"]),
    (f"{GOALS}\n{OWN}", ["exact", "absent"]),
    (f"{GOALS.replace('chỉ tiêu', 'chỉ số')}\n{OWN}", ["altered", "absent"]),
    (f"{SUBJECT}\n{OPENING}", ["exact", "exact"]),
]

# Notes as Word puts them below what is copied out of it.
PLACE = "Kế hoạch số 23-KH/ĐUK ngày 17/5/2021"
LAST, FIFTH = f"gạch đầu dòng thứ tư, mục 2, phần III, {PLACE}", f"tiểu mục 2.5, mục 2, phần II, {PLACE}"
WHOLE += [
    # near misses: a changed word before a mark, a changed number in brackets, a note for another sentence
    (f"{SHORT.replace('theo dõi', 'giám sát')}[1]\n\n[1] {LAST}", ["altered"]),
    (SHORT.replace("các đảng ủy", "các m² đảng ủy"), ["altered"]),
    (f"{SHORT}[1]\n\n[1] {FIFTH}", ["misattributed"]),
    (f"{SHORT}[1]\n{LATTER}[2]\n\n[1] {FIFTH}\n[2] {LAST}", ["misattributed", "misattributed"]),
    (f"{SHORT}[1]\n\n[1] Xem thêm sổ tay của thư viện.", ["exact", "absent"]),
    (f"{SHORT}[1]\n{LATTER}[2]\n[1] {LAST}\n[2] {FIFTH}", ["exact", "exact"]),
    (f"{SHORT} [1]\n{LATTER}[2]\n\n[1] Trích {LAST}.\n[2] Trích {FIFTH}.", ["exact", "exact"]),
    (f"{SHORT}[i] {LATTER}[ii]\n\n[i] {LAST}\n[ii] {FIFTH}", ["exact", "exact"]),
    (f"“{SHORT}”[1] {FIRST}²\n\n[1] {LAST}", ["exact", "exact"]),
    (f"{SHORT.replace(', kiểm tra', '[3], kiểm tra')}¹\n\n¹ {LAST}", ["exact"]),
]
