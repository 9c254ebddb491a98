"""`run.json`: one run in a versioned envelope."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import RunUnreadable
from desktop_app.domain.files import atomic_write
from desktop_app.domain.run import Run
from desktop_app.domain.text import say

if TYPE_CHECKING:
    from pydantic import TypeAdapter

RUN_FILE = "run.json"
VERSION = 2


def encode_run(run: Run) -> bytes:
    """The envelope as UTF-8 JSON; half surrogates, which no UTF-8 holds, become `?`."""
    envelope = {"version": VERSION, "run": _adapter().dump_python(run)}
    return json.dumps(envelope, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def decode_run(data: bytes, folder: Path) -> Run:
    """The run in `data`, which was found in `folder`.

    Raises:
        RunUnreadable: not JSON, of another version, incomplete, or of another folder.
    """
    try:
        envelope = json.loads(data)
        if not isinstance(envelope, dict) or "version" not in envelope:
            raise ValueError("there is no version")
        if envelope["version"] != VERSION:
            raise _newer(folder, envelope["version"])
        run = _adapter().validate_python(envelope.get("run"))
    except (ValueError, RecursionError) as error:
        raise _damaged(folder, str(error)) from error
    if run.id != folder.name:
        raise _damaged(folder, f"the run calls itself {run.id}")
    return run


def write_run(folder: Path, run: Run) -> None:
    """Replace the folder's `run.json`, whole or not at all.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    with atomic_write(folder / RUN_FILE) as part:
        part.write_bytes(encode_run(run))


def read_run(folder: Path) -> Run:
    """The run kept in `folder`.

    Raises:
        RunUnreadable: there is none, or it is damaged.
    """
    try:
        data = (folder / RUN_FILE).read_bytes()
    except FileNotFoundError as error:
        raise no_such_run(folder.name) from error
    except OSError as error:
        raise _damaged(folder, str(error)) from error
    return decode_run(data, folder)


def no_such_run(run_id: str) -> RunUnreadable:
    """The failure for an id that is not in the library."""
    return RunUnreadable(
        say("There is no run {id} in the library.", id=run_id), say("Choose one of the runs that are listed.")
    )


@cache
def _adapter() -> TypeAdapter[Run]:
    from pydantic import TypeAdapter  # takes 0.1 s, which a window that opens need not wait for

    return TypeAdapter(Run)


def _damaged(folder: Path, details: str) -> RunUnreadable:
    return RunUnreadable(
        say("The run in {folder} is damaged and left out of the list.", folder=str(folder)),
        say("Its clip may still play; delete the folder if you do not need it."),
        details,
    )


def _newer(folder: Path, version: object) -> RunUnreadable:
    return RunUnreadable(
        say("The run in {folder} was saved by another version of HeatSketch.", folder=str(folder)),
        say("Install the newest version to open it."),
        f"version {version}",
    )
