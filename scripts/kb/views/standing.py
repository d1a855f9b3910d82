"""How a document stands: replaced, amended or expired, each with who says so. What nobody says is not known."""

from __future__ import annotations

from collections.abc import Iterable

from kb.model.document import Relation
from kb.model.finding import Span
from kb.model.reference import Ref
from kb.model.standing import relations, standing
from kb.views import strings
from kb.views.context import Context, document_path
from kb.views.provisions import cite
from kb.views.staged import block, escape

ACTIVE = {"replaced_by": "replaced-by", "amended_by": "amended-by", "expired": "expired-from"}
PASSIVE = {"replaced_by": "replaces", "amended_by": "amends"}


def facts(context: Context, key: str, page: str) -> list[tuple[str, list[str]]]:
    """What has become of a document and what it has done to others, as groups for its list of facts."""
    t = context.t
    told = [
        _told(context, field, each, page)
        for field, each in relations(context.library.originals[key])
        if _known(context, each)
    ]
    groups = [(t["standing"], told or [t["standing-unknown"]])]
    for field, name in PASSIVE.items():
        done_to = context.done_to.get((key, field), ())
        groups.append((t[name], [cite(context.dated_title(each), document_path(each), page) for each in done_to]))
    return groups


def column(context: Context, key: str, page: str) -> str:
    """The same in a few words, for the register."""
    t, found = context.t, standing(key, context.library)
    if found.trail:
        return t["column-replaced"].format(_short(context, found.trail[-1], page))
    if found.expired:
        return t["column-expired"].format(_day(context, found.expired))
    amending = [each.document for each in found.amended if each.document in context.library.originals]
    if amending:
        return t["column-amended"].format(", ".join(_short(context, each, page) for each in amending))
    return t["unknown"]


def note(context: Context, keys: Iterable[str], page: str) -> str:
    """A line for each of the documents that is over, with the present one."""
    return "\n\n".join(block("p.kb-note", line) for line in lines(context, keys, page))


def lines(context: Context, keys: Iterable[str], page: str) -> list[str]:
    """The same lines as Markdown."""
    found = (_line(context, key, page) for key in dict.fromkeys(keys) if key in context.library.originals)
    return [line for line in found if line]


def word(context: Context, key: str) -> str:
    """That a document is over, for the preview of a citation; empty where it is not known to be."""
    found = standing(key, context.library)
    if found.trail:
        return context.t["column-replaced"].format(context.title(found.trail[-1]))
    return context.t["column-expired"].format(_day(context, found.expired)) if found.expired else ""


def _line(context: Context, key: str, page: str) -> str:
    t, found = context.t, standing(key, context.library)
    title = escape(context.title(key))
    lines = []
    if found.trail:
        present = found.trail[-1]
        shown = cite(context.dated_title(present), document_path(present), page)
        lines.append(t["note-replaced"].format(title, shown))
        title = escape(context.title(present))
    if found.expired:
        lines.append(t["note-expired"].format(title, _day(context, found.expired)))
    return " ".join(lines)


def _known(context: Context, relation: Relation) -> bool:
    """Whether the documents of a relation may be named here; one that is not published is not."""
    wanted = (relation.document, relation.stated_by.partition("#")[0])
    return all(key is None or key in context.library.originals for key in wanted)


def _told(context: Context, field: str, relation: Relation, page: str) -> str:
    what = _day(context, relation)
    if relation.document:
        what = cite(context.dated_title(relation.document), document_path(relation.document), page)
    return context.t[ACTIVE[field]].format(what, _source(context, relation, page))


def _source(context: Context, relation: Relation, page: str) -> str:
    owner, _, provision = relation.stated_by.partition("#")
    title = context.title(owner)
    where = f"{context.pinpoint(Ref(owner, provision, Span('')))}, {title}" if provision else title
    return cite(where, document_path(owner), page, provision)


def _short(context: Context, key: str, page: str) -> str:
    return cite(context.library.originals[key].number or context.title(key), document_path(key), page)


def _day(context: Context, relation: Relation) -> str:
    return strings.date(relation.date, context.language) if relation.date else context.t["unknown"]
