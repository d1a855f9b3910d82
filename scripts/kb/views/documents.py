"""The page of each document, and the register of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.address import short
from kb.model.document import DASH, HEADING, PARAGRAPH, Document, Provision
from kb.model.reference import Ref
from kb.views import backlinks, corrigenda, history, horizon, linked, normalising, standing, strings, taking
from kb.views.context import DOCUMENTS, FOLDERS, Context
from kb.views.provisions import anchor, cite, document_path, folds, tools, words
from kb.views.staged import StagedPage, block, bullets, details, escape, facts, link, records, value

GUIDE = "huong-dan/bien-tap.md"
RECORDS = "nguyen-van"
PART = re.compile(r"(?:kem-theo-\d+-)?(?P<part>noi-nhan|chu-ky|chu-thich|(?<=-)mo-dau)(?=-)")


def register(context: Context) -> StagedPage:
    """All documents, numbered ones first, by date."""
    t, page = context.t, f"{DOCUMENTS}/index.md"
    rows = []
    for key in order(context):
        document, original = context.document(key), context.library.originals[key]
        rows.append([
            link(original.number or context.title(key), document_path(key), page, attributes=".kb-plain"),
            escape(context.kind(original)),
            escape(document.issuer_name or original.issuer_name or t["unknown"]),
            f'<time datetime="{original.date}">{strings.date(original.date, context.language)}</time>'
            if original.date
            else t["unknown"],
            escape(document.subject or original.subject or t["unknown"]),
            t["held"] if original.held else t["not-held"],
            standing.column(context, key, page),
            str(len(context.citing.get(key, ()))),
        ])  # fmt: skip
    head = [t[key] for key in ("number", "kind", "issuer", "date", "subject", "text", "standing", "cited-count")]
    body = f"# {t['documents']}\n\n{block('div.kb-register.kb-records', records(head, rows))}"
    crumbs = ((t["home"], "index.md"),)
    # A row is the front matter of its document; there is no file of the whole.
    edit = next(((context.document(key).path, 1) for key in order(context)), None)
    return StagedPage(page, t["documents"], "register", body, crumbs, edit=edit, description=t["documents-lead"])


def order(context: Context) -> list[str]:
    """Document ids: full texts first, then numbered ones by date, then those without number by name."""
    originals = context.library.originals
    return sorted(originals, key=lambda k: (not originals[k].held, not originals[k].number, originals[k].date or "", k))


def pages(context: Context) -> Iterator[StagedPage]:
    """One page for each document, linked in the order of the register."""
    keys = order(context)
    for number, key in enumerate(keys):
        yield StagedPage(
            document_path(key),
            context.title(key),
            "document",
            _body(context, key),
            ((context.t["home"], "index.md"), (context.t["documents"], f"{DOCUMENTS}/index.md")),
            _neighbour(context, keys, number - 1),
            _neighbour(context, keys, number + 1),
            (context.document(key).path, 1),
            summary(context, key),
            context.citation(key),
            linked=linked.legislation(context, context.library.originals[key]),
        )


def summary(context: Context, key: str) -> str:
    """The subject and the issuer as far as they are known, whether the text is held, and what has become of it."""
    original, document = context.library.originals[key], context.document(key)
    facts = [document.subject or original.subject, document.issuer_name or original.issuer_name]
    held = context.t["held" if original.held else "not-held"]
    return " · ".join(fact for fact in (*facts, held, standing.word(context, key)) if fact)


def _neighbour(context: Context, keys: list[str], number: int) -> tuple[str, str] | None:
    return (context.title(keys[number]), document_path(keys[number])) if 0 <= number < len(keys) else None


def _body(context: Context, key: str) -> str:
    original, t, page = context.library.originals[key], context.t, document_path(key)
    parts = [f"# {escape(context.title(key))}"]
    subject = context.document(key).subject
    if subject:
        parts.append(block("p.kb-subject", escape(subject)))
    if context.language != "vi":
        parts.append(block("p.kb-unofficial", t["unofficial"]))
    lacking = "" if original.date else t["no-akn"]
    parts.append(taking.line(context, taking.of_document(key), context.title(key), page, lacking))
    parts.append(standing.note(context, [key], page))
    if original.held:
        parts.append(details(t["facts"], _facts(context, original, page)))
        parts.append(horizon.note(context, [key], page))
        parts.append(block("div.kb-document", *_text(context, key)))
        parts += [normalising.section(context, original, page), corrigenda.section(context, original, page)]
    else:
        parts.append(_not_held(context, original, page))
    around = [_cites(context, key, page), backlinks.of_document(context, key, page)]
    around.append(history.section(context, key, page))
    if original.held:
        parts.append(block("div.kb-around", *around) if any(around) else "")
    else:
        parts += [*around, _adding(context, original, page)]
    parts.append(linked.snippets(context, original))
    return "\n\n".join(part for part in parts if part)


def _facts(context: Context, original: Document, page: str) -> str:
    t, document = context.t, context.document(original.id)
    unknown = t["unknown"]
    rows = [
        (t["number"], escape(original.number or t["no-number"])),
        (t["kind"], escape(context.kind(original))),
        (t["issuer"], escape(document.issuer_name or original.issuer_name or unknown)),
        (t["place"], escape(document.place or original.place or unknown)),
        (t["date"], strings.date(original.date, context.language) if original.date else unknown),
        (t["subject"], escape(document.subject or original.subject or unknown)),
        (
            t["basis"],
            ", ".join(cite(context.dated_title(b), document_path(b), page) for b in original.basis) or unknown,
        ),
        (t["text"], t["held"] if original.held else t["not-held"]),
    ]
    groups = [*((name, [value]) for name, value in rows), *standing.facts(context, original.id, page)]
    rows = []
    if original.held and original.source:
        rows += [
            (t["language"], t["language-name"]),
            (t["record"], f"[{escape(original.source)}]({RECORDS}/{original.source}){{ .kb-record }}"),
            (t["record-hash"], f"`{original.sha256}`"),
        ]
    return facts([*groups, *((name, [value]) for name, value in rows)])


def _text(context: Context, key: str) -> Iterator[str]:
    """The provisions with what belongs to each. Nothing stands between words that lead in and those that follow."""
    document, original, page = context.document(key), context.library.originals[key], document_path(key)
    provisions = [each for each in document.provisions if each.id in original.by_id]
    headings = [each for each in provisions if each.kind == HEADING]
    section, lead, begun = [], [], _parts(context, provisions)
    for provision, following in zip(provisions, [*provisions[1:], None], strict=True):
        if provision.kind != DASH:
            yield from _after(lead)
        if provision.kind == HEADING:
            yield from _after(section)
        yield words(context, document, provision, page, begun.get(provision.id, ""))
        ref = Ref(key, provision.id, provision.span)
        extra = [*_section_links(context, ref, page), *history.of_provision(context, ref, page)]
        later = section if provision.kind == HEADING else lead if _leads_in(provision, following) else None
        if later is None:
            yield tools(context, ref, page, extra)
        else:
            yield block("div.kb-tools", anchor(context, ref, page))
            later += folds(context, ref, page, extra, f"{short(provision, context.language)}: ")
        if provision.kind == HEADING:
            yield _steps(context, headings, provision, page)
    yield from _after(lead)
    yield from _after(section)


def _parts(context: Context, provisions: list[Provision]) -> dict[str, str]:
    """The name of each part that has no heading, by the provision with which it begins."""
    named: dict[str, str] = {}
    seen: set[str] = set()
    for each in provisions:
        found = PART.match(each.id)
        if found and found[0] not in seen:
            seen.add(found[0])
            named[each.id] = context.t[f"part-{found['part']}"]
    return named


def _leads_in(provision: Provision, following: Provision | None) -> bool:
    leads = provision.kind == PARAGRAPH and provision.row is None
    return leads and following is not None and following.kind == DASH


def _after(held: list[str]) -> Iterator[str]:
    """What belongs to the words that a passage began with, once."""
    if held:
        yield block("div.kb-after", *held)
        held.clear()


def _section_links(context: Context, ref: Ref, page: str) -> list[tuple[str, list[str]]]:
    """The way into the plan that a section is."""
    found = []
    for way, singular in (("phases", "phase"), ("forms", "form"), ("bodies", "body")):
        for term in context.library.ways()[way]:
            if term.section and term.section.key == ref.key:
                path = f"{FOLDERS[way]}/{term.id}.md"
                found.append((context.t[singular], [link(context.name(term), path, page)]))
    return found


def _steps(context: Context, headings: list[Provision], provision: Provision, page: str) -> str:
    """Links to the previous and the next section of the document."""
    here = headings.index(provision)
    steps = []
    if here > 0:
        steps.append(_step(context, headings[here - 1], "previous-section", "←", page))
    if here + 1 < len(headings):
        steps.append(_step(context, headings[here + 1], "next-section", "→", page))
    return block("div.kb-tools.kb-steps", " ".join(steps))


def _step(context: Context, target: Provision, key: str, arrow: str, page: str) -> str:
    label = value(context.t[key].format(target.text))
    return link(arrow, page, page, target.id, f'.kb-step aria-label="{label}" title="{label}"')


def _not_held(context: Context, original: Document, page: str) -> str:
    t = context.t
    stated = ""
    if original.stated_by:
        document, _, name = original.stated_by.partition("#")
        where = f"{context.pinpoint(Ref(document, name, original.place_of('stated_by')))}, {context.title(document)}"
        stated = t["stated-by"].format(link(where, document_path(document), page, name))
    return "\n\n".join([
        block("p.kb-note", t["text-not-held"]),
        f"## {t['stated']}\n\n{stated}",
        _facts(context, original, page),
    ])  # fmt: skip


def _adding(context: Context, original: Document, page: str) -> str:
    guide = link("x", GUIDE, page).removeprefix("[x](").removesuffix(")")
    return f"## {context.t['how-to-add']}\n\n{context.t['how-to-add-text'].format(original.path, guide)}"


def _cites(context: Context, key: str, page: str) -> str:
    cited = [k for k, places in context.citing.items() if any(p.owner == key for p in places)]
    if not cited:
        return ""
    items = [cite(context.dated_title(k), document_path(k), page) for k in order(context) if k in cited]
    return f"## {context.t['cites']}\n\n{bullets(items)}"
