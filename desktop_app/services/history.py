"""The kept runs: listing and deleting them off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.task_queue import TaskQueue

if TYPE_CHECKING:
    from desktop_app.domain.errors import HeatSketchError
    from desktop_app.services.verbs import Verbs


class History(QObject):
    """Keeps the list of runs fresh.

    Signals:
        runs_listed: a tuple of `Run`, newest first.
        failed: a `HeatSketchError`.
    """

    runs_listed = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._deleting = TaskQueue(self)
        self._deleting.answered.connect(self._on_deleted)
        self._deleting.failed.connect(self._on_deletion_failed)
        self._listing = LatestTask(self)
        self._listing.answered.connect(self.runs_listed)
        self._listing.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a list is still to come."""
        return self._deleting.busy or self._listing.busy

    @Slot()
    def refresh(self) -> None:
        """List the runs again; `runs_listed` follows."""
        verbs = self._verbs

        def listed(_cancel: CancelToken, _report: Report) -> object:
            return verbs.runs()

        self._listing.ask(listed)

    def delete(self, run_id: str) -> None:
        """Remove a run from the disk and list again."""
        verbs = self._verbs

        def deleted(_cancel: CancelToken, _report: Report) -> object:
            verbs.delete_run(run_id)
            return None

        self._deleting.ask(deleted)

    def shut_down(self) -> None:
        """Remove what is still to be removed, and wait until no thread runs any more."""
        self._deleting.shut_down()
        self._listing.shut_down()

    @Slot()
    def _on_deleted(self) -> None:
        self.refresh()

    @Slot(object)
    def _on_deletion_failed(self, error: HeatSketchError) -> None:
        self.failed.emit(error)
        self.refresh()
