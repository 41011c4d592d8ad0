"""`jdgen build` over documents that people edited in Word: both sides' changes come together."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from jdgen.merge import accept, pending, reject
from jdgen.safe_files import move, write_atomically
from jdgen.store import backups, documents, outputs
from jdgen.word import content_key, read_text

FOLDER = Path("output/riverbend-peer-worker")
BROCHURE = FOLDER / "riverbend-peer-worker-brochure.docx"
MAIN = "word/document.xml"


def change_profile(old: str, new: str, file: str = "_riverbend.yaml") -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text, f"the example profile no longer says {old!r}"
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def edit_in_word(edit: Callable[[Document], Any], path: Path = BROCHURE) -> bytes:
    """What a person does in Word, and the file that comes of it."""
    document = docx.Document(str(path))
    edit(document)
    document.save(str(path))
    return path.read_bytes()


def say_more(document: Document) -> None:
    document.paragraphs[-1].add_run(" and more")


def text_with(document: Document, text: str) -> Any:
    texts = document.element.body.iter(f"{{{document.element.nsmap['w']}}}t")
    found = [item for item in texts if text in (item.text or "")]
    assert found, f"the document no longer says {text!r}"
    return found[0]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(data: bytes) -> list[str]:
    """The paragraphs of body, headers and footers; comments are no part of the text."""
    return [block.text for block in read_text(data).blocks if "comments" not in block.part]


def insertions(data: bytes) -> int:
    return len(re.findall(rb'<w:ins [^>]*w:author="jdgen"', parts(data)[MAIN]))


@pytest.fixture
def built(project: Path, jdgen) -> Path:
    assert jdgen("build", "riverbend.yaml", "--documents", "brochure").code == 0
    return BROCHURE


def build(jdgen) -> Any:
    return jdgen("build", "riverbend.yaml", "--documents", "brochure")


def test_a_profile_change_comes_into_an_edited_document_as_tracked_changes(built, jdgen) -> None:
    edited = edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    told = build(jdgen)
    assert told.code == 0, told.out + told.err
    assert re.search(r"merged: .*\d+ changes? marked", told.out)
    merged = built.read_bytes()
    accepted = "\n".join(lines(accept(merged, "jdgen")))
    assert "and more" in accepted
    assert "555-0199" in accepted
    assert "555-0134" not in accepted
    assert not list(FOLDER.glob("*.fresh.docx"))
    kept = [path.read_bytes() for path in Path("output/.jdgen/backup").glob("*/*")]
    assert edited in kept


def test_rejecting_gives_the_edited_document_back(built, jdgen) -> None:
    edited = edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    build(jdgen)
    merged = built.read_bytes()
    back = reject(merged, "jdgen")
    assert lines(back) == lines(edited)
    before, after = parts(edited), parts(merged)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {MAIN, "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_building_again_touches_nothing(built, jdgen) -> None:
    edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    build(jdgen)
    before = built.read_bytes(), built.stat().st_mtime_ns
    told = build(jdgen)
    assert (told.code, built.read_bytes(), built.stat().st_mtime_ns) == (0, *before)
    assert "1 kept as they were" in told.out


def test_a_newer_value_takes_the_place_of_the_one_that_was_proposed(built, jdgen) -> None:
    edited = edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    build(jdgen)
    once = insertions(built.read_bytes())
    change_profile("555-0199", "555-0177")
    assert build(jdgen).code == 0
    twice = built.read_bytes()
    assert insertions(twice) == once
    assert b"555-0199" not in parts(twice)[MAIN]
    assert lines(reject(twice, "jdgen")) == lines(edited)
    change_profile("555-0177", "555-0134")
    build(jdgen)
    assert pending(built.read_bytes()).proposals == 0
    assert lines(built.read_bytes()) == lines(edited)


def test_what_people_accepted_or_rejected_is_not_proposed_again(built, jdgen) -> None:
    edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    build(jdgen)
    merged = built.read_bytes()
    for decide in (accept, reject):
        decided = decide(merged, "jdgen")
        built.write_bytes(decided)
        assert build(jdgen).code == 0
        assert built.read_bytes() == decided


def test_where_both_changed_the_same_words_a_person_decides(built, jdgen) -> None:
    def own_number(document: Document) -> None:
        item = text_with(document, "555-0134")
        item.text = item.text.replace("555-0134", "555-0100")

    edit_in_word(own_number)
    change_profile("555-0134", "555-0199")
    told = build(jdgen)
    assert told.code == 3, told.out
    assert "left for you to decide" in told.out
    assert re.search(r"to decide \(text: .*555-0100", told.out)
    assert re.search(r"Before: .*555-0134", told.out)
    assert re.search(r"Now: .*555-0199", told.out)
    assert "555-0100" in "\n".join(lines(built.read_bytes()))
    assert build(jdgen).code == 0, "it was told once; from now on the comment in the file tells it"


def test_a_document_whose_looks_alone_were_edited_gets_the_change_without_marks(
    built, jdgen
) -> None:
    def restyle(document: Document) -> None:
        document.styles["Normal"].font.italic = True

    edit_in_word(restyle)
    change_profile("555-0134", "555-0199")
    told = build(jdgen)
    assert told.code == 0
    assert "without marks" in told.out
    merged = built.read_bytes()
    assert "555-0199" in "\n".join(lines(merged))
    assert b"jdgen" not in parts(merged)[MAIN]
    assert docx.Document(io.BytesIO(merged)).styles["Normal"].font.italic


def test_force_replaces_an_edited_document_after_a_backup(built, jdgen) -> None:
    edited = edit_in_word(say_more)
    change_profile("555-0134", "555-0199")
    assert jdgen("build", "riverbend.yaml", "--documents", "brochure", "--force").code == 0
    assert "and more" not in "\n".join(lines(built.read_bytes()))
    assert edited in [path.read_bytes() for path in Path("output/.jdgen/backup").glob("*/*")]


def test_a_mistake_of_the_merge_itself_leaves_the_edited_document_as_it_is(
    built, jdgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = edit_in_word(say_more)
    change_profile("555-0134", "555-0199")

    def breaks(*sides: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("jdgen.edits.merge_bytes", breaks)
    told = build(jdgen)
    assert told.code == 3
    assert "a mistake of its own" in told.out
    assert built.read_bytes() == edited
    assert built.with_name("riverbend-peer-worker-brochure.fresh.docx").exists()


def test_a_draft_is_never_merged(built, jdgen) -> None:
    edit_in_word(say_more)
    before = built.read_bytes()
    change_profile("555-0134", "555-0199")
    jdgen("build", "riverbend.yaml", "--documents", "brochure", "--draft")
    assert built.read_bytes() == before
    draft = built.with_name("riverbend-peer-worker-brochure.draft.docx").read_bytes()
    assert pending(draft).proposals == 0


@pytest.mark.parametrize("foreign", ["another document", "a file of somebody's own"])
def test_a_file_that_only_has_the_name_is_left_alone(built, jdgen, foreign: str) -> None:
    if foreign == "another document":
        assert jdgen("build", "riverbend.yaml", "--documents", "job-description").code == 0
        statements = FOLDER / "riverbend-peer-worker-job-description.docx"
        built.write_bytes(statements.read_bytes())
    else:
        document = docx.Document()
        document.add_paragraph("Minutes of the spring party, invented for a test.")
        document.save(str(built))
    before = built.read_bytes()
    change_profile("555-0134", "555-0199")
    told = build(jdgen)
    assert told.code == 3
    assert built.read_bytes() == before
    assert built.with_name("riverbend-peer-worker-brochure.fresh.docx").exists()


def test_the_public_copy_stays_until_the_proposals_are_decided_on(built, jdgen) -> None:
    change_profile("owner:", "outputs: {public_folder: web}\nowner:")
    build(jdgen)
    public = Path("web") / BROCHURE.name
    clean = public.read_bytes()
    edit_in_word(say_more)
    build(jdgen)
    assert "and more" in "\n".join(lines(public.read_bytes()))
    clean = public.read_bytes()
    change_profile("555-0134", "555-0199")
    told = build(jdgen)
    assert (told.code, public.read_bytes()) == (0, clean)
    assert "stays as it was" in told.out
    built.write_bytes(accept(without_comments(built.read_bytes()), "jdgen"))
    build(jdgen)
    assert "555-0199" in "\n".join(lines(public.read_bytes()))


def test_no_public_copy_keeps_a_quote_whose_consent_has_ended(built, jdgen) -> None:
    change_profile("owner:", "outputs: {public_folder: web}\nowner:")
    edit_in_word(say_more)
    build(jdgen)
    public = Path("web") / BROCHURE.name
    quote = "We had coffee and I laughed again."
    assert quote in "\n".join(lines(public.read_bytes()))
    change_profile("2028-10-02", "2026-10-03", "riverbend.yaml")
    told = build(jdgen)
    assert told.code == 1  # the quote is still in the profile, and that is an error
    assert "taken away" in told.out
    assert not public.exists()
    assert any(quote in "\n".join(lines(copy.read_bytes())) for copy in kept_brochures())


def test_words_that_the_document_says_anyway_take_no_public_copy_away(built, jdgen) -> None:
    change_profile("owner:", "outputs: {public_folder: web}\nowner:")
    build(jdgen)
    change_profile("We had coffee and I laughed again.", "Peer support is free.", "riverbend.yaml")
    change_profile("2028-10-02", "2026-10-03", "riverbend.yaml")
    told = build(jdgen)
    assert "taken away" not in told.out
    assert (Path("web") / BROCHURE.name).exists()


def kept_brochures() -> list[Path]:
    """The copies of the brochure that are kept."""
    return sorted(Path("output/.jdgen/backup").glob(f"*/{BROCHURE.stem}.*.docx"))


def without_comments(data: bytes) -> bytes:
    """The file after a person deleted all comments in Word."""
    document = docx.Document(io.BytesIO(data))
    for sort in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for item in list(document.element.body.iter(f"{{{document.element.nsmap['w']}}}{sort}")):
            item.getparent().remove(item)
    part = next(r.target_part for r in document.part.rels.values() if "comments" in r.reltype)
    for comment in list(part.element):
        part.element.remove(comment)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def undated(data: bytes) -> bytes:
    """The file without the times of tracked changes and comments."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts(data).items():
            archive.writestr(name, re.sub(rb' w:date="[^"]*"', b"", part))
    return stream.getvalue()


class Killed(BaseException):
    """Stands for the power going out: nothing may catch it."""


@pytest.mark.parametrize("at", range(1, 10))
def test_a_build_killed_at_any_write_ends_as_an_undisturbed_one(
    built, jdgen, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    edited = edit_in_word(say_more)
    kept = {path: path.read_bytes() for path in Path("output").rglob("*") if path.is_file()}
    change_profile("555-0134", "555-0199")
    build(jdgen)
    undisturbed = content_key(undated(built.read_bytes()))
    for path, data in kept.items():
        path.write_bytes(data)
    count = 0

    def mortal(step: Callable[..., None]) -> Callable[..., None]:
        def dies(*args: Any, **options: Any) -> None:
            nonlocal count
            count += 1
            if count == at:
                raise Killed
            step(*args, **options)

        return dies

    with monkeypatch.context() as patch:
        for module in (backups, documents, outputs):
            patch.setattr(module, "write_atomically", mortal(write_atomically))
        patch.setattr(documents, "move", mortal(move))
        if at <= 8:
            with pytest.raises(Killed):
                build(jdgen)
    build(jdgen)
    merged = built.read_bytes()
    assert content_key(undated(merged)) == undisturbed
    assert lines(reject(merged, "jdgen")) == lines(edited)
    change_profile("555-0199", "555-0177")
    assert build(jdgen).code == 0
    twice = built.read_bytes()
    assert b"555-0199" not in parts(twice)[MAIN]
    assert pending(twice).conflicts == 0
    assert lines(reject(twice, "jdgen")) == lines(edited)
