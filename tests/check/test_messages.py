"""What editors read is in one language and in one set of words."""

from __future__ import annotations


def test_a_provision_is_called_by_one_word(root):
    """«đoạn», on pages and in messages; the other word is the content's, for bodies of the Party."""
    told = [path for path in (root / "scripts").rglob("*.py") if "đơn vị" in path.read_text(encoding="utf-8").lower()]
    assert told == []
