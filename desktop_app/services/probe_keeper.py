"""Where a person laid the probe, remembered with its run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import RunUnreadable
from desktop_app.services.background import Report
from desktop_app.services.probe_reading import is_whole, read_along
from desktop_app.services.task_queue import TaskQueue

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


class ProbeKeeper(QObject):
    """Writes readings to the disk off the window's thread; a run that is gone by then needs none.

    Signals:
        probe_kept: the `Run` as it is kept now.
        failed: a `HeatSketchError`.
    """

    probe_kept = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._queue = TaskQueue(self)
        self._queue.answered.connect(self._on_answered)
        self._queue.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether something is still being kept."""
        return self._queue.busy

    def keep(self, saved: SavedRun, probe: Probe | None) -> None:
        """Keep the reading of a run along a probe, or its body; it is taken now unless `saved` has it."""
        verbs = self._verbs

        def kept(_cancel: CancelToken, _report: Report) -> object:
            try:
                reading = saved.reading if _has_reading_along(saved, probe) else None
                return verbs.keep_reading(saved.run.id, reading or read_along(verbs, saved, probe))
            except RunUnreadable:
                return None

        self._queue.ask(kept)

    def shut_down(self) -> None:
        """Return when everything is kept."""
        self._queue.shut_down()

    @Slot(object)
    def _on_answered(self, run: object) -> None:
        if run is not None:
            self.probe_kept.emit(run)


def _has_reading_along(saved: SavedRun, probe: Probe | None) -> bool:
    reading = saved.reading
    if reading is None or reading.probe != probe or not is_whole(reading, saved.clip):
        return False
    return reading.temperature_range_K == saved.run.temperature_range_K
