"""The shipped template files: made by the kept script, one set of styles, looks by the theme."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
KINDS = ("job-description", "expectation-statements", "brochure")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THEME_COLOURS = {
    "text1": "1F2A33",
    "text2": "44525E",
    "background2": "F2F5F7",
    "accent1": "1F5C7A",
    "accent2": "E08E45",
    "accent3": "A3B0BA",
    "accent4": "CBD5DC",
}
ReadPart = Callable[[str, str], etree._Element]


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    subprocess.run(
        [sys.executable, "-m", "tools.make_templates", "--to", str(folder)], cwd=ROOT, check=True
    )
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_file_is_the_one_the_script_makes(kind: str, made_anew: Path) -> None:
    """If this fails, run `python -m tools.make_templates`."""
    shipped = members(ROOT / "templates" / kind / "template.docx")
    assert shipped == members(made_anew / kind / "template.docx")


@pytest.mark.parametrize("shared", ["styles.xml", "theme/theme1.xml", "numbering.xml"])
def test_all_templates_share_one_look(shared: str) -> None:
    files = [members(ROOT / "templates" / kind / "template.docx") for kind in KINDS]
    assert len({file[f"word/{shared}"] for file in files}) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_tells_of_a_library(kind: str) -> None:
    file = members(ROOT / "templates" / kind / "template.docx")
    assert "docProps/thumbnail.jpeg" not in file
    assert b"python" not in b"".join(file.values()).lower()
    assert b"creator" not in file["docProps/core.xml"]
    assert b"latentStyles" not in file["word/styles.xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_it_in_its_present_mode(kind: str, part: ReadPart) -> None:
    settings = part(kind, "word/settings.xml")
    modes = {
        setting.get(f"{W}name"): setting.get(f"{W}val")
        for setting in settings.iter(f"{W}compatSetting")
    }
    assert modes["compatibilityMode"] == "15"


@pytest.mark.parametrize("member", ["word/styles.xml", "word/numbering.xml"])
def test_every_colour_is_the_theme_s_own(member: str, part: ReadPart) -> None:
    for element in part("brochure", member).iter():
        for plain, themed in (
            ("val", "themeColor"),
            ("color", "themeColor"),
            ("fill", "themeFill"),
        ):
            value = element.get(f"{W}{plain}", "")
            if re.fullmatch("[0-9A-F]{6}", value):
                theme = element.get(f"{W}{themed}", "")
                assert THEME_COLOURS[theme] == value, etree.tostring(element)


def test_every_font_is_the_theme_s_own(part: ReadPart) -> None:
    fonts = [font.attrib for font in part("brochure", "word/styles.xml").iter(f"{W}rFonts")]
    assert fonts
    assert all(name.lower().endswith("theme") for font in fonts for name in map(str, font))


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_has_no_look_of_its_own(kind: str, part: ReadPart) -> None:
    """Only styles: a run may name the character style Strong, and nothing else."""
    document = part(kind, "word/document.xml")
    told = {child.tag for look in document.iter(f"{W}rPr") for child in look}
    assert told <= {f"{W}rStyle"}
    shape = {child.tag for look in document.iter(f"{W}pPr") for child in look}
    assert shape <= {f"{W}pStyle", f"{W}keepNext", f"{W}sectPr"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_style_it_uses_exists(kind: str, part: ReadPart) -> None:
    known = {style.get(f"{W}styleId") for style in part(kind, "word/styles.xml").iter(f"{W}style")}
    document = part(kind, "word/document.xml")
    used = {
        element.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in document.iter(f"{W}{tag}")
    }
    assert used <= known


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", ["FFFFFF", THEME_COLOURS["background2"], "E9EEF2"])
@pytest.mark.parametrize("text", ["text1", "text2", "accent1"])
def test_text_stands_out_from_page_panel_and_watermark(text: str, ground: str) -> None:
    assert contrast(THEME_COLOURS[text], ground) >= 4.5


def test_no_text_is_in_the_second_colour(part: ReadPart) -> None:
    """It is often too pale to read; it is for lines and pictures."""
    styles = part("brochure", "word/styles.xml")
    colours = {colour.get(f"{W}themeColor") for colour in styles.iter(f"{W}color")}
    assert colours == {"text1", "text2", "accent1"}


@pytest.mark.parametrize("kind", KINDS)
def test_rows_stay_whole_and_heads_repeat(kind: str, part: ReadPart) -> None:
    for table in part(kind, "word/document.xml").iter(f"{W}tbl"):
        rows = [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr") is not None]
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_guide_names_every_style(part: ReadPart) -> None:
    guide = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    table = guide.split("## Styles")[1].split("## Shapes")[0].lower()
    table = table.replace("heading 1, 2, 3", "heading 1, heading 2, heading 3")
    hidden = {"normal", "default paragraph font", "normal table", "no list", "header", "footer"}
    styles = part("brochure", "word/styles.xml")
    names = {str(name.get(f"{W}val")).lower() for name in styles.iter(f"{W}name")}
    assert [name for name in sorted(names - hidden) if name not in table] == []
