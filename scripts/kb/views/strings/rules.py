"""The words with which the rules of the check are explained, in both languages."""

from __future__ import annotations

VI = {
    "rules": "Các quy tắc kiểm tra",
    "rules-lead": "Mỗi thông báo của lệnh kiểm tra thuộc một quy tắc; trang của quy tắc nói vì sao và cách sửa.",
    "rule-title": "Quy tắc {}",
    "rule-english": "Trang này giải thích một quy tắc kiểm tra cho người biên tập.",
    "rule-error": "Lỗi: chặn việc dựng trang.",
    "rule-warning": "Cảnh báo: nên sửa, không chặn việc dựng trang.",
    "rule-notice": "Lưu ý: để biết, không chặn việc dựng trang.",
    "rule-softens": "Trong bản thảo (`status: draft`) chỉ là cảnh báo.",
    "rule-firm": "Trong bản thảo cũng là lỗi.",
    "rule-suppressible": "Được bỏ qua khi có lý do, ghi ở cuối chính dòng ấy: {} trong trang viết, {} trong YAML; "
    "trong lời văn bản thì không.",
    "rule-not-suppressible": "Không được bỏ qua.",
    "rule-why": "Vì sao",
    "rule-remedy": "Cách sửa",
    "rule-examples": "Ví dụ",
    "rule-file": "Trong tệp",
    "rule-wrong": "Sai:",
    "rule-right": "Đúng:",
    "rule-nothing": "(không có gì)",
}

EN = {
    "rules": "Rules of the check",
    "rules-lead": "Each message of the check belongs to a rule. "
    "The pages of the rules are for editors and in Vietnamese.",
    "rule-title": "Rule {}",
    "rule-english": "This page explains a rule of the check to the editors of the site. It is kept in Vietnamese.",
    "rule-error": "Error: it stops the build.",
    "rule-warning": "Warning: it should be mended, and does not stop the build.",
    "rule-notice": "Notice: it does not stop the build.",
    "rule-softens": "In a draft (`status: draft`) it is only a warning.",
    "rule-firm": "In a draft, too, it is an error.",
    "rule-suppressible": "It may be kept for a reason, given at the end of the very line: {} in prose, {} in YAML; not "
    "in the words of a document.",
    "rule-not-suppressible": "It may not be kept.",
    "rule-why": "Why",
    "rule-remedy": "How to mend it",
    "rule-examples": "Examples",
    "rule-file": "In the file",
    "rule-wrong": "Wrong:",
    "rule-right": "Right:",
    "rule-nothing": "(nothing)",
}
