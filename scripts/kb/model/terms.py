"""The entries of the data files: ways into the plan, groups of questions, short forms and changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.model.finding import Span
from kb.model.reference import Ref


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a way into the plan (a phase, theme, form or body) or a group of questions.

    `labels` maps a language to the name; empty where the name is the heading of `section`. `at` maps a field to the
    place of its value.
    """

    id: str
    labels: Mapping[str, str]
    section: Ref | None
    provisions: tuple[Ref, ...]
    span: Span
    at: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and, as `labels`, what it stands for, by language.

    `role` is `text`, `number-symbol`, `search` or `term`; `aliases` are other spellings of the short form; `at` maps a
    field to the place of its value.
    """

    short: Mapping[str, str]
    labels: Mapping[str, str]
    role: str
    provisions: tuple[Ref, ...]
    span: Span
    at: Mapping[str, Span] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the list of changes; `at` maps a field to the place of its value."""

    date: str
    labels: Mapping[str, str]
    documents: tuple[str, ...]
    span: Span
    at: Mapping[str, Span] = field(default_factory=dict)


Entry = Term | Abbreviation | Change
