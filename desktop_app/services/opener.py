"""Taking a clip from the disk into the library off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report
from desktop_app.services.opening_order import OpeningOrder
from desktop_app.services.single_task import SingleTask

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
        opening_progressed: an `OpeningProgressed`; clip_opened: the id of the new run, a `str`.
        opening_failed: a `HeatSketchError`; opening_cancelled.
    """

    opening_progressed = Signal(object)
    clip_opened = Signal(object)
    opening_failed = Signal(object)
    opening_cancelled = Signal()

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._task = SingleTask(self)
        self._task.reported.connect(self.opening_progressed)
        self._task.succeeded.connect(self.clip_opened)
        self._task.failed.connect(self.opening_failed)
        self._task.cancelled.connect(self.opening_cancelled)

    @property
    def busy(self) -> bool:
        """Whether a clip is being opened."""
        return self._task.busy

    def open(self, order: OpeningOrder) -> None:
        """Start; ignored while another clip is being opened."""
        verbs = self._verbs

        def opened(cancel: CancelToken, report: Report) -> object:
            report(OpeningProgressed(0, 0))
            return verbs.open_clip(order, cancel, lambda done, total: report(OpeningProgressed(done, total)))

        self._task.start(opened)

    def cancel(self) -> None:
        """Ask it to stop; nothing is left of it in the library."""
        self._task.cancel()

    def shut_down(self) -> None:
        """Cancel, and wait until no thread runs any more."""
        self._task.shut_down()
