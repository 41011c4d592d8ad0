"""What a guideline rule is: its text, its check and the examples that prove it, in one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from jdgen.model import Block, Severity

if TYPE_CHECKING:
    from jdgen.guidelines.subjects import DocumentSubject, ProfileSubject

Standing = Literal["on", "practice", "pack"]
Waivable = Literal["yes", "by-sentence", "no"]
Form = Literal["word", "text"]
_PARTS = re.compile(r"^(Why|Cure|Source):[ \n]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Miss:
    """One place where a rule is not kept, as a check reports it.

    `message` says it with this profile's own words and figures. `field` is the path in the profile,
    `block` the paragraph in the document and `quote` the words in either, which begin at `start`
    (-1: where they first occur). `severity`, `category`, `why`, `suggestion` and `source` are given
    where they differ from the rule's own.
    """

    message: str
    field: str = ""
    block: Block | None = None
    quote: str = ""
    start: int = -1
    severity: Severity | None = None
    category: str = ""
    why: str = ""
    suggestion: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A case that the tests run and the reference shows.

    `profile` changes the sound example profile: dotted path to new value, None takes it away.
    `edits` change a sound document: a text of one of its paragraphs, or a part of one, to its new
    text, "" takes it away. `blocks` give a text of its own as (role, text) pairs or whole
    `Block`s, judged by this rule alone. `word` replaces other facts of the document, such as its
    title; `fits` are panels with points used and available. `documents` are the kinds built; the
    first is the one that is read. `also` names rules that the same change cannot help
    breaking. `severity` is given where it is not the rule's own.
    """

    says: str
    profile: Mapping[str, Any] = field(default_factory=dict)
    edits: Mapping[str, str] = field(default_factory=dict)
    blocks: Sequence[tuple[str, str] | Block] = ()
    word: Mapping[str, Any] = field(default_factory=dict)
    fits: Sequence[tuple[str, float, float]] = ()
    documents: Sequence[str] = ()
    also: Sequence[str] = ()
    severity: Severity | None = None
    today: date | None = None

    @property
    def reads_document(self) -> bool:
        """Whether the example is about a finished document rather than a profile."""
        return bool(self.edits or self.blocks or self.word or self.fits)


ProfileCheck = Callable[["ProfileSubject"], Iterable[Miss]]
DocumentCheck = Callable[["DocumentSubject"], Iterable[Miss]]


@dataclass(frozen=True)
class Rule:
    """One guideline. `what`, `why`, `cure` and `source` are its reference, in plain words.

    `severities` holds every severity it may give, its default first. `documents` are the kinds it
    concerns, none for all. A `practice` rule is about how the organization works: it is counted,
    and shown when asked for or when one of `checklists` is built. A `pack` rule runs only where the
    profile names one of `packs`. `alone` are the forms of files (Word, text) that it judges even
    where no profile is known. A rule with `words` reads words in their context; one that is told
    `once` gives one finding with a count for a term that runs through a text.
    """

    id: str
    title: str
    what: str
    why: str
    cure: str
    source: str
    severities: tuple[Severity, ...]
    category: str = ""
    documents: tuple[str, ...] = ()
    standing: Standing = "on"
    packs: tuple[str, ...] = ()
    alone: tuple[Form, ...] = ()
    checklists: tuple[str, ...] = ()
    waivable: Waivable = "yes"
    words: bool = False
    once: bool = False
    passes: tuple[Example, ...] = ()
    fails: tuple[Example, ...] = ()
    in_profile: ProfileCheck | None = None
    in_document: DocumentCheck | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return self.severities[0]

    @property
    def where(self) -> Literal["profile", "document", "both"]:
        """Where the rule looks."""
        if self.in_profile and self.in_document:
            return "both"
        return "document" if self.in_document else "profile"


def rule(
    text: str | None,
    *severities: Severity,
    in_profile: ProfileCheck | None = None,
    in_document: DocumentCheck | None = None,
    **more: Any,
) -> Rule:
    """The rule that a module's docstring describes.

    The docstring begins `ID: Title.`, says what is asked, and has paragraphs that begin `Why:`,
    `Cure:` and `Source:`. `more` are further fields of `Rule`. Raises ValueError where a part of
    the text is missing (a test loads every rule, so that nobody meets it).
    """
    head, _, rest = (text or "").partition("\n")
    rule_id, colon, title = head.partition(": ")
    pieces = _PARTS.split(rest)
    parts = dict(zip(pieces[1::2], map(_flat, pieces[2::2]), strict=True))
    if not (colon and pieces[0].strip() and {"Why", "Cure", "Source"} <= parts.keys()):
        raise ValueError(f"{rule_id}: the docstring needs 'ID: Title.', a text, Why, Cure, Source")
    return Rule(
        id=rule_id,
        title=title.rstrip("."),
        what=_flat(pieces[0]),
        why=parts["Why"],
        cure=parts["Cure"],
        source=parts["Source"],
        severities=severities,
        in_profile=in_profile,
        in_document=in_document,
        **more,
    )


def _flat(text: str) -> str:
    """Paragraphs stay apart, lines of one paragraph become one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
