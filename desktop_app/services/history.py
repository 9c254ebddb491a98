"""The kept runs: listing and deleting them off the window's thread."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report, Task
from desktop_app.services.latest import LatestTask

if TYPE_CHECKING:
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
        self._doomed: deque[str] = deque()
        self._listing = LatestTask(self)
        self._listing.answered.connect(self.runs_listed)
        self._listing.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a list is still to come."""
        return self._listing.busy

    def refresh(self) -> None:
        """List the runs again; `runs_listed` follows."""
        self._listing.ask(self._task())

    def delete(self, run_id: str) -> None:
        """Remove a run from the disk and list again."""
        self._doomed.append(run_id)
        self._listing.ask(self._task())

    def shut_down(self) -> None:
        """Wait until no thread runs any more."""
        self._listing.shut_down()

    def _task(self) -> Task:
        verbs, doomed = self._verbs, self._doomed

        def list_after_deleting(_cancel: CancelToken, _report: Report) -> object:
            while doomed:
                verbs.delete_run(doomed.popleft())
            return verbs.runs()

        return list_after_deleting
