"""A small release, and the ready configuration serving it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kb.publish import compressing, manifest, releasing
from kb.publish.far_folder import Folder
from tests.publish.releases import STAMP, site
from tests.serving import nginx

KEPT = "assets/0123456789ab/scripts/kb.js"
PAGES = {
    "index.html": "Trang chủ",
    "404.html": "Không tìm thấy trang",
    "van-ban/index.html": "Văn bản" * 500,
    "van-ban/23/index.html": "Một văn bản",
    "en/index.html": "Home",
    "en/404.html": "Page not found",
    "en/van-ban/23/index.html": "A document",
    "van-ban/nguyen-van/23.txt": "Nguyên văn",
    "assets/search/index.js": "receive(1)",
    "assets/search/0123456789ab/texts-0.js": "receive(2)",
    "en/assets/search/help/0123456789ab/texts-0.js": "receive(3)",
    KEPT: "let kb",
}


def released(folder: Path, target: Path, pages: dict[str, str], commit: str = "a") -> None:
    """Publish a release of `pages`, built in `folder`, to a target."""
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    compressing.compress(folder)
    made = site(folder, {}, commit)
    far = Folder(str(target))
    with far.locked():
        releasing.publish(far, *made, releasing.plan(far, *made), STAMP, 5, lambda line: None)


@pytest.fixture(scope="session")
def needs_nginx() -> None:
    if reason := nginx.missing():
        pytest.skip(reason)


@pytest.fixture(scope="module")
def target(tmp_path_factory) -> Path:
    """A folder that the small release was published to."""
    folder = tmp_path_factory.mktemp("small")
    # What is there without being of the release: never served.
    released(folder / "site", folder / "far", PAGES)
    (folder / "far/current/.htpasswd").write_text("secret")
    return folder / "far"


@pytest.fixture
def serving(needs_nginx, tmp_path, target) -> Iterator[Callable]:
    """Runs nginx over the small release, as `nginx.running` does."""
    with ExitStack() as stack:
        yield lambda **ways: stack.enter_context(nginx.running(tmp_path, target, **ways))


def paths(target: Path) -> list[str]:
    """Every file of the live release, its manifest included."""
    held = manifest.read(target / "current")
    assert held is not None
    return [manifest.NAME, *held.files]
