"""A review as a page of its own, to be opened from a disk: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kb.model.review import Review
from kb.model.sidebyside import Lines
from kb.report.contents import SURROGATE, VISIBLE
from kb.report.review import outline
from kb.report.review.outline import Entry

STYLE = """\
:root { color-scheme: light dark; --line: #c8c8c8; --old: #ffe3e0; --new: #dff3e0; --alarm: #a40000; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --old: #5c2522; --new: #1f4a2b; --alarm: #ff9a90; } }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; border-bottom: 1px solid var(--line); margin-top: 2rem; }
h1, p, li, td, code { overflow-wrap: anywhere; }
ul { padding-left: 1.25rem; } li { margin: .35rem 0; } .entries > li { margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
del { background: var(--old); } ins { background: var(--new); text-decoration: none; border-bottom: 2px solid; }
.alarm { color: var(--alarm); font-weight: bold; } code { font-size: .875em; }
"""


def render(review: Review) -> str:
    title = _text(outline.TITLE.format(review.base, review.head))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = "\n".join(_body(review))
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>{head}\n<style>\n{STYLE}</style></head>\n'
        f"<body><main>\n<h1>{title}</h1>\n{body}\n</main></body>\n</html>"
    )


def _body(review: Review) -> Iterator[str]:
    if review.secret:
        yield f"<p class=alarm>{outline.SECRET}</p>"
        yield f"<ul>{''.join(f'<li>{_text(file)}</li>' for file in review.secret)}</ul>"
        return
    found = outline.parts(review)
    if not found:
        yield f"<p>{outline.NOTHING}</p>"
    elif found[0].title != outline.FIRST:
        yield f"<p>{_text(outline.counts(found))}</p>"
    for number, part in enumerate(found):
        yield f"<h2>{part.heading}</h2>"
        yield "<ul class=entries>"
        for entry in part.entries:
            yield f"<li>{''.join(_entry(entry))}</li>"
        yield "</ul>"
        if number == 0 and part.title == outline.FIRST and found[1:]:
            yield f"<p>{_text(outline.counts(found[1:]))}</p>"


def _entry(entry: Entry) -> Iterator[str]:
    alarm = " class=alarm" if entry.alarming else ""
    place = f" <code>{_text(entry.span.file)}:{entry.span.line}</code>" if entry.span else ""
    yield f"<strong{alarm}>{entry.verb}:</strong> {_text(entry.name)}{place}"
    said = [f"<li{alarm}>{_text(remark)}</li>" for remark in entry.remarks]
    if entry.backlinks:
        places = (
            f"<li>{_text(name)} <code>{_text(span.file)}:{span.line}</code></li>" for name, span in entry.backlinks
        )
        said.append(f"<li>Chỗ khác nhắc tới ({len(entry.backlinks)}):<ul>{''.join(places)}</ul></li>")
    if said:
        yield f"<ul>{''.join(said)}</ul>"
    if entry.lines:
        yield f"<table><thead><tr><th scope=col>Cũ<th scope=col>Mới<tbody>{''.join(_rows(entry.lines))}</table>"


def _rows(lines: Lines) -> Iterator[str]:
    for old, new in outline.sides(lines, _text):
        yield f"<tr><td>{old}</td><td>{new}</td></tr>"


def _text(text: str) -> str:
    return escape(SURROGATE.sub("\ufffd", text).translate(VISIBLE))
