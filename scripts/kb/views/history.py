"""The history of a document: in short on its page, with old and new words side by side on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import sidebyside
from kb.model.address import pinpoint
from kb.model.document import Document
from kb.model.history import Altered, Event
from kb.model.reference import Ref
from kb.model.tongue import tongue
from kb.model.wordwise import EQUAL
from kb.views import strings
from kb.views.context import DOCUMENTS, Context, document_path
from kb.views.staged import StagedPage, block, bullets, escape, link, records

NAME = "lich-su"
SHOWN = 5
# Enough of a hash to tell two apart.
DIGITS = 12
# The names of fields as readers know them.
FIELDS = {
    **{field: field for field in ("number", "kind", "issuer", "place", "date", "subject", "basis")},
    "issuer_name": "issuer",
    "held": "text",
    "sha256": "record-hash",
    "title": "history-field-title",
    **dict.fromkeys(("replaced_by", "amended_by", "expired"), "standing"),
}


def path(key: str) -> str:
    """The page of a document's history; only documents whose text is held have one."""
    return f"{DOCUMENTS}/{key}/{NAME}.md"


def section(context: Context, key: str, page: str) -> str:
    """What stands of it on the page of the document."""
    t, events = context.t, context.history.of_document(context.language, key)
    parts = [f"## {t['history-here']}", *_notes(context)]
    items = []
    for event in events[:SHOWN]:
        changed = [f"{escape(name)}: {old} → {new}" for name, old, new in _fields(context, event)]
        items.append("\n\n    - ".join([f"- {_head(context, event)}", *changed]))
    parts.append(block("div.kb-history", "\n\n".join(items)))
    if context.library.originals[key].held:
        parts.append(link(t["history-all"], path(key), page))
    return "\n\n".join(part for part in parts if part)


def of_provision(context: Context, ref: Ref, page: str) -> list[tuple[str, list[str]]]:
    """Links from a provision to what became of it, where its words or its ID are not those that it came with."""
    held = context.history.of_provision(context.language, ref.document, ref.provision)
    links = [
        link(strings.date(event.day, context.language), path(ref.document), page, _anchor(event)) for event, _ in held
    ]
    return [(context.t["history"], links)] if links else []


def pages(context: Context) -> Iterator[StagedPage]:
    """The histories of the documents whose text is held."""
    for key, original in sorted(context.library.originals.items()):
        if original.held:
            yield _page(context, key)


def _page(context: Context, key: str) -> StagedPage:
    t, page, name = context.t, path(key), context.title(key)
    title = t["history-title"].format(name)
    events = context.history.of_document(context.language, key)
    parts = [f"# {escape(title)}", *_notes(context)]
    if context.language != "vi" and events:
        parts.append(t["history-translation"])
    parts += [_event(context, key, event) for event in events]
    parts.append(_by_provision(context, key))
    crumbs = (
        (t["home"], "index.md"),
        (t["documents"], f"{DOCUMENTS}/index.md"),
        (name, document_path(key)),
    )
    body = "\n\n".join(part for part in parts if part)
    edit = (context.document(key).path, 1)
    return StagedPage(page, title, "history", body, crumbs, edit=edit, description=t["history-lead"])


def _notes(context: Context) -> Iterator[str]:
    """What is not known."""
    if not context.history.known:
        yield context.t["history-unknown"]
    elif context.history.since:
        yield context.t["history-since"].format(strings.date(context.history.since, context.language))


def _anchor(event: Event) -> str:
    return f"c-{event.commit[:12]}"


def _head(context: Context, event: Event) -> str:
    """When, what, since which release, and why."""
    t = context.t
    release = t["history-release"].format(event.release) if event.release else t["history-unreleased"]
    what = t[f"history-{event.kind}"]
    if event.provisions:
        what += f" {context.count(len(event.provisions), 'history-count-one', 'history-count')}"
    day = strings.date(event.day, context.language)
    return f"**{day}** {what}, {escape(release)}. {_why(context, event)}"


def _why(context: Context, event: Event) -> str:
    """The reason, in the language in which somebody wrote it where that is another one and can be told."""
    written = tongue(event.why)
    said = escape(event.why)
    if said and written not in (None, context.language):
        said = f"*{said}*{{ lang={written} .kb-why }}"
    before, after = context.t["history-why"].split("{}")
    return f"{escape(before)}{said}{escape(after)}"


def _event(context: Context, key: str, event: Event) -> str:
    t = context.t
    day = strings.date(event.day, context.language)
    parts = [f"## {day} – {t[f'history-{event.kind}']} {{#{_anchor(event)}}}"]
    release = t["history-release"].format(event.release) if event.release else t["history-unreleased"]
    parts.append(f"{escape(release[:1].upper() + release[1:])}. {_why(context, event)}")
    rows = [[escape(name), old, new] for name, old, new in _fields(context, event)]
    for altered in event.provisions:
        rows += _rows(context, key, altered)
    if rows:
        parts.append(
            block(
                "div.kb-records.kb-before-after", records([t["where"], t["history-before"], t["history-after"]], rows)
            )
        )
    return "\n\n".join(parts)


def _fields(context: Context, event: Event) -> Iterator[tuple[str, str, str]]:
    """The fields that an event changed: name, and old and new value as Markdown."""
    for field, old, new in event.fields:
        yield context.t[FIELDS[field]], *(_value(context, field, each) for each in (old, new))


def _value(context: Context, field: str, text: str) -> str:
    if not text:
        return context.t["unknown"]
    if field == "date":
        return strings.date(text, context.language)
    if field == "sha256":
        return f"`{text[:DIGITS]}…`"
    if field == "held":
        return context.t["held" if text == "có" else "not-held"]
    return escape(text)


def _rows(context: Context, key: str, altered: Altered) -> Iterator[list[str]]:
    """The lines of a provision that are not as before, or its IDs alone."""
    name = _name(context, key, altered.id)
    if altered.formerly:
        name = context.t["history-formerly"].format(name, escape(altered.formerly))
    lines = sidebyside.lines(altered.old or "", altered.new or "")
    for line in lines:
        old = " ".join(escape(s.old) if s.op == EQUAL else f"*{escape(s.old)}*{{ .kb-gone }}" for s in line if s.old)
        new = " ".join(escape(s.new) if s.op == EQUAL else f"**{escape(s.new)}**{{ .kb-new }}" for s in line if s.new)
        yield [name, old, new]
    if not lines:
        yield [name, escape(altered.formerly), escape(altered.id)]


def _name(context: Context, key: str, provision: str) -> str:
    document: Document = context.library.originals[key]
    found = document.by_id.get(provision)
    if found is None:
        return escape(provision)
    return link(pinpoint(document, found, context.language), document_path(key), path(key), found.id)


def _by_provision(context: Context, key: str) -> str:
    """The provisions whose words or IDs changed, each with the dates."""
    items = []
    for provision in context.library.originals[key].provisions:
        ref = Ref(key, provision.id, provision.span)
        days = [each for _, links in of_provision(context, ref, path(key)) for each in links]
        if days:
            items.append(f"{_name(context, key, provision.id)}: {', '.join(days)}")
    if not items:
        return ""
    return f"## {context.t['history-by-provision']}\n\n{bullets(items)}\n\n{context.t['history-others']}"
