"""How a paragraph and its runs look once defaults, styles, lists and own settings are laid over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jdgen.word.markup import VAL, child, every, is_on, number, qn, value
from jdgen.word.package import Package
from jdgen.word.styles import StyleSheet

TWIPS = 20.0  # twips in a point


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Measures in points; `line` is a factor if `line_rule` is auto, else points.

    `edges` is the height of the borders above and below with their distance from the text.
    """

    style: str
    before: float
    after: float
    line: float
    line_rule: str
    left: float
    right: float
    first: float
    contextual: bool
    page_break_before: bool
    edges: float


@dataclass(frozen=True, slots=True)
class RunFormat:
    """A run's size in points, its weight, font, and whether its letters become capitals."""

    size: float
    bold: bool
    font: str
    caps: bool
    hidden: bool


class Formats:
    """Resolves formats for one file."""

    def __init__(self, package: Package, sheet: StyleSheet) -> None:
        self.sheet = sheet
        self.levels = _level_properties(package)
        self.fonts = _theme_fonts(package)
        self.defaults_p = child(sheet.root, "w:docDefaults/w:pPrDefault/w:pPr")
        self.defaults_r = child(sheet.root, "w:docDefaults/w:rPrDefault/w:rPr")

    def _paragraph_layers(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Paragraph properties that apply, weakest first."""
        if self.defaults_p is not None:
            yield self.defaults_p
        for style in reversed(self.sheet.chain(self.sheet.style_of(paragraph))):
            properties = child(style.element, "w:pPr")
            if properties is not None:
                yield from self._with_list(properties)
        own = child(paragraph, "w:pPr")
        if own is not None:
            yield from self._with_list(own)

    def _with_list(self, properties: etree._Element) -> Iterator[etree._Element]:
        list_id = value(properties, "w:numPr/w:numId")
        level = self.levels.get((list_id, value(properties, "w:numPr/w:ilvl") or "0"))
        if level is not None:
            yield level
        yield properties

    def paragraph(self, paragraph: etree._Element) -> ParagraphFormat:
        """The format of a paragraph."""
        spacing: dict[str, str] = {}
        indent: dict[str, str] = {}
        switches: dict[str, bool] = {}
        edges: dict[str, float] = {}
        for layer in self._paragraph_layers(paragraph):
            spacing |= _attributes(layer, "w:spacing")
            fresh = _attributes(layer, "w:ind")
            if "firstLine" in fresh or "hanging" in fresh:
                indent.pop("firstLine", None)
                indent.pop("hanging", None)
            indent |= fresh
            edges |= _edges(layer)
            for name in ("w:contextualSpacing", "w:pageBreakBefore"):
                found = child(layer, name)
                if found is not None:
                    switches[name] = is_on(found)
        rule = spacing.get("lineRule", "auto")
        line = _points(spacing.get("line", "240"))
        return ParagraphFormat(
            style=self.sheet.style_of(paragraph),
            before=_points(spacing.get("before", "0")),
            after=_points(spacing.get("after", "0")),
            line=line / 12 if rule == "auto" else line,
            line_rule=rule,
            left=_points(indent.get("left", indent.get("start", "0"))),
            right=_points(indent.get("right", indent.get("end", "0"))),
            first=_points(indent.get("firstLine", "0")) - _points(indent.get("hanging", "0")),
            contextual=switches.get("w:contextualSpacing", False),
            page_break_before=switches.get("w:pageBreakBefore", False),
            edges=sum(edges.values()),
        )

    def run(self, paragraph: etree._Element, run: etree._Element | None) -> RunFormat:
        """The format of a run, or of a paragraph's mark where there is no run."""
        layers = [self.defaults_r] if self.defaults_r is not None else []
        for style in reversed(self.sheet.chain(self.sheet.style_of(paragraph))):
            layers += [p for p in [child(style.element, "w:rPr")] if p is not None]
        own = child(run, "w:rPr") if run is not None else child(paragraph, "w:pPr/w:rPr")
        for style in reversed(self.sheet.chain(value(own, "w:rStyle"))):
            layers += [p for p in [child(style.element, "w:rPr")] if p is not None]
        layers += [own] if own is not None else []
        size, font = 20.0, ""
        switches = {"w:b": False, "w:caps": False, "w:vanish": False}
        for layer in layers:
            half_points = value(layer, "w:sz")
            size = number(half_points, size)
            font = self._font(layer) or font
            for name in switches:
                found = child(layer, name)
                if found is not None:
                    switches[name] = is_on(found)
        caps, hidden = switches["w:caps"], switches["w:vanish"]
        return RunFormat(size / 2, switches["w:b"], font or "Calibri", caps, hidden)

    def _font(self, properties: etree._Element) -> str:
        fonts = child(properties, "w:rFonts")
        if fonts is None:
            return ""
        theme = fonts.get(qn("w:asciiTheme"), "")
        if theme:
            return self.fonts.get("major" if theme.startswith("major") else "minor", "")
        return fonts.get(qn("w:ascii"), "")


def _attributes(properties: etree._Element, name: str) -> dict[str, str]:
    found = child(properties, name)
    if found is None:
        return {}
    return {etree.QName(str(key)).localname: str(text) for key, text in found.attrib.items()}


def _edges(properties: etree._Element) -> dict[str, float]:
    """The height of each border above and below that these properties set."""
    found: dict[str, float] = {}
    for side in ("top", "bottom"):
        border = child(properties, f"w:pBdr/w:{side}")
        if border is not None:
            eighths = number(border.get(qn("w:sz"), "0"))
            drawn = border.get(VAL) not in {"none", "nil"}
            found[side] = eighths / 8 + number(border.get(qn("w:space"), "0")) if drawn else 0.0
    return found


def _points(twips: str) -> float:
    """Points of a measure in twips, or in a unit that ISO's strict Word files write."""
    units = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
    for unit, points in units.items():
        if twips.endswith(unit):
            return number(twips.removesuffix(unit)) * points
    return number(twips) / TWIPS


def _theme_fonts(package: Package) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for member in package.related("theme"):
        root = package.root(member)
        for kind in ("major", "minor"):
            for latin in every(root, f"a:{kind}Font"):
                found = child(latin, "a:latin")
                fonts[kind] = found.get("typeface", "") if found is not None else ""
    return fonts


def _level_properties(package: Package) -> dict[tuple[str, str], etree._Element]:
    """The paragraph properties of each level of each list."""
    found: dict[tuple[str, str], etree._Element] = {}
    for member in package.related("numbering"):
        root = package.root(member)
        abstract = {a.get(qn("w:abstractNumId"), ""): a for a in every(root, "w:abstractNum")}
        for entry in every(root, "w:num"):
            definition = abstract.get(value(entry, "w:abstractNumId"))
            levels = every(definition, "w:lvl") if definition is not None else ()
            for level in levels:
                properties = child(level, "w:pPr")
                if properties is not None:
                    key = (entry.get(qn("w:numId"), ""), level.get(qn("w:ilvl"), "0"))
                    found[key] = properties
    return found
