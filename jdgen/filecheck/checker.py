"""The order of the steps of a check: read, judge, leave out what is known, write copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jdgen.documents.kinds import KIND_FILE
from jdgen.errors import ExitCode, JdgenError, OutputError, Problem, UsageError
from jdgen.filecheck.baseline import read_baseline, without_known, write_baseline
from jdgen.filecheck.copies import write_checked_copy
from jdgen.filecheck.inputs import TEXT, WORD, sort_inputs, unknown_form
from jdgen.filecheck.profiles import ProfileFinder
from jdgen.filecheck.templates import check_template, is_template
from jdgen.filecheck.text_files import check_text_file
from jdgen.filecheck.word_files import check_word_file
from jdgen.mistakes import as_problem
from jdgen.pipeline import Pipeline
from jdgen.results import Form, ProfileResult, RunResult


@dataclass(frozen=True)
class CheckOptions:
    """What the person asked for: `field` is what texts are, "" to tell it from their headings."""

    field: str = ""
    annotate: bool = False
    advice: bool = False
    baseline: Path | None = None


class FileChecker:
    """Checks profiles, Word files and texts; one that cannot be read stops no other."""

    def __init__(self, pipeline: Pipeline, options: CheckOptions) -> None:
        self.pipeline = pipeline
        self.options = options
        self.profiles = ProfileFinder(pipeline.settings.root)

    def check(self, paths: Sequence[Path]) -> RunResult:
        """What is found in every file named, profiles first.

        Nothing is written but copies and a baseline, where asked for. Raises UsageError for a
        baseline or a folder that cannot be used, and for copies where no Word file is named.
        """
        baseline = self.options.baseline
        known = read_baseline(baseline) if baseline else None
        inputs = sort_inputs(paths)
        if self.options.annotate and not any(p.suffix.lower() in WORD for p in inputs.files):
            raise _nothing_to_annotate()
        results: list[ProfileResult] = []
        if inputs.profiles:
            results += self.pipeline.check(inputs.profiles).profiles
        results += [self._one(path) for path in inputs.files]
        written = None
        if baseline and known is None:
            write_baseline(baseline, results)
            written = baseline
            results = [replace(r, findings=(), known=len(r.findings)) for r in results]
        elif baseline and known is not None:
            results = without_known(baseline, results, known)
        if self.options.annotate:
            results = [self._annotated(result) for result in results]
        return RunResult(tuple(results), written)

    def _one(self, path: Path) -> ProfileResult:
        suffix = path.suffix.lower()
        try:
            if suffix in WORD and is_template(path):
                return check_template(path.with_name(KIND_FILE), self.pipeline)
            if suffix in WORD:
                return check_word_file(path, self.pipeline, self.profiles, field=self.options.field)
            if suffix in TEXT or (self.options.field and path.is_file()):
                return check_text_file(path, self.pipeline, field=self.options.field)
            raise unknown_form(path)
        except JdgenError as error:
            if error.exit_code == ExitCode.USAGE:
                raise
            return ProfileResult(str(path), problems=error.problems, form=_form(suffix))
        except Exception as error:
            problem = as_problem(error, str(path))
            return ProfileResult(str(path), problems=(problem,), form=_form(suffix))

    def _annotated(self, result: ProfileResult) -> ProfileResult:
        """The result with the copy that was written of a Word file."""
        if result.form != "word" or result.problems:
            return result
        shown = [f for f in result.findings if self.options.advice or f.severity != "advice"]
        try:
            copy = write_checked_copy(Path(result.file), shown, self.pipeline.now)
        except OutputError as error:
            return replace(result, problems=error.problems)
        return replace(result, documents=(*result.documents, copy))


def _nothing_to_annotate() -> UsageError:
    message = "Comments are written into copies of Word files, and no Word file is named."
    hint = "For the documents of a profile: jdgen build --draft"
    return UsageError(Problem("check-annotate", message, hint))


def _form(suffix: str) -> Form:
    return "word" if suffix in WORD else "text"
