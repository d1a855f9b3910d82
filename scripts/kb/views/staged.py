"""A page of staged Markdown, and the small Markdown vocabulary that all views write in."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

ROW_NAME = "role=rowheader"
SPECIAL = re.compile(r"[\\`*_{}\[\]|#]")
MARKUP = re.compile(r"\[(?P<words>[^\[\]]*)\]\([^()\s]*\)(?:\{[^{}]*\})?|[*`]|^#+ .*$|^[-|] ?|^\d+\. ", re.MULTILINE)
DESCRIPTION = 200


@dataclass(frozen=True)
class StagedPage:
    """A page before MkDocs.

    `path` is below the language folder, e.g. `van-ban/index.md`; `crumbs` are (title, path) from the home page to
    the parent; `edit` is the authored file and line that a correction goes to, of a page that
    is derived the nearest one; `citation` names the page on paper
    where its title alone does not do; `cards` map a preview key to (title, text); `copies` and
    `quoting` are what copying and the check of quotations need, `linked` what programs are told in JSON-LD;
    `shorts` are the abbreviations in its words and in those that lead to and from it, with what they stand for;
    `moved` is the page to which an old address leads.
    """

    path: str
    title: str
    kind: str
    body: str
    crumbs: tuple[tuple[str, str], ...] = ()
    previous: tuple[str, str] | None = None
    next: tuple[str, str] | None = None
    edit: tuple[str, int] | None = None
    description: str = ""
    citation: str = ""
    cards: dict[str, tuple[str, str]] = field(default_factory=dict)
    copies: dict[str, dict[str, Any]] = field(default_factory=dict)
    quoting: dict[str, Any] = field(default_factory=dict)
    linked: dict[str, Any] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    moved: str = ""

    @property
    def led(self) -> tuple[str, ...]:
        """The names that lead to it and from it: breadcrumbs and neighbours."""
        beside = [each[0] for each in (self.previous, self.next) if each]
        return (self.title, *(title for title, _ in self.crumbs), *beside)

    def markdown(self, language: str) -> str:
        """The file as MkDocs reads it. The front matter is JSON, which is YAML without its surprises."""
        meta = {
            "title": self.title,
            "description": self.description,
            "kb": {
                "kind": self.kind,
                "language": language,
                "crumbs": [[title, url(path, language)] for title, path in self.crumbs],
                "previous": _neighbour(self.previous, language),
                "next": _neighbour(self.next, language),
                "citation": self.citation or self.title,
                "edit": list(self.edit) if self.edit else None,
                "moved": url(self.moved, language) if self.moved else "",
                "cards": [[key, title, text] for key, (title, text) in sorted(self.cards.items())],
                "copies": self.copies,
                "quoting": self.quoting,
                "linked": self.linked,
                "shorts": self.shorts,
            },
        }
        return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{self.body.strip()}\n"


def bare(markdown: str) -> str:
    """Prose without its markup, on one line."""
    return " ".join(MARKUP.sub(r"\g<words>", markdown).split())


def plain(markdown: str) -> str:
    """The first words of some prose without its markup, for where no markup can stand: a few lines at most."""
    text = bare(markdown)
    return text if len(text) <= DESCRIPTION else text[: text.rfind(" ", 0, DESCRIPTION)] + " …"


def _neighbour(target: tuple[str, str] | None, language: str) -> list[str] | None:
    return [target[0], url(target[1], language)] if target else None


def url(path: str, language: str) -> str:
    """The address of a page from the root of the site, without a leading slash."""
    folder = posixpath.dirname(path) if posixpath.basename(path) == "index.md" else path.removesuffix(".md")
    prefix = "" if language == "vi" else f"{language}/"
    return f"{prefix}{folder}/" if folder else prefix or "."


def escape(text: str) -> str:
    """Plain text as Markdown that shows just that text, on one line."""
    html = " ".join(text.splitlines()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = SPECIAL.sub(r"\\\g<0>", html)
    # What begins a list or a fence on a line of its own; a colon has no backslash form.
    return f"\\{text}" if text.startswith(("-", "+")) else re.sub("^:", "&#58;", text)


def value(text: str) -> str:
    """Plain text between the quotation marks of an attribute."""
    return escape(text.replace('"', "”"))


# Kept, since most links stand on many pages, and on most pages again when a site follows its content.
@lru_cache(maxsize=1 << 15)
def link(text: str, target: str, page: str, fragment: str = "", attributes: str = "") -> str:
    """A relative link from `page` to `target` (both below the language folder); `text` is plain text."""
    path = posixpath.relpath(target, posixpath.dirname(page) or ".") if target != page or not fragment else ""
    anchor = f"#{fragment}" if fragment else ""
    return f"[{escape(text)}]({path}{anchor})" + (f"{{ {attributes} }}" if attributes else "")


def block(classes: str, *parts: str) -> str:
    """A container with a tag and classes, e.g. `div.kb-list`."""
    return _fenced(f"html | {classes}", "\n\n".join(part for part in parts if part))


def details(summary: str, body: str) -> str:
    """A disclosure that works without JavaScript."""
    return _fenced(f"details | {summary}", body)


def facts(groups: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Names and what belongs to each, as a list of definitions; a name to which nothing belongs is left out."""
    held = [(name, list(values)) for name, values in groups]
    entries = ("\n".join((name, *(f":   {each}" for each in values))) for name, values in held if values)
    return block("div.kb-facts", *entries)


def _fenced(opening: str, body: str) -> str:
    """A block of pymdownx; its fence is longer than any fence inside."""
    depth = max((len(run) for run in re.findall(r"^/{3,}", body, re.MULTILINE)), default=2)
    fence = "/" * (depth + 1)
    return f"{fence} {opening}\n\n{body}\n\n{fence}"


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown cells."""
    head = list(header)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |" for line in lines)


def records(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of which each row is one thing, named by its first cell; narrow windows show it as a block.

    There a cell tells its column itself, so each carries the name: plain text, as in the interface.
    """
    names = list(header)
    marks = [f'data-label="{name}"' for name in names]
    marks[0] += f" {ROW_NAME}"
    return table(names, ([_marked(cell, mark) for cell, mark in zip(row, marks, strict=True)] for row in rows))


def _marked(cell: str, mark: str) -> str:
    # Python-Markdown takes attributes that stand alone in a cell for words.
    return f"{cell} {{ {mark} }}" if cell else ""


def foreign(text: str, language: str) -> str:
    """Vietnamese words on a page in `language`, marked as such where that is another language."""
    return f"*{escape(text)}*{{ lang=vi }}" if language != "vi" else escape(text)


def bullets(items: Iterable[str]) -> str:
    """A list of Markdown items."""
    return "\n".join(f"- {item}" for item in items)
