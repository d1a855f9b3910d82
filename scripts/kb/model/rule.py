"""What a rule says of itself: the one source of its help page, its examples and its place in reports."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.finding import Severity

# Wordings of an example that stand for a whole file: it is there, it is not, it is in another encoding, too large, or
# a symbolic link.
WHOLE_FILE = "(có tệp này)"
NO_FILE = "(không có tệp này)"
OTHER_ENCODING = "(tệp lưu theo bảng mã khác UTF-8)"
LARGE_FILE = "(tệp lớn hơn 10 MB)"
LINK = "(liên kết tượng trưng tới tệp khác)"


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong and a right wording; putting `wrong` for `right` in `file` of the sample checkout breaks the rule.

    An empty `wrong` takes the words away, an empty `right` makes a new file. `file` is relative to the checkout.
    """

    file: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the check. All words are Vietnamese; `title`, `why` and `remedy` are plain text.

    `softens` says whether an error is a warning in a draft, `suppressible` whether an editor may keep what it finds,
    `source` the file in which these words stand.
    """

    code: str
    severity: Severity
    title: str
    why: str
    remedy: str
    examples: tuple[Example, ...]
    softens: bool = True
    suppressible: bool = False
    source: str = ""

    @property
    def path(self) -> str:
        """The page of the rule below the language folder."""
        return f"kiem-tra/{self.code}.md"
