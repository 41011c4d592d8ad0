"""How wide text is: the widths of Carlito's glyphs, which are those of Calibri."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources

_UNKNOWN_FONT = 1.12  # about Arial: better a little too wide than too narrow


@dataclass(frozen=True)
class GlyphWidths:
    """Advance widths in units of `units_per_em`; `line_height` in em.

    `relative` says how much wider than Carlito another font sets English text.
    """

    units_per_em: int
    line_height: float
    relative: dict[str, float]
    regular: dict[str, int]
    bold: dict[str, int]

    def width(self, text: str, size: float, *, bold: bool = False, font: str = "Calibri") -> float:
        """The width of a text in points at a size in points."""
        table = self.bold if bold else self.regular
        average = table["n"]
        units = sum(table.get(char, average) for char in text)
        return units * size / self.units_per_em * self.factor(font)

    def factor(self, font: str) -> float:
        """How much wider than Carlito a font is; a font nobody measured counts as a wide one."""
        return self.relative.get(font, _UNKNOWN_FONT)


@functools.cache
def glyph_widths() -> GlyphWidths:
    """The shipped table, made by `tools/make_glyph_widths.py`."""
    file = resources.files("jdgen.word") / "data" / "glyph_widths.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    return GlyphWidths(
        units_per_em=data["units_per_em"],
        line_height=data["line_height"],
        relative=data["relative_widths"],
        regular=data["regular"],
        bold=data["bold"],
    )
