"""The list of changes as an Atom feed (RFC 4287), for programs that tell their users what is new."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as etree

from kb.model.terms import Change
from kb.views.changes import FEED as PATH
from kb.views.changes import PATH as CHANGES
from kb.views.changes import newest
from kb.views.context import Context, document_path
from kb.views.staged import url

ATOM = "http://www.w3.org/2005/Atom"
# Names are made of this and of words, so that they never change while these do not.
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def feed(context: Context) -> str:
    """The feed in the language of the context; links are relative, since the address of the site may be unknown."""
    changes = newest(context)
    root = etree.Element("feed", {"xmlns": ATOM, "xml:lang": context.language})
    _add(root, "id", _name(context.t["site"], context.language))
    _add(root, "title", f"{context.t['site']} – {context.t['changes']}")
    _add(root, "updated", _moment(changes[0].date if changes else "1970-01-01"))
    _add(_add(root, "author"), "name", context.t["site"])
    _add(root, "link", rel="self", href=PATH)
    for change in changes:
        _entry(context, root, change)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _entry(context: Context, root: etree.Element, change: Change) -> None:
    entry, words = _add(root, "entry"), change.labels[context.language]
    _add(entry, "id", _name(change.date, change.labels["vi"], context.language))
    _add(entry, "title", words)
    _add(entry, "updated", _moment(change.date))
    prefix = "" if context.language == "vi" else "../"
    target = document_path(change.documents[0]) if change.documents else CHANGES
    _add(entry, "link", rel="alternate", href=f"{prefix}{url(target, context.language)}")
    _add(entry, "content", words, type="text")


def _add(parent: etree.Element, tag: str, text: str | None = None, **attributes: str) -> etree.Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _name(*words: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, ' '.join(words))}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
