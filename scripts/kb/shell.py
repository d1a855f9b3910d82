"""What all commands share: the checkout that they stand in, the stages of a build, and how they end."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, NoReturn

import click

from kb import check as checks
from kb import configuration, log, processors, reading, watching
from kb.check.catalogue import RULES
from kb.history import history
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.memory import Memory
from kb.publish import building, revision, staging, verifying
from kb.report import render, summary

FAILED = 1
UNREADABLE = 2
SITE = "site"


def here() -> Path:
    """The checkout that the command is run in; ends the program where there is none, or its settings are unusable."""
    try:
        root = reading.checkout(Path.cwd().resolve())
        configuration.check(root)
        return root
    except (reading.NotACheckout, configuration.Unusable) as error:
        stop(str(error))


def content(root: Path, memory: Memory | None = None, overlay: Mapping[str, str] = reading.NOTHING) -> Library:
    """The library of a checkout, read as `reading.read` does; ends the program where it cannot be read."""
    try:
        return reading.read(root, memory, overlay, processors.spread)
    except reading.NotACheckout as error:
        stop(str(error))


def found(root: Path) -> tuple[Library, list[Finding]]:
    """The library of a checkout, and what is found in it."""
    library = content(root)
    return library, checks.run(library)


def stop(message: str, code: int = UNREADABLE) -> NoReturn:
    """End the program with a line on standard error."""
    click.echo(message, err=True)
    sys.exit(code)


def colour() -> bool:
    """Whether standard output is a terminal whose reader has not asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def told(root: Path, findings: list[Finding], sources: Mapping[str, str], form: str = "text") -> str:
    """The findings in one of the forms. Without an address of the site the pages of rules are named from its root."""
    return render(form, findings, sources, RULES, colour(), configuration.setting(root, "site_url") or "/")


def code(findings: list[Finding]) -> int:
    """The exit code that findings make."""
    return FAILED if any(finding.blocks for finding in findings) else 0


def step(name: str, work: Callable[[], Any]) -> Any:
    """Run one stage, saying what it is before and how long it took after."""
    click.echo(f"{name} … ", nl=False, err=True)
    start = time.monotonic()
    result = work()
    click.echo(f"{time.monotonic() - start:.1f} giây", err=True)
    return result


def build(root: Path) -> None:
    """Check, make files to take along, stage, MkDocs, verify; ends the program at the first stage with errors."""
    # A third of what every other command takes to begin.
    from kb.publish import exporting  # noqa: PLC0415

    library = step("Kiểm tra nội dung", lambda: checked(root))
    epoch = revision.epoch(root)
    edition = exporting.Edition(revision.exact(root), revision.day(epoch))
    beside = step("Soạn tệp tải về", lambda: exporting.files(library, root, edition, processors.spread))
    past = step("Đọc lịch sử", lambda: history(log.read(root), library))
    staged = step("Dàn trang", lambda: staging.stage(library, root, edition.day, RULES, beside, past))
    try:
        fresh = step("Dựng trang bằng MkDocs", lambda: building.build(root, staged, epoch))
    except building.BuildFailed as error:
        stop(f"\n{error}", FAILED)
    step("Kiểm tra trang đã dựng", lambda: verified(root, fresh))
    building.describe(root, fresh, epoch)
    building.replace(root / SITE, fresh)


def live(root: Path, *, editing: bool = False) -> None:
    """Serve what was built, following its content, until somebody stops it; with the editor's page where asked."""
    from kb.live import server, session  # noqa: PLC0415 -- no other command needs it

    held = session.Session(root, root / staging.FOLDER)
    threading.Thread(target=lambda: [held.refresh() for _ in watching.changes(root)], daemon=True).start()
    try:
        served(lambda: server.server(root / SITE, held, editing=editing), "soan-thao/" if editing else "")
    finally:
        held.close()


def served(open_server: Callable[[], ThreadingHTTPServer], path: str = "") -> None:
    """Serve until somebody stops it, saying where; ends the program where no port can be had."""
    try:
        server = open_server()
    except OSError as error:
        stop(f"Không mở được cổng: {error.strerror}")
    host, port = server.server_address[:2]
    click.echo(f"Trang có tại http://{host}:{port}/{path} (Ctrl+C để dừng)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Đã dừng.")
    finally:
        server.server_close()


def checked(root: Path) -> Library:
    """The library of a checkout without errors; with one the program ends."""
    library, findings = found(root)
    if code(findings):
        _failed(root, findings, library.sources)
    return library


def verified(root: Path, site: Path) -> None:
    """Walk a built site; where anything is wrong with it the program ends."""
    if not (site / "index.html").is_file():
        stop(f"Chưa có trang nào trong {site.name}/; chạy «kb build» trước.")
    forge, address = configuration.setting(root, "extra", "forge"), configuration.setting(root, "site_url")
    findings = verifying.verify(site, forge, address)
    if findings:
        _failed(root, findings)


def _failed(root: Path, findings: list[Finding], sources: Mapping[str, str] = reading.NOTHING) -> NoReturn:
    click.echo(err=True)
    click.echo(told(root, findings, sources))
    click.echo(summary(findings), err=True)
    sys.exit(FAILED)
