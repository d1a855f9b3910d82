"""Rules for what a document says of itself, its structure and its fidelity to the text of record."""

from __future__ import annotations

from kb.model.finding import Severity
from kb.model.rule import NO_FILE, WHOLE_FILE, Example, Rule

ERROR = Severity.ERROR
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/can-cu.md"
# A document that is being added: its text of record is not there yet.
NEW = "docs/vi/van-ban/12-kh-btgtw-2021.md"
NEW_HEAD = """---
number: 12-KH/BTGTW
kind: KH
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: Hà Nội
date: 2021-01-05
subject: …
language: vi
text: held
source: 12-kh-btgtw-2021.txt
sha256: …
---

"""

RULES = (
    Rule(
        "META-001", ERROR, "Thiếu trường bắt buộc",
        "Người đọc cần biết số, tên loại, cơ quan, nơi và ngày ban hành; thiếu một điều thì không viện dẫn được.",
        "Thêm trường còn thiếu; điều chưa rõ của văn bản chưa có toàn văn thì ghi null.",
        (Example(PLAN, "", "place: Hà Nội\n"),),
    ),
    Rule(
        "META-002", ERROR, "Trường sai kiểu",
        "Một chuỗi chữ ở chỗ của danh sách, hay số ở chỗ của chữ, không đọc được đúng ý người viết.",
        "Ghi theo mẫu trong CONTRIBUTING.md.",
        (Example(PLAN, "basis: 26-kh-btgtw-2021", "basis:\n  - 26-kh-btgtw-2021"),),
    ),
    Rule(
        "META-003", ERROR, "Ngày không có thật hoặc sai dạng",
        "Ngày sai làm mọi viện dẫn văn bản ấy sai theo.",
        "Ghi ngày có thật theo dạng năm-tháng-ngày.",
        (Example(PLAN, "date: 2021-02-30", "date: 2021-05-17"),),
    ),
    Rule(
        "META-004", ERROR, "Số, ký hiệu không hợp với tên loại hay cơ quan",
        "Ký hiệu gồm tên loại và cơ quan ban hành; hai điều ấy phải khớp với các trường bên cạnh.",
        "Đối chiếu với phần tiêu đề của nguyên văn.",
        (Example("docs/vi/van-ban/26-kh-btgtw-2021.md", "number: 26KH BTGTW", "number: 26-KH/BTGTW"),),
    ),
    Rule(
        "META-005", ERROR, "Tên loại hoặc cơ quan chưa có trong danh mục",
        "Danh mục tên loại và cơ quan ban hành là nơi duy nhất ghi tên đầy đủ và bản dịch của chúng.",
        "Sửa ký hiệu, hoặc thêm mục mới vào kinds.yml, issuers.yml.",
        (Example("docs/vi/van-ban/05-ct-tw-2016.md", "issuer: TƯ", "issuer: TW"),),
    ),
    Rule(
        "META-006", ERROR, "Trường không có tên ấy",
        "Phần lớn là lỗi gõ: trường viết sai tên thì nội dung của nó mất mà không ai hay.",
        "Sửa tên trường theo gợi ý.",
        (Example(PLAN, "languge: vi\nlanguage: vi", "language: vi"),),
    ),
    Rule(
        "META-007", ERROR, "YAML không đọc được",
        "Phần đầu tệp và tệp dữ liệu phải là YAML đơn giản: trường, danh sách, chữ; không thẻ, không bí danh.",
        "Đặt giá trị có dấu hai chấm trong dấu nháy; thụt lề bằng dấu cách.",
        (Example(PLAN, "place: Hà Nội: Ba Đình", "place: Hà Nội"),),
    ),
    Rule(
        "META-008", ERROR, "Trường, hay giá trị trong một danh sách, ghi hai lần",
        "Không biết giá trị nào của trường là đúng; trong danh sách, một chỗ thường là chép lại mà quên sửa.",
        "Giữ một dòng.",
        (
            Example(PLAN, "place: Hà Nội\nplace: Hải Phòng", "place: Hà Nội"),
            Example(PLAN, "  - 26-kh-btgtw-2021\n  - 26-kh-btgtw-2021", "  - 26-kh-btgtw-2021"),
        ),
    ),
    Rule(
        "META-009", ERROR, "Thiếu tệp dữ liệu",
        "Mọi trang lấy tên gọi từ các tệp trong docs/_data/.",
        "Lấy lại tệp từ lịch sử, hoặc tạo tệp với một danh sách rỗng: [].",
        (Example("docs/_data/terms.yml", NO_FILE, WHOLE_FILE),),
    ),
    Rule(
        "META-010", ERROR, "Thông tin khác phần tiêu đề của nguyên văn",
        "Số, ngày, nơi ban hành, tên loại và trích yếu đều in trong nguyên văn; trang không được nói khác.",
        "Ghi đúng như phần tiêu đề.",
        (Example(PLAN, "date: 2021-05-18", "date: 2021-05-17"),),
    ),
    Rule(
        "META-011", ERROR, "Số hoặc ngày không hợp với tên tệp",
        "Tên tệp là địa chỉ của văn bản: số, ký hiệu viết thường không dấu và năm ban hành.",
        "Sửa số, ngày, hoặc đổi tên tệp trước khi công bố.",
        (Example(NEW, NEW_HEAD.replace("12-KH", "13-KH"), ""),),
    ),
    Rule(
        "META-012", ERROR, "Ghi có toàn văn mà không có, hoặc ngược lại",
        "Người đọc phải biết chắc trang có giữ toàn văn hay không.",
        "Sửa «text», hoặc chép nội dung.",
        (Example(PLAN, "text: not-held", "text: held"),),
    ),
    Rule(
        "META-013", ERROR, "Một văn bản ở hai tệp",
        "Số, ngày và cơ quan ban hành xác định một văn bản; ghi ở hai tệp thì viện dẫn không biết dẫn tới đâu.",
        "Giữ một tệp và xóa tệp kia.",
        (
            Example(
                "docs/vi/van-ban/05-ct-tw.md",
                "---\nnumber: 05-CT/TW\nkind: CT\nissuer: TW\nissuer_name: Bộ Chính trị\nplace: null\n"
                "date: 2016-05-15\nsubject: null\nlanguage: vi\ntext: not-held\n---\n",
                "",
            ),
        ),
    ),
    Rule(
        "SRC-001", ERROR, "Nguyên văn đã thay đổi",
        "Mã SHA-256 giữ cho nguyên văn không bị sửa mà không ai biết.",
        "Lấy lại tệp gốc; nếu thay bằng bản đúng hơn thì ghi mã mới.",
        (Example("docs/_source/23-kh-duk-2021.txt", "Hà Nội,  ngày 17", "Hà Nội, ngày 17"),),
    ),
    Rule(
        "SRC-002", ERROR, "Không có tệp nguyên văn",
        "Văn bản có toàn văn phải có nguyên văn nhận được để đối chiếu.",
        "Đặt tệp nhận được vào docs/_source/ và ghi đúng tên ở «source».",
        (Example(PLAN, "source: 23-kh-duk.txt", "source: 23-kh-duk-2021.txt"),),
    ),
    Rule(
        "FID-001", ERROR, "Nội dung khác nguyên văn",
        "Lời văn bản được chép đúng từng ký tự; người đọc dùng lại nguyên như trên trang.",
        "Chép lại đúng nguyên văn.",
        (Example(PLAN, "Trung ương cần tuyên truyền", "Trung ương cần tập trung tuyên truyền"),),
    ),
    Rule(
        "FID-002", ERROR, "Thiếu một đoạn của nguyên văn",
        "Văn bản đăng lên phải đủ mọi đoạn.",
        "Chép lại đoạn bị thiếu vào đúng chỗ.",
        (
            Example(
                PLAN, "",
                "Các cấp ủy, tổ chức đảng các cơ quan Trung ương cần tập trung tuyên truyền những nội dung sau:"
                " {#ii-1.1-p1}\n",
            ),
        ),
    ),
    Rule(
        "FID-003", ERROR, "Đoạn không có trong nguyên văn",
        "Không thêm lời nào vào lời văn bản; chú thích của người biên tập thuộc trang khác.",
        "Xóa đoạn ấy.",
        (
            Example(
                PLAN, "## III. TỔ CHỨC THỰC HIỆN {#iii}\n\nGhi chú của người biên tập. {#iii-p1}",
                "## III. TỔ CHỨC THỰC HIỆN {#iii}",
            ),
        ),
    ),
    Rule(
        "FID-004", ERROR, "Đoạn đứng sai chỗ",
        "Thứ tự các đoạn là thứ tự của nguyên văn; địa chỉ của đoạn tính theo thứ tự ấy.",
        "Xếp lại theo nguyên văn.",
        (
            Example(
                PLAN, "### 1. Thời gian và nội dung tuyên truyền chủ yếu {#ii-1}\n\n"
                "## II. THỜI GIAN, NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN {#ii}",
                "## II. THỜI GIAN, NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN {#ii}\n\n"
                "### 1. Thời gian và nội dung tuyên truyền chủ yếu {#ii-1}",
            ),
        ),
    ),
    Rule(
        "FID-005", ERROR, "Nhiều đoạn nhập thành một dòng",
        "Mỗi đoạn có địa chỉ riêng để viện dẫn; hai đoạn trên một dòng thì đoạn sau mất địa chỉ.",
        "Tách thành các dòng riêng, mỗi dòng có mã của mình.",
        (Example(PLAN, "Đảng. Tuyên truyền Chương trình", "Đảng. {#ii-1.1-1}\n\n- Tuyên truyền Chương trình"),),
    ),
    Rule(
        "FID-006", ERROR, "Một đoạn bị tách thành nhiều dòng",
        "Mỗi đoạn của nguyên văn là một dòng; nửa sau của đoạn bị tách không có trong nguyên văn.",
        "Nối các dòng ấy thành một dòng.",
        (Example(PLAN, "Trung ương cần\n\ntập trung", "Trung ương cần tập trung"),),
    ),
    Rule(
        "STRUCT-001", ERROR, "Mã của đoạn thiếu hoặc sai",
        "Mã là địa chỉ của đoạn trên trang và trong viện dẫn.",
        "Ghi mã mà thông báo nêu ở cuối dòng.",
        (Example(PLAN, "{#iii-1-9}", "{#iii-1-1}"),),
    ),
    Rule(
        "STRUCT-002", ERROR, "Đoạn sai dạng",
        "Gạch đầu dòng, đoạn văn và tiêu đề được viện dẫn khác nhau.",
        "Sửa ký hiệu đầu dòng: «- » là gạch đầu dòng, ##, ###, #### là tiêu đề.",
        (Example(PLAN, "## 1. Thời gian và nội dung", "### 1. Thời gian và nội dung"),),
    ),
    Rule(
        "STRUCT-003", ERROR, "Mã không đúng mẫu",
        "Mã đọc được thành lời: phần, mục, thứ tự gạch đầu dòng. Luật này dùng khi chưa có nguyên văn để đối chiếu.",
        "Ghi theo mẫu phần-mục-gạch.",
        (Example(NEW, NEW_HEAD + "Đoạn mới chép, chưa có nguyên văn. {#doan-1}\n", ""),),
    ),
    Rule(
        "STRUCT-004", ERROR, "Mã dùng hai lần",
        "Hai đoạn không thể có chung một địa chỉ.",
        "Đánh lại mã của dòng sau.",
        (Example(NEW, NEW_HEAD + "Đoạn thứ nhất. {#mo-dau-p1}\n\nĐoạn thứ hai. {#mo-dau-p1}\n", ""),),
    ),
    Rule(
        "STRUCT-005", ERROR, "Tiêu đề nhảy cấp",
        "Cấp của tiêu đề cho biết mục nào nằm trong phần nào.",
        "Phần là ##, mục là ###, tiểu mục là ####.",
        (Example(NEW, NEW_HEAD + "#### 1.1. Tiểu mục không có mục {#i-1.1}\n", ""),),
    ),
    Rule(
        "STRUCT-006", ERROR, "Phần tiêu đề chưa đóng",
        "Phần tiêu đề nằm giữa hai dòng «:::»; thiếu dòng đóng thì cả văn bản bị coi là tiêu đề.",
        "Thêm một dòng «:::» sau trích yếu.",
        (Example(PLAN, "Khối các cơ quan Trung ương\n\n", "Khối các cơ quan Trung ương\n:::\n\n"),),
    ),
    Rule(
        "STRUCT-007", ERROR, "Đoạn nhập vào chưa được xem lại",
        "Bảng, đoạn lạ sau chữ ký và số mục lặp lại giữ nguyên lời, mà chỉ người đọc bản gốc mới biết chỗ của chúng.",
        "Đối chiếu với bản gốc, rồi xóa chữ «xem-lai» ở cuối dòng.",
        (Example(PLAN, "{#iii-1-1 xem-lai}", "{#iii-1-1}"),),
    ),
    Rule(
        "STRUCT-008", ERROR, "Cách xếp hàng của bảng sai",
        "Tên cột và ô gộp chỉ có ở hàng của bảng; số ô nêu khác số ô có thì trang không biết ô nào gộp.",
        "Nêu đúng từng ô của hàng, hoặc xóa «dau-bang», «o=».",
        (Example(PLAN, "{#iii-1-1 dau-bang}", "{#iii-1-1}"),),
    ),
)  # fmt: skip
