"""The index of the content that tests begin with, and searches in it outside a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb import reading
from kb.check.catalogue import RULES
from kb.model.library import Library
from kb.views import site
from tests.folders import CONTENT
from tests.search.javascript import ENGINE, run

HERE = Path(__file__).parent
SEARCH = """
const open = (language) => new kbSearch.Store(`${given.folder}/${language}/assets/search/`, language);
const stores = { vi: open("vi"), en: open("en") };
const told = ({ record: { address, sort, title, text, document }, coverage }) => ({ address, sort, title, text, document, coverage });
const answers = [];
for (const { q, language = "vi", facets = [], literal = false, typed = false } of given.queries) {
  const { reading, hits, partial } = await kbSearch[typed ? "searchTyped" : "search"](q, stores[language], { facets, literal });
  answers.push({ text: reading.text, understood: kbSearch.understood(reading, hits), partial, hits: hits.map(told) });
}
return answers;
"""  # noqa: E501


@pytest.fixture(scope="session")
def library() -> Library:
    return reading.read(CONTENT)


@pytest.fixture(scope="session")
def staged(library: Library) -> dict[str, str]:
    """The staged files of the site."""
    return site.files(library, "2024-01-01", RULES)


@pytest.fixture(scope="session")
def index(staged: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of both languages."""
    return written(
        {path: text for path, text in staged.items() if "/assets/search/" in path}, tmp_path_factory.mktemp("i")
    )


def written(files: dict[str, str], folder: Path) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def search(index: Path, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Searches for each query (with its language) in the index, or in that of another folder."""

    def searched(queries: list[dict[str, Any]], folder: Path = index) -> list[dict[str, Any]]:
        return run(ENGINE, SEARCH, {"folder": str(folder), "queries": queries}, tmp_path)

    return searched


@pytest.fixture(scope="session")
def queries() -> list[dict[str, Any]]:
    """The queries of our own: stratum, words, and the answers, of which each is right."""
    lines = (HERE / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
