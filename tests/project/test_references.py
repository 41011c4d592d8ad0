"""No generated page is older than what it is generated from."""

from __future__ import annotations

import pytest

from tools.write_references import DOCS, references


@pytest.mark.parametrize("name", sorted(references()))
def test_a_generated_page_is_up_to_date(name: str) -> None:
    stands = (DOCS / name).read_text(encoding="utf-8")
    assert stands == references()[name](), "run: python -m tools.write_references"
