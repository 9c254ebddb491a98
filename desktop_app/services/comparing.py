"""Two runs compared off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs


class Comparing(QObject):
    """Compares one pair at a time; only the newest counts.

    Signals:
        compared: a `Comparison`.
        failed: a `HeatSketchError`.
    """

    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._task = LatestTask(self)
        self._task.answered.connect(self.compared)
        self._task.failed.connect(self.failed)

    def compare(self, first_id: str, second_id: str) -> None:
        """Put two runs side by side; `compared` or `failed` follows."""
        verbs = self._verbs

        def compared(cancel: CancelToken, _report: Report) -> object:
            return verbs.compare(first_id, second_id, cancel)

        self._task.ask(compared)

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._task.forget()

    def shut_down(self) -> None:
        """Return when no thread runs any more."""
        self._task.shut_down()
