"""Between Generate, the session and what is shown of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.events import (
    FramesDecoded,
    PreviewReady,
    RunFinished,
    RunStarted,
    StageProgressed,
)
from desktop_app.domain.text import Text, say
from desktop_app.services.judging import Judgement
from desktop_app.services.pace import earlier_timings
from desktop_app.services.probe_reading import ProbeReading
from desktop_app.services.session import Session
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.progress_strip import STAGES
from desktop_app.ui.translation import in_words

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


class GenerationPresenter(QObject):
    """Turns what the session says into what the panels show, and clicks into what the session does.

    Signals:
        runs_changed: the id of a run that has begun or ended.
    """

    runs_changed = Signal(str)

    def __init__(self, window: MainWindow, session: Session, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._verbs = verbs
        self._waiting_for_picture = False
        self._connect_panels()
        self._connect_session()

    def _connect_panels(self) -> None:
        window, session = self._window, self._session
        window.concept.generate_clicked.connect(self._on_generate)
        window.concept.cancel_clicked.connect(self._on_cancel)
        window.menus.generate.triggered.connect(self._on_generate)
        window.menus.cancel.triggered.connect(self._on_cancel)
        window.clip.probe_moved.connect(self._on_probe_moved)
        window.clip.current_frame_changed.connect(window.reading.set_current_frame)
        window.reading.frame_selected.connect(window.clip.seek)
        window.reading.law_hovered.connect(window.clip.show_mark)
        session.reading_changed.connect(self._on_reading_changed)
        session.judgement_changed.connect(self._on_judgement_changed)
        session.run_opened.connect(self._on_run_opened)
        session.task_failed.connect(self._on_task_failed)

    def _connect_session(self) -> None:
        session = self._session
        session.run_started.connect(self._on_run_started)
        session.stage_progressed.connect(self._on_stage_progressed)
        session.preview_ready.connect(self._on_preview_ready)
        session.frames_decoded.connect(self._on_frames_decoded)
        session.run_finished.connect(self._on_run_finished)
        session.generation_failed.connect(self._on_generation_failed)
        session.generation_cancelled.connect(self._on_generation_cancelled)

    def clear(self) -> None:
        """Show no run."""
        self._window.clip.clear()
        self._show_reading(None)
        self._window.header.show_run(None)
        self._set_exportable()

    @Slot()
    def _on_generate(self) -> None:
        if self._session.busy or not self._window.concept.commit():
            return
        order = self._window.concept.order
        self._set_busy(True)
        self._window.progress.start(earlier_timings(self._window.runs.runs, order))
        self._session.generate(order)

    @Slot()
    def _on_cancel(self) -> None:
        if not self._session.busy:
            return  # the same key stops the opening of a clip
        self._window.concept.set_cancelling()
        self._session.cancel()

    @Slot(object)
    def _on_probe_moved(self, probe: Probe) -> None:
        self._session.move_probe(probe)

    @Slot(object)
    def _on_run_started(self, event: RunStarted) -> None:
        run, window = event.run, self._window
        look = self._verbs.look(event.concept.look)
        window.clip.start_clip(
            self._session.room, run.request.fps, look, event.concept.temperature_range_K, run.computed
        )
        window.reading.set_look(look)
        self._show_reading(None)
        window.reading.set_current_frame(window.clip.frame_index)
        window.header.show_run(run)
        self._waiting_for_picture = True
        self.runs_changed.emit(run.id)

    @Slot(object)
    def _on_stage_progressed(self, event: StageProgressed) -> None:
        self._window.progress.note(event)
        if self._waiting_for_picture:
            self._window.clip.set_busy(in_words(STAGES[event.stage]))

    @Slot(object)
    def _on_preview_ready(self, event: PreviewReady) -> None:
        self._picture_came()
        self._window.clip.show_preview(event.picture)

    @Slot(object)
    def _on_frames_decoded(self, event: FramesDecoded) -> None:
        self._picture_came()
        self._window.clip.note_arrived(event.first + len(event.frames))

    @Slot(object)
    def _on_reading_changed(self, answer: ProbeReading) -> None:
        self._show_reading(answer)

    @Slot(object)
    def _on_judgement_changed(self, judgement: Judgement) -> None:
        self._window.reading.set_laws(judgement.report, judgement.pending)

    @Slot(object)
    def _on_run_finished(self, event: RunFinished) -> None:
        self._window.header.show_run(event.run)
        self._end(say("Finished in {seconds} s", seconds=f"{self._window.progress.elapsed_s:.1f}"))
        self.runs_changed.emit(event.run.id)

    @Slot(object)
    def _on_generation_failed(self, error: HeatSketchError) -> None:
        self._end_early(say("The generation failed"))
        show_failure(error, self._window)

    @Slot()
    def _on_generation_cancelled(self) -> None:
        self._end_early(say("Cancelled"))

    @Slot(object)
    def _on_run_opened(self, saved: SavedRun) -> None:
        run, window = saved.run, self._window
        look = self._verbs.look_of(run)
        if len(saved.clip.frames):
            window.clip.set_clip(saved.clip, look, run.temperature_range_K, run.computed)
            window.clip.set_physical_time(run.tells_physical_time)
            if run.of_unknown_origin:
                window.clip.disclaimer.set_unknown()
            if run.opened_from is not None:
                window.clip.disclaimer.set_assumed(run.concept.notes)
        else:
            window.clip.clear()
        window.reading.set_look(look)
        self._show_reading(None)
        window.reading.set_current_frame(window.clip.frame_index)
        window.header.show_run(run)
        window.progress.end(say("Ready"))
        self._set_exportable()

    @Slot(object)
    def _on_task_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)

    def _show_reading(self, answer: ProbeReading | None) -> None:
        """The same reading and solution to both who draw it."""
        reading = answer.reading if answer is not None else None
        solution = answer.solution_K if answer is not None else None
        complete = answer is not None and answer.complete
        self._window.clip.set_reading(reading)
        self._window.clip.set_solution(solution)
        self._window.reading.set_solution(solution)
        self._window.reading.set_reading(reading, complete)

    def _picture_came(self) -> None:
        if self._waiting_for_picture:
            self._waiting_for_picture = False
            self._window.clip.set_busy("")

    def _set_busy(self, busy: bool) -> None:
        self._window.concept.set_busy(busy)
        self._window.menus.set_busy(busy)
        self._window.runs.set_enabled(not busy)
        self._set_exportable()

    def _set_exportable(self) -> None:
        saved = self._session.saved
        exportable = not self._session.busy and saved is not None and len(saved.clip.frames) > 0
        self._window.header.set_exportable(exportable)
        self._window.menus.set_exportable(exportable)

    def _end_early(self, how: Text) -> None:
        """Frames that came stay in view; a clip without any goes."""
        saved = self._session.saved
        if saved is not None and not len(saved.clip.frames):
            self._session.forget_run(saved.run.id)
            self.clear()
        self._end(how)
        self.runs_changed.emit("")

    def _end(self, how: Text) -> None:
        self._picture_came()
        self._set_busy(False)
        self._window.progress.end(how)
