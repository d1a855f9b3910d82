"""The fragments that several modules share, each with its reason.

Where two repetitions may meet on the same blanks, they are possessive (`\\s++`): a failing match then costs no more
than the length of the text, whatever the text is.
"""

from __future__ import annotations

import re

UPPER = "A-ZĐĂÂÊÔƠƯ"
"""Letters of symbols. They carry no tone mark, which tells `SỐ 338/NGÀY` from a number."""

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

YEAR = r"(?:19[3-9]\d|20\d\d)"

SO = frozenset({"số", "so", "sô", "sồ"})
"""The word `số`, also as OCR and plain typing print it."""

SENTENCE_END = rf"[.!?][”\"’)]*\s+(?=[^\W\d_{LOWER}])"
"""A stop before a capital. `T.Ư`, `TP.HCM` and `4.1` have no blank after the stop."""

ISSUING = (
    r"(?:ban\s++hành|phát\s++hành|thông\s++qua|công\s++bố|phê\s++duyệt|phê\s++chuẩn|ký\s++kết|"
    r"ký|cấp(?:\s++lần\s++đầu)?|ra|gửi|trình|lập|đề|đưa\s++ra|có)"
)
"""Verbs by which an organ gives out a document. `có` only counts directly before a type word: `đã có văn bản số`."""

GLUED_DATE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])")
"""The date in the next cell of a table that lost its bounds: `160/QĐ-ĐHQG24/3/2017`."""
