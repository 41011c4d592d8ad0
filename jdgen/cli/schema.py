"""`jdgen schema`: the profile's shape as JSON Schema, for editors that complete and check."""

from __future__ import annotations

import click


@click.command("schema", short_help="Print the JSON Schema of profiles.")
def command() -> None:
    """Print the JSON Schema (draft-07) of profiles, for editors that check while you type."""
    import json

    from jdgen.profile import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
