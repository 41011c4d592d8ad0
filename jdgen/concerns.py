"""Which findings concern a document, and what keeps a document from being written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdgen import guidelines
from jdgen.errors import Problem
from jdgen.model import Artifact, Finding, Kind, Profile, Span


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
    """Whether a document said something of the list entry that a finding is about, and no more."""
    entry = re.match(r".*\.\d+\.", finding.at.field if finding.at else "")
    if not entry:
        return False
    stood, stands = (
        any(field.startswith(entry[0]) for span in spans for field in span.fields)
        for spans in (before, now)
    )
    return stood and not stands


def concerns(finding: Finding, kind: Kind) -> bool:
    """Whether a finding is about this document: found in it, or of a rule for its kind."""
    if finding.document:
        return finding.document == kind.name
    concerned = guidelines.rule_of(finding.rule).documents
    return not concerned or kind.name in concerned


def with_both_places(
    findings: Sequence[Finding], artifacts: Sequence[Artifact]
) -> tuple[Finding, ...]:
    """All findings with the place in the profile and the place in a document, where known."""
    found = [finding for finding in findings if not finding.document]
    for artifact in artifacts:
        found = guidelines.with_document_places(
            found, artifact.kind, artifact.text, artifact.rendered.provenance
        )
    return tuple(guidelines.join_places(found, [f for f in findings if f.document]))
