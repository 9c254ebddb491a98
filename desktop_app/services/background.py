"""Work off the window's thread, and the one way its failures come back."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, HeatSketchError
from desktop_app.domain.text import say

Report = Callable[[object], None]
Task = Callable[[CancelToken, Report], object]
"""Something to do elsewhere: looks at the token, reports its progress, returns its answer."""


class BackgroundThread(QThread):
    """A thread whose work ends in exactly one of: its own success signal, `failed`, `cancelled`.

    Signals:
        failed: a `HeatSketchError`, also for errors nobody foresaw.
        cancelled: the work stopped because `cancel` was called.
    """

    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = CancelToken()

    def cancel(self) -> None:
        """Ask the work to stop; safe from any thread, at any time."""
        self._token.cancel()

    @property
    def cancelling(self) -> bool:
        """Whether the work was asked to stop."""
        return self._token.cancelled

    def run(self) -> None:
        """Do the work; called by Qt on the new thread."""
        try:
            with only_sentences():
                self._work(self._token)
        except Cancelled:
            self.cancelled.emit()
        except HeatSketchError as error:
            self.failed.emit(error)

    def _work(self, cancel: CancelToken) -> None:
        raise NotImplementedError


class TaskThread(BackgroundThread):
    """Runs one `Task`.

    Signals:
        reported: whatever the task reports on its way.
        succeeded: what the task returned.
    """

    reported = Signal(object)
    succeeded = Signal(object)

    def __init__(self, task: Task, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task

    def _work(self, cancel: CancelToken) -> None:
        self.succeeded.emit(self._task(cancel, self.reported.emit))


@contextmanager
def only_sentences() -> Iterator[None]:
    """Let nothing out of the block but `Cancelled` and `HeatSketchError`: an unforeseen error becomes one."""
    try:
        yield
    except (Cancelled, HeatSketchError):
        raise
    except MemoryError as error:
        raise _no_memory() from error
    except Exception as error:
        raise _unexpected(error) from error


def _no_memory() -> HeatSketchError:
    return HeatSketchError(
        say("There is not enough memory for this clip."),
        say("Close other programs, or generate it in a smaller size or with fewer frames."),
    )


def _unexpected(error: Exception) -> HeatSketchError:
    """The traceback goes into the folded details."""
    return HeatSketchError(
        say("Something unexpected went wrong."),
        say("Try again; if it happens again, copy the details and report them."),
        "".join(traceback.format_exception(error)),
    )
