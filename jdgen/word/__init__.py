"""Bytes of .docx: compile and render templates, read text, theme, watermark, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.lazy import loads_from

if TYPE_CHECKING:
    from jdgen.word.content import content_key
    from jdgen.word.draft import mark_as_draft
    from jdgen.word.filters import filter_reference
    from jdgen.word.fit import PanelFit, panel_fits
    from jdgen.word.house_style import read_house_style
    from jdgen.word.images import ImageInfo, image_info
    from jdgen.word.properties import document_id
    from jdgen.word.reading import read_text
    from jdgen.word.rendering import render
    from jdgen.word.templates import Template, compile_template

_HOMES = {
    "ImageInfo": "images",
    "PanelFit": "fit",
    "Template": "templates",
    "compile_template": "templates",
    "content_key": "content",
    "document_id": "properties",
    "filter_reference": "filters",
    "image_info": "images",
    "mark_as_draft": "draft",
    "panel_fits": "fit",
    "read_house_style": "house_style",
    "read_text": "reading",
    "render": "rendering",
}

__all__ = [
    "ImageInfo",
    "PanelFit",
    "Template",
    "compile_template",
    "content_key",
    "document_id",
    "filter_reference",
    "image_info",
    "mark_as_draft",
    "panel_fits",
    "read_house_style",
    "read_text",
    "render",
]

__getattr__ = loads_from(__name__, _HOMES)
