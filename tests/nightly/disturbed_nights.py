"""Nights that are killed, or refused by the system, at every single call that writes.

Run `python tests/nightly/disturbed_nights.py MODE [STEP]`; with a STEP only every so manyth call is
disturbed, as in the tests, where all of them would take minutes. Each disturbed night runs in a
real process of its own. Prints one line for each thing that was not as it should be, and at the end
how many calls there are; ends with exit code 1 if there was anything.

kill     the process ends at the n-th call, without any cleaning up; a file is left half written
full     from the n-th call on the disk is full, but for taking things away
refused  the n-th call alone fails: no permission, a broken disk, a full one, in turns
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE

from jdgen import guidelines, pipeline
from jdgen.errors import JdgenError
from jdgen.judging import Judgement
from jdgen.nightly import NightOptions, run_night
from jdgen.settings import load_settings
from jdgen.word import read_text

ROOT = Path(__file__).parents[2]
FIRST, NOW = (datetime(2026, 12, day, 2, 30, tzinfo=UTC) for day in (14, 15))
KILLED, WRONG = 9, 7
HAND = " Written by hand."
_WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.utime"}
_FREES = {"os.remove", "os.rmdir"}
# Stamps and moments differ, and what a killed night had put aside already is put aside twice.
Act = Callable[[int, str, int], None]
_OWN = re.compile(r"backup/|heartbeat|last-run\.json|seen\.json|night\.json|run\.lock")


def in_a_hurry() -> None:
    """Rules only read, and no power fails here: a night takes a fraction of its time."""
    os.fsync = lambda _: None
    guidelines.open_practice = lambda *_: []
    pipeline.judge_together = lambda _, kinds, *__: Judgement(
        (), {kind.name: () for kind in kinds}, (), (), ()
    )


def night(project: Path, now: datetime = NOW) -> Any:
    return run_night(load_settings(project), NightOptions(project / "profiles", jobs=1), now)


def make_project(project: Path) -> None:
    """A document nobody touched, an edited one and a new one; one has a copy for readers."""
    template = project / "templates" / "note"
    template.mkdir(parents=True)
    (template / "kind.yaml").write_text("title: Note\n", encoding="utf-8")
    document = docx.Document()
    for style in [one for one in document.styles if one.type == WD_STYLE_TYPE.TABLE]:
        style.delete()  # there are a hundred, and each is looked at whenever the file is
    document.add_heading("Who is here", 1)
    for text in ("Meet {{ role.title }}.", "Call {{ organization.phone }} any day.", "Be well."):
        document.add_paragraph(text)
    document.save(str(template / "template.docx"))
    (project / "jdgen.toml").write_text("", encoding="utf-8")
    profile(project, "plain")
    profile(project, "edited")
    night(project, FIRST)
    path = project / "output" / "edited" / "edited-note.docx"
    edited = docx.Document(str(path))
    edited.paragraphs[-1].add_run(HAND)
    edited.save(str(path))
    profile(project, "new")
    part = project / "profiles" / "_part.yaml"
    text = part.read_text(encoding="utf-8")
    part.write_text(text.replace("555-0134", "555-0199"), encoding="utf-8")
    for file in project.rglob("*"):
        os.utime(file, (FIRST.timestamp(), FIRST.timestamp()))


def profile(project: Path, name: str) -> None:
    source = ROOT / "profiles"
    if not (project / "profiles").exists():
        shutil.copytree(source / "brand", project / "profiles" / "brand")
        shutil.copy(source / "_riverbend.yaml", project / "profiles" / "_part.yaml")
    text = (source / "riverbend.yaml").read_text(encoding="utf-8")
    text = text.replace("id: riverbend-peer-worker", f"id: {name}")
    text = text.replace("_riverbend.yaml", "_part.yaml")
    text = text.replace("[job-description, expectation-statements, brochure]", "[note]")
    if name == "plain":
        text = text.replace("\nrole:", "\noutputs: {public_folder: web}\n\nrole:")
    (project / "profiles" / f"{name}.yaml").write_text(text, encoding="utf-8")


def disturb(at: int, act: Act) -> list[int]:
    """Call `act` at the calls of this process that write, from the n-th on; returns the count."""
    count = [0]

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        writes = event in _WRITES
        if event == "open":
            _, mode, flags = arguments
            writes = bool(set(mode or "") & set("wax+")) or bool(
                (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            writes = writes and "/dev/" not in str(arguments[0])
        if writes:
            count[0] += 1
            if count[0] >= at:
                act(count[0], event, -1)

    def fsync(handle: int) -> None:
        count[0] += 1
        if count[0] >= at:
            act(count[0], "os.fsync", handle)

    os.fsync = fsync
    sys.addaudithook(watch)
    return count


def act_of(mode: str, at: int) -> Act:
    def kill(_: int, __: str, handle: int) -> None:
        tear(handle)
        os._exit(KILLED)

    def full(_: int, event: str, handle: int) -> None:
        if event not in _FREES:
            tear(handle)
            raise OSError(errno.ENOSPC, "No space left on device")

    def refused(number: int, _: str, handle: int) -> None:
        if number == at:
            tear(handle)
            wrong = (errno.EACCES, errno.EIO, errno.ENOSPC)[at % 3]
            raise OSError(wrong, os.strerror(wrong))

    return {"kill": kill, "full": full, "refused": refused}[mode]


def tear(handle: int) -> None:
    """Leave a file that is being written half written."""
    if handle >= 0:
        os.ftruncate(handle, os.fstat(handle).st_size // 2)


def disturbed(project: Path, mode: str, at: int) -> tuple[int, str]:
    """How a disturbed night in a process of its own ended: its code, and what it printed."""
    errors = project.parent / "errors.txt"
    child = os.fork()
    if not child:
        code = WRONG
        try:
            with errors.open("w", encoding="utf-8") as stream:
                os.dup2(stream.fileno(), 2)
            count = disturb(at, act_of(mode, at))
            with contextlib.suppress(JdgenError):
                night(project)
            code = 0 if count[0] < at else 1
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), errors.read_text(encoding="utf-8")


def tree(project: Path) -> dict[str, bytes]:
    """All that has to be the same in the end."""
    found = {p.relative_to(project).as_posix(): p for p in project.rglob("*") if p.is_file()}
    return {
        name: path.read_bytes() for name, path in sorted(found.items()) if not _OWN.search(name)
    }


def faults(project: Path, wanted: dict[str, bytes]) -> list[str]:
    """What is not as it should be after a disturbed night and one that nothing disturbed."""
    told = []
    edited = project / "output" / "edited" / "edited-note.docx"
    if not any(HAND in block.text for block in read_text(edited.read_bytes()).blocks):
        told.append("the edit was lost that night")
    night(project)
    now = tree(project)
    told += [
        f"{name} differs" for name in sorted({*now, *wanted}) if now.get(name) != wanted.get(name)
    ]
    last = night(project)
    states = {d.state for p in last.run.profiles for d in p.documents if d.why != "nothing changed"}
    told += [f"the night after still does something: {states}"] if states else []
    return told


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(mode: str, step: int) -> int:
    in_a_hurry()
    found = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start, whole, project = folder / "start", folder / "whole", folder / "disturbed"
        make_project(start)
        shutil.copytree(start, whole)
        night(whole)
        wanted = tree(whole)
        code, at = KILLED, 1
        while code:
            shutil.copytree(start, project)
            code, told = disturbed(project, mode, at)
            wrong = faults(project, wanted)
            if code not in (0, 1, KILLED):
                wrong.append(f"ended with {code}: {told}")
            for fault in wrong:
                tell(f"{mode} {at}: {fault}")
            found += len(wrong)
            shutil.rmtree(project)
            at += step
    tell(f"{at - step} calls")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1))
