"""A run out of the house: annotated video, table of the profile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import frame_times
from desktop_app.domain.concept import Language
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import say
from desktop_app.media.export import export_clip
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.places_csv import write_places_csv
from desktop_app.media.profile_csv import write_profile_csv
from desktop_app.workflow.comparison import solution_beside
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import SOLUTION, STARTER
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.intended_use import PLAIN_USE, IntendedUse, captions_for, mark_for
from desktop_app.workflow.provenance import tags_of
from desktop_app.workflow.reading import look_of, read_places
from desktop_app.workflow.reports import save_reading_npz

Progress = Callable[[int, int], None]


def export_video(
    context: Context,
    saved: SavedRun,
    path: Path,
    language: Language,
    cancel: CancelToken,
    on_progress: Progress,
    use: IntendedUse = PLAIN_USE,
) -> None:
    """Write the clip as an MP4 with profile, colour bar, time, origin and disclaimer in every frame.

    Args:
        context: the tools of the house.
        saved: the run.
        path: where to.
        language: of what is burned in.
        cancel: looked at before every frame.
        on_progress: told how many frames of how many are written.
        use: what the clip is for, which decides what else is said on it; it is recorded in the file.

    Raises:
        ExportFailed: with the cause and a remedy; a file that was there before stays as it was.
        Cancelled: the token was set; nothing is left behind.
    """
    if len(saved.clip.frames) == 0:
        raise _nothing_to_export()
    export_clip(
        path,
        saved.clip,
        _annotation(context, saved, language, use),
        tags_of(saved.run, saved.reading, context.app_version, use),
        context.catalogues[language],
        context.fonts,
        cancel,
        on_progress,
    )


def export_profile(saved: SavedRun, path: Path) -> None:
    """Write the profile of every frame as CSV, the solution beside it.

    Raises:
        ExportFailed: the clip was not readable, or the file cannot be written.
    """
    reading = _read(saved)
    write_profile_csv(path, reading, solution_beside(saved, reading))


def export_reading(saved: SavedRun, path: Path) -> None:
    """Write the arrays of the reading as NPZ.

    Raises:
        ExportFailed: the clip was not readable, or the file cannot be written.
    """
    save_reading_npz(path, _read(saved))


def _read(saved: SavedRun) -> Reading:
    if saved.reading is None:
        raise ExportFailed(
            say("There is no temperature profile to export: this run was never read."),
            say("Open it in the window first."),
        )
    if saved.reading.reason is not None:
        raise ExportFailed(
            say("There is no temperature profile to export: {why}", why=saved.reading.reason),
            say("The clip itself can be exported."),
        )
    return saved.reading


def export_places(context: Context, saved: SavedRun, path: Path) -> None:
    """Write the temperatures over time at the run's points and regions as CSV.

    Raises:
        ExportFailed: the file cannot be written.
    """
    write_places_csv(path, read_places(context, saved))


def _annotation(context: Context, saved: SavedRun, language: Language, use: IntendedUse) -> Annotation:
    run, reading = saved.run, saved.reading
    readable = reading is not None and reading.readable
    request = run.request
    times = frame_times(len(saved.clip.frames), request.num_frames, run.concept.duration_s)
    return Annotation(
        time_s=times,
        time_lapse=run.concept.time_lapse if run.tells_physical_time else None,
        model=run.opened_from or model_name(request.model, context, language),
        seed=None if run.computed or run.opened_from is not None else request.seed,
        computed=run.computed,
        prompt=run.concept.prompt,
        temperature_range_K=run.temperature_range_K,
        palette=look_of(context, run).palette,
        position=reading.position if readable and reading else np.empty(0),
        temperature_K=reading.temperature_K if readable and reading else None,
        solution_K=solution_beside(saved, reading) if readable and reading else None,
        opened=run.of_unknown_origin,
        captions=captions_for(use, run.review),
        mark=mark_for(use),
    )


def model_name(model: str, context: Context, language: Language) -> str:
    """What made the frames, by name."""
    if model == SOLUTION:
        return say("finite-volume solution").to(context.catalogues[language])
    if model == STARTER:
        return say("HeatSketch's starter model").to(context.catalogues[language])
    return Path(model).name


def _nothing_to_export() -> ExportFailed:
    return ExportFailed(say("This run has no frames to export."), say("Generate it again."))
