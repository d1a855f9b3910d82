"""What changed on the site between releases: in an editor's words, and as git remembers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model.history import ADDED, REMOVED, Events, Release
from kb.model.terms import Change
from kb.views import strings
from kb.views.context import DOCUMENTS, Context, document_path
from kb.views.history import path as history_path
from kb.views.provisions import cite
from kb.views.staged import StagedPage, block, bullets, details, escape, link

PATH = "thay-doi.md"
FEED = "thay-doi.xml"


def newest(context: Context) -> list[Change]:
    """The changes that editors have put down, the latest first."""
    return sorted(context.library.changes, key=lambda change: change.date, reverse=True)


def entry(context: Context, change: Change, path: str) -> str:
    """The day and the words of a change; the documents that it names are links, others follow it."""
    words = escape(change.labels[context.language])
    for key in change.documents:
        title = context.title(key)
        shown = cite(title, document_path(key), path)
        words = words.replace(escape(title), shown, 1) if escape(title) in words else f"{words} {shown}"
    return f"**{strings.date(change.date, context.language)}** {words}"


def page(context: Context) -> StagedPage:
    """By release, the newest first; what no release has yet stands at the top."""
    t, history = context.t, context.history
    parts = [f"# {t['changes-page']}"]
    if not history.known:
        parts.append(t["history-unknown"])
    elif history.since:
        parts.append(t["history-since"].format(strings.date(history.since, context.language)))
    releases = [None, *history.releases]
    for number, release in enumerate(releases):
        before = releases[number + 1] if number + 1 < len(releases) else None
        told = [*_written(context, release, before), *_remembered(context, release)]
        if told:
            parts += [f"## {_heading(context, release)}", *told]
    parts.append(link(t["changes-feed"], FEED, PATH))
    return StagedPage(
        PATH,
        t["changes-page"],
        "changes",
        "\n\n".join(parts),
        ((t["home"], "index.md"),),
        edit=("docs/_data/changes.yml", 1),
        description=t["changes-lead"],
    )


def _heading(context: Context, release: Release | None) -> str:
    t = context.t
    if release:
        return escape(t["changes-release"].format(release.name, strings.date(release.day, context.language)))
    return t["changes-unreleased"] if context.history.releases else t["changes-ever"]


def _written(context: Context, release: Release | None, before: Release | None) -> Iterator[str]:
    """What editors put down of the days up to a release, and after the one before it."""
    first, last = before.day if before else "", release.day if release else "9999"
    found = [entry(context, each, PATH) for each in newest(context) if first < each.date <= last]
    if found:
        yield block("div.kb-changes", bullets(found))


def _remembered(context: Context, release: Release | None) -> Iterator[str]:
    """Documents, questions and pages that a release brought or changed."""
    t, history, name = context.t, context.history, release.name if release else None
    prose = history.prose.get(context.language, {})
    questions = {key: events for key, events in prose.items() if key.startswith("hoi-dap/")}
    own = {key: events for key, events in prose.items() if key not in questions}
    # A document changes with its Vietnamese words; its translation may besides.
    held = {key: history.of_document("vi", key) for key in context.library.originals}
    if context.language != "vi":
        held = {key: (*events, *history.of_document(context.language, key)) for key, events in held.items()}
    documents = {f"{DOCUMENTS}/{key}": events for key, events in held.items()}
    for title, held in (("documents", documents), ("questions", questions), ("pages", own)):
        for kind, keys in _kinds(held, name).items():
            heading = t[f"changes-{kind}"].format(t[f"changes-{title}"], len(keys))
            yield details(heading, bullets(_link(context, key, kind) for key in keys))


def _kinds(held: Mapping[str, Events], release: str | None) -> dict[str, list[str]]:
    """What came with a release, and what it found there and changed."""
    found: dict[str, list[str]] = {"added": [], "altered": []}
    for key, events in sorted(held.items()):
        kinds = {event.kind for event in events if event.release == release} - {REMOVED}
        if kinds:
            found["added" if ADDED in kinds else "altered"].append(key)
    return {kind: keys for kind, keys in found.items() if keys}


def _link(context: Context, key: str, kind: str) -> str:
    folder, _, name = key.partition("/")
    if folder == DOCUMENTS:
        held = context.library.originals[name].held and kind != "added"
        return link(context.title(name), history_path(name) if held else document_path(name), PATH)
    if folder == "hoi-dap":
        return link(context.question(name).question, f"{key}.md", PATH)
    shown = context.library.pages[context.language].get(key) or context.library.pages["vi"][key]
    return link(shown.title, f"{key}.md", PATH)
