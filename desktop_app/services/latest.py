"""Only the newest question deserves an answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.services.background import Task, TaskThread


class LatestTask(QObject):
    """Runs the newest task given to it; answers to older ones are dropped.

    At most one thread runs: a task asked for meanwhile waits, and replaces one that already waits.

    Signals:
        answered: what the newest task returned.
        failed: a `HeatSketchError`, of the newest task.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Task | None = None
        self._thread: TaskThread | None = None
        self._stale = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def ask(self, task: Task) -> None:
        """Run a task; whatever was asked before is no longer wanted."""
        if self._thread is None:
            self._start(task)
        else:
            self._waiting = task
            self._stale = True
            self._thread.cancel()

    def forget(self) -> None:
        """Drop what was asked; nothing will be answered until the next `ask`."""
        self._waiting = None
        if self._thread is not None:
            self._stale = True
            self._thread.cancel()

    def finish(self) -> None:
        """Wait until the running task has ended; its answer still comes."""
        if self._thread is not None:
            self._thread.wait()

    def shut_down(self) -> None:
        """Forget everything and wait until the thread has ended."""
        self.forget()
        if self._thread is not None:
            self._thread.wait()

    def _start(self, task: Task) -> None:
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
        if self._waiting is not None:
            task, self._waiting = self._waiting, None
            self._start(task)
