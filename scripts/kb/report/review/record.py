"""A review as JSON, in the form that `review.schema.json` describes."""

from __future__ import annotations

import json
from typing import Any

from kb.model.finding import Span
from kb.model.review import Review
from kb.model.wordwise import Step
from kb.report.contents import SURROGATE

VERSION = 1
TOUCHED = ("documents", "provisions", "translations", "questions", "pages", "terms")


def render(review: Review) -> str:
    told = {
        "version": VERSION,
        "base": review.base,
        "head": review.head,
        "empty": review.empty,
        "fails": review.fails,
        "secret": list(review.secret),
        "leaking": review.leaking,
        "unbuilt": review.unbuilt,
        **{
            name: [_plain(each) for each in getattr(review, name)]
            for name in ("records", "suspects", "citations", *TOUCHED)
        },
        **{name: [{"name": one, "kind": kind} for one, kind in getattr(review, name)] for name in ("site", "files")},
    }
    for each, held in zip(told["records"], review.records, strict=True):
        each["unexplained"] = held.unexplained
    return SURROGATE.sub("\ufffd", json.dumps(told, ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    """Records as mappings; a place as file and line, a step as operation and words."""
    match value:
        case Span():
            return {"file": value.file, "line": value.line}
        case Step():
            return value._asdict()
        case tuple() | list():
            return [_plain(each) for each in value]
        case _ if hasattr(value, "__dataclass_fields__"):
            return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return value
