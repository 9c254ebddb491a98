"""Points and regions of the run in view, read over time and remembered with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Place
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.run_changes import RunChanges

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun

KEEP_AFTER_MS = 800


class PlaceWatching(QObject):
    """Reads places off the window's thread; while they are moved, answers come as fast as they can be had.

    Signals:
        readings_changed: a tuple of `PlaceReading`, one a place.
        failed: a `HeatSketchError`.
    """

    readings_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, changes: RunChanges, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._changes = changes
        self._unkept: tuple[str, tuple[Place, ...]] | None = None
        self._reading = LatestTask(self, overtaken_too=True)
        self._reading.answered.connect(self.readings_changed)
        self._reading.failed.connect(self.failed)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)

    def read(self, saved: SavedRun, places: tuple[Place, ...]) -> None:
        """Read a run at places; `readings_changed` follows with the newest answer at last."""
        if not places:
            self._reading.forget()
            self.readings_changed.emit(())
            return
        verbs, asked = self._verbs, replace(saved, run=replace(saved.run, places=places))

        def read(_cancel: CancelToken, _report: Report) -> object:
            return verbs.read_places(asked)

        self._reading.ask(read)

    def follow(self, saved: SavedRun, places: tuple[Place, ...]) -> None:
        """Read a run at other places from now on, and remember them soon."""
        if self._unkept is not None and self._unkept[0] != saved.run.id:
            self.keep()
        self._unkept = (saved.run.id, places)
        self._keep_soon.start()
        self.read(saved, places)

    def leave(self) -> None:
        """Another run comes into view: keep what is to be kept, and answer nothing more of this one."""
        self.keep()
        self._reading.forget()

    @Slot()
    def keep(self) -> None:
        """Remember the places with their run, if that is not done yet."""
        unkept, self._unkept = self._unkept, None
        if unkept is not None:
            self._changes.follow(*unkept)

    def forget(self) -> None:
        """The run in view is gone."""
        self._unkept = None
        self._reading.forget()

    def shut_down(self) -> None:
        """Hand on what is to be kept, and wait until no thread runs any more."""
        self._keep_soon.stop()
        self._reading.shut_down()
        self.keep()
