"""`jdgen explain`: what one guideline asks, why, and what to do."""

from __future__ import annotations

import re

import click


@click.command("explain", short_help="Explain one guideline.")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain RULE, such as TIM-02: what it asks, why, by which source, and what to do."""
    from jdgen import guidelines

    click.echo(guidelines.explain(_as_id(rule)))


def _as_id(typed: str) -> str:
    """TIM-02 for tim-2, TIM02 and the like; anything else as it was typed."""
    parts = re.fullmatch(r"([A-Z]{3})[\s_-]*(\d{1,2})", typed.strip().upper())
    return f"{parts[1]}-{int(parts[2]):02}" if parts else typed.upper()
