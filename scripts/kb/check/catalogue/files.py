"""Rules for files and folders: what is not read, and what does not reach the site."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR
from kb.model.finding import Severity
from kb.model.rule import LARGE_FILE, LINK, WHOLE_FILE, Example, Rule

RULES = (
    Rule(
        "FILE-001", ERROR, "Liên kết tượng trưng hoặc tệp đặc biệt",
        "Liên kết có thể dẫn ra ngoài kho: nội dung lên trang sẽ không phải là nội dung đã được xem và kiểm tra.",
        "Thay bằng chính tệp hay thư mục ấy.",
        (Example("docs/_source/khac.txt", LINK, WHOLE_FILE),),
    ),
    Rule(
        "FILE-002", ERROR, "Tệp hoặc thư mục đặt sai chỗ",
        "Văn bản và câu hỏi đều nằm ngay trong van-ban/ và hoi-dap/; ở thư mục con, hay ở chỗ của trang mà kho tự tạo,"
        " chúng không lên trang.",
        "Chuyển tệp ra đúng thư mục, hoặc đổi tên.",
        (
            Example("docs/vi/hoi-dap/nhom/moi.md", "---\nquestion: Câu hỏi mới?\n---\nTrả lời.\n", ""),
            Example("docs/vi/index.md", "---\ntitle: Trang chủ khác\n---\nLời chào.\n", ""),
        ),
    ),
    Rule(
        "FILE-003", Severity.NOTICE, "Tệp không lên trang",
        "Ảnh, tệp Word và tệp khác trong docs/ không được đưa lên trang; người đặt chúng ở đó cần biết.",
        "Chuyển tệp tới đúng thư mục, hoặc xóa nó.",
        (Example("docs/vi/ghi-chu.txt", "Ghi chú.\n", ""), Example("docs/_source/khac.txt", "Ghi chú.\n", "")),
    ),
    Rule(
        "FILE-004", ERROR, "Tệp quá lớn",
        "Một văn bản dài chưa tới một phần mười mức này; tệp lớn hơn thường không phải là chữ.",
        "Chia thành nhiều tệp, hoặc bỏ phần không phải là chữ.",
        (Example("docs/vi/gioi-thieu.md", LARGE_FILE, WHOLE_FILE),),
    ),
    Rule(
        "FILE-005", ERROR, "Tên tệp không dùng được trên mọi máy",
        "Tên có ký tự điều khiển, không phải UTF-8, hay chỉ khác tên khác ở chữ hoa, chữ thường thì nhiều máy không mở"
        " được hoặc coi hai tệp là một.",
        "Đổi tên; tên gồm chữ thường không dấu, chữ số và gạch nối.",
        (Example("docs/vi/hoi-dap/Can-cu.md", "---\nquestion: Câu hỏi mới?\n---\nTrả lời.\n", ""),),
    ),
    Rule(
        "FILE-006", ERROR, "Tệp còn dấu chưa gộp xong của git",
        "Khi hai người sửa cùng một chỗ, git ghi cả hai bản vào tệp, giữa các dòng <<<<<<< và >>>>>>>; để nguyên thì cả"
        " hai bản lên trang.",
        "Giữ một bản, rồi xóa các dòng <<<<<<<, =======, >>>>>>>.",
        (
            Example(
                "docs/vi/hoi-dap/can-cu.md",
                "<<<<<<< HEAD\nViệc tuyên truyền\n=======\nViệc cổ động\n>>>>>>> sua-cau-tra-loi\n",
                "Việc tuyên truyền",
            ),
        ),
    ),
)  # fmt: skip
