"""Runs of before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Place, VideoClip
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.domain.review import Review
from desktop_app.domain.run import Run
from desktop_app.domain.text import say
from desktop_app.workflow.context import Context
from desktop_app.workflow.scale_range import check_range


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


def keep_review(context: Context, run_id: str, review: Review | None) -> Run:
    """Remember what a person said of a run; None takes it back.

    Raises:
        InvalidInput: it has no name.
        RunUnreadable: the run is gone or damaged.
        ExportFailed: it cannot be written.
    """
    if review is not None and not review.name.strip():
        raise InvalidInput(say("A review needs a name."), say("Write who reviewed the clip."))
    reviewed = replace(context.runs.get(run_id), review=review)
    context.runs.update(reviewed)
    return reviewed


def keep_places(context: Context, run_id: str, places: tuple[Place, ...]) -> Run:
    """Remember which points and regions of a run are followed over time.

    Raises:
        RunUnreadable: the run is gone or damaged.
        ExportFailed: it cannot be written.
    """
    followed = replace(context.runs.get(run_id), places=places)
    context.runs.update(followed)
    return followed


def keep_scale(context: Context, run_id: str, scale_K: tuple[float, float] | None) -> Run:
    """Remember what the ends of a run's palette stand for; None leaves it to the concept.

    Raises:
        InvalidInput: it is no scale.
        RunUnreadable: the run is gone or damaged.
        ExportFailed: it cannot be written.
    """
    check_range(scale_K)
    scaled = replace(context.runs.get(run_id), scale_K=scale_K)
    context.runs.update(scaled)
    return scaled


def delete_run(context: Context, run_id: str) -> None:
    """Remove a run and its files."""
    context.runs.delete(run_id)


def thumbnail(context: Context, run_id: str) -> Path | None:
    """The run's small picture (PNG), where it has one."""
    path = context.runs.files(run_id).thumbnail
    return path if path.exists() else None
