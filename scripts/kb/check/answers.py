"""The provisions that an answer names in its front matter are those to which its words lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.check.case import Case
from kb.check.prose import blocks, provision
from kb.check.quotations import marked
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.prose import Question
from kb.model.quotation import stands
from kb.model.reference import Ref


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
        named = [_now(case.library, *ref.key.split("#", 1)) for ref in question.provisions]
        linked = list(dict.fromkeys(_linked(case, question)))
        idle = [each for each in zip(named, question.provisions, strict=True) if not _near(each[0], linked)]
        others = [key for key in linked if not _near(key, named)]
        if not idle or not others or not case.faultless(question.path):
            continue
        instead = len(idle) == len(named) and _quotes(case.library, question, others)
        beside = [ref for key, ref in idle if instead or _parent(key) in map(_parent, others)]
        if beside:
            yield beside[0], others


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


def _near(key: str, others: Sequence[str]) -> bool:
    """Whether a provision is one of others, stands under one of them or has one under it."""
    return any(one == key or _under(one, key) or _under(key, one) for one in others)


def _under(one: str, other: str) -> bool:
    return one.startswith((f"{other}-", f"{other}."))
