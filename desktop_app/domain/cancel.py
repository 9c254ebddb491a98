"""How a long job learns that nobody wants it any more."""

from __future__ import annotations

import threading

from desktop_app.domain.errors import Cancelled


class CancelToken:
    """Set once from any thread; looked at by whoever does the work."""

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; calling it again changes nothing."""
        self._event.set()

    def check(self) -> None:
        """Return, or raise `Cancelled` where the job was asked to stop."""
        if self.cancelled:
            raise Cancelled
