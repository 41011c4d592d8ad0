"""What keeps a document from being written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdgen.errors import Problem
from jdgen.model import Finding, Profile, Span

_LEAVES_BY_ITSELF = re.compile(r"brochure\.quotes\.\d+\.")


def retired(profile: Profile) -> tuple[Problem, ...]:
    """A remark that explains why a retired profile gives no documents."""
    if profile.get("status") != "retired":
        return ()
    message = "This profile is retired: none of its documents is made."
    hint = "Set status to draft, in_review or approved to have them again."
    return (Problem("profile-retired", message, hint, profile.place("status")),)


def only_examples(profile: Profile) -> tuple[Problem, ...]:
    """Why only drafts may be made: values that nobody has confirmed yet."""
    fields = profile.get("examples", ())
    if not fields:
        return ()
    message = f"These are only examples so far: {', '.join(fields)}."
    hint = "Write what is true and take them off the list 'examples'; --draft makes drafts now."
    return (Problem("profile-examples", message, hint, profile.place("examples")),)


def taken_out(finding: Finding, before: Sequence[Span], now: Sequence[Span]) -> bool:
    """Whether a document says nothing more of the list entry that a finding is about.

    It said something the time before; or it stands already and the entry is one that is left out
    by itself, so that a quote without consent keeps no later change from its document.
    """
    entry = re.match(r".*\.\d+\.", finding.at.field if finding.at else "")
    if not entry:
        return False
    stood, stands = (
        any(field.startswith(entry[0]) for span in spans for field in span.fields)
        for spans in (before, now)
    )
    left_out = bool(before) and _LEAVES_BY_ITSELF.fullmatch(entry[0]) is not None
    return (stood or left_out) and not stands
