"""Ready definitions for the schedulers of Linux, macOS and Windows; nothing is installed here."""

from jdgen.schedules.definitions import SYSTEMS, Definition, Job, System, definitions, how_to

__all__ = ["SYSTEMS", "Definition", "Job", "System", "definitions", "how_to"]
