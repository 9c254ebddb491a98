"""Results to files or standard output, progress to standard error."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.cli.arguments import STANDARD_OUTPUT
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.events import StageProgressed
from desktop_app.domain.files import atomic_write
from desktop_app.domain.text import say

Save = Callable[[Path], None]


@contextmanager
def _to_standard_output() -> Iterator[None]:
    """Whatever the block writes has arrived when it ends.

    Raises:
        ExportFailed: it cannot arrive.
        BrokenPipeError: nobody wants it any more.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportFailed(
            say("Standard output takes no more: {why}.", why=error.strerror or type(error).__name__),
            say("Write to a file instead."),
        ) from error


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write JSON, UTF-8, indented, whole or not at all; `-` is standard output."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if path == STANDARD_OUTPUT:
        with _to_standard_output():
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        return
    with atomic_write(path) as part:
        part.write_text(text, encoding="utf-8", errors="backslashreplace")


def write_with(path: Path, save: Save, name: str) -> None:
    """Let `save` write a file called like `name` at `path`; `-` sends its bytes to standard output."""
    if path != STANDARD_OUTPUT:
        save(path)
        return
    with TemporaryDirectory(prefix="heatsketch-") as folder:
        file = Path(folder) / name
        save(file)
        with file.open("rb") as content, _to_standard_output():
            shutil.copyfileobj(content, sys.stdout.buffer)


class Progress:
    """One line on standard error that is rewritten on a terminal, and one line a stage elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._stage = ""

    def show(self, event: StageProgressed) -> None:
        """Show how far a stage is."""
        of_total = f" {event.done}/{event.total}" if event.total else ""
        if self._live:
            sys.stderr.write(f"\r\x1b[K{event.stage}{of_total}")
        elif event.stage != self._stage:
            sys.stderr.write(f"{event.stage} …\n")
        self._stage = event.stage
        sys.stderr.flush()

    def say(self, line: str) -> None:
        """Write a line for good."""
        sys.stderr.write(f"\r\x1b[K{line}\n" if self._live and self._stage else f"{line}\n")
        self._stage = ""
        sys.stderr.flush()
