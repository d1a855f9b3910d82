"""Which organ a text says has issued it: in its title block, or in its opening (`…, Đảng ủy xã ban hành …`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

ISSUES = {"vi": r"\s+ban\s+hành\s", "en": r"\s+issues?\s"}
CLAUSE = r"(?:\A|[,;:.]\s+)(?:the\s+)?"


def contradicted(name: str, title: str, opening: Sequence[str], language: str) -> str | None:
    """The organ that a text names where that is not the given one; empty where it does not have the given name at all.

    None where the text agrees. An opening that names a part of the given name, or more than it, contradicts it.

    >>> contradicted("Đảng ủy", "KẾ HOẠCH", ["Thực hiện Kế hoạch số 5, Đảng ủy xã ban hành Kế hoạch như sau:"], "vi")
    'Đảng ủy xã'
    """
    says = re.compile(rf"{CLAUSE}{re.escape(name)}{ISSUES[language]}", re.IGNORECASE)
    lines = [line.casefold() for line in title.split("\n")]
    printed = {" ".join(lines[start:end]) for start in range(len(lines)) for end in range(start + 1, len(lines) + 1)}
    if name.casefold() in printed or any(says.search(text) for text in opening):
        return None
    named = re.compile(rf"{CLAUSE}(?P<name>[^,;:.]+?){ISSUES[language]}", re.IGNORECASE)
    for other in (found["name"] for text in opening for found in named.finditer(text)):
        if name.casefold() in other.casefold() or other.casefold() in name.casefold():
            return other
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return None if any(whole.search(text) for text in (title.replace("\n", " "), *opening)) else ""
