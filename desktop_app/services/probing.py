"""The run in view, read along its probe."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe
from desktop_app.domain.reading import Reading
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask
from desktop_app.services.probe_keeper import ProbeKeeper
from desktop_app.services.probe_reading import ProbeReading, beside_solution, is_whole, read_along

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun

KEEP_AFTER_MS = 800


class Probing(QObject):
    """Reads along the probe off the window's thread, and remembers with its run where it was laid.

    Signals:
        reading_changed: a `ProbeReading` of the run in view.
        probe_kept: the `Run` as it is kept now.
        failed: a `HeatSketchError`.
    """

    reading_changed = Signal(object)
    probe_kept = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, in_view: Callable[[], SavedRun | None], parent: QObject | None = None):
        """Read nothing yet.

        Args:
            verbs: the workflow.
            in_view: a method of its owner, which gives the run in view with the frames it has by now. It is
                held weakly: a cycle of the two would be ended by the collector of whatever thread runs it.
            parent: as usual.
        """
        super().__init__(parent)
        self._verbs = verbs
        self._owner = WeakMethod(in_view)
        self._probe: Probe | None = None
        self._growing = False
        self._unkept = False
        self._reading = LatestTask(self, overtaken_too=True)
        self._reading.answered.connect(self._on_answered)
        self._reading.failed.connect(self.failed)
        self._keeper = ProbeKeeper(verbs, self)
        self._keeper.probe_kept.connect(self.probe_kept)
        self._keeper.failed.connect(self.failed)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._on_keep_due)

    def leave(self) -> None:
        """The run in view is about to be another one: keep its probe, and answer nothing more of it."""
        self.keep()
        self._reading.forget()

    def view(self, probe: Probe | None) -> None:
        """Another run is in view, to be read along this probe; None leaves it to the body."""
        self._probe = probe

    def forget(self) -> None:
        """The run in view is gone."""
        self.forget_answers()
        self._unkept = False
        self._probe = None

    def forget_answers(self) -> None:
        """Answer nothing that is being worked out."""
        self._reading.forget()

    def set_growing(self, growing: bool) -> None:
        """Whether frames are still being added to the run; its probe is kept when it has ended."""
        self._growing = growing
        if not growing and self._unkept:
            self._keep_soon.start()

    def move(self, probe: Probe | None) -> None:
        """Read along another line from now on, or along the body; the newest answer comes at last.

        While it is called again and again, answers along the way come as fast as they can be had.
        """
        if self._probe is None:
            self._reading.forget()
        self._probe = probe
        self._unkept = True
        self._keep_soon.start()
        self.read_again()

    def take(self, reading: Reading) -> None:
        """A reading along the body came with frames; it counts unless a probe was laid."""
        if self._probe is None:
            self._compare(reading)
        else:
            self.read_again()

    def open(self, saved: SavedRun) -> None:
        """Answer for a run from the disk, from the reading it has if that is whole."""
        if saved.reading is not None and is_whole(saved.reading, saved.clip):
            self._compare(saved.reading)
        else:
            self.read_again()

    def rescale(self) -> None:
        """The palette's ends stand for other temperatures: read again, and remember that reading."""
        self._unkept = True
        self._keep_soon.start()
        self.read_again()

    def read_again(self) -> None:
        """Read what frames there are along the probe in force."""
        saved, probe, verbs = self._in_view(), self._probe, self._verbs
        if saved is None or not len(saved.clip.frames):
            return

        def read(_cancel: CancelToken, _report: Report) -> object:
            return beside_solution(verbs, saved, read_along(verbs, saved, probe))

        self._reading.ask(read)

    def keep(self) -> None:
        """Remember with the run in view where its probe was laid, if that is not done yet."""
        saved, probe = self._in_view(), self._probe
        if self._unkept and saved is not None and len(saved.clip.frames):
            self._keeper.keep(saved, probe)
        self._unkept = False

    def stop_reading(self) -> None:
        """Wait until nothing is read any more, and read nothing from now on."""
        self._reading.shut_down()

    def shut_down(self) -> None:
        """Keep what is to be kept, and wait until no thread runs any more."""
        self.stop_reading()
        self.keep()
        self._keeper.shut_down()

    def _in_view(self) -> SavedRun | None:
        in_view = self._owner()
        return in_view() if in_view is not None else None

    def _compare(self, reading: Reading) -> None:
        """Put the solution beside a reading that is there already."""
        saved, verbs = self._in_view(), self._verbs
        if saved is None:
            return

        def compared(_cancel: CancelToken, _report: Report) -> object:
            return beside_solution(verbs, saved, reading)

        self._reading.ask(compared)

    @Slot(object)
    def _on_answered(self, answer: ProbeReading) -> None:
        self.reading_changed.emit(answer)

    @Slot()
    def _on_keep_due(self) -> None:
        if not self._growing:
            self.keep()
