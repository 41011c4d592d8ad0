"""Findings and runs as people and machines read them."""

from jdgen.reports.as_json import run_as_json
from jdgen.reports.as_text import run_as_text

__all__ = ["run_as_json", "run_as_text"]
