"""A real browser as a second opinion on the nightly page: Debian's chromium, headless."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-logging=stderr",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing leaves this machine, whatever a page asks
)
# Shows the page in a frame of a phone's or a desk's width, and writes down what it finds in it.
_HARNESS = Path(__file__).with_name("harness.html").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Seen:
    """What chromium made of a page: the DOM, what went to the console, what it asked for."""

    dom: str
    console: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True)
class Browser:
    """Chromium with a user's folder of its own."""

    program: str
    home: Path

    def look(self, page: str) -> Seen:
        """Open a page from the disk, as HR does."""
        log = self.home / "net.json"
        done = self._run(self._file(page), f"--log-net-log={log}", "--dump-dom")
        console = tuple(line for line in done.stderr.splitlines() if ":CONSOLE:" in line)
        asked = re.findall(r'"url":"([a-z]+:[^"]*)"', log.read_text(encoding="utf-8"))
        return Seen(done.stdout, console, tuple(dict.fromkeys(asked)))

    def measure(self, page: str, width: int, *, dark: bool = False) -> dict[str, Any]:
        """What a script finds that looks at the page in a frame of this width, in pixels."""
        framed = _HARNESS.replace("WIDTH", str(width)).replace("PAGE", html.escape(page))
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        window = f"--window-size={width + 100},900"
        done = self._run(self._file(framed), scheme, window, "--dump-dom")
        told = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
        assert told, done.stderr
        found: dict[str, Any] = json.loads(html.unescape(told[1]))
        return found

    def picture(self, page: str, width: int, *, dark: bool = False) -> Path:
        """A picture of the top of the page."""
        target = self.home / "page.png"
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        shot = (f"--window-size={width},1400", f"--screenshot={target}", scheme)
        self._run(self._file(page), *shot)
        return target

    def print_out(self, page: str) -> str:
        """The text of the page on paper."""
        target = self.home / "page.pdf"
        self._run(self._file(page), "--no-pdf-header-footer", f"--print-to-pdf={target}")
        told = subprocess.run(
            ["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True
        )
        return told.stdout.decode("utf-8")

    def _file(self, page: str) -> str:
        file = self.home / "page.html"
        file.write_text(page, encoding="utf-8")
        return file.as_uri()

    def _run(self, address: str, *flags: str) -> subprocess.CompletedProcess[str]:
        command = [self.program, *_FLAGS, f"--user-data-dir={self.home / 'user'}", *flags, address]
        return subprocess.run(command, capture_output=True, check=True, text=True, timeout=120)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "chromium is needed: apt-get install chromium"
    return Browser(program, tmp_path_factory.mktemp("browser"))
