"""What an editor is told of a document or a provision, as Markdown."""

from __future__ import annotations

import re

from kb.lsp.looking import Seen
from kb.model.address import pinpoint
from kb.model.document import Document, Provision
from kb.model.library import Library
from kb.views.context import Context

# What would be markup in words that are none.
SIGNS = re.compile(r"[\\`*_\[\]<>#|~]")


def description(library: Library, seen: Seen) -> str:
    """The words for what was seen."""
    if not seen.documents:
        return f"Văn bản {_plain(seen.words)} không có trong danh mục."
    if not seen.certain:
        told = "Danh mục ghi ngày hoặc cơ quan khác" if len(seen.documents) == 1 else "Có thể là nhiều văn bản"
        return f"{told}:\n\n" + "\n".join(f"- {_citation(library, document)}" for document in seen.documents)
    parts = of_document(library, seen.documents[0])
    return f"{parts}\n\n{of_provision(seen.documents[0], seen.provision)}" if seen.provision else parts


def of_document(library: Library, document: Document) -> str:
    """How it is cited, what it is about, and whether its text is held."""
    held = "Có toàn văn." if document.held else "Chưa có toàn văn."
    parts = [f"**{_citation(library, document)}**", _plain(document.subject or ""), held]
    return "\n\n".join(part for part in parts if part)


def of_provision(document: Document, provision: Provision) -> str:
    """Where it stands, and its words."""
    place = pinpoint(document, provision, "vi")
    words = "\n".join(f"> {_plain(line)}  " for line in provision.text.split("\n"))
    return f"{place[:1].upper()}{place[1:]}:\n\n{words.rstrip()}"


def citation(library: Library, document: Document) -> str:
    """A document as it is cited in full."""
    return Context(library, "vi", None).citation(document.id)


def _citation(library: Library, document: Document) -> str:
    return _plain(citation(library, document))


def _plain(words: str) -> str:
    return SIGNS.sub(r"\\\g<0>", words)
