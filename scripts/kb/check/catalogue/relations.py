"""Rules for what has become of a document: replaced, amended, expired."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR
from kb.model.finding import Severity
from kb.model.rule import Example, Rule

CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
BARE = "text: not-held\nstated_by: 23-kh-duk-2021#mo-dau-p1"
LATER = "23-kh-duk-2021"
REPLACED = "replaced_by:\n  document: 13-kh-btgtw-2022\n  stated_by: 13-kh-btgtw-2022#mo-dau-p1\n"


def _replaced(document: str, stated_by: str) -> str:
    return f"{BARE}\nreplaced_by:\n  document: {document}\n  stated_by: {stated_by}"


RULES = (
    Rule(
        "REL-001", ERROR, "Văn bản thay thế hay sửa đổi không có trong danh mục",
        "Người đọc phải đi được từ văn bản cũ tới văn bản hiện nay.",
        "Sửa mã, hoặc thêm văn bản ấy vào docs/vi/van-ban/.",
        (Example(CITED, _replaced("24-kh-duk-2021", f"{LATER}#mo-dau-p1"), BARE),),
    ),
    Rule(
        "REL-002", ERROR, "Các văn bản thay thế nhau thành vòng",
        "Đi từ văn bản này sang văn bản thay thế nó mà lại về chỗ cũ thì không có văn bản hiện nay.",
        "Bỏ «replaced_by» ở văn bản đang có hiệu lực.",
        (Example(CITED, _replaced("26-kh-btgtw-2021", f"{LATER}#mo-dau-p1"), BARE),),
    ),
    Rule(
        "REL-003", ERROR, "Việc thay thế, sửa đổi, hết hiệu lực không có nguồn",
        "Trang không nói điều gì mà văn bản không nói: phải có một đoạn viện dẫn cả hai văn bản, hoặc một văn bản trong"
        " danh mục mà trang chưa giữ toàn văn.",
        "Ghi «stated_by»: mã văn bản, dấu #, mã đoạn nêu điều ấy.",
        (Example(CITED, _replaced(LATER, f"{LATER}#ii-1.1-1"), BARE),),
    ),
    Rule(
        "REL-004", Severity.WARNING, "Viện dẫn văn bản đã được thay thế, sửa đổi hoặc hết hiệu lực",
        "Người đọc làm theo văn bản được viện dẫn. Trong lời của văn bản ban hành trước khi có việc thay thế thì"
        " viện dẫn ấy đúng lúc ban hành nên không báo; ban hành sau thì chỉ lưu ý, vì nguyên văn không sửa.",
        "Viện dẫn văn bản hiện nay, hay cả văn bản sửa đổi; cố ý viện dẫn văn bản cũ thì bỏ qua tại chỗ và ghi lý do.",
        (Example(CITED, _replaced(LATER, f"{LATER}#mo-dau-p1"), BARE),),
    ),
    Rule(
        "REL-005", ERROR, "Văn bản thay thế hay sửa đổi có trước",
        "Văn bản sau mới thay thế, sửa đổi được văn bản trước.",
        "Kiểm tra ngày của hai văn bản; đổi chiều nếu ghi ngược.",
        (Example(CITED, _replaced("169-hd-btgtw-2021", "169-hd-btgtw-2021"), BARE),),
    ),
    Rule(
        "REL-006", Severity.NOTICE, "Văn bản nêu việc thay thế, sửa đổi mà danh mục chưa ghi",
        "Trang của văn bản cũ nói là chưa rõ, trong khi văn bản sau đã nêu rõ. Chỉ nhắc khi chắc chắn văn bản nào được"
        " nêu; một văn bản chỉ nhắc một lần.",
        "Ghi vào mục của văn bản cũ các dòng mà lời nhắc nêu; nếu lời ấy không có nghĩa như vậy thì để nguyên.",
        (Example("docs/vi/van-ban/12-kh-btgtw-2019.md", "", REPLACED),),
    ),
)  # fmt: skip
