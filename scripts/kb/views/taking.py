"""The files in which a page can be taken along: where they lie, and the line that leads to them."""

from __future__ import annotations

import posixpath

from kb.model.terms import Term
from kb.views.context import DOCUMENTS, FOLDERS, QUESTIONS, Context
from kb.views.staged import block, link, value

WORD, PDF, AKN = "docx", "pdf", "akn.xml"
LABELS = {WORD: "Word", PDF: "PDF", AKN: "Akoma Ntoso"}


def of_document(key: str) -> str:
    """Where the files of a document lie: below the language folder, without an ending."""
    return f"{DOCUMENTS}/{key}"


def of_term(way: str, term: Term) -> str:
    """The same for an entry of a way into the plan."""
    return f"{FOLDERS[way]}/{term.id}"


def of_group(group: Term) -> str:
    """The same for a group of questions, which is only a part of a page; a question may have its name."""
    return f"{QUESTIONS}/nhom-{group.id}"


def line(context: Context, path: str, name: str, page: str, lacking: str = "") -> str:
    """Links from a page to the files at `path` of what has this name, as far as they exist; `lacking` says of which
    there is none, and why.
    """
    found = [ending for ending in LABELS if f"{context.language}/{path}.{ending}" in context.files]
    if not found:
        return ""
    # Saved, not opened: the policy of the site may keep the viewer of a browser from showing a file. In the reader's
    # folder both languages then lie side by side.
    kept = posixpath.basename(path) + ("" if context.language == "vi" else f"-{context.language}")
    links = " · ".join(
        link(
            LABELS[ending],
            f"{path}.{ending}",
            page,
            attributes=f'aria-label="{LABELS[ending]}: {value(name)}" download="{kept}.{ending}"',
        )
        for ending in found
    )
    return block("p.kb-taking", f"{context.t['take']} {links}{lacking and f'. {lacking}'}")
