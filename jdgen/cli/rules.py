"""`jdgen rules`: the list of guidelines."""

from __future__ import annotations

import click


@click.command("rules", short_help="List the guidelines.")
def command() -> None:
    """List every guideline with its usual severity and title."""
    from jdgen import guidelines

    for rule in guidelines.catalogue():
        click.echo(f"{rule.id:<8} {rule.severity:<8} {rule.title}")
    click.echo("\nMore on one of them: jdgen explain RULE")
