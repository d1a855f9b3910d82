"""What every test may use: the checkout, its built site, and the rule that nothing is left out unseen."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser import chromium
from tests.folders import CONTENT, SAMPLE

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
    folder = tmp_path_factory.getbasetemp()
    # The processes of one run share the folder above their own, and the site: the first one builds it.
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with open(shared / "site.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site.built").exists():
            _build()
            (shared / "site.built").touch()
    return ROOT / "site"


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


def _build() -> None:
    kb = Path(sys.executable).with_name("kb")
    built = subprocess.run([kb, "build"], cwd=ROOT, capture_output=True, text=True, check=False)
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
