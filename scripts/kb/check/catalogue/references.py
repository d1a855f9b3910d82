"""Rules for citations, links, translations, taxonomy and questions."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR, PLAN, QUESTION
from kb.model.finding import Severity
from kb.model.rule import Example, Rule

THEMES = "docs/_data/themes.yml"
KIND = "- {symbol: HD, vi: hướng dẫn, en: guidance}\n"
CITED = "Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương."
ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"

RULES = (
    Rule(
        "XREF-001", ERROR, "Văn bản được viện dẫn không có trong danh mục",
        "Người đọc phải đi được từ viện dẫn tới trang của văn bản, dù chưa có toàn văn.",
        "Sửa số, hoặc thêm văn bản vào docs/vi/van-ban/.",
        (Example(QUESTION, CITED.replace("26-KH", "62-KH"), CITED),),
    ),
    Rule(
        "XREF-002", ERROR, "Ngày viện dẫn khác danh mục",
        "Số bắt đầu lại theo năm và theo nhiệm kỳ nên chưa phải là văn bản. Ngày khác với văn bản duy nhất mang số ấy"
        " có hai cách hiểu: ghi nhầm ngày, hoặc là một văn bản khác cùng số chưa có trong danh mục.",
        "Ghi nhầm thì sửa ngày ở đây (danh mục sai thì sửa danh mục); là văn bản khác thì thêm văn bản ấy vào"
        " docs/vi/van-ban/.",
        (Example(QUESTION, CITED.replace("05/5/2021", "06/5/2021"), CITED),),
    ),
    Rule(
        "XREF-003", ERROR, "Đoạn được viện dẫn không có",
        "Viện dẫn tới một đoạn phải tìm được đúng đoạn ấy trong toàn văn.",
        "Đối chiếu với văn bản được viện dẫn.",
        (Example(QUESTION, "mục 9, phần III Kế hoạch số 23-KH/ĐUK", "mục 1, phần III Kế hoạch số 23-KH/ĐUK"),),
    ),
    Rule(
        "XREF-004", ERROR, "Tên loại viện dẫn khác danh mục",
        "Cùng một số có thể là của hai loại văn bản.",
        "Ghi đúng tên loại đứng trước số.",
        (Example(QUESTION, CITED.replace("Kế hoạch số", "Hướng dẫn số"), CITED),),
    ),
    Rule(
        "XREF-005", ERROR, "Cơ quan ban hành viện dẫn khác danh mục",
        "Một ký hiệu có thể là của nhiều cơ quan; tên cơ quan cho biết là văn bản nào. Khi không ghi ngày, tên cơ quan"
        " khác cũng có thể là của một văn bản khác cùng số.",
        "Ghi đúng tên cơ quan, hoặc thêm cách viết khác vào issuers.yml; là văn bản khác thì thêm vào"
        " docs/vi/van-ban/.",
        (Example(QUESTION, CITED.replace("Ban Tuyên giáo Trung ương", "Bộ Chính trị"), CITED),),
    ),
    Rule(
        "XREF-006", Severity.NOTICE, "Chưa có toàn văn để kiểm tra",
        "Đoạn được viện dẫn nằm trong văn bản mà trang chưa giữ toàn văn: không nói được là đúng hay sai.",
        "Bổ sung toàn văn để kiểm tra được.",
        (Example(QUESTION, "thực hiện điểm 2, mục I Kế hoạch số 26-KH/BTGTW", "thực hiện Kế hoạch số 26-KH/BTGTW"),),
    ),
    Rule(
        "XREF-007", ERROR, "Viện dẫn hợp với nhiều văn bản",
        "Khi nhiều văn bản cùng số, thiếu ngày hoặc cơ quan thì không biết là văn bản nào. Đã viện dẫn đầy đủ ở trước"
        " trong cùng văn bản thì các lần sau chỉ cần số.",
        "Ghi thêm điều mà thông báo nêu: ngày, hoặc cơ quan ban hành.",
        (
            Example(
                "docs/vi/van-ban/26-kh-btgtw.md",
                "---\nnumber: 26-KH/BTGTW\nkind: KH\nissuer: BTGTW\nissuer_name: null\nplace: null\ndate: 2021-05-05\n"
                "subject: null\nlanguage: vi\ntext: not-held\n---\n",
                "",
            ),
        ),
    ),
    Rule(
        "XREF-008", ERROR, "Nhắc tới văn bản chưa công bố",
        "Văn bản ghi «status: draft» hoặc «status: withheld» không được lên trang, cả tên lẫn đường dẫn tới nó.",
        "Bỏ chỗ nhắc tới, hoặc công bố văn bản.",
        (
            Example(
                "docs/vi/van-ban/169-hd-btgtw-2021.md", "text: not-held\nstatus: withheld", "text: not-held"
            ),
        ),
    ),
    Rule(
        "LINK-001", ERROR, "Liên kết tới trang hoặc văn bản không có",
        "Liên kết hỏng làm người đọc mất đường tới căn cứ.",
        "Sửa đường dẫn tới tệp .md, hoặc mã văn bản.",
        (
            Example(QUESTION, "(../van-ban/23-kh-duk.md#mo-dau-p1)", "(../van-ban/23-kh-duk-2021.md#mo-dau-p1)"),
            Example(QUESTION, "mục 1, phần III] (../van-ban/", "mục 1, phần III](../van-ban/"),
        ),
    ),
    Rule(
        "LINK-002", ERROR, "Liên kết tới đoạn không có",
        "Địa chỉ của đoạn phải có trong văn bản.",
        "Ghi đúng mã đoạn, xem cuối mỗi dòng của văn bản.",
        (Example(QUESTION, "2021.md#mo-dau-p9)", "2021.md#mo-dau-p1)"),),
    ),
    Rule(
        "LINK-003", ERROR, "Liên kết ra ngoài trang",
        "Mạng nội bộ không ra được internet.",
        "Ghi nguồn bằng chữ.",
        (Example(QUESTION, "(https://example.org/)", "(../van-ban/23-kh-duk-2021.md#mo-dau-p1)"),),
    ),
    Rule(
        "TRANS-001", ERROR, "Chưa dịch",
        "Bản tiếng Anh phải có đủ mọi đoạn của bản tiếng Việt, và bằng tiếng Anh.",
        "Dịch đoạn còn thiếu, đặt đúng thứ tự; dịch những chữ còn để tiếng Việt.",
        (
            Example(ENGLISH, "", "## III. ORGANISATION OF IMPLEMENTATION {#iii of=50e0d8423cef}\n"),
            Example(THEMES, "en: Bầu cử", "en: Elections"),
        ),
    ),
    Rule(
        "TRANS-002", ERROR, "Bản dịch cần xem lại",
        "Bản dịch ghi dấu vân của lời tiếng Việt; lời tiếng Việt đổi thì bản dịch có thể không còn đúng.",
        "Xem lại; nếu vẫn đúng thì chạy kb confirm.",
        (Example(QUESTION, "Theo chính [đoạn mở đầu]", "Theo [đoạn mở đầu]"),),
    ),
    Rule(
        "TRANS-003", ERROR, "Dòng dịch không ứng với đoạn nào",
        "Bản dịch không được có gì ngoài bản tiếng Việt.",
        "Xóa dòng, hoặc sửa mã.",
        (Example("docs/en/hoi-dap/cau-khac.md", "---\nquestion: Another question?\nof: x\n---\nNone.\n", ""),),
    ),
    Rule(
        "TRANS-004", ERROR, "Chưa có tệp dịch",
        "Mỗi trang tiếng Việt có một trang tiếng Anh cùng địa chỉ.",
        "Thêm tệp cùng tên trong docs/en/.",
        (
            Example(
                "docs/vi/gioi-thieu.md", "---\ntitle: Về trang này\n---\nTrang này giúp tra cứu văn bản.\n", ""
            ),
        ),
    ),
    Rule(
        "TAX-001", ERROR, "Không có nhóm hay câu hỏi ấy",
        "Câu hỏi ở nhóm không có thì không hiện trong mục Hỏi đáp.",
        "Chọn mã có trong groups.yml, hoặc tên tệp câu hỏi có thật.",
        (Example(QUESTION, "group: ke-hoac", "group: ke-hoach"),),
    ),
    Rule(
        "TAX-002", ERROR, "Mục không dùng tới",
        "Một trang chủ đề hay một nhóm trống chỉ làm người đọc mất công.",
        "Thêm nội dung, hoặc xóa mục.",
        (
            Example(
                "docs/_data/groups.yml", "  en: The Plan\n- id: trong\n  vi: Nhóm trống\n  en: Empty", "  en: The Plan"
            ),
        ),
    ),
    Rule(
        "TAX-003", ERROR, "Đoạn chưa thuộc chủ đề nào",
        "Mọi đoạn về nội dung tuyên truyền phải tìm được theo chủ đề.",
        "Thêm mã đoạn vào một chủ đề trong themes.yml.",
        (Example(THEMES, "[23-kh-duk-2021#iii-1-1]", "[23-kh-duk-2021#ii-1.1-p1, 23-kh-duk-2021#iii-1-1]"),),
    ),
    Rule(
        "TAX-004", ERROR, "Chủ đề quá rộng hoặc không nói gì",
        "Chủ đề chứa quá một phần ba số đoạn, hay tên là «khác», thì không giúp tìm gì.",
        "Tách chủ đề, đặt tên theo nội dung.",
        (Example(THEMES, "- id: khac\n  vi: Nội dung khác", "- id: hoc-tap\n  vi: Học tập và làm theo"),),
    ),
    Rule(
        "TAX-005", ERROR, "Một mã hay một mục ghi hai lần trong một tệp",
        "Mã là địa chỉ của trang; hai mục chung địa chỉ thì mất một trang. Hai mục cùng tên thì có ngày sửa một mục mà"
        " quên mục kia.",
        "Đặt mã khác, hoặc xóa một mục.",
        (
            Example(THEMES, "- id: bau-cu\n  vi: Học tập", "- id: hoc-tap\n  vi: Học tập"),
            Example("docs/_data/kinds.yml", f"{KIND}{KIND}", KIND),
        ),
    ),
    Rule(
        "TAX-006", ERROR, "Tên không dùng được làm địa chỉ",
        "Địa chỉ chỉ gồm chữ thường không dấu, số và gạch nối; thư mục hai chữ cái bị hiểu là mã ngôn ngữ.",
        "Đổi mã hoặc tên tệp.",
        (Example(THEMES, "- id: bầu-cử", "- id: bau-cu"),),
    ),
    Rule(
        "TAX-007", ERROR, "Hai trang cùng tiêu đề",
        "Trong kết quả tìm kiếm và trên thẻ của trình duyệt, người đọc phân biệt các trang bằng tiêu đề.",
        "Đặt tiêu đề khác cho một trong hai trang.",
        (Example(THEMES, "  vi: Bầu cử\n  en: The 13th Congress", "  vi: Đại hội XIII\n  en: The 13th Congress"),),
    ),
    Rule(
        "TAX-008", ERROR, "Lối vào thiếu mục, hoặc có mục của phần khác",
        "Giai đoạn, hình thức, cơ quan thực hiện lấy từ các mục của một phần thì lấy đủ, theo thứ tự; thiếu một mục là"
        " người đọc không biết còn mục ấy.",
        "Ghi đủ các mục của phần ấy, mỗi mục một lần.",
        (Example("docs/_data/phases.yml", "#ii", "#ii-1.1"),),
    ),
    Rule(
        "QA-001", ERROR, "Câu trả lời không có căn cứ",
        "Trang không nói điều gì mà văn bản không nói.",
        "Ghi «provisions:»; hỏi về chính trang này thì ghi «about: site».",
        (Example("docs/vi/hoi-dap/moi.md", "---\nquestion: Câu hỏi mới?\ngroup: ke-hoach\n---\nTrả lời.\n", ""),),
    ),
    Rule(
        "QA-003", ERROR, "Đoạn chưa có câu hỏi nào trả lời",
        "Mọi đoạn của phần II và phần III phải được ít nhất một câu hỏi dùng đến.",
        "Thêm mã đoạn vào «provisions» của một câu hỏi.",
        (Example(QUESTION, "", "  - 23-kh-duk-2021#iii-1-1\n"),),
    ),
    Rule(
        "QA-004", ERROR, "Chưa có câu trả lời",
        "Câu hỏi không có lời đáp thì chưa đăng được.",
        "Viết câu trả lời dưới phần đầu tệp.",
        (
            Example(
                "docs/vi/hoi-dap/moi.md",
                "---\nquestion: Câu hỏi mới?\ngroup: ke-hoach\nprovisions: [23-kh-duk-2021#ii]\n---\n",
                "",
            ),
        ),
    ),
    Rule(
        "QA-005", ERROR, "Một câu hỏi ở hai tệp",
        "Hai câu trả lời cho một câu hỏi sớm muộn cũng khác nhau, và người đọc không biết theo câu nào.",
        "Gộp hai câu trả lời vào một tệp, hoặc hỏi rõ chỗ khác nhau.",
        (
            Example(
                "docs/vi/hoi-dap/moi.md",
                "---\nquestion: Kế hoạch được ban hành để thực hiện văn bản nào?\ngroup: ke-hoach\n"
                "provisions: [23-kh-duk-2021#ii]\n---\nTrả lời.\n",
                "",
            ),
        ),
    ),
    Rule(
        "QA-006", ERROR, "Đoạn làm căn cứ không phải đoạn mà câu trả lời dẫn tới",
        "Trang in nguyên văn các đoạn ở «provisions» dưới câu trả lời; ghi nhầm mã thì người đọc thấy lời đoạn khác.",
        "Ghi đúng mã các đoạn mà câu trả lời dẫn tới.",
        (
            Example(
                "docs/vi/hoi-dap/moi.md",
                "---\nquestion: Câu hỏi mới?\ngroup: ke-hoach\nprovisions: [23-kh-duk-2021#mo-dau-p1]\n---\n"
                "[Phần tiêu đề](../van-ban/23-kh-duk-2021.md#tieu-de) ghi “ngày 17 tháng 5 năm 2021”.\n",
                "",
            ),
        ),
    ),
    Rule(
        "SEC-001", ERROR, "Văn bản mang dấu mật hoặc hạn chế lưu hành",
        "Văn bản như vậy không bao giờ được lên trang.",
        "Xóa tệp và báo người phụ trách bảo vệ bí mật.",
        (Example(PLAN, "::: {#tieu-de}\nMẬT\n", "::: {#tieu-de}\n"),),
    ),
)  # fmt: skip
