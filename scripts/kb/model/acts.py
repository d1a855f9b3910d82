"""The words with which a text replaces, repeals or amends a document, or says that another one does."""

from __future__ import annotations

import re

_ENDING = r"(?:thay\s+thế|bãi\s+bỏ|h(?:ủy|uỷ)\s+bỏ|chấm\s+dứt\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+lý))?)"
_ACT = rf"(?:{_ENDING}|sửa\s+đổi|bổ\s+sung|đính\s+chính)"
_ACTS = rf"(?<!\w)(?P<acts>{_ACT}(?:\s*(?:,|và|hoặc|,\s*và)\s*{_ACT})*)"
# Of a part alone: what is left of the document goes on.
_PART = (
    r"(?P<part>\s+(?:một\s+phần|(?:một\s+số|các|những)\s+(?:điều|khoản|điểm|mục|nội\s+dung|quy\s+định)"
    r"(?:\s*(?:,|và)\s*(?:điều|khoản|điểm|mục|nội\s+dung))*)(?:\s+(?:của|tại|trong))?)?"
)
_SAME_CLAUSE = r"[^.:;“”\"]"
# Right before a document.
ACTIVE = re.compile(rf"{_ACTS}(?:\s+(?:cho|của|đối\s+với))?{_PART}(?:\s+(?:toàn\s+bộ|các|những))*\s+\Z", re.IGNORECASE)
_AFTER = r"(?:\s+sau(?:\s+đây)?|\s+dưới\s+đây)"
# `bãi bỏ các văn bản sau đây:`
LISTING = re.compile(rf"{_ACTS}{_PART}{_SAME_CLAUSE}{{0,120}}?{_AFTER}{_SAME_CLAUSE}{{0,60}}:\s*\Z", re.IGNORECASE)
_OVER = (
    r"(?P<over>(?:(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+lý))?|(?:được|bị)\s+bãi\s+bỏ)"
    r"(?=\s+(?:kể\s+)?từ(?!\w)|\s+khi(?!\w)|\s*[.,;:]|\s*\Z))"
)
# `Các văn bản sau đây hết hiệu lực kể từ ngày …:`
LISTED_OVER = re.compile(
    rf"(?:\A|[,.;]\s+|\d\.\s+)(?:các|những)\s{_SAME_CLAUSE}{{0,80}}?{_AFTER}{_SAME_CLAUSE}{{0,60}}?\s{_OVER}"
    r"[^:;“”\"]{0,160}:\s*\Z",
    re.IGNORECASE,
)
# Behind a document: `… được sửa đổi, bổ sung bởi` another one, `… hết hiệu lực kể từ ngày …`.
PASSIVE = re.compile(
    rf"{_SAME_CLAUSE}{{0,200}}?(?<!chưa)(?<!không)[\s,]\s*(?:(?:đã\s+)?(?:được|bị)\s+{_ACTS}"
    rf"(?P<part>\s+(?:một\s+số\s+(?:điều|nội\s+dung)|một\s+phần))?\s+(?:bởi|bằng|tại|theo)\s+|(?:sẽ\s+)?{_OVER})",
    re.IGNORECASE,
)
UNSAID = re.compile(
    r"(?<!\w)(?:không|chưa|nếu|khi|trường\s+hợp|đề\s+nghị|kiến\s+nghị|trình|dự\s+thảo|dự\s+kiến)(?!\w)", re.IGNORECASE
)
_LABEL = r"(?:Điều\s+\d+[a-zđ]?[.:]?\s+|\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s+|[-–+•]\s+)?"
LABEL = re.compile(_LABEL)
# Where a sentence begins with the act: `2. Bãi bỏ …`, `… kể từ ngày ký. Thay thế …`
BEGINS = re.compile(rf"(?:\A{_LABEL}|[^\W\d_]{{2,}}\.\s+)(?:Nay\s+)?\Z")
# From `Quyết định này`, or from another document, to what it does.
BY_ITSELF = re.compile(
    r"(?:\s+(?:có\s+hiệu\s+lực|được\s+ban\s+hành|(?:được\s+)?áp\s+dụng)(?:[^.;:]|(?<=\d)\.(?=\d))*?)?"
    r"[\s,;]*(?:(?:và|để|đồng\s+thời)\s+)?",
    re.IGNORECASE,
)
BY_ANOTHER = re.compile(r"\s*,?\s*(?:(?:về(?:\s+việc)?|quy\s+định)\s+)?", re.IGNORECASE)
BY_TITLE = re.compile(r"\s*(?:(?:về\s+việc|về|v/v)\s+)?", re.IGNORECASE)
# Where a clause begins whose subject is a document.
CLAUSE = re.compile(rf"(?:\A{_LABEL}|[.;,:]\s+|(?<!\w)(?:thì|và)\s+)(?:các\s+|những\s+)?\Z", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:[,;]|,?\s*và|;\s*và)\s*(?:các\s+)?", re.IGNORECASE)
# Before a further member of a list, behind what the one before is about.
_FURTHER = re.compile(r"[^.:“”\"]*;\s*(?:và\s+)?", re.IGNORECASE)
_GOES_ON = re.compile(r"[^.;]*?(?<!\w)(?:vẫn|tiếp\s+tục|(?:có|còn|hết)\s+hiệu\s+lực)(?!\w)", re.IGNORECASE)
_OF_PART = re.compile(r"sửa|bổ\s+sung|đính", re.IGNORECASE)
_REPLACING = re.compile(r"thay\s+thế", re.IGNORECASE)
_MARKS = (("“", "”"), ("«", "»"))


# Looking for words is many times as fast as the patterns, and most texts have none of them.
_SOME = ("thay", "bãi", "hủy", "huỷ", "hiệu", "sửa", "bổ", "đính")


def silent(words: str) -> bool:
    """Whether nothing in a text can be an act."""
    small = words.lower()
    return not any(each in small for each in _SOME)


def field_of(found: re.Match[str], locator: str | None = None) -> str:
    """The field of a register entry that says what an act (`acts` of a match) makes of a document, or of its part."""
    if found["part"] or locator or _OF_PART.search(found["acts"]):
        return "amended_by"
    return "replaced_by" if _REPLACING.search(found["acts"]) else "expired"


def joined(words: str, end: int, start: int) -> bool:
    """Whether nothing but a comma or an `và` stands between two documents."""
    return _JOINED.fullmatch(words, end, start) is not None


def further(words: str, end: int, start: int, stop: int) -> bool:
    """Whether the document from `start` to `stop` is a further one of a list behind the one that ends at `end`."""
    listed = joined(words, end, start) or _FURTHER.fullmatch(words, end, start) is not None
    return listed and _GOES_ON.match(words, stop) is None


def in_quotation(words: str, at: int) -> bool:
    """Whether a place stands between quotation marks."""
    nested = any(words.count(mark, 0, at) > words.count(end, 0, at) for mark, end in _MARKS)
    return nested or words.count('"', 0, at) % 2 == 1
