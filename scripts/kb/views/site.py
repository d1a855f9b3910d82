"""All staged files of the site, from the library alone."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from kb.model import pictures
from kb.model.history import UNKNOWN, History
from kb.model.library import LANGUAGES, Library
from kb.model.moves import Moves
from kb.model.prose import Page as Prose
from kb.model.rule import Rule
from kb.views import changes, copying, documents, feed, home, moved, questions, quoting, strings, terms, ways
from kb.views import history as history_pages
from kb.views import rules as rule_pages
from kb.views.context import DOCUMENTS, Context
from kb.views.search import index, records
from kb.views.search.meaning import meaning
from kb.views.staged import StagedPage, escape, plain, url

# A card that a view asks for, or a link as editors write it.
CITED = re.compile(
    r'data-card="(?P<card>[^"]+)"|\]\((?:\.\./)*van-ban/(?P<doc>[a-z0-9-]+)\.md(?:#(?P<id>[^()\s]+))?\)(?!\{)'
)
CARD_TEXT = 280
FIND = "tim-kiem.md"


def files(
    library: Library,
    today: str | None,
    rules: Mapping[str, Rule],
    beside: Collection[str] = frozenset(),
    history: History = UNKNOWN,
) -> dict[str, str]:
    """Every staged file below the documentation folder: path → text.

    `rules` are those of the check, which get a page each; `today` is the date of the commit (ISO) or None; `beside` are
    the paths of further files, to which pages may lead; `history` is what is remembered of the content; nothing else of
    the outside gets in.
    """
    staged, library = {}, library.published
    moves = Moves.of(library)
    contexts = {language: Context(library, language, today, beside, history) for language in LANGUAGES}
    for language, context in contexts.items():
        made = (*_pages(context), *_desks(contexts["vi"], context), *rule_pages.pages(context, rules))
        pages = [dataclasses.replace(page, body=moves.links(page.body)) for page in made]
        for page in pages:
            body = f"{page.body}\n\n{terms.definitions(context, page.body)}"
            copied = page.copies or copying.copies(contexts["vi"], context, page)
            named = "\n".join((page.body, *page.led))
            whole = dataclasses.replace(
                page, body=body, cards=_cards(context, page), copies=copied, shorts=terms.shorts(context, named)
            )
            staged[f"{language}/{page.path}"] = whole.markdown(language)
        for page in moved.pages(context, moves):
            staged[f"{language}/{page.path}"] = page.markdown(language)
        staged[f"{language}/{feed.PATH}"] = feed.feed(context)
        staged |= _index(context, pages)
    return staged


def addresses(staged: Mapping[str, str]) -> dict[str, str]:
    """The pages among staged files: address from the root of the site → content."""
    split = ((path.partition("/"), text) for path, text in staged.items() if path.endswith(".md"))
    return {f"/{url(below, language)}".removesuffix("."): text for (language, _, below), text in split}


def _index(context: Context, pages: list[StagedPage]) -> dict[str, str]:
    language, known = context.language, meaning(context)
    found = index.files(language, records.blocks(context, pages, index.BLOCK), language, known)
    helping = index.files(f"{language}-help", records.help_blocks(context, pages, index.BLOCK), language, known)
    staged = {f"{language}/assets/search/{name}": text for name, text in found.items()}
    return staged | {f"{language}/assets/search/help/{name}": text for name, text in helping.items()}


def copied(library: Library) -> dict[str, str]:
    """Files of the release that are copied byte for byte: path → file below the checkout."""
    return texts_of_record(library) | {
        f"{language}/{file.removeprefix('docs/')}": file
        for language in LANGUAGES
        for page in library.pages[language].values()
        for file in pictures.named(page.body)
    }


def texts_of_record(library: Library) -> dict[str, str]:
    """The texts of record among them."""
    library = library.published
    return {
        f"{language}/{DOCUMENTS}/{documents.RECORDS}/{document.source}": library.records[key].path
        for language in LANGUAGES
        for key, document in sorted(library.originals.items())
        if key in library.records and document.source
    }


def _pages(context: Context) -> Iterator[StagedPage]:
    yield home.page(context)
    yield documents.register(context)
    yield from documents.pages(context)
    yield from history_pages.pages(context)
    yield changes.page(context)
    yield from ways.pages(context)
    yield ways.matrix(context)
    yield from questions.pages(context)
    yield terms.page(context)
    yield _find(context)
    for key, page in sorted(context.library.pages["vi"].items()):
        yield _prose(context, key, context.library.pages[context.language].get(key, page))


def _desks(original: Context, context: Context) -> Iterator[StagedPage]:
    """Pages on which a reader works with passages."""
    yield quoting.page(context)
    yield copying.notebook(original, context)


def _find(context: Context) -> StagedPage:
    """The page of search results, which the theme fills."""
    t = context.t
    crumbs, edit = ((t["home"], "index.md"),), (strings.file("search"), 1)
    return StagedPage(
        FIND,
        t["search-page"],
        "search",
        "",
        crumbs,
        edit=edit,
        description=t["search-lead"],
        copies={"documents": {}, "provisions": {}},  # which its script fills
    )


def _prose(context: Context, key: str, page: Prose) -> StagedPage:
    folder = posixpath.dirname(key) or "."
    shown = pictures.NAMED.sub(lambda found: posixpath.relpath(pictures.BELOW + found["name"], folder), page.body)
    body = f"# {escape(page.title)}\n\n{shown.strip()}"
    crumbs = ((context.t["home"], "index.md"),)
    return StagedPage(f"{key}.md", page.title, "page", body, crumbs, edit=(page.path, 1), description=plain(page.body))


def _cards(context: Context, page: StagedPage) -> dict[str, tuple[str, str]]:
    """What the preview over each citation on the page shows."""
    cards = {}
    for found in CITED.finditer(page.body):
        key, _, name = (found["card"] or f"{found['doc']}#{found['id'] or ''}").partition("#")
        if key not in context.library.originals:
            continue
        if not name:
            cards[key] = (context.dated_title(key), documents.summary(context, key))
        elif provision := context.provision(key, name):
            cards[f"{key}#{name}"] = (context.dated_title(key), _cut(provision.text))
    return cards


def _cut(text: str) -> str:
    return text if len(text) <= CARD_TEXT else text[: text.rfind(" ", 0, CARD_TEXT)] + " …"
