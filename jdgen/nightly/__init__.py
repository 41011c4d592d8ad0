"""The nightly run: what changed, brought to the documents; the rest left as it is.

`run_night` is the whole of it. A night looks at each profile without reading it (`known`), thinks
through those that changed (`work`), brings their documents (`bring`), and remembers (`remember`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.lazy import loads_from

if TYPE_CHECKING:
    from jdgen.nightly.run import NightOptions, run_night

_HOMES = {"NightOptions": "run", "run_night": "run"}

__all__ = ["NightOptions", "run_night"]

__getattr__ = loads_from(__name__, _HOMES)
