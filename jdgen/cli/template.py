"""`jdgen template`: help for people who make templates in Word."""

from __future__ import annotations

from collections.abc import Sequence

import click

from jdgen.errors import Problem, UsageError, did_you_mean


@click.group("template", short_help="Help for people who make templates in Word.")
def command() -> None:
    """Help for people who make templates in Word."""


@command.command("fields")
@click.option("--view", default="", help="Only the names that begin with this word.")
def fields(view: str) -> None:
    """List every name a template may use, with an example of what it prints."""
    from jdgen import documents

    entries = documents.vocabulary()
    shown = [e for e in entries if not view or f"{e.name}.".startswith(f"{view}.")]
    if not shown:
        raise _no_view(view, sorted({entry.name.split(".")[0] for entry in entries}))
    for entry in shown:
        click.echo(f"{entry.name:<40} {entry.type:<7} {entry.description}")
        if entry.example:
            click.echo(f"{'':<48} e.g. {entry.example}")


def _no_view(view: str, known: Sequence[str]) -> UsageError:
    hint = did_you_mean(view, known, f"There are: {', '.join(known)}.")
    return UsageError(Problem("view-unknown", f"No name begins with '{view}'.", hint))
