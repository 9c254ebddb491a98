"""Runs of before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.domain.run import Run
from desktop_app.workflow.context import Context


@dataclass(frozen=True, eq=False)
class SavedRun:
    """A run with everything kept of it; `reading` is None where it never got so far.

    Attributes:
        motion: how the camera moved; None where nobody looked, as in a painted solution.
    """

    run: Run
    clip: VideoClip
    reading: Reading | None
    solution: TemperatureField | None
    motion: CameraMotion | None = None


def list_runs(context: Context) -> tuple[Run, ...]:
    """All runs, newest first."""
    return context.runs.list()


def find_run(context: Context, run_id: str) -> Run:
    """What is kept of a run, without its frames.

    Raises:
        RunUnreadable: it is gone or damaged.
    """
    return context.runs.get(run_id)


def open_run(context: Context, run_id: str) -> SavedRun:
    """A run whole.

    Raises:
        RunUnreadable: it is gone or damaged.
        UnreadableVideo: its frames cannot be decoded.
    """
    run = context.runs.get(run_id)
    files = context.runs.files(run_id)
    return SavedRun(run, files.load_clip(), files.load_reading(), files.load_solution(), files.load_motion())


def keep_reading(context: Context, run_id: str, reading: Reading) -> Run:
    """Remember a reading taken along another probe; all else that is kept of the run stays as it is.

    Raises:
        RunUnreadable: it is gone or damaged.
        ExportFailed: it cannot be written.
    """
    context.runs.files(run_id).save_reading(reading)
    moved = replace(context.runs.get(run_id), probe=reading.probe)
    context.runs.update(moved)
    return moved


def delete_run(context: Context, run_id: str) -> None:
    """Remove a run and its files."""
    context.runs.delete(run_id)


def thumbnail(context: Context, run_id: str) -> Path | None:
    """The run's small picture (PNG), where it has one."""
    path = context.runs.files(run_id).thumbnail
    return path if path.exists() else None
