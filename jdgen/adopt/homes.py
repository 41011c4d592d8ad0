"""Which field of the profile an edit belongs to, and which edits belong to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jdgen.adopt.edits import Added, Edits, Hunk, Reworded
from jdgen.adopt.values import says_already, text_for_value
from jdgen.errors import Place
from jdgen.model import Block, Profile, Span
from jdgen.profile import is_choice

_SHIPPED = "text:"  # origins that are texts of jdgen or of a template, not of the profile
_TEMPLATE = "It is wording of the template or of jdgen, which no field of the profile holds."
_NEW = "It is a paragraph of its own, which no field of the profile holds."
_ENTRY = "To have it in every document, add it as an entry of {field} in the profile."
_GONE = "A paragraph was taken out; take it out of the profile by hand if it must not come back."
_ACROSS = "The edit joins words of the profile with words of the template."
_MADE_OF = "It is worked out from {fields}; change that in the profile by hand."
_NO_TEXT = "It is a figure, a day or a choice, no wording; change {fields} in the profile by hand."
_DERIVED = "{fields} has other words than were printed here; change it in the profile by hand."


@dataclass(frozen=True, slots=True)
class FieldChange:
    """New wording for one text field of the profile.

    `at` is where the field stands, or the block it joins; `place` where the edit was made in the
    document, in words; `others` counts the other places of the document that print the field.
    """

    field: str
    old: str
    new: str
    at: Place
    place: str
    others: int = 0


@dataclass(frozen=True, slots=True)
class Staying:
    """An edit that no text field holds, so that it lives on in the Word file alone, and why.

    `at` is the line of the profile to look at, where there is one.
    """

    place: str
    before: str
    after: str
    reason: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class TwoWays:
    """A field that is printed in several places and was reworded differently there."""

    field: str
    at: Place
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Homes:
    """Every edit of a document: those with a field, those that stay, those to be decided."""

    changes: tuple[FieldChange, ...] = ()
    staying: tuple[Staying, ...] = ()
    undecided: tuple[TwoWays, ...] = ()


def find_homes(edits: Edits, origins: Sequence[Span], profile: Profile) -> Homes:
    """Leads each edit to the field that its words came from.

    `origins` are those of the document as it was made, `profile` is as it is today.
    """
    told = [one for edit in edits.reworded for one in _of_paragraph(edit, origins, profile)]
    staying = [one for one in told if isinstance(one, Staying)]
    staying += [_put_in(added, origins, profile) for added in edits.added]
    staying += [_taken_out(block, origins, profile) for block in edits.removed]
    changes, undecided = _decided([one for one in told if isinstance(one, FieldChange)])
    return Homes(tuple(changes), tuple(staying), tuple(undecided))


def _of_paragraph(
    edit: Reworded, origins: Sequence[Span], profile: Profile
) -> Iterator[FieldChange | Staying]:
    """The edits of one paragraph, those of one field's words together."""
    spans = _spans_of(edit.before, origins)
    by_span: dict[Span | None, list[Hunk]] = {}
    for hunk in edit.hunks:
        span = _span_of(hunk, spans)
        if _fields(span) or not _is_page_number(edit.before, hunk):
            by_span.setdefault(span, []).append(hunk)
    for origin, hunks in by_span.items():
        home = _home(edit, origin, hunks, origins, profile)
        if home:
            yield home


def _spans_of(block: Block, origins: Sequence[Span]) -> list[Span]:
    """The origins of a paragraph, the shortest first: inside a text of jdgen stand fields."""
    here = [span for span in origins if (span.part, span.block) == (block.part, block.index)]
    return sorted(here, key=lambda span: span.end - span.start)


def _span_of(hunk: Hunk, spans: Sequence[Span]) -> Span | None:
    """The words that an edit lies within; what is put in beside them belongs to them, too."""
    around = [span for span in spans if span.start <= hunk.start and hunk.end <= span.end]
    return next((span for span in around if _fields(span)), next(iter(around), None))


def _fields(span: Span | None) -> tuple[str, ...]:
    """The profile fields among the origins of some words."""
    return tuple(f for f in span.fields if not f.startswith(_SHIPPED)) if span else ()


def _home(
    edit: Reworded,
    span: Span | None,
    hunks: Sequence[Hunk],
    origins: Sequence[Span],
    profile: Profile,
) -> FieldChange | Staying | None:
    block, fields = edit.before, _fields(span)
    if span is None or not fields:
        start, end = hunks[0].start, hunks[-1].end
        touched = any(
            _fields(s) and s.start < end and start < s.end for s in _spans_of(block, origins)
        )
        return _stays(edit, profile, (), _ACROSS if touched else _TEMPLATE)
    if len(span.fields) > 1:
        return _stays(edit, profile, fields, _MADE_OF)
    value = profile.get(fields[0])
    if not isinstance(value, str) or is_choice(fields[0]):
        return _stays(edit, profile, fields, _NO_TEXT)
    inside = [Hunk(h.start - span.start, h.end - span.start, h.new) for h in hunks]
    printed = block.text[span.start : span.end]
    if says_already(value, printed, inside):
        return None
    new = text_for_value(value, printed, inside)
    if new is None:
        return _stays(edit, profile, fields, _DERIVED)
    others = sum(other.fields == span.fields for other in origins) - 1
    at = profile.place(fields[0])
    return FieldChange(fields[0], value, new, at, block.place, others)


def _is_page_number(block: Block, hunk: Hunk) -> bool:
    """Whether Word counted its pages, which it does anew each time it saves."""
    before = block.text[hunk.start : hunk.end]
    return block.role in ("header", "footer") and before.isdigit() and hunk.new.isdigit()


def _stays(edit: Reworded, profile: Profile, fields: Sequence[str], reason: str) -> Staying:
    at = profile.place(fields[0]) if fields else None
    told = reason.format(fields=" and ".join(fields[:3]))
    return Staying(edit.before.place, edit.before.text, edit.after.text, told, at)


def _put_in(added: Added, origins: Sequence[Span], profile: Profile) -> Staying:
    """A new paragraph; one that follows an entry of a list may become the next entry."""
    field = ""
    for span in _spans_of(added.after, origins) if added.after else ():
        lists = [f.rpartition(".") for f in _fields(span) if f.rpartition(".")[2].isdigit()]
        field = field or (lists[0][0] if lists else "")
    if not field or added.after is None or added.after.role != added.block.role:
        return Staying(added.block.place, "", added.block.text, _NEW)
    reason = _ENTRY.format(field=field)
    return Staying(added.block.place, "", added.block.text, reason, profile.place(field))


def _taken_out(block: Block, origins: Sequence[Span], profile: Profile) -> Staying:
    field = next((f for span in _spans_of(block, origins) for f in _fields(span)), "")
    at = profile.place(field) if field else None
    return Staying(block.place, block.text, "", _GONE, at)


def _decided(changes: Sequence[FieldChange]) -> tuple[list[FieldChange], list[TwoWays]]:
    """One change for each field, and the fields that were reworded in more than one way."""
    by_field: dict[str, list[FieldChange]] = {}
    for change in changes:
        by_field.setdefault(change.field, []).append(change)
    kept, undecided = [], []
    for field, same in by_field.items():
        wordings = tuple(dict.fromkeys(change.new for change in same))
        if len(wordings) > 1:
            undecided.append(TwoWays(field, same[0].at, wordings))
        elif same[0].new != same[0].old:
            others = same[0].others - (len(same) - 1)
            kept.append(replace(same[0], others=max(others, 0)))
    return kept, undecided
