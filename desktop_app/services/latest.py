"""Only the newest question deserves an answer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.services.background import Task
from desktop_app.services.one_at_a_time import OneAtATime


class LatestTask(OneAtATime):
    """Runs the newest task given to it; answers to older ones are dropped.

    At most one thread runs: a task asked for meanwhile waits, and replaces one that already waits.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Task | None = None

    def ask(self, task: Task) -> None:
        """Run a task; whatever was asked before is no longer wanted."""
        self._waiting = task
        self._drop_running()
        self._go_on()

    def forget(self) -> None:
        """Drop what was asked; nothing will be answered until the next `ask`."""
        self._waiting = None
        self._drop_running()

    def shut_down(self) -> None:
        """Forget everything and wait until the thread has ended."""
        self.forget()
        self.finish()

    def _next(self) -> Task | None:
        task, self._waiting = self._waiting, None
        return task
