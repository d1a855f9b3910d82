"""Names of issuers behind a number: `của Bộ trưởng Bộ Y tế`, `do UBND tỉnh Hải Dương ban hành`."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from kb.model.citation import Span
from kb.parse.citations import locators
from kb.parse.citations.context import name_from
from kb.parse.citations.grammar import ISSUING
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.normalise import folded, squeezed

LEAD = re.compile(r"[\s,)\]]*(?:của|(?P<by>do|bởi))\s+(?=\w)", re.IGNORECASE)
# `việc thực hiện Kế hoạch số … của các đảng ủy`: many do what one document says.
MANY = re.compile(r"(?:các|những|mọi|mỗi|từng|toàn|một\s+số)\s", re.IGNORECASE)
# `Kế hoạch số … do Ban Tuyên giáo theo dõi`: who does something else with it has not issued it.
DONE = re.compile(
    rf"\s*(?:[^\w\s]|\Z|\n|(?:đã\s+|vừa\s+|chủ\s+trì\s+)?(?:{ISSUING}|ngày|về|hay|hoặc|soạn|xây)(?!\w))", re.IGNORECASE
)
# A meeting passes a document; it does not give it out.
MEETING = re.compile(r"(?:hội\s+nghị|đại\s+hội|kỳ\s+họp)\b", re.IGNORECASE)
# Who is asked for is not named: `do ai ban hành`, `của cơ quan nào`.
ASKED = re.compile(r"(?:ai|(?:\w+\s+){1,3}nào)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:[&.][^\W\d_]+)*|[0-9]+")
# First words of the units of a document
UNITS = frozenset({"gạch", "tiểu", "phụ", "chương", "khoản", "phần", "điểm", "điều", "tiết", "mục"})
MOST = 160
# `ký` and `trình` say less: who signs or submits need not be who issues.
ISSUES = re.compile(r"\s+(?:đã\s+)?(?:ban\s+hành|phát\s+hành)\s+(?:các\s+)?\Z", re.IGNORECASE)
NEAR = 40
MOST_WORDS = 24
TOKEN = re.compile(r"\S+")
CLOSING = ".,;:!?)]”\"’'"
# A name from the vocabulary may stand behind the office of its head.
OFFICES = re.compile(
    r"(?:(?:bộ\s+trưởng|chủ\s+tịch|phó\s+chủ\s+tịch|giám\s+đốc|tổng\s+giám\s+đốc|cục\s+trưởng|tổng\s+cục\s+trưởng|"
    r"chủ\s+nhiệm|chánh\s+án|viện\s+trưởng|thống\s+đốc|tổng\s+thanh\s+tra|hiệu\s+trưởng|trưởng\s+ban|"
    r"ban\s+thường\s+vụ|thường\s+trực|liên\s+bộ:?)\s+)",
    re.IGNORECASE,
)
# Words with which the sentence goes on behind the name.
STOP = frozenset(
    {"về", "quy", "hướng", "phê", "sửa", "bổ", "thay", "bãi", "được", "đã", "đang", "sẽ", "là", "có", "không"}
    | {"tại", "trong", "theo", "nhằm", "để", "với", "yêu", "cho", "khi", "nếu", "mà", "thì", "cũng", "ban"}
    | {"ký", "thông", "công", "ngày", "tháng", "năm", "khóa", "khoá", "kỳ", "nêu", "giao", "cấp", "cụ", "như"}
    | {"từ", "đến", "gắn", "trên", "vừa", "chỉ", "xử", "tạm", "chấp", "cùng", "gồm", "bao", "đối", "giai", "nay"}
    | {"này", "đó", "nói", "trước", "sau", "trình", "gửi", "ra", "hiệu", "hết", "còn", "phải", "liên", "triển"}
    | {"thực", "tiếp", "căn", "ghi", "ngành", "lần", "hay", "hoặc", "ai"}
    | {"xác", "khẳng", "nhấn", "đề", "viết", "trích", "rằng", "cần"}
)
# Words of the list above that are also the beginning of a name, when written with a capital.
CAPITAL = frozenset({"ban", "công", "thông", "liên", "chỉ", "quy", "thực"})


class Organ(NamedTuple):
    name: str
    span: Span


def behind(text: str, at: int, ceiling: int, lexicon: Lexicon) -> Organ | None:
    """The issuer that is named from `at` on, if one is."""
    lead = LEAD.match(text, at, ceiling)
    if not lead:
        return None
    start = lead.end()
    ceiling = min(ceiling, start + MOST)
    if name_from(text, start, lexicon) or any(each.match(text, start) for each in (MEETING, ASKED, MANY)):
        return None
    end = _rest(text, _known(text, start, ceiling, lexicon), ceiling, lexicon)
    if lead["by"] and not DONE.match(text, end):
        return None
    return Organ(squeezed(text[start:end]), (start, end)) if end > start else None


def before(text: str, floor: int, name: int, lexicon: Lexicon) -> Organ | None:
    """The issuer from the vocabulary that stands before a verb of issuing and the type word: `Bộ Y tế ban hành …`."""
    verb = ISSUES.search(text, max(floor, name - NEAR), name)
    if not verb:
        return None
    for word in TOKEN.finditer(text, max(floor, verb.start() - MOST), verb.start()):
        end = _longest(text, word.start(), verb.start(), lexicon)
        if end == verb.start():
            return Organ(squeezed(text[word.start() : end]), (word.start(), end))
    return None


def _known(text: str, start: int, ceiling: int, lexicon: Lexicon) -> int:
    """The end of a name from the vocabulary, with its commas, dashes and `và`; else `start`."""
    end = _longest(text, start, ceiling, lexicon)
    if end:
        return end
    office = OFFICES.match(text, start, ceiling)
    return (office and _longest(text, office.end(), ceiling, lexicon)) or start


def _longest(text: str, start: int, ceiling: int, lexicon: Lexicon) -> int:
    branch, longest, last = lexicon.organs, 0, ""
    # Word by word, since words come again and again and are folded once.
    words = text[start:ceiling].split(None, MOST_WORDS)
    for count, printed in enumerate(words, 1):
        read, further = folded(printed), branch.further
        branch = further.get(read)
        bare = further.get(read.rstrip(CLOSING)) if read[-1] in CLOSING else branch
        if bare is not None and bare.ends:
            longest, last = count, printed
        if branch is None:
            break
    if not longest:
        return 0
    plain = " ".join(words[:longest])
    if text.startswith(plain, start):
        return start + len(plain) - len(last) + len(last.rstrip(CLOSING))
    (word,) = islice(TOKEN.finditer(text, start, ceiling), longest - 1, longest)
    return word.start() + len(last.rstrip(CLOSING))


def _rest(text: str, at: int, ceiling: int, lexicon: Lexicon) -> int:
    """Go on over the words of a name: `UBND` + `tỉnh Quảng Bình`, `Thành ủy` + `Hà Nội`."""
    end = at
    for word in WORD.finditer(text, at, ceiling):
        printed = word.group()
        small = printed.lower()
        gap = text[end : word.start()]
        capital = printed[0].isupper()
        if gap.strip() not in ("", "-") or (gap.strip() and not capital) or "\n\n" in gap:
            break
        if small in STOP and not (capital and small in CAPITAL and not printed.isupper()):
            break
        start = word.start()
        if small in ("và", "của"):
            follows = WORD.match(text, word.end() + 1, ceiling)
            if not follows or not follows.group()[0].isupper():
                break
            start, small = follows.start(), follows.group().lower()
        # Another document begins: its type word, or the provision of it that is cited.
        if name_from(text, start, lexicon) or (small in UNITS and locators.begins(text, start)):
            break
        end = word.end()
    return end
