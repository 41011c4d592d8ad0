"""WordprocessingML as text: paragraphs, tables and sections, with docxtpl tags where they belong.

Every function gives XML as `Xml`; a plain `str` handed to one of them is text and gets escaped.
`**words**` in a text become the character style Strong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

TWIPS_PER_INCH = 1440
_STRONG = re.compile(r"\*\*(.+?)\*\*")


class Xml(str):
    """Finished XML, put in as it is."""

    __slots__ = ()


def join(*pieces: Xml) -> Xml:
    return Xml("".join(pieces))


def inches(value: float) -> int:
    """Inches as twentieths of a point."""
    return round(value * TWIPS_PER_INCH)


def run(text: str, *, strong: bool = False) -> Xml:
    style = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if strong else ""
    return Xml(f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def _runs(content: str) -> Xml:
    if isinstance(content, Xml):
        return content
    parts = _STRONG.split(content)
    return join(*(run(part, strong=bool(at % 2)) for at, part in enumerate(parts) if part))


LINE_BREAK = Xml("<w:r><w:br/></w:r>")


def field(code: str) -> Xml:
    """A field such as PAGE or NUMPAGES, which Word fills in itself."""
    return Xml(f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def para(style: str, *content: str, keep_with_next: bool = False, section: str = "") -> Xml:
    """One paragraph. `section` is the `w:sectPr` of the section that ends with it."""
    keep = "<w:keepNext/>" if keep_with_next else ""
    runs = join(*(_runs(piece) for piece in content))
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{section}</w:pPr>{runs}</w:p>')


def page_footer(about: str) -> Xml:
    """The line at the foot of a page: what it is, its version, and the page's number."""
    start = f"{about} · {{{{ document.version_line }}}} · Page "
    return para("Footer", start, field("PAGE"), " of ", field("NUMPAGES"))


def next_column() -> Xml:
    """The step to the next column, in a line of its own that is a point high.

    At the start of a heading Word would draw the heading's border in the column before as well.
    """
    return para("ColumnBreak", Xml('<w:r><w:br w:type="column"/></w:r>'))


def _tag(text: str) -> Xml:
    return para("BodyText", text)


def when(condition: str, *blocks: Xml) -> Xml:
    """Paragraphs and tables that are there only if the condition holds."""
    return join(_tag(f"{{%p if {condition} %}}"), *blocks, _tag("{%p endif %}"))


def choose(condition: str, yes: Xml, no: Xml) -> Xml:
    """One of two blocks."""
    tags = (f"{{%p if {condition} %}}", "{%p else %}", "{%p endif %}")
    opening, middle, closing = (_tag(tag) for tag in tags)
    return join(opening, yes, middle, no, closing)


def each(item: str, rows: str, *blocks: Xml) -> Xml:
    """Paragraphs once for each row of a list."""
    return join(_tag(f"{{%p for {item} in {rows} %}}"), *blocks, _tag("{%p endfor %}"))


def given(style: str, name: str) -> Xml:
    """A text that the profile may leave out, as a paragraph that goes with it."""
    return when(name, para(style, f"{{{{ {name} }}}}"))


def bullets(rows: str, style: str = "ListBullet") -> Xml:
    return each("item", rows, para(style, "{{ item }}"))


def kept_bullets(rows: str, *, whole: bool = False) -> Xml:
    """A list of which no item stands alone at the head or foot of a page or column.

    A `whole` one is not parted at all if it has five items or fewer.
    """
    together = "loop.first or loop.revindex == 2" + " or loop.length < 6" * whole
    one = choose(
        f"not loop.last and ({together})",
        para("ListBullet", "{{ item }}", keep_with_next=True),
        para("ListBullet", "{{ item }}"),
    )
    return each("item", rows, one)


@dataclass(frozen=True)
class Column:
    """One column of a table: its share of the width in percent and the style of its head."""

    percent: float
    head: str
    head_style: str = "TableHead"


def cell(percent: float, *blocks: Xml, span: int = 1, middle: bool = False) -> Xml:
    span_xml = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    width = f'<w:tcW w:w="{round(percent * 50)}" w:type="pct"/>'
    return Xml(f"<w:tc><w:tcPr>{width}{span_xml}{align}</w:tcPr>{join(*blocks)}</w:tc>")


def row(*cells: Xml, header: bool = False, height: float = 0) -> Xml:
    """One row that stays on one page. `height` is its least height in inches."""
    least = f'<w:trHeight w:val="{inches(height)}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    return Xml(f"<w:tr><w:trPr><w:cantSplit/>{least}{head}</w:trPr>{join(*cells)}</w:tr>")


def each_row(item: str, rows: str, *inner: Xml) -> Xml:
    """Table rows once for each row of a list."""
    return join(_tag_row(f"{{%tr for {item} in {rows} %}}"), *inner, _tag_row("{%tr endfor %}"))


def row_when(condition: str, *inner: Xml) -> Xml:
    """Table rows that are there only if the condition holds."""
    return join(_tag_row(f"{{%tr if {condition} %}}"), *inner, _tag_row("{%tr endif %}"))


def _tag_row(text: str) -> Xml:
    return Xml(f"<w:tr>{cell(100, para('TableText', text))}</w:tr>")


def table(
    columns: Sequence[Column],
    *rows: Xml,
    about: str,
    width: float,
    last_row: bool = False,
    heads: bool = True,
    compact: bool = False,
) -> Xml:
    """A table with a heading row that repeats, `width` inches wide on the template's paper.

    `about` is its alternative text. `last_row` sets the last row apart as a sum.
    """
    look = f'<w:tblLook w:val="{"0460" if last_row else "0420"}" w:firstRow="1" '
    look += f'w:lastRow="{int(last_row)}" w:firstColumn="0" w:lastColumn="0" '
    look += 'w:noHBand="1" w:noVBand="1"/>'
    grid = (f'<w:gridCol w:w="{inches(width * column.percent / 100)}"/>' for column in columns)
    head = row(
        *(cell(column.percent, para(column.head_style, column.head)) for column in columns),
        header=True,
    )
    style = "CompactTable" if compact else "RuledTable"
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={quoteattr(about)}/></w:tblPr>'
        f"<w:tblGrid>{''.join(grid)}</w:tblGrid>{head if heads else ''}{join(*rows)}</w:tbl>"
    )


@dataclass(frozen=True)
class Page:
    """Paper and margins in inches. `columns` are pairs of width and space after it."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    columns: tuple[tuple[float, float], ...] = ()
    header: str = ""
    footer: str = ""
    kind: str = "nextPage"
    edge: float = 0.45


def section(page: Page) -> Xml:
    """The `w:sectPr` of a page set-up; header and footer are relation ids."""
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="{relation}"/>'
        for name, relation in (("header", page.header), ("footer", page.footer))
        if relation
    )
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    columns = '<w:cols w:space="720"/>'
    if page.columns:
        widths = "".join(
            f'<w:col w:w="{inches(width)}" w:space="{inches(space)}"/>'
            for width, space in page.columns
        )
        number = len(page.columns)
        columns = f'<w:cols w:num="{number}" w:equalWidth="0">{widths}</w:cols>'
    return Xml(
        f'<w:sectPr>{references}<w:type w:val="{page.kind}"/>'
        f'<w:pgSz w:w="{inches(page.width)}" w:h="{inches(page.height)}"{orient}/>'
        f'<w:pgMar w:top="{inches(page.top)}" w:right="{inches(page.right)}" '
        f'w:bottom="{inches(page.bottom)}" w:left="{inches(page.left)}" '
        f'w:header="{inches(page.edge)}" w:footer="{inches(page.edge)}" w:gutter="0"/>'
        f"{columns}</w:sectPr>"
    )
