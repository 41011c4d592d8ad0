"""Write docs/vocabulary.md anew: `python -m tools.vocabulary_page`."""

from __future__ import annotations

from pathlib import Path

from jdgen.documents import vocabulary_page

PAGE = Path(__file__).parent.parent / "docs" / "vocabulary.md"

if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(vocabulary_page(), encoding="utf-8", newline="\n")
    print(f"Wrote {PAGE.name}.")
