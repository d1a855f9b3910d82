"""What the browser must know besides the texts: facets by name, kinds of documents, and short forms."""

from __future__ import annotations

from kb.views.context import FOLDERS, Context
from kb.views.search.keys import plain
from kb.views.ways import SINGULAR

# How a kind is named on the side of each language; whoever knows Vietnamese uses its names and symbols on both.
NAMES = {"vi": ("vi",), "en": ("en", "vi")}


def meaning(context: Context) -> dict[str, object]:
    """What the browser is told.

    `facets`: name → key → label; `kinds`: folded name or symbol → folded symbols; `short`: folded form → full forms;
    `strings`: the words of the interface.
    """
    return {
        "facets": _facets(context),
        "kinds": _kinds(context),
        "short": _short_forms(context),
        "strings": _strings(context),
    }


def _strings(context: Context) -> dict[str, str]:
    words = {name.removeprefix("search-"): text for name, text in context.t.items() if name.startswith("search-")}
    return words | {way: context.t[SINGULAR[way]] for way in FOLDERS} | {"kind": context.t["kind"]}


def _facets(context: Context) -> dict[str, dict[str, str]]:
    found = {way: {term.id: context.name(term) for term in context.library.ways()[way]} for way in FOLDERS}
    documents = (context.library.originals[key] for key in sorted(context.library.originals))
    called = {(context.kind(document), document.kind) for document in documents if document.kind}
    kinds: dict[str, str] = {}
    for name, symbol in sorted(called):
        kinds[symbol] = f"{kinds[symbol]}, {name}" if symbol in kinds else name
    return {**found, "kind": kinds}


def _kinds(context: Context) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in context.library.numbers.kinds:
        symbols = [plain(symbol) for symbol in (kind.symbol, *kind.symbols) if symbol]
        names = [plain(getattr(kind, each)) for each in NAMES[context.language]]
        for name in (*names, *map(plain, kind.spellings), *symbols):
            # One letter before a number is a word or a label, seldom a kind.
            if symbols and len(name) > 1:
                found[name] = list(dict.fromkeys((*found.get(name, ()), *symbols)))
    return dict(sorted(found.items()))


def _short_forms(context: Context) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in context.library.abbreviations:
        if entry.role != "term":
            for form in (entry.short[context.language], *entry.aliases):
                found.setdefault(plain(form), []).append(entry.labels[context.language])
    return dict(sorted(found.items()))
