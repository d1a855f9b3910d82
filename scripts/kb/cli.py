"""The command `kb`: the shell around everything else. Only here is anything printed."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from kb import check as checks
from kb import reading
from kb.check.catalogue import RULES
from kb.export import citing
from kb.model.finding import Finding, Severity
from kb.model.library import Library
from kb.publish import building, confirming, revision, serving, staging, verifying
from kb.report import FORMS, as_text, render, summary

FAILED = 1
UNREADABLE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Kiểm tra, dựng và phục vụ cơ sở tri thức văn bản."""


@main.command()
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Dạng in ra.")
def check(form: str) -> None:
    """Kiểm tra docs/. Mã thoát: 0 sạch, 1 có lỗi, 2 gọi sai hoặc không đọc được."""
    root = _root()
    library = _library(root)
    findings = checks.run(library)
    # Without an address of the site the pages of the rules are named from its root.
    base = reading.setting(root, "site_url") or "/"
    if findings or form != "text":
        click.echo(render(form, findings, library.sources, RULES, _colour(), base))
    click.echo(summary(findings), err=True)
    sys.exit(_code(findings))


@main.command()
def cite() -> None:
    """Đọc các dòng JSON {"id", "text"} từ đầu vào chuẩn, ghi ra các viện dẫn tìm thấy trong từng đoạn."""
    library = _library(_root())
    faulty = False
    for number, line in enumerate(click.get_binary_stream("stdin"), 1):
        try:
            click.echo(citing.row(line, library))
        except citing.NotAPassage as error:
            faulty = True
            click.echo(f"Dòng {number}: {error}", err=True)
    sys.exit(UNREADABLE if faulty else 0)


@main.command()
def build() -> None:
    """Kiểm tra, dàn trang, dựng bằng MkDocs và kiểm tra lại trang đã dựng, vào site/."""
    _build(_root())


@main.command()
def verify() -> None:
    """Kiểm tra trang đã dựng trong site/: liên kết, ngôn ngữ, tiêu đề, địa chỉ ra ngoài."""
    root = _root()
    _verify(root, root / "site")


@main.command()
def serve() -> None:
    """Dựng rồi phục vụ trang tại máy này; Ctrl+C để dừng."""
    root = _root()
    _build(root)
    try:
        server = serving.server(root / "site")
    except OSError as error:
        _stop(str(error))
    host, port = server.server_address[:2]
    click.echo(f"Trang có tại http://{host}:{port}/ (Ctrl+C để dừng)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Đã dừng.")
    finally:
        server.server_close()


@main.command()
@click.argument("path")
@click.argument("provisions", nargs=-1)
def confirm(path: str, provisions: tuple[str, ...]) -> None:
    """Xác nhận bản dịch trong tệp PATH vẫn đúng (mọi đoạn, hoặc chỉ các mã PROVISIONS)."""
    root = _root()
    target = Path(path).resolve()
    if not target.is_relative_to(root / "docs") or not target.is_file():
        _stop(f"{path} không phải là tệp trong docs/.")
    file = target.relative_to(root).as_posix()
    before = target.read_text(encoding="utf-8")
    after = confirming.confirmed(_library(root), file, before, provisions)
    if after is None:
        _stop(f"{path} không phải là bản dịch.")
    target.write_text(after, encoding="utf-8")
    changed = sum(a != b for a, b in zip(before.split("\n"), after.split("\n"), strict=True))
    click.echo(f"Đã xác nhận {changed} chỗ trong {file}.")


def _root() -> Path:
    try:
        return reading.checkout(Path.cwd().resolve())
    except reading.NotACheckout as error:
        _stop(str(error))


def _library(root: Path) -> Library:
    try:
        library = reading.read(root)
        # What was read stays to the end: not to be gone through for garbage again and again.
        gc.freeze()
        return library
    except reading.NotACheckout as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"Không đọc được {error.filename}: {error.strerror}.")


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNREADABLE)


def _report(findings: list[Finding], library: Library | None = None) -> None:
    if findings:
        click.echo(as_text(findings, library.sources if library else {}, _colour()))


def _colour() -> bool:
    """Whether standard output is a terminal whose reader has not asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _code(findings: list[Finding]) -> int:
    return FAILED if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _build(root: Path) -> None:
    """Check, stage, MkDocs, verify; ends the program at the first stage with errors."""
    library = _step("Kiểm tra nội dung", lambda: _checked(root))
    epoch = revision.epoch(root)
    _step("Dàn trang", lambda: staging.stage(library, root, revision.day(epoch), RULES))
    try:
        fresh = _step("Dựng trang bằng MkDocs", lambda: building.build(root, epoch))
    except building.BuildFailed as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    _step("Kiểm tra trang đã dựng", lambda: _verify(root, fresh))
    building.replace(root / "site", fresh)


def _checked(root: Path) -> Library:
    library = _library(root)
    findings = checks.run(library)
    if _code(findings):
        click.echo(err=True)
        _report(findings, library)
        click.echo(summary(findings), err=True)
        sys.exit(FAILED)
    return library


def _verify(root: Path, site: Path) -> None:
    if not (site / "index.html").is_file():
        _stop(f"Chưa có trang nào trong {site.name}/; chạy «kb build» trước.")
    findings = verifying.verify(site, reading.setting(root, "extra", "forge"))
    if findings:
        click.echo(err=True)
        _report(findings)
        click.echo(summary(findings), err=True)
        sys.exit(FAILED)


def _step(name: str, work: Callable[[], Any]) -> Any:
    """Run one stage, saying what it is before and how long it took after."""
    click.echo(f"{name} … ", nl=False, err=True)
    start = time.monotonic()
    result = work()
    click.echo(f"{time.monotonic() - start:.1f} giây", err=True)
    return result
