"""House styles: the theme and the styles of a Word file, put in place of a template's own."""

from __future__ import annotations

from jdgen.word import blame, markup
from jdgen.word.markup import qn
from jdgen.word.opening import open_template
from jdgen.word.package import Package

_PARTS = ("theme", "styles")


def read_house_style(data: bytes, *, name: str) -> tuple[bytes, bytes]:
    """The theme and the styles of a Word file that people made to set their house style.

    Raises TemplateError where the file cannot be read or lacks one of the two.
    """
    package = open_template(data, name)
    found = []
    for kind in _PARTS:
        members = package.related(kind)
        if not members:
            hint = "Save it in Word as a Word document (.docx); Word puts both in."
            raise blame.problem(name, "house-style", f"it holds no {kind}", hint=hint)
        found.append(package.read(members[0]))
    return found[0], found[1]


def in_house_style(package: Package, theme: bytes, styles: bytes) -> dict[str, bytes | None]:
    """The changes that dress a template; all its styles must be among the new ones.

    A style that is missing would leave text without a look, so TemplateError names each.
    """
    (own,) = package.related("styles") or [""]
    missing = sorted(_names(package.read(own)) - _names(styles)) if own else []
    if missing:
        message = f"the house style lacks the styles {', '.join(missing)}"
        hint = "Start the house style from a shipped template and change the styles in it."
        raise blame.problem(package.name, "house-style", message, hint=hint)
    changes = zip(_PARTS, (theme, styles), strict=True)
    return {member: data for kind, data in changes for member in package.related(kind)}


def _names(styles: bytes) -> set[str]:
    root = markup.parse(styles)
    return {str(style.get(qn("w:styleId"))) for style in root.iterchildren(qn("w:style"))}
