"""The command `kb`: the shell around everything else. Only here and in `shell` is anything printed."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

import click

from kb import (
    authoring,
    fixing,
    importing_command,
    publish_commands,
    reading,
    reviewing,
    shell,
    watching,
)
from kb.export import addresses, citing, quoting
from kb.model.finding import Finding
from kb.model.library import Library
from kb.program import Program
from kb.publish import confirming, rewriting, serving
from kb.publish.far import CURRENT
from kb.report import FORMS, quotations, summary


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Kiểm tra, dựng, phục vụ và công bố cơ sở tri thức văn bản."""


for command in (
    importing_command.command,
    publish_commands.bundle,
    publish_commands.publish,
    publish_commands.releases,
    publish_commands.rollback,
    publish_commands.verify_live,
    reviewing.diff,
    authoring.fmt,
    authoring.new,
):
    main.add_command(command)


@main.command()
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="Dạng in ra; mặc định là text.")
@click.option("--fix", is_flag=True, help="Sửa những chỗ chắc chắn trong lời của ta, rồi báo những gì còn lại.")
@click.option("--diff", is_flag=True, help="Chỉ in những chỗ mà --fix sẽ sửa, không ghi gì. Mã thoát 1 nếu có.")
@click.option("--watch", is_flag=True, help="Kiểm tra lại mỗi khi có tệp trong docs/ thay đổi; Ctrl+C để dừng.")
def check(form: str, fix: bool, diff: bool, watch: bool) -> None:
    """Kiểm tra docs/. Mã thoát: 0 sạch, 1 có lỗi, 2 gọi sai hoặc không đọc được."""
    root = shell.here()

    def report(library: Library, findings: list[Finding]) -> None:
        if told := shell.told(root, findings, library.sources, form):
            click.echo(told)

    if watch:
        if fix or diff:
            raise click.UsageError("--watch không đi cùng --fix hay --diff.")
        # Other programs read nothing but reports.
        watching.watch(root, report, partial(click.echo, err=form != "text"))
    if diff:
        fixing.show(root)
    library, findings = fixing.fixed(root) if fix else shell.found(root)
    report(library, findings)
    click.echo(summary(findings), err=True)
    sys.exit(shell.code(findings))


@main.command()
def cite() -> None:
    """Đọc các dòng JSON {"id", "text"} từ đầu vào chuẩn, ghi ra các viện dẫn tìm thấy trong từng đoạn.

    Mã thoát: 0 đọc được mọi dòng, 2 có dòng không đọc được (nêu tên dòng rồi đọc tiếp) hoặc gọi sai.
    """
    library = shell.content(shell.here())
    faulty = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            click.echo(citing.row(line, library))
        except citing.NotAPassage as error:
            faulty = True
            click.echo(f"Dòng {number}: {error}", err=True)
    sys.exit(shell.UNREADABLE if faulty else 0)


@main.command()
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="Dạng in ra; mặc định: text."
)
def quote(form: str) -> None:
    """Đối chiếu đoạn chép từ đầu vào chuẩn với văn bản được giữ.

    Mã thoát: 0 đúng cả, 1 có câu sai hoặc viện dẫn khác danh mục, 2 gọi sai.
    """
    library = shell.content(shell.here())
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    found = quoting.quote(text, library)
    click.echo(json.dumps(found, ensure_ascii=False) if form == "json" else quotations.as_text(found))
    wrong = any(each["verdict"] not in quoting.SOUND for each in found["sentences"])
    sys.exit(shell.FAILED if wrong or any(map(quotations.slips, found["citations"])) else 0)


@main.command()
@click.option("--stdio", is_flag=True, hidden=True, help="Nhiều trình soạn thảo tự thêm; không có cách nào khác.")
def lsp(stdio: bool) -> None:
    """Máy chủ ngôn ngữ cho trình soạn thảo, qua đầu vào và đầu ra chuẩn."""
    # Half a second that no other command needs.
    from kb.lsp.features import serve  # noqa: PLC0415

    sys.exit(serve())


@main.command()
def build() -> None:
    """Kiểm tra, dàn trang, dựng bằng MkDocs và kiểm tra lại trang đã dựng, vào site/."""
    shell.build(shell.here())


@main.command()
def verify() -> None:
    """Kiểm tra trang đã dựng trong site/: liên kết, ngôn ngữ, tiêu đề, địa chỉ ra ngoài."""
    root = shell.here()
    shell.verified(root, root / shell.SITE)
    click.echo(summary(()), err=True)


def _place(context: click.Context, option: click.Parameter, text: str | None) -> tuple[str, range] | None:
    """The host and the ports to try; None where none is named: then on this machine alone."""
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise click.BadParameter("ghi máy và cổng, như 0.0.0.0:8080.")
    return host.strip("[]"), range(int(port), int(port) + 1)


@main.command()
@click.option("--release", type=click.Path(exists=True, file_okay=False), help="Thư mục đã công bố vào; không dựng gì.")
@click.option("--at", metavar="MÁY:CỔNG", callback=_place, help="Nơi phục vụ, như 0.0.0.0:8080.")
def serve(release: str | None, at: tuple[str, range] | None) -> None:
    """Dựng rồi phục vụ trang tại máy này, tự cập nhật khi docs/ đổi, hoặc phục vụ bản đã công bố; Ctrl+C để dừng."""
    if release is None:
        root = shell.here()
        shell.build(root)
        if at is None:
            shell.live(root)
            return
        folder = root / shell.SITE
    else:
        folder = Path(release) / CURRENT
    host, ports = at or (serving.LOOPBACK, serving.PORTS)
    shell.served(lambda: serving.server(folder, ports, host))


@main.command()
def edit() -> None:
    """Mở trang soạn thảo tại máy này: sửa tệp trong docs/, thấy ngay kết quả kiểm tra và trang sẽ ra sao."""
    root = shell.here()
    if not (root / shell.SITE / "index.html").is_file():
        shell.build(root)
    shell.live(root, editing=True)


@main.command()
@click.argument("path")
@click.argument("provisions", nargs=-1)
def confirm(path: str, provisions: tuple[str, ...]) -> None:
    """Xác nhận bản dịch trong tệp PATH vẫn đúng (mọi đoạn, hoặc chỉ các mã PROVISIONS)."""
    root = shell.here()
    target = Path(path).resolve()
    if not target.is_relative_to(root / "docs") or not target.is_file():
        shell.stop(f"{path} không phải là tệp trong docs/.")
    file = target.relative_to(root).as_posix()
    before = _text(target)
    if unknown := [each for each in provisions if f"{{#{each} " not in before and f"{{#{each}}}" not in before]:
        shell.stop(f"{file} không có mã «{unknown[0]}».")
    after = confirming.confirmed(shell.content(root), file, before, provisions)
    if after is None:
        shell.stop(f"{path} không phải là bản dịch.")
    rewriting.put(target, after.encode())
    changed = sum(a != b for a, b in zip(before.split("\n"), after.split("\n"), strict=True))
    click.echo(f"Đã xác nhận {changed} chỗ trong {file}.")


@main.command()
def freeze() -> None:
    """Ghi mọi mã và địa chỉ hiện có vào docs/_data/published.yml trước khi công bố: từ đó không được mất."""
    root = shell.here()
    library = shell.checked(root)
    register = root / reading.REGISTER
    before, after = len(library.register), addresses.register(library)
    rewriting.put(register, after.encode())
    click.echo(f"Đã ghi thêm {len(shell.content(root).register) - before} địa chỉ vào {reading.REGISTER}.")


def _text(target: Path) -> str:
    """The text of a file with its line ends as they are."""
    try:
        with target.open(encoding="utf-8", newline="") as opened:
            return opened.read()
    except UnicodeDecodeError:
        shell.stop(f"{target.name} không phải UTF-8.")
