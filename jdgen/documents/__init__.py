"""A profile turned into what a template may say, and the document kinds found in templates.

Views (`views/`, one module each) answer for the top-level names of the vocabulary; the words that
ship stand in `texts/`, never in code.
"""

from jdgen.documents.context import build_context, view_names
from jdgen.documents.house_styles import house_style_file
from jdgen.documents.kinds import SETS, find_kinds, select_kinds
from jdgen.documents.looks import look_of
from jdgen.documents.samples import sample_context
from jdgen.documents.views.brochure import withheld_quotes
from jdgen.documents.vocabulary import VocabularyEntry, vocabulary, vocabulary_page

__all__ = [
    "SETS",
    "VocabularyEntry",
    "build_context",
    "find_kinds",
    "house_style_file",
    "look_of",
    "sample_context",
    "select_kinds",
    "view_names",
    "vocabulary",
    "vocabulary_page",
    "withheld_quotes",
]
