"""Checking a template: its tags are tried with the examples of the vocabulary, its words are read.

Each template is filled twice, with all there is and with as little as can be, so that both halves
of a condition are seen. What stands in the examples is not the template's and is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jdgen import documents, guidelines, word
from jdgen.documents.kinds import KIND_FILE, TEMPLATE_FILE
from jdgen.errors import JdgenError, Place, Problem, TemplateError, UsageError, did_you_mean
from jdgen.filecheck.inputs import read_file
from jdgen.filecheck.word_files import MOST_BYTES
from jdgen.mistakes import as_problem
from jdgen.model import Block, Finding, Kind, Look, Rendered, Span, WordText
from jdgen.pipeline import Pipeline
from jdgen.results import DocumentResult, ProfileResult, RunResult

_BRACES = re.compile(r"\{\s*[{%]?\s*\w[^{}]*\}(?:\s*\})?")
_STAYS = "Documents of this kind keep these headings: see `sections` in its kind.yaml."


def check_templates(names: Sequence[str], pipeline: Pipeline) -> RunResult:
    """What is wrong with templates, each named by its kind, its folder or a file in it.

    Without names: the project's own, and where it has none those that ship. Raises UsageError for a
    name that is no template.
    """
    folders = [files for folder in pipeline.settings.template_folders if (files := _inside(folder))]
    known = {file.parent.name: file for files in reversed(folders) for file in files}
    named = [_file_of(name, known) for name in names]
    files = named or next(iter(folders), [])
    return RunResult(tuple(check_template(file, pipeline) for file in dict.fromkeys(files)))


def is_template(path: Path) -> bool:
    """Whether a Word file is the template of a document kind: a `kind.yaml` stands beside it."""
    return path.name == TEMPLATE_FILE and path.with_name(KIND_FILE).is_file()


def check_template(kind_file: Path, pipeline: Pipeline) -> ProfileResult:
    """What is wrong with the template beside a `kind.yaml`; nothing is raised."""
    path = kind_file.with_name(TEMPLATE_FILE)
    try:
        kind = _kind(kind_file)
        filled = [_fill(kind, empty=empty) for empty in (False, True)]
    except JdgenError as error:
        problems = tuple(_at(problem, path) for problem in error.problems)
        return ProfileResult(str(path), problems=problems, form="word")
    except Exception as error:
        return ProfileResult(str(path), problems=(as_problem(error, str(path)),), form="word")
    today, rules = pipeline.now.date(), pipeline.rules
    missing = guidelines.missing_sections(kind, filled[0][1], today, rules)
    readings = [_read(kind, *one) for one in filled]
    found, bare = (
        guidelines.check_alone(text, "word", today, rules, judged)
        for (_, text), judged in zip(filled, readings, strict=True)
    )
    # A document that says nothing has rooms left empty, which no real one has: its words count.
    found += [finding for finding in bare if guidelines.rule_of(finding.rule).words]
    return ProfileResult(
        str(path),
        findings=tuple(guidelines.told_once(_once(found))),
        notes=guidelines.language_notes(readings[0], str(path)),
        problems=(
            *(Problem("template-section", m, _STAYS, Place(str(path))) for m in missing),
            *_left_over(filled[0][1], path),
        ),
        documents=(DocumentResult(kind.name, kind.title, "checked", path),),
        form="word",
    )


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*/{KIND_FILE}"))


def _file_of(name: str, known: Mapping[str, Path]) -> Path:
    """The `kind.yaml` that a person means by the name of a kind, a folder or a file in it."""
    path = Path(name)
    file = (path if path.is_dir() else path.parent) / KIND_FILE
    if path.exists() and file.is_file():
        return file
    if name in known:
        return known[name]
    hint = did_you_mean(name, known, f"Templates are: {', '.join(known)}.")
    raise UsageError(Problem("template-unknown", f"There is no template '{name}'.", hint))


def _kind(file: Path) -> Kind:
    broken: dict[Path, TemplateError] = {}
    kinds = documents.find_kinds([file.parent.parent], broken)
    if file in broken:
        raise broken[file]
    return kinds[file.parent.name]


def _fill(kind: Kind, *, empty: bool) -> tuple[Rendered, WordText]:
    data = read_file(Path(kind.template), MOST_BYTES)
    template = word.compile_template(data, name=f"{kind.name}/{TEMPLATE_FILE}")
    template.check_names(documents.view_names())
    look = Look(kind.title)
    rendered = word.render(template, documents.sample_context(empty=empty), look)
    return rendered, word.read_text(rendered.data, name=kind.template)


def _left_over(text: WordText, path: Path) -> Iterator[Problem]:
    """What would stand in every document that the template makes."""
    for count, what in ((text.revisions, "tracked changes"), (text.comments, "comments")):
        if count:
            message = f"The template holds {what}, which every document would show."
            hint = "Settle them in Word under Review, and save it again."
            yield Problem("template-unsettled", message, hint, Place(str(path)))
    for block in text.blocks:
        if found := _BRACES.search(block.text):
            message = f"This is no tag and would be printed ({block.place}): {found.group()}"
            hint = "A tag has two braces with nothing between them: {{ role.title }}, {% if … %}."
            yield Problem("template-braces", message, hint, Place(str(path)))


def _read(kind: Kind, rendered: Rendered, text: WordText) -> guidelines.JudgedTexts:
    """How a filled template reads; of its findings those on words of its own."""
    public = kind.audience == "public"
    read = guidelines.judge_texts(text.blocks, kind=kind.name, public=public)
    own = (t for t in read.findings if not _is_example(t.block, t.finding, rendered.provenance))
    return replace(read, findings=tuple(own))


def _is_example(block: Block, finding: Finding, origins: Iterable[Span]) -> bool:
    return any(
        (span.part, span.block) == (block.part, block.index)
        and span.start <= finding.start
        and finding.end <= span.end
        for span in origins
    )


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once: most paragraphs stand in both fillings."""
    seen = set[tuple[str, str, str]]()
    for finding in findings:
        key = finding.rule, finding.quote, finding.sentence or finding.message
        if key not in seen:
            seen.add(key)
            yield finding


def _at(problem: Problem, path: Path) -> Problem:
    """A problem of a template's tags names the template; it stands in its Word file."""
    known = problem.place and Path(problem.place.file).exists()
    return problem if known else replace(problem, place=Place(str(path)))
