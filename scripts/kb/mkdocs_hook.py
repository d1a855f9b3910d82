"""The one module that knows MkDocs: it stages the content and lends the theme its words."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kb import check, log, processors, reading
from kb.check.catalogue import RULES
from kb.export.pdf import Edition
from kb.history import history
from kb.markdown import whole
from kb.publish import building, exporting, joining, manifest, revision, staging
from kb.refusals import refusal
from kb.report import render
from kb.views.strings import STRINGS

ASSETS = "assets/"
RENDERED = ("content", "toc", "_title_from_render", "present_anchor_ids")
UNUSED = (f"{ASSETS}javascripts/", f"{ASSETS}stylesheets/", f"{ASSETS}images/")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Point MkDocs at the staged content. Raises PluginError where the check finds errors.

    `kb build` has checked and staged it; otherwise it is done here. The i18n plugin loads the configuration once for
    each language; the content is staged the first time.
    """
    root = Path(config.config_file_path).resolve().parent
    if Path(config.docs_dir) != root / staging.FOLDER:
        config.docs_dir = os.environ.get(building.STAGED) or str(_staged(root, config.site_url))
    config.extra["kb"] = {"strings": STRINGS, "assets": ASSETS + _fingerprint(Path(config.theme.custom_dir))}
    return config


def _staged(root: Path, address: str | None) -> Path:
    try:
        library = reading.read(root)
    except OSError as error:
        raise PluginError(refusal(error)) from error
    except reading.NotACheckout as error:
        raise PluginError(str(error)) from error
    findings = [finding for finding in check.run(library) if finding.blocks]
    if findings:
        raise PluginError("\n" + render("text", findings, library.sources, RULES, base=address or "/"))
    edition = Edition(revision.exact(root), revision.day(revision.epoch(root)))
    beside, past = exporting.files(library, root, edition), history(log.read(root), library)
    return staging.stage(library, root, edition.day, RULES, beside, past)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out the theme's own styles, scripts and search, which the templates do not use, and parts of joined files.
    Ours lie below a folder named by what they hold, so that they may be kept for ever.
    """
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or joining.is_part(file.src_uri):
            files.remove(file)
        elif file.src_uri.startswith(ASSETS):
            file.dest_uri = f"{config.extra['kb']['assets']}/{file.src_uri.removeprefix(ASSETS)}"
    return files


def _fingerprint(theme: Path) -> str:
    """Twelve hex digits that change with any name or byte of ours; styles and scripts name each other."""
    held = "".join(f"{digest} {name}\n" for name, digest in manifest.digests(theme / ASSETS).items())
    return hashlib.sha256(f"{held}{joining.joined(theme)}".encode()).hexdigest()[:12]


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Turn the Markdown of all pages into HTML on all processors; MkDocs takes one page after the other.

    A page that fails here is left to MkDocs, which says where and why.
    """
    pages = [file.page for file in files.documentation_pages() if file.page]
    for page, rendered in zip(
        pages, processors.spread(lambda page: _rendered(page, config, files), pages), strict=True
    ):
        if rendered:
            page.render = _Rendered(page, *rendered)
    return nav


class _Kept(logging.Handler):
    """Keeps what is logged, each with its arguments put in: links to files cannot leave a process."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = record.getMessage(), None
        self.records.append(record)


def _rendered(page: Page, config: MkDocsConfig, files: Files) -> tuple[dict[str, Any], list[logging.LogRecord]] | None:
    """What `Page.render` gives the page, and what it logs."""
    log, kept = logging.getLogger("mkdocs"), _Kept()
    handlers, log.handlers = log.handlers, [kept]
    try:
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
    except Exception:  # noqa: BLE001 -- whatever it is, it comes again where MkDocs tells of it
        return None
    finally:
        log.handlers = handlers
    links = {file.dest_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return {name: getattr(page, name) for name in RENDERED} | {"links_to_anchors": links}, kept.records


class _Rendered:
    """Stands in for the `render` of a page whose HTML is made."""

    def __init__(self, page: Page, made: Mapping[str, Any], records: list[logging.LogRecord]) -> None:
        self.page, self.made, self.records = page, made, records

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        for name in RENDERED:
            setattr(self.page, name, self.made[name])
        links = self.made["links_to_anchors"]
        self.page.links_to_anchors = {file: links[file.dest_uri] for file in files if file.dest_uri in links}
        for record in self.records:
            logging.getLogger(record.name).handle(record)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates write words as pages do, numbers whole and abbreviations explained, and data in its own letters."""
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.filters["unbroken"] = lambda words, shorts=None: Markup(whole(str(words), shorts or {}))
    return env


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Leave pages that only lead on out of the sitemap."""
    if template_name == "sitemap.xml":
        listed = context["i18n_alternates"].items()
        context["i18n_alternates"] = {language: list(filter(_stays, files)) for language, files in listed}
    return context


def _stays(file: File) -> bool:
    return not (file.page and file.page.meta.get("kb", {}).get("moved"))


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep one 404 page a language: MkDocs would let the last language overwrite the first.

    A sitemap without the address of the site would hold no addresses, so there is none.
    """
    if template_name == "sitemap.xml" and not config.site_url:
        return ""
    language = config.theme["language"]
    if template_name != "404.html" or language == "vi":
        return output
    target = Path(config.site_dir) / language / template_name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(output, encoding="utf-8")
    return ""


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the joined styles and scripts."""
    for name, text in joining.joined(Path(config.theme.custom_dir)).items():
        target = Path(config.site_dir) / config.extra["kb"]["assets"] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
