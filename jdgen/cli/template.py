"""`jdgen template`: help for people who make templates in Word."""

from __future__ import annotations

import click


@click.group("template", short_help="Help for people who make templates in Word.")
def command() -> None:
    """Help for people who make templates in Word."""


@command.command("fields")
@click.option("--view", default="", help="Only the names that begin with this word.")
def fields(view: str) -> None:
    """List every name a template may use, with an example of what it prints."""
    from jdgen import documents

    for entry in documents.vocabulary():
        if entry.name == view or entry.name.startswith(f"{view}.") or not view:
            click.echo(f"{entry.name:<40} {entry.type:<7} {entry.description}")
            if entry.example:
                click.echo(f"{'':<48} e.g. {entry.example}")
