"""A generation, followed from a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import GenerationFailed
from desktop_app.domain.events import (
    FramesDecoded,
    FramesRead,
    PreviewReady,
    RunFinished,
    RunStarted,
    StageProgressed,
)
from desktop_app.domain.text import say
from desktop_app.services.background import BackgroundThread

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.orders import GenerationOrder


class GenerationThread(BackgroundThread):
    """Follows the events of one generation and hands each on as a signal of its own.

    Signals, in the order they come; each carries the event of the same name from `domain.events`:
        run_started, stage_progressed, preview_ready, frames_decoded, frames_read, run_finished.
        The last word is `run_finished`, or `failed` (a `HeatSketchError`), or `cancelled`.
    """

    run_started = Signal(object)
    stage_progressed = Signal(object)
    preview_ready = Signal(object)
    frames_decoded = Signal(object)
    frames_read = Signal(object)
    run_finished = Signal(object)

    def __init__(self, verbs: Verbs, order: GenerationOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._order = order

    def _work(self, cancel: CancelToken) -> None:
        finished: RunFinished | None = None
        for event in self._verbs.generate(self._order, cancel):
            match event:
                case RunStarted():
                    self.run_started.emit(event)
                case StageProgressed():
                    self.stage_progressed.emit(event)
                case PreviewReady():
                    self.preview_ready.emit(event)
                case FramesDecoded():
                    self.frames_decoded.emit(event)
                case FramesRead():
                    self.frames_read.emit(event)
                case RunFinished():
                    finished = event
        if finished is None:
            raise GenerationFailed(
                say("The generation ended without a single frame."),
                say("Generate again; if it happens again, choose another model."),
            )
        self.run_finished.emit(finished)
