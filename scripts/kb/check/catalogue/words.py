"""Rules for letters and markup."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR, QUESTION
from kb.model.finding import Severity
from kb.model.rule import OTHER_ENCODING, WHOLE_FILE, Example, Rule

CITED = "Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương."

RULES = (
    Rule(
        "TEXT-001", ERROR, "Chữ không ở dạng dựng sẵn (NFC)",
        "Chữ có dấu ghép rời trông giống hệt nhưng tìm không ra và so không khớp.",
        "Gõ lại bằng bộ gõ Unicode dựng sẵn.",
        (Example(QUESTION, "Kê\u0301 hoạch được ban hành", "Kế hoạch được ban hành"),),
    ),
    Rule(
        "TEXT-002", ERROR, "Chữ trông giống chữ khác",
        "Ð (U+00D0) không phải Đ (U+0110); а của chữ Nga không phải a.",
        "Gõ lại đúng chữ.",
        (Example(QUESTION, "05/5/2021 của Bаn", "05/5/2021 của Ban"),),
    ),
    Rule(
        "TEXT-003", ERROR, "Dấu thanh đặt hai cách trong một tệp",
        "Viết «hòa» ở chỗ này, «hoà» ở chỗ khác làm tìm kiếm và đối chiếu sai.",
        "Viết theo một cách.",
        (
            Example(
                QUESTION,
                "Việc tuyên truyền của cấp ủy, cấp uỷ về bầu cử nêu ở",
                "Việc tuyên truyền về bầu cử nêu ở",
            ),
        ),
    ),
    Rule(
        "TEXT-004", ERROR, "Ký tự không nhìn thấy",
        "Ký tự ẩn làm hỏng số, ký hiệu và tìm kiếm.",
        "Xóa ký tự đó.",
        (Example(QUESTION, "Việc tuyên\u200b truyền", "Việc tuyên truyền"),),
    ),
    Rule(
        "TEXT-005", ERROR, "HTML hoặc mã lệnh trong nội dung",
        "Nội dung chỉ là chữ và Markdown; cách trình bày thuộc mẫu trang.",
        "Bỏ thẻ HTML.",
        (Example(QUESTION, "Việc <b>tuyên truyền</b>", "Việc tuyên truyền"),),
    ),
    Rule(
        "SUP-001", ERROR, "Chú thích bỏ qua không có lý do hoặc đặt sai chỗ",
        "Một lỗi chỉ được giữ lại ngay tại chỗ, từng quy tắc một, với lý do mà người sau đọc hiểu. Lời văn bản là"
        " nguyên văn nên không mang chú thích nào.",
        "Ghi ở cuối dòng có lỗi: <!-- kb: bỏ qua XREF-002: lý do --> trong trang viết, # kb: bỏ qua TAX-004: lý do"
        " trong YAML.",
        (Example(QUESTION, f"{CITED} <!-- kb: bỏ qua XREF-001 -->", CITED),),
    ),
    Rule(
        "SUP-002", ERROR, "Chú thích bỏ qua một quy tắc không có hoặc không được bỏ qua",
        "Dấu mật, nguyên văn, liên kết, mã HTML và những gì làm hỏng trang thì không bỏ qua được.",
        "Sửa lỗi ấy; trang của mỗi quy tắc ghi quy tắc có được bỏ qua không.",
        (
            Example(QUESTION, f"{CITED} <!-- kb: bỏ qua TEXT-005: cần in đậm -->", CITED),
            Example("docs/_data/groups.yml", "  en: The Plan # kb: bỏ qua TAX-909: thử", "  en: The Plan"),
        ),
    ),
    Rule(
        "SUP-003", Severity.WARNING, "Chú thích bỏ qua không còn cần",
        "Lỗi đã hết mà chú thích còn thì sau này che một lỗi khác.",
        "Xóa chú thích.",
        (Example(QUESTION, f"{CITED} <!-- kb: bỏ qua XREF-001: văn bản chưa nhận được -->", CITED),),
    ),
    Rule(
        "TEXT-006", ERROR, "Tệp không phải UTF-8",
        "Tệp lưu bằng bảng mã khác thì chữ có dấu đọc sai.",
        "Lưu lại tệp theo UTF-8.",
        (Example("docs/_data/changes.yml", OTHER_ENCODING, WHOLE_FILE),),
    ),
    Rule(
        "TEXT-007", ERROR, "Dấu BOM ở đầu tệp",
        "Vài trình soạn thảo ghi thêm ký tự U+FEFF không nhìn thấy trước chữ đầu tiên; nó không phải là nội dung.",
        "Lưu lại tệp theo «UTF-8», không phải «UTF-8 with BOM».",
        (Example(QUESTION, "\ufeff---\nquestion: ", "---\nquestion: "),),
    ),
    Rule(
        "TEXT-008", Severity.NOTICE, "Số, ký hiệu chưa ghi theo dạng chuẩn",
        "Một số, ký hiệu ghi nhiều cách thì tìm và đối chiếu khó. "
        "Lời trích trong ngoặc kép và nguyên văn thì giữ như đã nhận.",
        "Ghi đúng như trong danh mục; «kb check --fix» làm giúp.",
        (Example(QUESTION, "số 26 – KH/BTGTW", "số 26-KH/BTGTW"),),
    ),
    Rule(
        "TEXT-009", Severity.NOTICE, "Thừa dấu cách",
        "Dấu cách thừa không ai thấy mà làm lần sửa sau khác chỗ không đáng khác. "
        "Lời trích trong ngoặc kép và nguyên văn thì giữ như đã nhận.",
        "Xóa dấu cách thừa; «kb check --fix» làm giúp.",
        (Example(QUESTION, "Việc tuyên  truyền", "Việc tuyên truyền"),),
    ),
    Rule(
        "TEXT-010", ERROR, "Ký hiệu Markdown viết chưa thành",
        "Phần mã không đóng thì nuốt cả phần sau; bảng thiếu ô thì thành chữ thường, thừa ô thì mất chữ; dấu ** lẻ lên"
        " trang đúng như đã gõ; liên kết không có chữ thì không ai thấy; trang chỉ có một tiêu đề cấp 1.",
        "Đóng ký hiệu đã mở; ghi mọi hàng của bảng đủ số ô; tiêu đề bắt đầu từ ##.",
        (
            Example(QUESTION, "Việc **tuyên truyền", "Việc tuyên truyền"),
            Example(QUESTION, "```\nViệc tuyên truyền", "Việc tuyên truyền"),
        ),
    ),
)  # fmt: skip
