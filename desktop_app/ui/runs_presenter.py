"""Between the strip of runs, the session and what is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.history import History
from desktop_app.services.session import Session
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.domain.run import Run
    from desktop_app.workflow.history import SavedRun


class RunsPresenter(QObject):
    """Lists, opens and deletes runs.

    Signals:
        export_wanted: the run in view is to be exported; it was asked for in the list.
        view_cleared: the run in view was deleted.
    """

    export_wanted = Signal()
    view_cleared = Signal()

    def __init__(self, window: MainWindow, session: Session, history: History) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._history = history
        self._select: str = ""
        self._export: str = ""
        self._doomed: str = ""
        window.runs.run_chosen.connect(self._on_run_chosen)
        window.runs.run_export_wanted.connect(self._on_export_wanted)
        window.runs.run_delete_wanted.connect(self._on_delete_wanted)
        history.runs_listed.connect(self._on_runs_listed)
        history.failed.connect(self._on_failed)
        session.run_opened.connect(self._on_run_opened)

    @Slot(str)
    def refresh(self, run_id: str) -> None:
        """List the runs again and select one (none where the id is empty)."""
        self._select = run_id
        self._history.refresh()

    @Slot(object)
    def _on_runs_listed(self, runs: tuple[Run, ...]) -> None:
        self._window.runs.set_runs(runs)
        if self._select:
            self._window.runs.select(self._select)
            self._select = ""

    @Slot(str)
    def _on_run_chosen(self, run_id: str) -> None:
        self._export = ""
        self._session.open_run(run_id)

    @Slot(str)
    def _on_export_wanted(self, run_id: str) -> None:
        saved = self._session.saved
        if saved is not None and saved.run.id == run_id:
            self.export_wanted.emit()
            return
        self._export = run_id
        self._session.open_run(run_id)

    @Slot(object)
    def _on_run_opened(self, saved: SavedRun) -> None:
        if saved.run.id == self._export:
            self._export = ""
            self.export_wanted.emit()

    @Slot(str)
    def _on_delete_wanted(self, run_id: str) -> None:
        self._doomed = run_id
        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("HeatSketch"))
        question.setText(self.tr("Delete this run?"))
        question.setInformativeText(self.tr("Its frames and its reading are removed from the disk for good."))
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.setAccessibleName(self.tr("Delete the run"))
        keep = question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        keep.setAccessibleName(self.tr("Keep the run"))
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        delete.clicked.connect(self._on_delete_confirmed)
        question.open()

    @Slot()
    def _on_delete_confirmed(self) -> None:
        if self._session.forget_run(self._doomed):
            self.view_cleared.emit()
        self._history.delete(self._doomed)

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)
