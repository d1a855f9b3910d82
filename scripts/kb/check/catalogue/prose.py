"""Rules for our own prose: what it quotes, the passages that it names, the days that it gives."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR, QUESTION
from kb.model.rule import Example, Rule

QUOTED = "“Chỉ đạo tổ chức tốt công tác tuyên truyền về bầu cử”"

RULES = (
    Rule(
        "QUOTE-001", ERROR, "Lời trích không đúng nguyên văn",
        "Người đọc chép lại lời trong ngoặc kép như lời của văn bản; khác một chữ là trích sai.",
        "Chép lại đúng lời của văn bản; lược bớt thì ghi dấu ba chấm; không phải lời trích thì bỏ dấu ngoặc kép.",
        (
            Example(QUESTION, "“Chỉ đạo thực hiện tốt công tác tuyên truyền về bầu cử”", QUOTED),
            Example(QUESTION, "“Chỉ đạo … công tác tuyên truyền cho bầu cử”", QUOTED),
        ),
    ),
    Rule(
        "QUOTE-002", ERROR, "Lời trích không ở đoạn được dẫn",
        "Câu nêu một đoạn rồi trích lời của đoạn khác thì người đọc tìm không ra.",
        "Sửa liên kết cho đúng đoạn có lời ấy, hoặc sửa lời trích.",
        (Example(QUESTION, "“cần tập trung tuyên truyền những nội dung sau”", QUOTED),),
    ),
    Rule(
        "QUOTE-003", ERROR, "Dấu ngoặc kép đứng một mình",
        "Thiếu dấu mở hay dấu đóng thì không biết lời trích từ đâu đến đâu, và không đối chiếu được.",
        "Thêm dấu ngoặc kép còn thiếu.",
        (Example(QUESTION, QUOTED.removesuffix("”"), QUOTED),),
    ),
    Rule(
        "LINK-004", ERROR, "Chữ của liên kết không khớp đoạn, văn bản được dẫn tới",
        "Người đọc viện dẫn theo chữ trên trang; liên kết dẫn tới đoạn khác, văn bản khác thì một trong hai là sai.",
        "Sửa số thứ tự, mục, phần, số của văn bản trong chữ, hoặc sửa liên kết.",
        (
            Example(QUESTION, "[Gạch đầu dòng thứ hai, mục 1, phần III]", "[Gạch đầu dòng thứ nhất, mục 1, phần III]"),
            Example(
                QUESTION,
                "[Kế hoạch số 26-KH/BTGTW](../van-ban/05-ct-tw-2016.md)",
                "Kế hoạch số 26-KH/BTGTW",
            ),
        ),
    ),
    Rule(
        "DATE-001", ERROR, "Ngày không có trong lịch",
        "Ngày sai làm người đọc tìm sai văn bản, và không đối chiếu được với danh mục.",
        "Ghi ngày có thật, đúng như văn bản ghi.",
        (Example(QUESTION, "ngày 31/4/2021 của Ban", "ngày 05/5/2021 của Ban"),),
    ),
)  # fmt: skip
