"""A run, or a clip from disk, as a report of one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import frame_times
from desktop_app.domain.concept import Language
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.files import atomic_write
from desktop_app.domain.laws import LawReport
from desktop_app.domain.text import say
from desktop_app.library.run_library import RunLibrary
from desktop_app.media.lossless import LosslessWriter
from desktop_app.media.source import read_clip
from desktop_app.media.stills import still_png
from desktop_app.workflow.comparison import solution_beside
from desktop_app.workflow.context import Context
from desktop_app.workflow.exporting import model_name
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.judging import judge_run
from desktop_app.workflow.opening import open_clip
from desktop_app.workflow.reading import look_of, read_run
from desktop_app.workflow.reading_plan import Wishes
from desktop_app.workflow.report.content import ReportContent
from desktop_app.workflow.report.page import report_page, three_of

Progress = Callable[[int, int], None]


def save_report_page(
    context: Context,
    saved: SavedRun,
    path: Path,
    language: Language,
    cancel: CancelToken,
    laws: LawReport | None = None,
) -> None:
    """Write what a run shows, and what was found in it, as one HTML page that needs no other file.

    Args:
        context: the tools of the house.
        saved: the run; it is read where it was not yet.
        path: where to.
        language: of the page.
        cancel: looked at while the laws are judged.
        laws: the verdicts; None has them judged first.

    Raises:
        ExportFailed: the run has no frames, or the file cannot be written.
        Cancelled: the token was set; nothing is left behind.
    """
    content = report_of_run(context, saved, language, cancel, laws)
    page = report_page(content, language, context.catalogues[language])
    with atomic_write(path) as part:
        part.write_text(page, encoding="utf-8")


def save_report_of_file(
    context: Context,
    clip: Path,
    wishes: Wishes,
    path: Path,
    language: Language | None,
    cancel: CancelToken,
    on_progress: Progress,
) -> None:
    """Write the report on a clip from disk, in its prompt's language where that is None.

    The library does not take the clip.

    Raises:
        InvalidInput: a wish cannot be fulfilled.
        UnreadableVideo: nothing can be decoded.
        ExportFailed: there is no room for its frames meanwhile, or the file cannot be written.
        Cancelled: the token was set; nothing is left behind.
    """
    with TemporaryDirectory(prefix="heatsketch-") as folder:
        shelf = RunLibrary(Path(folder) / "runs", LosslessWriter, read_clip)
        try:
            saved = open_clip(replace(context, runs=shelf), clip, wishes, cancel, on_progress)
        finally:
            shelf.close()
        save_report_page(context, saved, path, language or saved.run.concept.language, cancel)


def report_of_run(
    context: Context, saved: SavedRun, language: Language, cancel: CancelToken, laws: LawReport | None
) -> ReportContent:
    """Everything the report shows.

    Raises:
        ExportFailed: the run has no frames.
        Cancelled: the token was set.
    """
    run, frames = saved.run, saved.clip.frames
    if len(frames) == 0:
        raise ExportFailed(say("This run has no frames to report on."), say("Generate it again."))
    reading = saved.reading or read_run(context, saved, run.probe)
    cancel.check()
    return ReportContent(
        run=run,
        model=run.opened_from or model_name(run.request.model, context, language),
        stills=tuple((number, still_png(frames[number])) for number in three_of(len(frames))),
        time_s=frame_times(len(frames), run.request.num_frames, run.concept.duration_s),
        size=saved.clip.size,
        reading=reading,
        solution_K=solution_beside(saved, reading),
        palette=look_of(context, run).palette,
        laws=laws or judge_run(context, saved, reading, cancel),
        app_version=context.app_version,
    )
