"""The graphics processors that torch can use, found out in a process of its own."""

from __future__ import annotations

import importlib
import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection

from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.text import say

PROBE_MODULE = "desktop_app.generation.device_probe"
PROBE_TIMEOUT_S = 60.0


@dataclass(frozen=True)
class Device:
    """A graphics processor: its name, and its memory in all."""

    name: str
    memory_bytes: int


def find_devices(module: str = PROBE_MODULE, timeout_s: float = PROBE_TIMEOUT_S) -> tuple[Device, ...]:
    """Every device torch can use; torch is imported by a child process that ends at once.

    Raises:
        GenerationFailed: torch cannot be imported, or does not answer.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_answer, args=(module, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        answer = ours.recv() if ours.poll(timeout_s) else "no answer"
    except EOFError:
        answer = "the process ended without an answer"
    finally:
        ours.close()
        process.terminate()
        process.join()
        process.close()
    if isinstance(answer, tuple):
        return answer
    raise GenerationFailed(
        say("The installed torch cannot be used."), say("Install HeatSketch again."), str(answer)
    )


def _answer(module: str, connection: Connection) -> None:
    try:
        connection.send(importlib.import_module(module).devices())
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent says it
        connection.send(f"{type(error).__name__}: {error}")
