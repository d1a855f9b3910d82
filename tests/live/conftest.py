"""A checkout of its own, with the content that tests begin with, that somebody edits; and the site that follows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import reading
from kb.check.catalogue import RULES
from kb.live import server
from kb.live.session import Session
from kb.publish import revision, staging
from tests.folders import copied_with_content


@pytest.fixture(scope="module")
def checkout(root, tmp_path_factory) -> Path:
    return copied_with_content(root, tmp_path_factory.mktemp("live") / "kb")


@pytest.fixture(scope="module")
def session(checkout) -> Iterator[Session]:
    """The session of that checkout, staged as for a build; tests leave the files as they were."""
    built = staging.stage(reading.read(checkout), checkout, revision.day(revision.epoch(checkout)), RULES)
    held = Session(checkout, built)
    held.refresh()
    yield held
    held.close()


@pytest.fixture
def edited(checkout):
    """Changes files of the checkout until the end of the test; None takes one away."""
    before: dict[Path, str | None] = {}

    def edit(file: str, text: str | None) -> None:
        path = checkout / file
        before.setdefault(path, path.read_text(encoding="utf-8") if path.is_file() else None)
        write(path, text)

    def write(path: Path, text: str | None) -> None:
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")

    yield edit
    for path, text in before.items():
        write(path, text)


@pytest.fixture(scope="module")
def serving(session, site_then):
    """Serves the site with the session over it; gives the address."""
    running = {}

    def serve(*, editing: bool) -> str:
        if editing not in running:
            running[editing] = server.server(site_then, session, editing=editing, ports=range(1))
            threading.Thread(target=running[editing].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[editing].server_address[1]}"

    yield serve
    for each in running.values():
        each.shutdown()
        each.server_close()
