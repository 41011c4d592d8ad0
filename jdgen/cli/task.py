"""`jdgen task`: whether a task suits a peer worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jdgen.guidelines import TaskVerdict

_SAID = {"yes": "Yes", "maybe": "Maybe, within a limit", "no": "No", "unsure": "Not sure"}
_FACTORS = {
    "a": "uses lived experience",
    "b": "builds the connection",
    "c": "links to people and resources",
    "d": "is a duty of all staff",
    "e": "is done with other staff",
    "f": "clashes with the values of peer support",
    "g": "suits someone else better",
    "h": "is for a peer worker",
}


@click.command("task", short_help="Say whether a task suits a peer worker.")
@click.argument("text")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print the verdict.",
)
def command(text: str, form: str) -> None:
    """Say whether the task TEXT suits a peer worker, why, and which activity is nearest.

    The verdict is a proposal for the people who decide. The command ends with 0 whatever it is.
    """
    from jdgen.guidelines import judge_task

    if not text.strip():
        raise click.UsageError('Name a task in quotation marks: jdgen task "Walk with a resident".')
    verdict = judge_task(text)
    click.echo(_as_json(text, verdict) if form == "json" else _as_text(verdict))


def _as_text(verdict: TaskVerdict) -> str:
    lines = [f"{_SAID[verdict.verdict]}. {verdict.reason}"]
    if verdict.instead:
        lines.append(f"Instead: {verdict.instead}")
    if verdict.question:
        lines.append(f"Question: {verdict.question}")
    known = {name: said for name, said in verdict.factors.items() if said != "unknown"}
    lines += [f"  ({name}) {_FACTORS[name]}: {said}" for name, said in known.items()]
    lines.append("This is a proposal. The supervisor and the peer worker decide.")
    return "\n".join(lines)


def _as_json(text: str, verdict: TaskVerdict) -> str:
    import json

    told = {
        "version": 1,
        "task": text,
        "verdict": verdict.verdict,
        "activity": verdict.activity,
        "reason": verdict.reason,
        "factors": dict(verdict.factors),
        "question": verdict.question,
        "instead": verdict.instead,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)
