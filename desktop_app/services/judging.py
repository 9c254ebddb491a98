"""The run in view, judged law by law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.laws import LawReport
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.probe_reading import ProbeReading

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


@dataclass(frozen=True, eq=False)
class Judgement:
    """What is known of the laws in the run in view.

    Attributes:
        report: None where there is none yet.
        pending: whether one is being worked out.
    """

    report: LawReport | None
    pending: bool


class Judging(QObject):
    """Judges readings of a whole clip off the window's thread; only the newest one counts.

    Signals:
        judgement_changed: a `Judgement` of the run in view.
        failed: a `HeatSketchError`.
    """

    judgement_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._task = LatestTask(self)
        self._task.answered.connect(self._on_answered)
        self._task.failed.connect(self._on_failed)

    def judge(self, saved: SavedRun, answer: ProbeReading) -> None:
        """Judge a reading; `judgement_changed` follows. One of a part of the clip is not judged."""
        if not answer.complete:
            self.forget()
            return
        verbs = self._verbs

        def judged(cancel: CancelToken, _report: Report) -> object:
            return verbs.judge(saved, answer.reading, cancel)

        self._task.ask(judged)
        self.judgement_changed.emit(Judgement(None, pending=True))

    def forget(self) -> None:
        """Nothing is known of the run in view."""
        self._task.forget()
        self.judgement_changed.emit(Judgement(None, pending=False))

    def shut_down(self) -> None:
        """Return when no thread runs any more."""
        self._task.shut_down()

    @Slot(object)
    def _on_answered(self, report: LawReport) -> None:
        self.judgement_changed.emit(Judgement(report, pending=False))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.judgement_changed.emit(Judgement(None, pending=False))
        self.failed.emit(error)
