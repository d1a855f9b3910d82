"""The provisions that an answer names in its front matter are those to which its words lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.prose import blocks, provision
from kb.check.quotations import marked
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.prose import Question
from kb.model.quotation import stands
from kb.model.reference import Ref

# `ii-2.3-1` stands under `ii-2.3`, and that under `ii-2` and `ii`.
UNDER = re.compile(r"[-.]")


def check(case: Case) -> Iterator[Finding]:
    """One finding an answer: what is printed below it is then not what it speaks of."""
    for ref, others in mistaken(case):
        message = f"«provisions» ghi {ref.key}, câu trả lời lại dẫn tới {', '.join(others)}."
        remedy = "Ghi ở «provisions» mã đoạn mà câu trả lời dẫn tới, hoặc sửa liên kết trong câu trả lời."
        yield Finding("QA-006", ref.span, message, remedy)


def mistaken(case: Case) -> Iterator[tuple[Ref, Sequence[str]]]:
    """By answer, a provision to which none of its links leads, and the provisions that they lead to instead.

    An answer may rest on more than it leads to, or point to something else besides. It is a slip where it leads to a
    neighbour of a provision that it names, or to none of them and quotes what it leads to. Whatever else is wrong with
    it may be the reason.
    """
    for question in case.library.questions["vi"].values():
        for idle, others in case.kept(question.path, (question,), partial(_astray, case, question), question.path):
            # The only thing that hangs on the words of other files, which what is kept must not.
            instead = len(idle) == len(question.provisions) and _quotes(case.library, question, others)
            beside = [ref for key, ref in idle if instead or _parent(key) in map(_parent, others)]
            if beside:
                yield beside[0], others


def _astray(case: Case, question: Question) -> Iterator[tuple[Sequence[tuple[str, Ref]], Sequence[str]]]:
    """The provisions of an answer to which nothing leads, with their keys, and where its links lead instead."""
    named = [_now(case.library, *ref.key.split("#", 1)) for ref in question.provisions]
    linked = list(dict.fromkeys(_linked(case, question)))
    near_links, near_named = _near(linked), _near(named)
    idle = [each for each in zip(named, question.provisions, strict=True) if not near_links(each[0])]
    others = [key for key in linked if not near_named(key)]
    if idle and others and case.faultless(question.path):
        yield idle, others


def _quotes(library: Library, question: Question, keys: Sequence[str]) -> bool:
    texts = [found.text for key in keys if (found := library.provision("vi", *key.split("#", 1)))]
    quoted = [block.text[start:end] for block in blocks(question) for start, end in marked(block)[0]]
    return any(stands(words, text) for words in quoted for text in texts)


def _linked(case: Case, question: Question) -> Iterator[str]:
    """The provisions to which an answer leads, but for links that are said to be wrong."""
    for block in blocks(question):
        for link in block.links:
            target = provision(link, question.path)
            if target and target[1] and not case.wrong(block.span(link.start), block.span(link.end)):
                yield _now(case.library, *target)


def _now(library: Library, document: str, name: str) -> str:
    """The key of a provision by its present ID."""
    held = library.originals.get(document)
    found = held.by_id.get(name) if held else None
    return f"{document}#{found.id if found else name}"


def _parent(key: str) -> str:
    return key.rpartition("-")[0]


def _near(keys: Sequence[str]) -> Callable[[str], bool]:
    """Whether a provision is one of these, stands under one of them or has one under it."""
    known = frozenset(keys)
    above = frozenset(over for key in keys for over in _above(key))
    return lambda key: key in known or key in above or any(over in known for over in _above(key))


def _above(key: str) -> Iterator[str]:
    """The keys under which a provision stands, by its ID."""
    return (key[: mark.start()] for mark in UNDER.finditer(key, key.index("#")))
