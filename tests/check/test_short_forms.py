"""Short forms that readers type: whether a text prints them is told from what only looks alike."""

from __future__ import annotations

import hashlib

import pytest

COLUMNS = "Lời mở đầu.\nI. PHẦN THỬ\n| TT | Việc |\n| 1 | Một |\n"
SHORT = [
    # a column is named by it
    ("| TT | Việc | {#i-p1 dau-bang}", COLUMNS, 12, "HD", "BTGTW", False),
    # the symbol of another kind than the words that readers mean
    ("Lời thử. {#i-p1}", "Lời mở đầu.\nI. PHẦN THỬ\nLời thử.\n", 12, "TT", "BTGTW", False),
    # a row like others says it
    ("| TT | Việc | {#i-p1}", COLUMNS, 12, "HD", "BTGTW", True),
    ("Việc TT. {#i-p1}", "Lời mở đầu.\nI. PHẦN THỬ\nViệc TT.\n", 12, "HD", "BTGTW", True),
]


@pytest.mark.parametrize(("line", "text", "number", "kind", "issuer", "printed"), SHORT)
def test_what_readers_type_is_told_from_what_is_printed(checkout, line, text, number, kind, issuer, printed):
    key = f"{number}-{kind}-{issuer}".lower()
    received = f"BAN TUYÊN GIÁO TRUNG ƯƠNG\nSố {number}-{kind}/{issuer}\n{text}"
    head = f"number: {number}-{kind}/{issuer}\nkind: {kind}\nissuer: {issuer}\nissuer_name: null\nplace: null\n"
    held = f"text: held\nsource: {key}.txt\nsha256: {hashlib.sha256(received.encode()).hexdigest()}\n"
    rest = "\n\n| 1 | Một | {#i-p2}" if "|" in line else ""
    body = f"Lời mở đầu. {{#mo-dau-p1}}\n\n## I. PHẦN THỬ {{#i}}\n\n{line}{rest}\n"
    found = checkout.findings(
        {
            f"docs/_source/{key}.txt": received,
            f"docs/vi/van-ban/{key}.md": f"---\n{head}date: null\nsubject: null\nlanguage: vi\n{held}---\n\n{body}",
        }
    )
    assert any(each.code == "WORD-004" and "«TT»" in each.message for each in found) == printed
