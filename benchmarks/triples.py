"""Base, edited and fresh files for measuring the merge, all made here from invented profiles."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jdgen.pipeline import Options, Pipeline
from jdgen.profile import load_profile
from jdgen.settings import load_settings

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
MAIN = "word/document.xml"
NEW = "This is new"
Edit = tuple[str, str]


@dataclass(frozen=True)
class Triple:
    """One case of the merge; `subject` is what a person, or the profile, did in it.

    `kept` and `new` are XML that must still be there, or arrive, when all is accepted.
    """

    subject: str
    base: bytes
    staff: bytes
    fresh: bytes
    kept: str = ""
    new: str = ""


def rendered(profile: str, kind: str) -> bytes:
    """A document of an example profile."""
    pipeline = Pipeline(load_settings(ROOT), Options(), NOW)
    loaded = load_profile(ROOT / "profiles" / profile)
    return pipeline.render(loaded, pipeline.kinds[kind]).rendered.data


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


def changed(data: bytes, *edits: Edit, part: str = MAIN) -> bytes:
    """The file with texts of a part changed, straight in its XML."""
    parts = members(data)
    text = parts[part].decode()
    for old, new in edits:
        if old not in text:
            raise ValueError(f"the document no longer says {old!r}")
        text = text.replace(old, new, 1)
    return packed({**parts, part: text.encode()})


def body(text: str) -> str:
    """What stands in a main text before its last section's settings."""
    found = re.search(r"<w:body>(.*)<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:body>", text, re.DOTALL)
    if found is None:
        raise ValueError("the main text has no body")
    return found.group(1)


def ten_pages() -> bytes:
    """Two job descriptions and a sheet of statements in one file: ten pages."""
    documents = [
        rendered("riverbend.yaml", "job-description"),
        rendered("open-lantern-peer-led.yaml", "job-description"),
        rendered("open-lantern-peer-led.yaml", "expectation-statements"),
    ]
    first, *others = (members(data) for data in documents)
    main = first[MAIN].decode()
    more = "".join(body(parts[MAIN].decode()) for parts in others)
    more = re.sub(r"<w:drawing>.*?</w:drawing>", "", more, flags=re.DOTALL)
    end = main.rindex("<w:sectPr")
    return packed({**first, MAIN: (main[:end] + more + main[end:]).encode()})


FOOTER = "word/footer1.xml"
DOCUMENTS = [
    (profile, kind)
    for profile in ("riverbend.yaml", "open-lantern-peer-led.yaml", "maple-hollow-hospital.yaml")
    for kind in ("job-description", "expectation-statements", "brochure")
]
MATE = 'w:author="R. Tremblay" w:date="2026-11-20T10:00:00Z"'
_WORDED = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>([^<]{40,})</w:t></w:r>"
)


def sentences(data: bytes) -> list[re.Match[str]]:
    """The runs of a main text that hold a longer text which stands there once, text boxes aside."""
    text = members(data)[MAIN].decode()
    return [
        found
        for found in _WORDED.finditer(text)
        if text.count(found.group(1)) == 1
        and text.rfind("<w:txbxContent", 0, found.start())
        <= text.rfind("</w:txbxContent", 0, found.start())
    ]


def triples() -> Iterator[Triple]:
    """Every subject on every document; the profile changes one sentence in each."""
    for profile, kind in DOCUMENTS:
        base = rendered(profile, kind)
        runs = sentences(base)
        first, last = runs[0], runs[-1]
        new = f"{first.group(1)} {NEW}"
        fresh = changed(base, (first.group(1), new))
        yield from _wordings(base, fresh, last, new)
        yield Triple("pending", base, changed(base, _pending(last)), fresh, "Not quite sure.", new)
        bold = last.group().replace("<w:r>", '<w:r w:rsidR="00AB12CD">')
        bold = re.sub(r"<w:rPr>|(?<=CD\">)(?!<w:rPr>)", '<w:rPr><w:em w:val="dot"/>', bold, count=1)
        if "</w:rPr>" not in bold:
            bold = bold.replace("<w:t", "</w:rPr><w:t", 1)
        mark = '<w:em w:val="dot"/>'
        yield Triple("looks", base, changed(base, (last.group(), bold), _other(runs)), fresh, mark)
        footer = re.search(r"<w:t[^>]*>([^<]{3,})</w:t>", members(base).get(FOOTER, b"").decode())
        if footer:
            renewed = changed(base, (footer.group(1), "Footer of tomorrow"), part=FOOTER)
            staff = changed(base, _other(runs))
            yield Triple("footer", base, staff, renewed, "", "Footer of tomorrow")
        picture = re.search(
            r"<w:r>(?:(?!</w:r>|<w:txbx).)*<a:blip (?:(?!</w:r>).)*</w:r>",
            members(base)[MAIN].decode(),
        )
        if picture:
            # Word gives a pasted picture a number of its own.
            pasted = re.sub(r'(<wp:docPr id=")\d+', r"\g<1>9001", picture.group())
            more = changed(base, (last.group(), last.group() + pasted))
            yield Triple("picture", base, more, fresh, "", new)


def _wordings(base: bytes, fresh: bytes, last: re.Match[str], new: str) -> Iterator[Triple]:
    edit = (last.group(1), "By hand: " + last.group(1))
    yield Triple("words", base, changed(base, edit), fresh, "By hand: ", new)


def _other(runs: list[re.Match[str]]) -> Edit:
    text = runs[len(runs) // 2].group(1)
    return text, text + " So it is"


def _pending(run: re.Match[str]) -> Edit:
    added = f'<w:ins w:id="900" {MATE}><w:r><w:t>Not quite sure.</w:t></w:r></w:ins>'
    return run.group(), run.group() + added


def busy() -> Triple:
    """Ten pages with a handful of changes on both sides."""
    base = ten_pages()
    staff = changed(
        base,
        ("Listens well and without judgment", "Listens well, always"),
        ("New participants have met", "New people have met"),
        ("12%", "13%"),
        ("Nobody faces a crisis alone.", "Nobody here faces a crisis alone."),
        ("What the role is not", "What this role is not"),
    )
    fresh = changed(
        base,
        ("within two weeks", "within three weeks"),
        ("The worker leads:", "The worker leads these:"),
        ("4.2", "4.5"),
        ("18.3", "18.6"),
        ("Use plain words", "Use short plain words"),
        ("Keep it short and tied to what", "Keep it brief and tied to what"),
        ("Friday cooking group", "Saturday cooking group"),
        ("Each member is heard", "Each member is always heard"),
    )
    return Triple("ten pages", base, staff, fresh)
