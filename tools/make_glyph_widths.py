"""Makes the table of glyph widths by which jdgen estimates whether text fits a panel.

Usage: python tools/make_glyph_widths.py FOLDER_OF_FONTS > jdgen/word/data/glyph_widths.json

Carlito has the widths of Calibri. The other fonts are stored as one figure each: how much wider
than Carlito they set English text. They are free fonts with the widths of the named ones.
Needs fonttools.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

SAMPLE = (
    "We meet you where you are, at home or in town. A peer worker has been through hard times too, "
    "listens, and shares what helped. You decide what to talk about, and you can stop any time. "
    "Call 555 0100 from Monday to Friday, 9 am to 5 pm."
)
RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2028), (0x2030, 0x203B), (0x20AC, 0x20AD))
STAND_INS = {
    "Arial": "LiberationSans-Regular.ttf",
    "Helvetica": "LiberationSans-Regular.ttf",
    "Times New Roman": "LiberationSerif-Regular.ttf",
    "Courier New": "LiberationMono-Regular.ttf",
    "Cambria": "Caladea-Regular.ttf",
    "Verdana": "DejaVuSans.ttf",
}


def widths(font: TTFont) -> dict[str, int]:
    """The advance width of each character in the ranges, in font units."""
    names, metrics = font.getBestCmap(), font["hmtx"]
    codes = [code for low, high in RANGES for code in range(low, high) if code in names]
    return {chr(code): metrics[names[code]][0] for code in codes}


def sample_width(font: TTFont) -> float:
    """The width of the sample, in em."""
    found = widths(font)
    return sum(found.get(char, 0) for char in SAMPLE) / font["head"].unitsPerEm


def main() -> None:
    fonts = {path.name: path for path in Path(sys.argv[1]).rglob("*.ttf")}
    regular, bold = TTFont(fonts["Carlito-Regular.ttf"]), TTFont(fonts["Carlito-Bold.ttf"])
    lines, units = regular["hhea"], regular["head"].unitsPerEm
    relative = {
        name: round(sample_width(TTFont(fonts[file])) / sample_width(regular), 3)
        for name, file in STAND_INS.items()
        if file in fonts
    }
    table = {
        "font": regular["name"].getDebugName(4),
        "version": regular["name"].getDebugName(5),
        "licence": "SIL Open Font License 1.1; widths of glyphs only",
        "units_per_em": units,
        "line_height": round((lines.ascent - lines.descent + lines.lineGap) / units, 4),
        "relative_widths": {"Calibri": 1.0, "Carlito": 1.0, **relative},
        "regular": widths(regular),
        "bold": widths(bold),
    }
    sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(table, ensure_ascii=False, indent=0, separators=(",", ":")))


if __name__ == "__main__":
    main()
