"""What a person says of a run, remembered with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Place
from desktop_app.domain.review import Review
from desktop_app.services.background import Report
from desktop_app.services.task_queue import TaskQueue

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.services.verbs import Verbs


class RunChanges(QObject):
    """Writes reviews, scales and places to the disk off the window's thread.

    Signals:
        run_changed: the `Run` as it is kept now.
        failed: a `HeatSketchError`.
    """

    run_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._queue = TaskQueue(self)
        self._queue.answered.connect(self.run_changed)
        self._queue.failed.connect(self.failed)

    def review(self, run_id: str, review: Review | None) -> None:
        """Keep a review; None takes it back."""
        verbs = self._verbs
        self._keep(lambda: verbs.review(run_id, review))

    def follow(self, run_id: str, places: tuple[Place, ...]) -> None:
        """Keep the points and regions that are followed over time."""
        verbs = self._verbs
        self._keep(lambda: verbs.keep_places(run_id, places))

    def scale(self, run_id: str, scale_K: tuple[float, float] | None) -> None:
        """Keep what the palette's ends stand for; None leaves it to the concept."""
        verbs = self._verbs
        self._keep(lambda: verbs.keep_scale(run_id, scale_K))

    def shut_down(self) -> None:
        """Return when everything is kept."""
        self._queue.shut_down()

    def _keep(self, change: Callable[[], Run]) -> None:
        def kept(_cancel: CancelToken, _report: Report) -> object:
            return change()

        self._queue.ask(kept)
