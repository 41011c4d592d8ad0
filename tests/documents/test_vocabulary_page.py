"""The reference page of the vocabulary is made from the vocabulary."""

from __future__ import annotations

from jdgen.documents import vocabulary, vocabulary_page


def test_the_page_names_every_entry() -> None:
    page = vocabulary_page()
    assert [entry.name for entry in vocabulary() if f"| `{entry.name}` |" not in page] == []


def test_every_text_and_number_has_an_example_of_its_type() -> None:
    for entry in vocabulary():
        if entry.type == "flag":
            assert entry.example in ("true", "false"), entry.name
        if entry.type == "number":
            assert entry.example.isdigit(), entry.name
