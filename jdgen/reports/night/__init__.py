"""A nightly run as mail for the administrator, JSON for machines, and a page for HR."""

from jdgen.reports.night.as_html import night_as_html
from jdgen.reports.night.as_json import night_as_json
from jdgen.reports.night.as_text import night_as_text
from jdgen.reports.night.view import is_quiet, what_to_do
from jdgen.reports.night.words import meaning

__all__ = ["is_quiet", "meaning", "night_as_html", "night_as_json", "night_as_text", "what_to_do"]
