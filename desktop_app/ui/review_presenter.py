"""Between the badge in the clip's header, the review dialog and what is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.review import Review
from desktop_app.services.run_changes import RunChanges
from desktop_app.services.session import Session
from desktop_app.services.settings import UserSettings
from desktop_app.ui.dialogs.review_dialog import ReviewDialog
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.domain.run import Run


class ReviewPresenter(QObject):
    """Has a person judge the run in view; the judgement is kept with the run.

    Signals:
        runs_changed: the list of runs is to be read again; carries no id, so that the selection stays.
    """

    runs_changed = Signal(str)

    def __init__(
        self, window: MainWindow, session: Session, changes: RunChanges, settings: UserSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._changes = changes
        self._settings = settings
        self._reviewed = ""
        window.header.review_clicked.connect(self.open)
        window.menus.review.triggered.connect(self.open)
        changes.run_changed.connect(self._on_run_changed)
        changes.failed.connect(self._on_failed)

    @Slot()
    def open(self) -> None:
        """Ask what is to be said of the run in view."""
        saved = self._session.saved
        if saved is None or self._session.busy:
            return
        self._reviewed = saved.run.id
        name, role = self._settings.reviewer
        dialog = ReviewDialog(saved.run.review, name, role, date.today().isoformat(), self._window)
        dialog.review_given.connect(self._on_review_given)
        dialog.review_taken_back.connect(self._on_review_taken_back)
        dialog.open()

    @Slot(object)
    def _on_review_given(self, review: Review) -> None:
        self._settings.reviewer = (review.name, review.role)
        self._changes.review(self._reviewed, review)

    @Slot()
    def _on_review_taken_back(self) -> None:
        self._changes.review(self._reviewed, None)

    @Slot(object)
    def _on_run_changed(self, run: Run) -> None:
        self._session.take_run(run)
        saved = self._session.saved
        if saved is not None and saved.run.id == run.id:
            self._window.header.show_run(run)
        self.runs_changed.emit("")

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)
