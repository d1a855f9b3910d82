"""Rules for what the register and the data files state: all that held texts state, and nothing else."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR, PLAN
from kb.model.finding import Severity
from kb.model.rule import NO_FILE, WHOLE_FILE, Example, Rule

CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
GUIDANCE = "docs/vi/van-ban/169-hd-btgtw-2021.md"
TRANSLATED = "docs/en/van-ban/26-kh-btgtw-2021.md"
TERMS = "docs/_data/terms.yml"

RULES = (
    Rule(
        "REG-001", ERROR, "Để trống điều mà văn bản được giữ nêu",
        "Điều văn bản viện dẫn nêu về một văn bản thì danh mục phải có; ghi null là nói rằng không ai biết.",
        "Ghi đúng điều ấy như văn bản viện dẫn nêu.",
        (Example(CITED, "date: null", "date: 2021-05-05"), Example(CITED, "kind: null", "kind: KH")),
    ),
    Rule(
        "REG-002", ERROR, "Ghi điều mà không văn bản nào được giữ nêu",
        "Trang không nói điều gì mà các văn bản được giữ ở đây không nói.",
        "Ghi null; khi kho giữ văn bản nêu điều ấy thì bổ sung.",
        (Example(CITED, "place: Hà Nội", "place: null"), Example(GUIDANCE, "subject: về bầu cử", "subject: null")),
    ),
    Rule(
        "REG-003", ERROR, "Đoạn ghi ở «stated_by» không nêu văn bản này",
        "Người đọc theo «stated_by» để đối chiếu; đoạn ấy phải nêu đúng văn bản.",
        "Ghi mã của đoạn nêu số hoặc tên văn bản.",
        (
            Example(CITED, "stated_by: 23-kh-duk-2021#ii-1.1-1", "stated_by: 23-kh-duk-2021#mo-dau-p1"),
            Example(CITED, "", "stated_by: 23-kh-duk-2021#mo-dau-p1\n"),
        ),
    ),
    Rule(
        "REG-004", ERROR, "Căn cứ khác lời mở đầu của văn bản",
        "«basis» là văn bản mà lời mở đầu nêu sau các chữ Căn cứ, Thực hiện, Theo; không thêm, không bớt.",
        "Ghi đúng các văn bản mà lời mở đầu nêu làm căn cứ.",
        (
            Example(PLAN, "basis: []", "basis:\n  - 26-kh-btgtw-2021"),
            Example(PLAN, "  - 169-hd-btgtw-2021", "  - 26-kh-btgtw-2021"),
        ),
    ),
    Rule(
        "REG-005", Severity.WARNING, "Văn bản được nêu tên mà chưa có trong danh mục",
        "Văn bản không ghi số vẫn là văn bản được viện dẫn, nhận ra theo tên gọi; thiếu một cách gọi thì chỗ ấy không"
        " dẫn tới đâu.",
        "Thêm văn bản (number: null), hoặc thêm cách gọi vào «names» của văn bản ấy.",
        (Example("docs/*/van-ban/nq-dai-hoi-xiii-dang.md", NO_FILE, WHOLE_FILE),),
    ),
    Rule(
        "WORD-001", ERROR, "Lời ghi là lời văn bản mà đoạn được dẫn không có",
        "Thuật ngữ và tên cơ quan trên trang là lời của văn bản, chép đúng từng chữ từ đoạn được dẫn.",
        "Chép đúng lời của đoạn; ở «provisions» ghi đoạn nào có lời ấy, và cơ quan thì mọi đoạn nêu tên nó.",
        (Example(TERMS, "vi: Đảng bộ Khối cơ quan", "vi: Đảng bộ Khối các cơ quan"),),
    ),
    Rule(
        "WORD-002", ERROR, "Chỗ trình bày khác nguyên văn không ghi, hoặc ghi không đúng",
        "Số, cơ quan, nơi và trích yếu mà trang ghi khác phần tiêu đề của nguyên văn thì mỗi điều có một mục ở"
        " «normalisations»: «received» là cả dòng của nguyên văn, «shown» là điều trang ghi.",
        "Chép «received» trọn dòng từ nguyên văn, «shown» từ các trường của văn bản.",
        (
            Example(PLAN, 'received: "Số 23"', 'received: "Số 23 -KH/ĐUK"'),
            Example(PLAN, 'shown: "23 - KH/ĐUK"', 'shown: "23-KH/ĐUK"'),
        ),
    ),
    Rule(
        "WORD-003", ERROR, "Thời hạn khác lời văn bản",
        "Thời hạn của văn bản là năm cuối mà chính văn bản nêu; văn bản có các giai đoạn thì là năm cuối của giai đoạn"
        " sau cùng.",
        "Ghi năm cuối mà đoạn nêu, và mã của đoạn nêu năm ấy.",
        (Example(PLAN, "year: 2027", "year: 2026"),),
    ),
    Rule(
        "WORD-004", ERROR, "Từ viết tắt không ở nơi mà «kind» ghi",
        "Bảng từ viết tắt cho biết từ nào có trong văn bản hay trong số, ký hiệu, từ nào chỉ dùng khi tìm.",
        "Sửa chữ, hoặc ghi «kind» theo nơi có từ ấy; không văn bản nào in thì ghi «kind: search».",
        (Example("docs/_data/abbreviations.yml", "short: KHX,", "short: KH,"),),
    ),
    Rule(
        "WORD-005", ERROR, "Ký hiệu giải thích khác danh mục",
        "Ký hiệu trong số của văn bản là của một tên loại hay một cơ quan; kinds.yml và issuers.yml giữ tên của chúng,"
        " và người đọc không được thấy hai tên. Từ viết tắt khác thì các chữ của nó là chữ đầu của những tiếng mà nó"
        " thay, bằng tiếng Việt hay tiếng Anh.",
        "Ghi tên có ở kinds.yml, issuers.yml, hoặc sửa tên ở đó; từ viết tắt khác thì sửa lời giải thích.",
        (
            Example("docs/_data/abbreviations.yml", "vi: kế hoạnh,", "vi: kế hoạch,"),
        ),
    ),
    Rule(
        "TRANS-005", ERROR, "Thông tin dịch khác bản dịch của văn bản",
        "Trích yếu, cơ quan, nơi ban hành và tên gọi bằng tiếng Anh phải đúng như trong bản dịch của đoạn nêu chúng.",
        "Ghi đúng như bản dịch của đoạn ấy.",
        (
            Example(
                TRANSLATED, "issuer_name: Central Commission",
                "issuer_name: Central Commission for Propaganda and Education",
            ),
        ),
    ),
)  # fmt: skip
