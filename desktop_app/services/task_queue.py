"""Everything that was asked for is done."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject

from desktop_app.services.background import Task, TaskThread
from desktop_app.services.one_at_a_time import OneAtATime


class TaskQueue(OneAtATime):
    """Runs every task given to it, in order; each is answered or fails by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Task] = deque()

    def ask(self, task: Task) -> None:
        """Run a task when those asked for before it have ended."""
        self._waiting.append(task)
        self._go_on()

    def shut_down(self) -> None:
        """Do all that still waits, and return when it is done; nobody is told any more how it went."""
        super().shut_down()
        while (task := self._next()) is not None:
            TaskThread(task).run()

    def _next(self) -> Task | None:
        return self._waiting.popleft() if self._waiting else None
