"""The program as it is called: usage, help and mistakes in Vietnamese, and one line for whatever the system refuses."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches

import click

from kb.refusals import refusal

MISUSED = 2
HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Positional arguments": "Tham số"}
# Where click keeps a fact in its own sentence only.
SURPLUS = re.compile(r"Got unexpected extra arguments? \((?P<arguments>.*)\)", re.DOTALL)


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is in Vietnamese."""

    context_class = _Context

    def __init__(self, *args: object, **settings: object) -> None:
        super().__init__(*args, **{"options_metavar": "[TÙY CHỌN]", **settings})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In hướng dẫn này."
        return option


class Program(Command, click.Group):
    """A group of commands; what goes wrong in any of them is said in one way."""

    command_class = Command

    def __init__(self, *args: object, **settings: object) -> None:
        super().__init__(*args, **{"subcommand_metavar": "LỆNH …", **settings})

    def make_context(self, *args: object, **extra: object) -> click.Context:
        with _told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        # What a terminal of another encoding cannot show is no reason to fail.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        with _told():
            return super().invoke(ctx)


class Misuse(click.UsageError):
    """A wrong call, told in Vietnamese."""

    def show(self, file: object = None) -> None:
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), err=True)
            click.echo(f"Xem thêm: {self.ctx.command_path} --help\n", err=True)
        click.echo(f"Lỗi: {self.message}", err=True)


@contextmanager
def _told() -> Iterator[None]:
    """Say what is raised inside, and end the program with the code for it."""
    try:
        yield
    except (Misuse, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        raise Misuse(_mistake(error), error.ctx) from error
    except (KeyboardInterrupt, click.Abort) as error:
        # At a prompt click makes the second of the first; the cursor stands behind the question.
        click.echo("\n" * isinstance(error, click.Abort) + "Đã dừng.", err=True)
        sys.exit(128 + 2)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # nobody reads on: click ends the program
        click.echo(refusal(error), err=True)
        sys.exit(MISUSED)


def _mistake(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            known = [name for each in _options(error) for name in (*each.opts, *each.secondary_opts)]
            return f"Không có tùy chọn «{error.option_name}».{_near(error.option_name, known)}"
        case click.exceptions.NoSuchCommand():
            known = error.ctx.command.list_commands(error.ctx) if isinstance(error.cmd, click.Group) else []
            return f"Không có lệnh «{error.command_name}».{_near(error.command_name, known)}"
        case click.MissingParameter():
            return f"Thiếu {_name(error)}."
        case click.BadOptionUsage():
            need = "không nhận giá trị nào" if "not take" in error.message else "cần một giá trị đi theo"
            return f"Tùy chọn «{error.option_name}» {need}."
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            return f"{_name(error)} phải là một trong: {', '.join(map(str, error.param.type.choices))}."
        case click.BadParameter() if error.message.isascii():
            return f"Giá trị của {_name(error)} không dùng được."
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
    if found := SURPLUS.search(error.message):
        return f"Thừa: {found['arguments']}."
    return error.message


def _options(error: click.UsageError) -> list[click.Option]:
    return [each for each in error.cmd.params if isinstance(each, click.Option)] if error.cmd else []


def _name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"«{max(param.opts, key=len)}»"
    return f"«{param.human_readable_name}»" if param else "tham số"


def _near(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f" Có phải «{near[0]}»?" if near else ""
