"""Where a reader of columns is: the page and panel, moved on by breaks and sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from jdgen.word.markup import SECT_PR, child, number, value
from jdgen.word.paper import text_columns


def sections_of(root: etree._Element) -> list[etree._Element]:
    """The section properties of a main text in order, old ones kept by tracking left out."""
    found = []
    for section in root.iter(SECT_PR):
        parent = section.getparent()
        if parent is None or not str(parent.tag).endswith("}sectPrChange"):
            found.append(section)
    return found


def _folds(section: etree._Element) -> bool:
    size = child(section, "w:pgSz")
    width, height = (number(value(size, attribute=side)) for side in ("w:w", "w:h"))
    return len(text_columns(section)) >= (2 if width > height else 3)


@dataclass
class Panels:
    """Counts pages of columns from 1 and panels from 1, left to right in print order."""

    sections: Sequence[etree._Element]
    section: int = 0
    page: int = 1
    panel: int = 1
    _known: dict[int, bool] = field(default_factory=dict)

    @property
    def current(self) -> etree._Element | None:
        """The properties of the section the reader is in, None where there are none."""
        return self.sections[self.section] if self.section < len(self.sections) else None

    @property
    def widths(self) -> list[int]:
        """The widths of the columns here, in twips."""
        return text_columns(self.current) if self.current is not None else [0]

    @property
    def name(self) -> str:
        """The panel in words, "" where the page is not one to fold.

        A page to fold has three columns or more, or two on paper that lies on its side; two
        columns on upright paper are only a way to set text.
        """
        return f"page {self.page} panel {self.panel}" if self._folded(self.section) else ""

    @property
    def any_folded(self) -> bool:
        """Whether any section is one to fold."""
        return any(_folds(section) for section in self.sections)

    def _folded(self, section: int) -> bool:
        if section not in self._known:
            self._known[section] = self.current is not None and _folds(self.current)
        return self._known[section]

    def pass_break(self, kind: str) -> None:
        """Moves on by a break: `column` to the next panel, `page` to the next page."""
        self.panel += 1
        if kind == "page" or self.panel > len(self.widths):
            self.page, self.panel = self.page + 1, 1

    def end_section(self) -> None:
        """Moves on to the next section, which begins a page unless it says otherwise."""
        self.section += 1
        kind = value(self.current, "w:type")
        if kind == "nextColumn":
            self.pass_break("column")
        elif kind != "continuous":
            self.page, self.panel = self.page + 1, 1
