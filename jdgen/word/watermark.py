"""A word across every page, in the headers, made so that Word's own command removes it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree

from jdgen.word import markup
from jdgen.word.markup import P, every, qn, switched_on, value
from jdgen.word.package import Package
from jdgen.word.panels import sections_of
from jdgen.word.parts import add_part, free_name

SHAPE_NAME = "PowerPlusWaterMarkObject"
_FIRST_NUMBER, _FIRST_SHAPE = 357_831_064, 3_073
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{markup.NAMESPACES[prefix]}"' for prefix in ("w", "r", "v", "o")
)
_HEADER = (
    f"<w:hdr {_NAMESPACES}><w:p><w:pPr>"
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "</w:pPr></w:p></w:hdr>"
)
# Word's own definition of a text along a path, named so by Word in every file that has one.
SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
    'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
    "</v:shapetype>"
)
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:160pt;rotation:315;"
    "z-index:-251650048;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    "mso-position-vertical-relative:margin"
)


def _run(text: str, number: int, shape_type: str) -> etree._Element:
    shape = (
        f'<v:shape id="{SHAPE_NAME}{_FIRST_NUMBER + number}" '
        f'o:spid="_x0000_s{_FIRST_SHAPE + number}" '
        f'type="#_x0000_t136" alt="" style="{_STYLE}" o:allowincell="f" fillcolor="#d9d9d9" '
        f'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;'
        f'font-size:1pt" string={quoteattr(text)}/></v:shape>'
    )
    xml = (
        f"<w:r {_NAMESPACES}><w:rPr><w:noProof/></w:rPr><w:pict>{shape_type}{shape}</w:pict></w:r>"
    )
    return markup.parse(xml.encode())


def add_watermark(package: Package, text: str) -> Package:
    """The package with the text across every page, pale and behind what is written."""
    package = _with_all_headers(package)
    changes: dict[str, bytes | None] = {}
    for number, member in enumerate(package.related("header")):
        root = package.root(member)
        paragraph = root.find(P)
        if paragraph is None:
            paragraph = etree.SubElement(root, P)
        known = any(s.get("id") == "_x0000_t136" for s in every(root, "v:shapetype"))
        paragraph.append(_run(text, number, "" if known else SHAPE_TYPE))
        changes[member] = markup.serialize(root)
    return package.with_members(changes)


def _with_all_headers(package: Package) -> Package:
    """The package with a header wherever a page would have none."""
    root = package.root(package.main)
    both_sides = any(
        switched_on(package.root(member), "w:evenAndOddHeaders")
        for member in package.related("settings")
    )
    for section, kind in list(_missing(sections_of(root), both_sides)):
        name = free_name(package, "header")
        package, link = add_part(package, name, "header", (markup.HEADER + _HEADER).encode())
        reference = etree.Element(qn("w:headerReference"))
        reference.set(qn("w:type"), kind)
        reference.set(qn("r:id"), link)
        section.insert(0, reference)
    return package.with_members({package.main: markup.serialize(root)})


def _missing(
    sections: list[etree._Element], both_sides: bool
) -> Iterator[tuple[etree._Element, str]]:
    """Sections whose pages of a kind have no header of their own and none from before."""
    known: set[str] = set()
    for section in sections:
        own = {value(ref, attribute="w:type") for ref in every(section, "w:headerReference")}
        needed = {"default"}
        if switched_on(section, "w:titlePg"):
            needed.add("first")
        if both_sides:
            needed.add("even")
        known |= own
        for kind in sorted(needed - known):
            yield section, kind
        known |= needed
