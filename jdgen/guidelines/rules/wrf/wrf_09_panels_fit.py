"""WRF-09: The text fits the panels of the brochure.

No panel holds more text than it has room for. The height is an estimate from the widths of letters.

Why: Text that runs over lands in the next panel or on a third page, and the fold cuts through it.

Cure: Shorten the text of that panel: fewer local tasks or statements, one quote less, or a shorter
text of your own.

Source: Word practice
"""

import math
from collections.abc import Iterator

from jdgen.guidelines.rule import Example, Miss, rule
from jdgen.guidelines.say import counted
from jdgen.guidelines.subjects import DocumentSubject


def in_document(subject: DocumentSubject) -> Iterator[Miss]:
    for fit in subject.fits:
        if fit.used > fit.available:
            over = fit.used - fit.available
            lines = math.ceil(over / float(subject.figure("WRF-09.line_points")))
            message = f"The text of {fit.panel} is about {counted(lines, 'line')} too long."
            inside = (block for block in subject.body if fit.panel in block.place)
            yield Miss(message, block=next(inside, None))


_FOLDED = ["brochure"]

RULE = rule(
    __doc__,
    "warning",
    in_document=in_document,
    passes=(Example("just full", fits=[("page 1 panel 2", 551, 551)], documents=_FOLDED),),
    fails=(Example("two lines too many", fits=[("page 1 panel 2", 579, 551)], documents=_FOLDED),),
)
