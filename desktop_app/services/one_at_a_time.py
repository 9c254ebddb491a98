"""Tasks that share one place in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.services.background import Task, TaskThread


class OneAtATime(QObject):
    """Runs tasks one after another; a subclass decides which of those that wait comes next.

    Signals:
        answered: what a task returned.
        failed: a `HeatSketchError`.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: TaskThread | None = None
        self._stale = False
        self._shut_down = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def finish(self) -> None:
        """Wait until the running task has ended; its answer still comes."""
        if self._thread is not None:
            self._thread.wait()

    def shut_down(self) -> None:
        """Wait until no thread runs any more, and start none from now on."""
        self._shut_down = True
        self.finish()

    def _next(self) -> Task | None:
        """Take the task that is to run now from those that wait."""
        raise NotImplementedError

    def _drop_running(self) -> None:
        """Let the running task end early; it is not answered."""
        if self._thread is not None:
            self._stale = True
            self._thread.cancel()

    def _go_on(self) -> None:
        """Start the next task unless one runs."""
        if self._thread is not None or self._shut_down:
            return
        task = self._next()
        if task is None:
            return
        self._stale = False
        self._thread = TaskThread(task, self)
        self._thread.succeeded.connect(self._on_succeeded)
        self._thread.failed.connect(self._on_failed)
        self._thread.finished.connect(self._on_finished)
        self._thread.start()

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        if not self._stale:
            self.answered.emit(answer)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not self._stale:
            self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
        self._go_on()
