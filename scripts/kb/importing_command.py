"""`kb import`: a received file becomes a document, in place or in a file of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

import kb
from kb import check as checks
from kb import reading, shell
from kb.importing.received import Refused
from kb.model.finding import Finding
from kb.model.library import LANGUAGES, Library
from kb.model.memory import Memory
from kb.program import Command
from kb.publish import rewriting
from kb.report import summary


@click.command("import", cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--output",
    metavar="TỆP.md",
    type=click.Path(path_type=Path),
    help="Chỉ ghi tệp này, ở đâu cũng được; kho giữ nguyên.",
)
def command(file: Path, output: Path | None) -> None:
    """Nhập tệp Word, PDF hay chữ thuần thành văn bản. Mã thoát: 0 sạch, 1 kết quả có lỗi cần sửa, 2 không nhập."""
    # The libraries that read files: no other command needs them.
    from kb.importing import completing, placing  # noqa: PLC0415
    from kb.importing.making import imported, resting  # noqa: PLC0415
    from kb.importing.told import report  # noqa: PLC0415

    root = shell.here() if output is None else _vocabulary()
    memory = Memory()
    library = shell.content(root, memory)
    try:
        made = imported(file, library.numbers)
        made = resting(made, shell.content(root, memory, placing.files(made)))
        if entry := completing.registered(made, library):
            made = completing.completed(made, rewriting.current(root, entry))
        texts = placing.files(made)
        if output is None:
            placing.place(root, texts, entry)
        elif output.suffix != ".md":
            raise Refused(f"«{output}» phải có đuôi .md.")
        else:
            rewriting.put(output, made.written.text.encode())
    except Refused as error:
        shell.stop(str(error))
    click.echo(report(made), err=True)
    if entry:
        click.echo(f"Toàn văn cho {entry}, đến nay mới chỉ được nêu; những điều mục ấy ghi thêm vẫn giữ.", err=True)
    for each in texts if output is None else (output,):
        click.echo(f"Đã ghi {each}", err=True)
    library, findings = _findings(root, memory, texts)
    click.echo(shell.told(root, findings, library.sources))
    click.echo(summary(findings), err=True)
    sys.exit(shell.code(findings))


def _vocabulary() -> Path:
    """The checkout that knows kinds and issuers: the one here, else the one that this program is of."""
    try:
        return reading.checkout(Path.cwd().resolve())
    except reading.NotACheckout:
        return Path(kb.__file__).resolve().parents[2]


def _findings(root: Path, memory: Memory, texts: Mapping[str, str]) -> tuple[Library, list[Finding]]:
    """What the check finds in the imported files, if they stood in the checkout, and in what was translated of them."""
    library = shell.content(root, memory, texts)
    files = {*texts, *(file.replace("/vi/", f"/{language}/") for file in texts for language in LANGUAGES[1:])}
    return library, [each for each in checks.run(library) if files & {span.file for span in (each.span, *each.also)}]
