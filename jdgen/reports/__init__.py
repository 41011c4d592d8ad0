"""Runs, nights and findings as text and pages for people, and as JSON, SARIF and GitHub lines."""

from jdgen.reports.as_github import run_as_github
from jdgen.reports.as_json import run_as_json
from jdgen.reports.as_sarif import run_as_sarif
from jdgen.reports.as_text import run_as_text
from jdgen.reports.night import is_quiet, night_as_html, night_as_json, night_as_text

__all__ = [
    "is_quiet",
    "night_as_html",
    "night_as_json",
    "night_as_text",
    "run_as_github",
    "run_as_json",
    "run_as_sarif",
    "run_as_text",
]
