"""The run in view, and the one generation that may be going on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, Probe
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.events import FramesDecoded, FramesRead, RunFinished, RunStarted
from desktop_app.services.background import Report, only_sentences
from desktop_app.services.clip_buffer import ClipBuffer
from desktop_app.services.generation_thread import GenerationThread
from desktop_app.services.judging import Judgement, Judging
from desktop_app.services.latest import LatestTask
from desktop_app.services.probe_reading import ProbeReading
from desktop_app.services.probing import Probing

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun
    from desktop_app.workflow.orders import GenerationOrder


PATIENCE_MS = 5000


class Session(QObject):
    """Everything the window shows belongs to it; all of its slots run on the window's thread.

    Signals:
        run_started, stage_progressed, preview_ready, frames_decoded, run_finished: as in `GenerationThread`.
        generation_failed: a `HeatSketchError`; generation_cancelled. Frames that had come stay in view.
        run_opened: a `SavedRun` from the disk is in view now.
        reading_changed: a `ProbeReading` of the run in view.
        judgement_changed: a `Judgement` of it.
        task_failed: a `HeatSketchError` of anything but a generation.
    """

    run_started = Signal(object)
    stage_progressed = Signal(object)
    preview_ready = Signal(object)
    frames_decoded = Signal(object)
    run_finished = Signal(object)
    generation_failed = Signal(object)
    generation_cancelled = Signal()
    run_opened = Signal(object)
    reading_changed = Signal(object)
    judgement_changed = Signal(object)
    task_failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._saved: SavedRun | None = None
        self._buffer: ClipBuffer | None = None
        self._generation: GenerationThread | None = None
        self._refusal: HeatSketchError | None = None
        self._opening = LatestTask(self)
        self._opening.answered.connect(self._on_run_opened)
        self._opening.failed.connect(self.task_failed)
        self._stopping = LatestTask(self)
        self._probing = Probing(verbs, self._in_view, self)
        self._probing.reading_changed.connect(self._on_reading_changed)
        self._probing.probe_kept.connect(self._on_probe_kept)
        self._probing.failed.connect(self.task_failed)
        self._judging = Judging(verbs, self)
        self._judging.judgement_changed.connect(self._on_judgement_changed)
        self._judging.failed.connect(self.task_failed)
        self._judgement = Judgement(None, pending=False)

    @property
    def busy(self) -> bool:
        """Whether a generation is going on."""
        return self._generation is not None

    @property
    def saved(self) -> SavedRun | None:
        """The run in view, with the frames and the reading it has by now."""
        if self._saved is None or self._buffer is None:
            return self._saved
        return replace(self._saved, clip=self._buffer.clip())

    @property
    def judgement(self) -> Judgement:
        """What is known of the laws in the run in view."""
        return self._judgement

    @property
    def room(self) -> Frames:
        """Where the frames of the generation in view go, and nowhere else: (frame, row, column, 3) uint8."""
        assert self._buffer is not None
        return self._buffer.room

    def generate(self, order: GenerationOrder) -> None:
        """Start a generation; only one at a time."""
        if self.busy:
            return
        self._opening.forget()
        self._probing.leave()
        self._probing.set_growing(True)
        self._generation = GenerationThread(self._verbs, order, self)
        self._connect(self._generation)
        self._generation.start()

    def cancel(self) -> None:
        """Ask the generation to stop; `generation_cancelled` follows when it has.

        Asked again before that, it is not waited for: the process that generates is ended.
        """
        if self._generation is None:
            return
        if self._generation.cancelling:
            self._stop_engines()
        self._generation.cancel()

    def open_run(self, run_id: str) -> None:
        """Bring a kept run into view; `run_opened` follows."""
        if self.busy:
            return
        verbs = self._verbs

        def opened(_cancel: CancelToken, _report: Report) -> object:
            return verbs.open_run(run_id)

        self._opening.ask(opened)

    def forget_run(self, run_id: str) -> bool:
        """Let go of the run in view if it is this one; whether it was."""
        if self._saved is None or self._saved.run.id != run_id:
            return False
        self._probing.forget()
        self._judging.forget()
        self._saved = self._buffer = None
        return True

    def take_run(self, run: Run) -> None:
        """What is kept of the run in view has changed; it is read again where its scale did."""
        if self._saved is None or self._saved.run.id != run.id:
            return
        before, self._saved = self._saved.run, replace(self._saved, run=run)
        if run.temperature_range_K != before.temperature_range_K:
            self._probing.rescale()

    def move_probe(self, probe: Probe | None) -> None:
        """Read along another line, or the body, from now on; `reading_changed` brings the newest at last.

        While it is called again and again, answers along the way come as fast as they can be had.
        """
        self._probing.move(probe)

    def shut_down(self) -> None:
        """Cancel everything and wait until no thread runs any more."""
        self.cancel()
        self._opening.shut_down()
        self._probing.stop_reading()
        self._judging.shut_down()
        self._stopping.finish()
        if self._generation is not None and not self._generation.wait(PATIENCE_MS):
            self._verbs.stop_engines()
            self._generation.wait()
        self._probing.shut_down()

    def _in_view(self) -> SavedRun | None:
        return self.saved

    def _stop_engines(self) -> None:
        """Ending a process is waited for, so not here."""
        verbs = self._verbs

        def stopped(_cancel: CancelToken, _report: Report) -> object:
            verbs.stop_engines()
            return None

        if not self._stopping.busy:
            self._stopping.ask(stopped)

    def _connect(self, thread: GenerationThread) -> None:
        thread.run_started.connect(self._on_run_started)
        thread.stage_progressed.connect(self.stage_progressed)
        thread.preview_ready.connect(self.preview_ready)
        thread.frames_decoded.connect(self._on_frames_decoded)
        thread.frames_read.connect(self._on_frames_read)
        thread.run_finished.connect(self._on_run_finished)
        thread.failed.connect(self._on_failed)
        thread.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def _on_run_started(self, event: RunStarted) -> None:
        from desktop_app.workflow.history import SavedRun

        try:
            with only_sentences():
                buffer = ClipBuffer(event.run.request)
        except HeatSketchError as error:
            self._refusal = error
            self.cancel()
            return
        self._probing.leave()
        self._judging.forget()
        self._probing.view(None)
        self._buffer = buffer
        self._saved = SavedRun(event.run, self._buffer.clip(), None, event.solution)
        self.run_started.emit(event)

    @Slot(object)
    def _on_frames_decoded(self, event: FramesDecoded) -> None:
        if self._buffer is None or self._refusal is not None:
            return
        self._buffer.put(event.first, event.frames)
        self.frames_decoded.emit(event)

    @Slot(object)
    def _on_frames_read(self, event: FramesRead) -> None:
        if self._refusal is not None:
            return
        if self._saved is not None:
            self._saved = replace(self._saved, run=replace(self._saved.run, body=event.body))
        self._probing.take(event.reading)

    @Slot(object)
    def _on_run_finished(self, event: RunFinished) -> None:
        if self._refusal is not None:
            self._on_cancelled()
            return
        if self._saved is not None:
            self._saved = replace(self._saved, run=event.run, reading=event.reading)
        self._probing.forget_answers()
        self._end_generation()
        self.run_finished.emit(event)
        self._on_frames_read(FramesRead(event.reading, event.run.body))

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        self._end_generation()
        self._take_in_how_it_ended()
        self.generation_failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end_generation()
        self._take_in_how_it_ended()
        if self._refusal is None:
            self.generation_cancelled.emit()
            return
        refusal, self._refusal = self._refusal, None
        self.generation_failed.emit(refusal)

    def _end_generation(self) -> None:
        if self._generation is not None:
            self._generation.wait()
            self._generation.deleteLater()
            self._generation = None
        self._probing.set_growing(False)

    def _take_in_how_it_ended(self) -> None:
        """A run that did not finish is what the library says of it now; its last frames are read too."""
        if self._saved is None:
            return
        self._probing.read_again()
        with suppress(HeatSketchError):
            self._saved = replace(self._saved, run=self._verbs.find_run(self._saved.run.id))

    @Slot(object)
    def _on_run_opened(self, saved: SavedRun) -> None:
        self._probing.leave()
        self._judging.forget()
        self._saved, self._buffer = saved, None
        self._probing.view(saved.run.probe)
        self.run_opened.emit(saved)
        self._probing.open(saved)

    @Slot(object)
    def _on_reading_changed(self, answer: ProbeReading) -> None:
        if self._saved is not None:
            self._saved = replace(self._saved, reading=answer.reading)
        self.reading_changed.emit(answer)
        saved = self.saved
        if saved is not None:
            self._judging.judge(saved, answer)

    @Slot(object)
    def _on_judgement_changed(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self.judgement_changed.emit(judgement)

    @Slot(object)
    def _on_probe_kept(self, run: Run) -> None:
        if self._saved is not None and self._saved.run.id == run.id:
            self._saved = replace(self._saved, run=run)
