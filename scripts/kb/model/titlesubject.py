"""What stands below the kind of a document: whose it is, its subject, and where that ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.model.alphabet import LOWER, UPPER
from kb.model.labels import RULE, label
from kb.model.titlecolumns import Piece
from kb.model.titlelines import SUBJECT, begins_body, upper

# Below a subject: what a document is issued with is none of its words, the years that are celebrated are.
ASIDE = re.compile(r"\(.*\)")
YEARS = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\s*[-–—]\s*\d{1,2}/\d{1,2}/\d{4}\)")
OPENER = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Trên cơ sở|Xét|Sau khi|Trong|Ngày|Hiện nay|Hôm nay|Tiếp tục"
    r"|Trước|Qua|Năm|Từ|Triển khai|Thời gian|Vừa qua|Những năm|Kính thưa)\s"
)
AUTHORITY = re.compile(
    r"(?:BỘ TRƯỞNG|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|[ỦU][YỶ] BAN|HỘI ĐỒNG|GIÁM ĐỐC|TỔNG |CHÁNH |VIỆN TRƯỞNG"
    r"|QUỐC HỘI|THỐNG ĐỐC|BAN |BỘ CHÍNH TRỊ|CỤC TRƯỞNG|TRƯỞNG |HIỆU TRƯỞNG|THƯỜNG TRỰC|ĐẢNG [ỦU][YỶ]"
    r"|TỈNH [ỦU][YỶ]|ĐẠI HỘI|HỘI NGHỊ)"
)
# One sentence ends and another begins: running text, no subject.
WITHIN = re.compile(rf"[{LOWER}]{{2}}\. [{UPPER}][{LOWER}]")
LONGEST_SUBJECT = 900


def below_kind(pieces: Sequence[Piece], start: int, centred: Sequence[bool]) -> tuple[list[str], list[str], int]:
    """What stands between kind and subject, the subject, and the piece behind it."""
    owner: list[str] = []
    subject: list[str] = []
    end = start
    for at in range(start, len(pieces)):
        text = pieces[at].text
        if RULE.fullmatch(text) or text == "*":
            end = at + 1
            if subject:
                break
            continue
        if _ends_subject(pieces, at, subject, centred):
            break
        if not subject and _is_owner(text, pieces[at + 1].text if at + 1 < len(pieces) else ""):
            owner.append(text)
        elif not ASIDE.fullmatch(text) or YEARS.fullmatch(text):
            subject.append(text)
        end = at + 1
    if subject and upper(subject[0]) and any(re.match(r"(?:V/v|Về|về)\b", each) for each in subject[1:]):
        while upper(subject[0]):
            owner.append(subject.pop(0))
    return owner, subject, end


def _is_owner(text: str, following: str) -> bool:
    """Whether a line below the kind says whose it is: `CỦA BỘ CHÍNH TRỊ`, or `của Ban Chấp hành` before `về …`."""
    if text.startswith("CỦA "):
        return upper(text)
    return text.startswith("của ") and SUBJECT.match(following[:1].upper() + following[1:]) is not None


def _ends_subject(pieces: Sequence[Piece], at: int, subject: list[str], centred: Sequence[bool]) -> bool:
    text, line = pieces[at].text, pieces[at].line
    if begins_body(text) or (label(text) and not upper(text)) or len(text) > LONGEST_SUBJECT:
        return True
    following = next((each.text for each in pieces[at + 1 :] if not RULE.fullmatch(each.text)), "")
    if upper(text) and AUTHORITY.match(text) and (subject or following.startswith(("Căn cứ", "Trên cơ sở"))):
        return (
            not upper(subject[-1]) if subject and not following.startswith(("Căn cứ", "Trên cơ sở", "Theo")) else True
        )
    if subject and upper(text) and not upper(subject[-1]):
        return True
    if WITHIN.search(text):
        return True
    if subject and line < len(centred) and any(centred[max(line - 2, 0) : line]):
        return not centred[line]
    if re.search(r"[;:]$", text) or (
        text.endswith(".") and not (at + 1 < len(pieces) and RULE.fullmatch(pieces[at + 1].text))
    ):
        return True
    return bool(subject) and (OPENER.match(text) is not None or len(text) > 300)
