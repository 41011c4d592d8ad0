"""Letter or A4: page size, the columns of a trifold, and the tables and tabs that follow them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jdgen.word.markup import SECT_PR, TBL, child, every, number, qn

TWIPS_PER_INCH, TWIPS_PER_MM = 1440.0, 1440 / 25.4
PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}
# A C-fold: two panels and a narrower one that folds in (domain practice of printers).
WIDE_PANEL = {"letter": 3.6875 * TWIPS_PER_INCH, "a4": 100 * TWIPS_PER_MM}
_W, _H, _SPACE = qn("w:w"), qn("w:h"), qn("w:space")
_TOLERANCE = 40
_EMU_PER_TWIP = 635
_MOST_COLUMNS = 45  # what Word allows


def _number(element: etree._Element | None, name: str) -> int:
    return round(number(element.get(name, ""))) if element is not None else 0


def set_paper(root: etree._Element, others: Sequence[etree._Element], paper: str) -> None:
    """Changes the main text and its headers and footers to the paper, if they have another.

    Only pages that are letter or A4 now are changed, so that a poster or a card stays as it is.
    Raises KeyError for an unknown paper.
    """
    target = PAPERS[paper]
    ratios: list[float] = []
    start, page, across = 0, 0, 1.0
    elements = list(root.iter(etree.Element))
    for position, element in enumerate(elements):
        if element.tag == SECT_PR:
            before, page = text_columns(element), _page_width(element)
            ratio = _resize(element, target, paper)
            ratios.append(ratio)
            if ratio != 1:
                _scale(elements[start:position], ratio)
                _fill_columns(elements[start:position], before, text_columns(element))
                across = _page_width(element) / max(page, 1)
            start = position
    if ratios and ratios[-1] != 1:
        for other in others:
            _scale(list(other.iter(etree.Element)), ratios[-1])
            for drawing in every(other, "wp:anchor"):
                if _width_of(drawing) > page / 2:
                    _stretch(drawing, across, 1.0)


def _resize(section: etree._Element, target: tuple[int, int], paper: str) -> float:
    """Gives a section the paper; the ratio of the new width of its first column to the old."""
    size = child(section, "w:pgSz")
    width, height = _number(size, _W), _number(size, _H)
    known = [p for p in PAPERS.values() if _near((width, height), p)]
    if size is None or not known or known[0] == target:
        return 1.0
    landscape = width > height
    new_width, new_height = target[::-1] if landscape else target
    margins = child(section, "w:pgMar")
    left, right = _number(margins, qn("w:left")), _number(margins, qn("w:right"))
    size.set(_W, str(new_width))
    size.set(_H, str(new_height))
    columns = child(section, "w:cols")
    widths = [_number(c, _W) for c in columns.findall(qn("w:col"))] if columns is not None else []
    if columns is None or not widths:
        return (new_width - left - right) / max(width - left - right, 1)
    fresh = _columns(columns, widths, (left, right), (width, new_width), paper)
    for column, value in zip(columns.findall(qn("w:col")), fresh, strict=True):
        column.set(_W, str(value))
    return fresh[0] / max(widths[0], 1)


def _near(size: tuple[int, int], paper: tuple[int, int]) -> bool:
    ordered = tuple(sorted(size))
    return all(abs(a - b) <= _TOLERANCE for a, b in zip(ordered, paper, strict=True))


def _columns(
    columns: etree._Element,
    widths: list[int],
    margins: tuple[int, int],
    pages: tuple[int, int],
    paper: str,
) -> list[int]:
    """New widths of columns whose gaps and outer margins stay as they are."""
    gaps = [_number(column, _SPACE) for column in columns.findall(qn("w:col"))][:-1]
    outer = [margins[0], *[gap / 2 for gap in gaps for _ in (0, 1)], margins[1]]
    edges = [outer[2 * i] + outer[2 * i + 1] for i in range(len(widths))]
    panels = [width + edge for width, edge in zip(widths, edges, strict=True)]
    old_page, new_page = pages
    if len(panels) == 3 and max(panels) - min(panels) > TWIPS_PER_MM / 2:
        narrow = panels.index(min(panels))
        wide = WIDE_PANEL[paper]
        fresh = [new_page - 2 * wide if i == narrow else wide for i in range(3)]
    else:
        fresh = [panel * new_page / old_page for panel in panels]
    return [round(panel - edge) for panel, edge in zip(fresh, edges, strict=True)]


def _scale(elements: Sequence[etree._Element], ratio: float) -> None:
    """Widths of tables in twips, and right and centre tabs, follow the width of the text."""
    for element in elements:
        if element.tag == TBL:
            _scale_table(element, ratio)
        elif element.tag == qn("w:tab") and element.get(qn("w:val")) in {"right", "center"}:
            _multiply(element, qn("w:pos"), ratio)


def _scale_table(table: etree._Element, ratio: float) -> None:
    rows = [cell for row in table.findall(qn("w:tr")) for cell in row.findall(qn("w:tc"))]
    widths = [child(table, "w:tblPr/w:tblW"), *[child(cell, "w:tcPr/w:tcW") for cell in rows]]
    for width in widths:
        if width is not None and width.get(qn("w:type"), "dxa") == "dxa":
            _multiply(width, _W, ratio)
    grid = child(table, "w:tblGrid")
    for column in grid.findall(qn("w:gridCol")) if grid is not None else []:
        _multiply(column, _W, ratio)


def _page_width(section: etree._Element) -> int:
    return _number(child(section, "w:pgSz"), _W)


def _fill_columns(
    elements: Sequence[etree._Element], before: Sequence[int], after: Sequence[int]
) -> None:
    """A floating drawing as wide as a column stays as wide as it, in its own proportions."""
    for element in elements:
        if element.tag == qn("wp:anchor"):
            old, new = min(zip(before, after, strict=True), key=lambda c: _off(element, c[0]))
            if _off(element, old) <= _TOLERANCE:
                _stretch(element, new / max(old, 1), new / max(old, 1))


def _width_of(drawing: etree._Element) -> float:
    """The width of a drawing in twips."""
    return _number(child(drawing, "wp:extent"), "cx") / _EMU_PER_TWIP


def _off(drawing: etree._Element, width: int) -> float:
    return abs(_width_of(drawing) - width)


def _stretch(drawing: etree._Element, across: float, down: float) -> None:
    """Gives a drawing another size; the parts of a group follow by themselves."""
    own = child(next(every(drawing, "a:xfrm"), None), "a:ext")
    for extent in (child(drawing, "wp:extent"), own):
        for side, ratio in (("cx", across), ("cy", down)):
            if extent is not None:
                extent.set(side, str(round(_number(extent, side) * ratio)))


def _multiply(element: etree._Element, name: str, ratio: float) -> None:
    if _number(element, name):
        element.set(name, str(round(_number(element, name) * ratio)))


def text_columns(section: etree._Element) -> list[int]:
    """The widths of a section's columns in twips."""
    columns = child(section, "w:cols")
    own = [_number(c, _W) for c in every(section, "w:col")]
    if own:
        return own
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    sides = _number(margins, qn("w:left")) + _number(margins, qn("w:right"))
    room = (_number(size, _W) or PAPERS["letter"][0]) - sides
    count = min(max(_number(columns, qn("w:num")), 1), _MOST_COLUMNS)
    gap = _number(columns, _SPACE)
    return [round((room - gap * (count - 1)) / count)] * count
