"""The brand's colours for readers that know no theme.

Beside each theme colour Word keeps the plain colour it came to when the file was saved. Word itself
goes by the theme; LibreOffice and others show the plain one, so that has to follow the brand too.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

from lxml import etree

from jdgen.model import Brand
from jdgen.word.markup import qn

_COLOUR = qn("w:color")
_ACCENTS = ("accent1", "accent2")
# The attribute that names the theme's colour; those that make it lighter and darker.
_THEMED = (
    (qn("w:themeColor"), qn("w:themeTint"), qn("w:themeShade")),
    (qn("w:themeFill"), qn("w:themeFillTint"), qn("w:themeFillShade")),
)


def _accents(root: etree._Element) -> Iterator[tuple[etree._Element, str, tuple[str, str, str]]]:
    """Each use of an accent colour: its element, the plain attribute, and accent, tint, shade."""
    for element in root.iter(etree.Element):
        for theme, tint, shade in _THEMED:
            if element.get(theme) in _ACCENTS:
                name = "w:val" if element.tag == _COLOUR else "w:color"
                plain = qn("w:fill") if theme == qn("w:themeFill") else qn(name)
                told = (element.get(theme, ""), element.get(tint, ""), element.get(shade, ""))
                yield element, plain, told


def colour_part(root: etree._Element, brand: Brand) -> None:
    """Writes the brand's colours beside the theme's in a part that holds no tags."""
    for element, plain, (accent, tint, shade) in _accents(root):
        element.set(plain, brand_colour(brand, accent, element.get(plain, ""), tint, shade))


def colour_tags(root: etree._Element) -> None:
    """Makes each plain colour beside an accent a tag that prints the brand's."""
    for element, plain, (accent, tint, shade) in _accents(root):
        told = (accent, element.get(plain, ""), tint, shade)
        if all(text.isalnum() or not text for text in told):
            element.set(plain, f"{{{{ _colour{told} }}}}")


def brand_colour(brand: Brand, accent: str, otherwise: str, tint: str, shade: str) -> str:
    """The brand's colour as RRGGBB; `otherwise` where the brand leaves that accent open.

    `tint` and `shade` are two hexadecimal digits each, or "", as in Office Open XML (ECMA-376,
    part 1, 17.3.2.6): the share of the colour's lightness that stays, the rest white or black.
    """
    colour = brand.primary if accent == _ACCENTS[0] else brand.secondary
    if not colour:
        return otherwise
    lighter, darker = _share(tint), _share(shade)
    if lighter == darker == 1:
        return colour.upper()
    red, green, blue = (part / 255 for part in bytes.fromhex(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * darker * lighter + 1 - lighter
    rgb = colorsys.hls_to_rgb(hue, light, saturation)
    return bytes(round(part * 255) for part in rgb).hex().upper()


def _share(digits: str) -> float:
    try:
        share = int(digits, 16) / 255
    except ValueError:
        return 1.0
    return share if share <= 1 else 1.0
