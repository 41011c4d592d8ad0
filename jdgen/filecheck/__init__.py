"""`jdgen check`: profiles, Word files and texts, whoever wrote them."""

from jdgen.filecheck.checker import CheckOptions, FileChecker

__all__ = ["CheckOptions", "FileChecker"]
