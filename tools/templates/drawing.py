"""Drawn things: bars of a chart, the logo's place, the cover picture and the watermark.

Colours are the theme's, so that a change of theme in Word changes them all.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from jdgen.word.watermark import SHAPE_NAME, SHAPE_TYPE

from .wml import Xml, join

EMU_PER_INCH = 914400
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def emu(value: float) -> int:
    return round(value * EMU_PER_INCH)


def fill(colour: str, *changes: tuple[str, int]) -> str:
    """A solid fill in a theme colour, changed by steps such as ("lumMod", 60) in percent."""
    inner = "".join(f'<a:{name} val="{percent * 1000}"/>' for name, percent in changes)
    return f'<a:solidFill><a:schemeClr val="{colour}">{inner}</a:schemeClr></a:solidFill>'


def _properties(number: int, name: str, alt: str) -> str:
    start = f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(alt)}'
    return f"{start}/>" if alt else f"{start}>{_DECORATIVE}</wp:docPr>"


def _graphic(uri: str, inner: str) -> str:
    return f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'


def _run(drawing: str, *, needs: str = "") -> Xml:
    """A run that holds a drawing; `needs` names the extension a program must know to show it."""
    if needs:
        drawing = (
            f'<mc:AlternateContent><mc:Choice Requires="{needs}">{drawing}</mc:Choice>'
            "</mc:AlternateContent>"
        )
    return Xml(f"<w:r>{drawing}</w:r>")


def _rectangle(properties: str, width: float, height: float, colour: str) -> Xml:
    """An inline rectangle; its measures are inches."""
    cx, cy = emu(width), emu(height)
    inner = (
        "<wps:wsp><wps:cNvSpPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f"{preset('rect')}{fill(colour)}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return _run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/>{properties}<wp:cNvGraphicFramePr/>'
        f"{_graphic(_SHAPE, inner)}</wp:inline></w:drawing>",
        needs="wps",
    )


def bar(number: int, length: str, alt: str, width: float, height: float, colour: str) -> Xml:
    """A bar of a chart; at render its width becomes `length` percent of `width` inches."""
    properties = _properties(number, f"width {{{{ {length} }}}}", alt)
    return _rectangle(properties, width, height, colour)


def swatch(number: int, size: float, colour: str) -> Xml:
    """A small square that shows which colour stands for what; decorative, for words say it too."""
    return _rectangle(_properties(number, "Colour", ""), size, size, colour)


def logo(number: int, relation: str, width: float, height: float, *, corner: bool = False) -> Xml:
    """The box that the organization's logo fills as far as its ratio lets it.

    It stands in its line, or in the right upper corner of the page, where it reaches a little into
    the margin so that only the first line of the title runs beside it.
    """
    cx, cy = emu(width), emu(height)
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="logo"/><pic:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    extent = f'<wp:extent cx="{cx}" cy="{cy}"/>'
    rest = (
        f"{_properties(number, 'logo', 'Logo of the organization')}"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f"{_graphic(_PICTURE, picture)}"
    )
    if not corner:
        start = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        return _run(f"<w:drawing>{start}{extent}{rest}</wp:inline></w:drawing>")
    return _run(
        '<w:drawing><wp:anchor distT="0" distB="0" distL="228600" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:posOffset>'
        f"{emu(-0.2)}</wp:posOffset></wp:positionV>"
        f'{extent}<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapSquare wrapText="left"/>{rest}</wp:anchor></w:drawing>'
    )


def placeholder_logo() -> bytes:
    """A plain grey PNG, 320 by 120, that stands for a logo in the template."""
    line = b"\0" + bytes((0xCB, 0xD5, 0xDC)) * 320

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 320, 120, 8, 2, 0, 0, 0)
    body = zlib.compress(line * 120, 9)
    end = chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + end


def shape(
    number: int,
    geometry: str,
    box: tuple[float, float, float, float],
    colour: str,
) -> str:
    """One shape of a group. `box` is x, y, width and height in inches; `colour` a fill."""
    x, y, width, height = (emu(value) for value in box)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f"{geometry}{colour}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def outline(width: int, height: int, *steps: Sequence[tuple[int, int]]) -> str:
    """A free outline on a grid: a step of one point is a line, of three points a curve."""
    names = {1: "lnTo", 3: "cubicBezTo"}
    path = ""
    for at, step in enumerate(steps):
        points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in step)
        name = "moveTo" if at == 0 else names[len(step)]
        path += f"<a:{name}>{points}</a:{name}>"
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}">{path}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def group(
    number: int,
    name: str,
    size: tuple[float, float],
    *shapes: str,
    at: tuple[float, float] | None = None,
) -> Xml:
    """A decorative group behind the text, at the foot of the column it stands in.

    With `at` it lies so many inches from the left edge of the page and below the end of its text.
    """
    cx, cy = (emu(value) for value in size)
    inner = (
        "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{cx}" cy="{cy}"/>'
        f"</a:xfrm></wpg:grpSpPr>{''.join(shapes)}</wpg:wgp>"
    )
    across, down = (
        ("column", "<wp:align>left</wp:align>"),
        ("margin", "<wp:align>bottom</wp:align>"),
    )
    if at is not None:
        offsets = [f"<wp:posOffset>{emu(value)}</wp:posOffset>" for value in at]
        across, down = ("page", offsets[0]), ("bottomMargin", offsets[1])
    return _run(
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across[0]}">{across[1]}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down[0]}">{down[1]}</wp:positionV>'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"<wp:wrapNone/>{_properties(number, name, '')}<wp:cNvGraphicFramePr/>"
        f"{_graphic(_GROUP, inner)}</wp:anchor></w:drawing>",
        needs="wpg",
    )


def watermark(
    lines: Sequence[str],
    places: Sequence[tuple[float, float]],
    *,
    height: float,
    per_letter: float,
    angle: int,
    colour: str,
) -> Xml:
    """Word's own kind of watermark, one shape per line; Design, Watermark, Remove takes it away.

    `places` are the middles of the lines in inches from the page's left and top edge. A line is
    `height` inches tall and `per_letter` inches wide for each letter.
    """
    shapes = []
    for number, (line, (x, y)) in enumerate(zip(lines, places, strict=True), start=1):
        width = len(line) * per_letter
        style = (
            f"position:absolute;margin-left:{(x - width / 2) * 72:.1f}pt;"
            f"margin-top:{(y - height / 2) * 72:.1f}pt;width:{width * 72:.1f}pt;"
            f"height:{height * 72:.1f}pt;rotation:{angle};z-index:-{251660000 + number};"
            "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        )
        shapes.append(
            Xml(
                f"<w:r><w:pict>{SHAPE_TYPE if number == 1 else ''}"
                f'<v:shape id="{SHAPE_NAME}{number}" '
                f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" style="{style}" '
                f'o:allowincell="f" fillcolor="{colour}" stroked="f">'
                f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
                f"string={quoteattr(line)}/></v:shape></w:pict></w:r>"
            )
        )
    return join(*shapes)
