"""Taking a clip from the disk into the library off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report, TaskThread
from desktop_app.services.opening_order import OpeningOrder

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs


@dataclass(frozen=True)
class OpeningProgressed:
    """`done` of `total` frames are taken; `total` is 0 while the clip is looked through."""

    done: int
    total: int


class ClipOpener(QObject):
    """One clip at a time.

    Signals:
        opening_progressed: an `OpeningProgressed`; clip_opened: the id of the new run.
        opening_failed: a `HeatSketchError`; opening_cancelled.
    """

    opening_progressed = Signal(object)
    clip_opened = Signal(str)
    opening_failed = Signal(object)
    opening_cancelled = Signal()

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._thread: TaskThread | None = None

    @property
    def busy(self) -> bool:
        """Whether a clip is being opened."""
        return self._thread is not None

    def open(self, order: OpeningOrder) -> None:
        """Start; ignored while another clip is being opened."""
        if self.busy:
            return
        verbs = self._verbs

        def opened(cancel: CancelToken, report: Report) -> object:
            report(OpeningProgressed(0, 0))
            return verbs.open_clip(order, cancel, lambda done, total: report(OpeningProgressed(done, total)))

        self._thread = TaskThread(opened, self)
        self._thread.reported.connect(self.opening_progressed)
        self._thread.succeeded.connect(self._on_succeeded)
        self._thread.failed.connect(self._on_failed)
        self._thread.cancelled.connect(self._on_cancelled)
        self._thread.start()

    def cancel(self) -> None:
        """Ask it to stop; nothing is left of it in the library."""
        if self._thread is not None:
            self._thread.cancel()

    def shut_down(self) -> None:
        """Cancel, and wait until no thread runs any more."""
        if self._thread is not None:
            self._thread.cancel()
            self._thread.wait()

    @Slot(object)
    def _on_succeeded(self, run_id: object) -> None:
        self._end()
        self.clip_opened.emit(str(run_id))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.opening_failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.opening_cancelled.emit()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
