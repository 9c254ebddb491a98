"""Between the wish for another scale, the dialog and what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.run_changes import RunChanges
from desktop_app.services.scale_finding import KnownPlace, ScaleFinding
from desktop_app.services.session import Session
from desktop_app.ui.dialogs.scale_dialog import ScaleDialog
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun


class ScalePresenter(QObject):
    """Asks what the palette's ends stand for in the run in view; the answer is kept with the run."""

    def __init__(self, window: MainWindow, session: Session, changes: RunChanges, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._changes = changes
        self._dialog: ScaleDialog | None = None
        self._saved: SavedRun | None = None
        self._picture: Frames | None = None
        self._finding = ScaleFinding(verbs, self)
        self._finding.scale_found.connect(self._on_scale_found)
        self._finding.scale_refused.connect(self._on_scale_refused)
        self._finding.bar_found.connect(self._on_bar_found)
        window.clip.scale_wanted.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Ask for a scale; the frame in view is the picture places are chosen in."""
        saved, picture = self._session.saved, self._window.clip.picture
        if saved is None or picture is None or self._session.busy or self._dialog is not None:
            return
        self._saved, self._picture = saved, picture
        own = saved.run.scale_K is not None
        self._dialog = ScaleDialog(picture, saved.run.temperature_range_K, own, self._window)
        self._dialog.places_known.connect(self._on_places_known)
        self._dialog.scale_ordered.connect(self._on_scale_ordered)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()
        self._finding.find_bar(saved)

    def shut_down(self) -> None:
        """Return when no thread runs any more."""
        self._finding.shut_down()

    @Slot(object, object)
    def _on_places_known(self, first: KnownPlace, second: KnownPlace) -> None:
        if self._saved is not None and self._picture is not None:
            self._finding.find_scale(self._saved, self._picture, first, second)

    @Slot(object)
    def _on_scale_found(self, scale_K: tuple[float, float]) -> None:
        if self._dialog is not None:
            self._dialog.show_found(scale_K)

    @Slot(object)
    def _on_scale_refused(self, error: HeatSketchError) -> None:
        if self._dialog is not None:
            self._dialog.show_refusal(error)

    @Slot(object)
    def _on_bar_found(self, box: PixelBox) -> None:
        if self._dialog is not None:
            self._dialog.show_bar(box)

    @Slot(object)
    def _on_scale_ordered(self, scale_K: tuple[float, float] | None) -> None:
        if self._saved is not None:
            self._changes.scale(self._saved.run.id, scale_K)

    @Slot(int)
    def _on_dialog_finished(self, _result: int) -> None:
        self._finding.forget()
        self._dialog = self._picture = None
