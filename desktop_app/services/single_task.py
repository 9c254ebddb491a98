"""One thing at a time in the background, ignored when asked again meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.services.background import Task, TaskThread


class SingleTask(QObject):
    """Runs a task on a thread of its own; when one of its three ends is told, the thread is gone.

    Signals:
        reported: whatever the task reports on its way.
        succeeded: what the task returned; failed: a `HeatSketchError`; cancelled.
    """

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: TaskThread | None = None

    @property
    def busy(self) -> bool:
        """Whether a task is running."""
        return self._thread is not None

    def start(self, task: Task) -> None:
        """Start; ignored while another task is running."""
        if self._thread is not None:
            return
        self._thread = TaskThread(task, self)
        self._thread.reported.connect(self.reported)
        self._thread.succeeded.connect(self._on_succeeded)
        self._thread.failed.connect(self._on_failed)
        self._thread.cancelled.connect(self._on_cancelled)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the task to stop."""
        if self._thread is not None:
            self._thread.cancel()

    def shut_down(self) -> None:
        """Cancel, and wait until no thread runs any more."""
        if self._thread is not None:
            self._thread.cancel()
            self._thread.wait()

    @Slot(object)
    def _on_succeeded(self, answer: object) -> None:
        self._end()
        self.succeeded.emit(answer)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
