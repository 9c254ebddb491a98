"""Between a clip that is dropped on the window or chosen, and the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.events import StageProgressed
from desktop_app.domain.text import say
from desktop_app.services.opener import ClipOpener, OpeningProgressed
from desktop_app.services.opening_order import OpeningOrder
from desktop_app.services.session import Session
from desktop_app.ui.dialogs.open_clip_dialog import OpenClipDialog
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs


class OpeningPresenter(QObject):
    """Asks what is known of the clip, has it opened, and brings it into view.

    Signals:
        runs_changed: the id of the run that a clip has become.
    """

    runs_changed = Signal(str)

    def __init__(self, window: MainWindow, session: Session, opener: ClipOpener, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._opener = opener
        self._verbs = verbs
        window.menus.open.triggered.connect(self._on_open_wanted)
        window.clip_dropped.connect(self._on_clip_dropped)
        window.menus.cancel.triggered.connect(opener.cancel)
        session.run_started.connect(opener.cancel)
        opener.opening_progressed.connect(self._on_progressed)
        opener.clip_opened.connect(self._on_opened)
        opener.opening_failed.connect(self._on_failed)
        opener.opening_cancelled.connect(self._on_cancelled)

    @Slot()
    def _on_open_wanted(self) -> None:
        self._ask(None)

    @Slot(str)
    def _on_clip_dropped(self, path: str) -> None:
        self._ask(Path(path))

    def _ask(self, path: Path | None) -> None:
        if self._session.busy or self._opener.busy:
            return
        dialog = OpenClipDialog(path, self._verbs.readable_looks, self._window)
        dialog.opening_ordered.connect(self._on_ordered)
        dialog.open()

    @Slot(object)
    def _on_ordered(self, order: OpeningOrder) -> None:
        if self._session.busy or self._opener.busy:
            return
        self._window.progress.start({})
        self._window.menus.set_busy(True)
        self._window.concept.setEnabled(False)
        self._opener.open(order)

    @Slot(object)
    def _on_progressed(self, progress: OpeningProgressed) -> None:
        self._window.progress.note(StageProgressed("opening", progress.done, progress.total))

    @Slot(object)
    def _on_opened(self, run_id: str) -> None:
        self._end()
        self._window.progress.end(say("Opened"))
        self.runs_changed.emit(run_id)
        self._session.open_run(run_id)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        self._end()
        self._window.progress.end(say("The clip could not be opened"))
        show_failure(error, self._window)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._window.progress.end(say("Cancelled"))

    def _end(self) -> None:
        self._window.menus.set_busy(False)
        self._window.concept.setEnabled(True)
