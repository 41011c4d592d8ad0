"""`jdgen explain`: what one guideline asks, why, and what to do."""

from __future__ import annotations

import click


@click.command("explain", short_help="Explain one guideline.")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain RULE, such as TIM-02: what it asks, why, by which source, and what to do."""
    from jdgen import guidelines

    click.echo(guidelines.explain(rule.upper()))
