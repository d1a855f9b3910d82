"""MkDocs kept loaded for one language: single pages as a build makes them, in a tenth of a second instead of ten.

A program of its own, `python -m kb.mkdocs_pages CHECKOUT LANGUAGE` with the folder of what is staged in KB_STAGED. It
reads lines of JSON, each an object of staged path → Markdown, and answers each with one of address → HTML.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta


class Language:
    """The configuration, files and templates of a language, as `mkdocs build` has them before the first page."""

    def __init__(self, settings: str, language: str) -> None:
        self.config = load_config(settings)
        plugins = self.config.plugins
        self.i18n = plugins["i18n"]
        plugins.on_startup(command="build", dirty=False)
        plugins.on_config(self.config)
        if language != self.i18n.current_language:
            # What the plugin does after the build of the first language.
            self.i18n.building, self.i18n.current_language = True, language
            plugins.on_config(self.config)
        self.collect()

    def collect(self) -> None:
        """Find the files anew."""
        config, plugins = self.config, self.config.plugins
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        self.files = plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        # Not by all plugins: the hook would render every page.
        self.nav = self.i18n.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.env = plugins.on_env(env, config=config, files=self.files)
        self.by_path = {file.src_uri: file for file in self.files.documentation_pages()}

    def pages(self, staged: Mapping[str, str]) -> dict[str, str]:
        """The HTML of staged pages, by address; a page for which there is no file below the staged folder has none."""
        if staged.keys() - self.by_path.keys():
            self.collect()
        return dict(self._page(path, text) for path, text in staged.items() if path in self.by_path)

    def _page(self, path: str, text: str) -> tuple[str, str]:
        config, files, plugins = self.config, self.files, self.config.plugins
        page = Page(None, self.by_path[path], config)
        page.markdown, page.meta = meta.get_data(text)
        page.markdown = plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        context = get_context(self.nav, files.documentation_pages(), config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        output = self.env.get_template(page.meta.get("template", "main.html")).render(context)
        page.active = False
        return page.file.dest_uri, plugins.on_post_page(output, page=page, config=config)


def main(settings: str, name: str) -> None:
    """Answer one line after the other until there are no more."""
    language = Language(settings, name)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(language.pages(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
