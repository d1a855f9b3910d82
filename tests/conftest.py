"""What every test may use: the checkout, its built site, and the rule that nothing is left out unseen."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import chromium
from tests.folders import CONTENT, SAMPLE, copied_with_content

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI") == "true"
# The name of a property of a test whose text is printed at the end.
FIGURE = "figure"

# The same examples on every run: a failure in CI is then a failure here. No deadline, since two
# cores that also run a browser are no clock.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def checkout(tmp_path) -> Path:
    """The content that tests begin with, in a folder that is no repository, with room beside it."""
    return Path(shutil.copytree(CONTENT, tmp_path / "checkout"))


@pytest.fixture
def small(tmp_path) -> Path:
    """The small checkout of the checks."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "kb"))


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The built site; KB_SITE names one that is built already."""
    if given := os.environ.get("KB_SITE"):
        return Path(given).resolve()
    _once(tmp_path_factory, "site", lambda _: _build(ROOT))
    return ROOT / "site"


@pytest.fixture(scope="session")
def site_then(tmp_path_factory) -> Path:
    """The site of the content that tests begin with, of which they know what stands in it."""
    return _once(tmp_path_factory, "then", lambda folder: _build(copied_with_content(ROOT, folder / "kb"))) / "kb/site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a process: Playwright starts once in a thread."""
    if reason := chromium.obstacle():
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415, not installed where no browser is wanted

    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        yield running
        running.close()


def _once(factory: pytest.TempPathFactory, name: str, work: Callable[[Path], None]) -> Path:
    """A folder for what one run makes once: its processes share the folder above their own, the first one works."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    folder.mkdir(exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            work(folder)
            (folder / "done").touch()
    return folder


def _build(folder: Path) -> None:
    kb = Path(sys.executable).with_name("kb")
    built = subprocess.run([kb, "build"], cwd=folder, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.fail(f"kb build ended with {built.returncode}:\n{built.stdout}{built.stderr}", pytrace=False)


def pytest_terminal_summary(terminalreporter):
    """What was measured, for whoever reads the output of CI."""
    reports = [report for each in terminalreporter.stats.values() for report in each]
    figures = [text for each in reports for name, text in getattr(each, "user_properties", ()) if name == FIGURE]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n".join(sorted(set(figures))))


def pytest_runtest_setup(item):
    """A machine that only carries the site, or only runs it, may be without a program that a test starts."""
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            if shutil.which(program) is None:
                pytest.skip(f"no {program}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return _failed_if_left_out((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return _failed_if_left_out((yield))


def _failed_if_left_out(report):
    """With CI=true a test that could not run is a failure. Expected failures are reported as skipped too."""
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        *_, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"not run: {reason.removeprefix('Skipped: ')}"
    return report
