"""WRD-01: The role has one name.

In running text a document calls the role by one name: the profile's `terms.role` (or its title),
else the one that the document uses most. Titles with capitals, certificates and jobs elsewhere may
differ.

Why: Peer worker, peer specialist and peer mentor sound like three jobs. Readers look for the
difference, and people supported do not know whom to ask for.

Cure: Choose one name, set it as `terms.role`, and use it throughout.

Source: Toolkit, terms used; Handout, Slides and Functions page, which all name it differently
"""

import re
from collections import Counter
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted, listed
from jdgen.guidelines.subjects import DocumentSubject
from jdgen.model import Block

_NAME = re.compile(
    r"\b(?<![-\w])(peer(?: support| recovery| wellness)? "
    r"(?:worker|supporter|specialist|navigator|mentor|coach|advocate|provider|companion))(?:s|es)?\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\bcertifi\w+(?: \w+){0,3} $"
    r"|\b(?:work(?:ed|ing)?|jobs?|experience|volunteer\w*|years?)\b[^.;]{0,30}\bas an? $",
    re.IGNORECASE,
)
# What the profile says there is said of other people's jobs.
_OTHERS = ("supervision.", "peer_community.", "training.provided", "hiring.committee")
_TERMS = ("terms.role", "role.title", "role.working_title")


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    met = list(_met(subject))
    counts = Counter(name for name, _, _ in met)
    chosen = [str(subject.get(path)).lower() for path in _TERMS if subject.get(path)]
    main = chosen[0] if chosen else next((name for name, _ in counts.most_common(1)), "")
    others = [name for name in counts if not any(own.endswith(name) for own in [main, *chosen])]
    if others and (chosen or len(counts) > subject.figure("WRD-01.names")):
        _, block, found = next(one for one in met if one[0] in others)
        told = listed(f"“{name}” ({counted(counts[name], 'time')})" for name in others)
        message = f"The role is called {told} here, and “{main}” elsewhere."
        yield Miss(message, block=block, quote=found.group(), start=found.start())


def _met(subject: DocumentSubject) -> Iterator[tuple[str, Block, re.Match[str]]]:
    """The names in running text: no title with capitals, no certificate, no job elsewhere."""
    for block, found in subject.find(_NAME, subject.body):
        if any(path.startswith(_OTHERS) for path in subject.fields_of(block, *found.span())):
            continue
        title = found[1].rpartition(" ")[2][0].isupper()
        if not title and not _ELSEWHERE.search(block.text[: found.start()]):
            yield " ".join(found[1].lower().split()), block, found


_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    alone=("word", "text"),
    passes=(
        Example(
            "one name and a title",
            blocks=[
                ("body", "The peer worker meets you. Peer workers listen."),
                ("body", "Kim Ash, Senior Peer Specialist, is a certified peer specialist."),
                ("bullet", "Paid work as a peer supporter"),
            ],
            documents=_FOLDED,
        ),
    ),
    fails=(
        Example(
            "three names",
            blocks=[
                ("body", "Our peer worker meets you, and a peer specialist calls."),
                ("body", "Ask your peer mentor."),
            ],
            documents=_FOLDED,
        ),
    ),
)
