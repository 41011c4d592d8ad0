"""docxtpl behind one door: it prepares every template, and renders what the fast path does not."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from jdgen.word.opening import open_template
from jdgen.word.package import Package
from jdgen.word.prepare import Prepared

_COLUMN_LOOP = re.compile(r"\{[%{]\s*tc\s|\{%\s*(hm|vm|colspan)\b")


def patched(xml: str) -> str:
    """A part's XML with its tags made whole and lifted out of their paragraphs, rows and cells."""
    result: str = DocxTemplate(io.BytesIO()).patch_xml(xml)
    return result


def why_not_fast(prepared: Prepared) -> str:
    """Why docxtpl has to render a template itself, "" if the fast path gives the same."""
    for member in prepared.parts:
        text = "".join(str(t) for t in prepared.package.root(member).itertext())
        if _COLUMN_LOOP.search(text):
            return "it repeats or merges table columns, and docxtpl mends the table's grid"
    return ""


def render_with_docxtpl(
    package: Package, values: Mapping[str, Any], environment: Environment
) -> Package:
    """The package as docxtpl renders it, with the same environment and so the same language."""
    document = DocxTemplate(io.BytesIO(package.to_bytes()))
    document.render(dict(values), environment)
    written = io.BytesIO()
    document.save(written)
    return open_template(written.getvalue(), package.name)
