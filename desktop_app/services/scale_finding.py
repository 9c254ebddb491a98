"""A clip's scale from two places whose temperatures a person knows, and the scale printed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report
from desktop_app.services.latest import LatestTask

if TYPE_CHECKING:
    from desktop_app.domain.clip import Frames
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun

KnownPlace = tuple[float, float, float]
"""x and y, pixels from the top left, and the temperature there, K."""


class ScaleFinding(QObject):
    """Works scales out off the window's thread.

    Signals:
        scale_found: what the palette's ends stand for, K; scale_refused: a `HeatSketchError`.
        bar_found: the `PixelBox` of a printed scale in the run's palette; it does not come where none is.
    """

    scale_found = Signal(object)
    scale_refused = Signal(object)
    bar_found = Signal(object)

    def __init__(self, verbs: Verbs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verbs = verbs
        self._scale = LatestTask(self)
        self._scale.answered.connect(self.scale_found)
        self._scale.failed.connect(self.scale_refused)
        self._bar = LatestTask(self)
        self._bar.answered.connect(self._on_bar_answered)

    def find_scale(self, saved: SavedRun, picture: Frames, first: KnownPlace, second: KnownPlace) -> None:
        """Work out the scale from two places of a picture; an answer or a refusal follows."""
        verbs, run = self._verbs, saved.run

        def found(_cancel: CancelToken, _report: Report) -> object:
            return verbs.scale_from(run, picture, first, second)

        self._scale.ask(found)

    def find_bar(self, saved: SavedRun) -> None:
        """Look for a printed scale in a run's frames."""
        verbs = self._verbs

        def found(_cancel: CancelToken, _report: Report) -> object:
            return verbs.printed_scale(saved)

        self._bar.ask(found)

    def forget(self) -> None:
        """Answer nothing more."""
        self._scale.forget()
        self._bar.forget()

    def shut_down(self) -> None:
        """Return when no thread runs any more."""
        self._scale.shut_down()
        self._bar.shut_down()

    def _on_bar_answered(self, box: object) -> None:
        if box is not None:
            self.bar_found.emit(box)
