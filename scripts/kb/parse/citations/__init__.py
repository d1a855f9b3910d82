"""The reader of Vietnamese official citations.

numbers → accept (by what stands before: context) → around (dates, organs, locators) → read; mentions beside it.
`normalise` keeps the offsets true, `lexicon` makes the vocabulary ready, `grammar` holds what several share.
"""

from kb.parse.citations.lexicon import vocabulary
from kb.parse.citations.read import Reading, read

__all__ = ["Reading", "read", "vocabulary"]
