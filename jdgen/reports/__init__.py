"""Runs and findings as text for people, and as JSON, SARIF and GitHub lines for programs."""

from jdgen.reports.as_github import run_as_github
from jdgen.reports.as_json import run_as_json
from jdgen.reports.as_sarif import run_as_sarif
from jdgen.reports.as_text import run_as_text

__all__ = ["run_as_github", "run_as_json", "run_as_sarif", "run_as_text"]
