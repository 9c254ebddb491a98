"""Of the questions that wait, only the newest deserves an answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop_app.services.background import Task
from desktop_app.services.one_at_a_time import OneAtATime


class LatestTask(OneAtATime):
    """Runs the newest task given to it; one asked for meanwhile waits, and replaces one that already waits.

    The answer to the running task is dropped as soon as something newer is asked, unless `overtaken_too`:
    then it comes all the same, so that questions asked faster than they can be answered are not all in vain.
    A failure is told only of the newest task.
    """

    def __init__(self, parent: QObject | None = None, *, overtaken_too: bool = False) -> None:
        super().__init__(parent)
        self._overtaken_too = overtaken_too
        self._waiting: Task | None = None

    def ask(self, task: Task) -> None:
        """Run a task, next after the one that runs."""
        self._waiting = task
        if not self._overtaken_too:
            self._drop_running()
        self._go_on()

    def forget(self) -> None:
        """Drop what was asked; nothing will be answered until the next `ask`."""
        self._waiting = None
        self._drop_running()

    def shut_down(self) -> None:
        """Forget everything, wait until the thread has ended, and start none from now on."""
        self.forget()
        super().shut_down()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self._waiting is None:
            super()._on_failed(error)

    def _next(self) -> Task | None:
        task, self._waiting = self._waiting, None
        return task
