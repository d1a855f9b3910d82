"""What an editor answers at a terminal: asked again until it will do, so that nothing that was typed before is lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

import click

Refusal = Callable[[str], str | None]
"""Why an answer will not do, in one line; None where it does."""


def any_answer(_answer: str) -> None:
    """Nothing is refused."""


def asked(value: str | None, option: str, prompt: str, refuse: Refusal = any_answer) -> str:
    """What an option says, else what the editor answers.

    Raises click.UsageError for an option that will not do, and where there is nobody to ask.
    """
    if value is None and sys.stdin.isatty():
        return _until(prompt, lambda answer: refuse(answer) if answer else "Chưa có câu trả lời.")
    if value is None or not value.strip():
        raise click.UsageError(f"Thiếu «--{option}»: {prompt}.")
    if fault := refuse(value.strip()):
        raise click.UsageError(fault)
    return value.strip()


def shown(title: str, choices: Iterable[tuple[str, str]]) -> None:
    """What may be answered to the next question, each with what it is, where there is somebody to read it."""
    if sys.stdin.isatty():
        click.echo("\n".join((title, *(f"  {key}: {name}" for key, name in choices))), err=True)


def perhaps(value: str | None, prompt: str, refuse: Refusal = any_answer) -> str:
    """The same for what may stay empty; where there is nobody to ask it does."""
    if value is None and sys.stdin.isatty():
        return _until(f"{prompt} (có thể để trống)", lambda answer: refuse(answer) if answer else None)
    if value and (fault := refuse(value.strip())):
        raise click.UsageError(fault)
    return (value or "").strip()


def _until(prompt: str, refuse: Refusal) -> str:
    while True:
        answer = click.prompt(prompt, default="", show_default=False, err=True).strip()
        fault = refuse(answer)
        if fault is None:
            return answer
        click.echo(fault, err=True)
