"""Between the File menu and what is saved of the run in view besides its video."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import say
from desktop_app.services.background import Report
from desktop_app.services.session import Session
from desktop_app.services.settings import UserSettings
from desktop_app.services.task_queue import TaskQueue
from desktop_app.ui.export_presenter import file_name, unused, wholly_read
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.translation import current_language

if TYPE_CHECKING:
    from desktop_app.services.verbs import Verbs
    from desktop_app.workflow.history import SavedRun

Write = Callable[[Path, CancelToken], None]


@dataclass(frozen=True)
class _Kind:
    """A kind of file: its ending, what the chooser calls itself, and its filter."""

    ending: str
    title: str
    filter: str


class ReportPresenter(QObject):
    """Asks where to, and writes in the background; failures are told, success is said at the foot."""

    def __init__(self, window: MainWindow, session: Session, verbs: Verbs, settings: UserSettings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._verbs = verbs
        self._settings = settings
        self._queue = TaskQueue(self)
        self._queue.answered.connect(self._on_saved)
        self._queue.failed.connect(self._on_failed)
        window.menus.report.triggered.connect(self._on_report_wanted)
        window.menus.reading_npz.triggered.connect(self._on_npz_wanted)
        window.menus.reading_csv.triggered.connect(self._on_csv_wanted)

    def save_report(self, saved: SavedRun, path: Path) -> None:
        """Write the report on a run, in the window's language."""
        in_view = self._session.saved
        shown = in_view is not None and in_view.run.id == saved.run.id
        laws = self._session.judgement.report if shown else None
        verbs, language = self._verbs, current_language()
        self._write(path, lambda to, cancel: verbs.save_report(saved, to, language, cancel, laws))

    def shut_down(self) -> None:
        """Return when everything that was asked for is written."""
        self._queue.shut_down()

    @Slot()
    def _on_report_wanted(self) -> None:
        kind = _Kind(".html", self.tr("Save a report"), self.tr("Web page (*.html)"))
        self._ask(kind, self.save_report)

    @Slot()
    def _on_npz_wanted(self) -> None:
        verbs = self._verbs
        kind = _Kind(".npz", self.tr("Save the reading"), self.tr("NumPy arrays (*.npz)"))
        self._ask(
            kind,
            lambda saved, path: self._write(path, lambda to, _cancel: verbs.export_reading(saved, to)),
        )

    @Slot()
    def _on_csv_wanted(self) -> None:
        verbs = self._verbs
        kind = _Kind(".csv", self.tr("Save the reading"), self.tr("Table (*.csv)"))
        self._ask(
            kind,
            lambda saved, path: self._write(path, lambda to, _cancel: verbs.export_profile(saved, to)),
        )

    def _ask(self, kind: _Kind, save: Callable[[SavedRun, Path], None]) -> None:
        """Let a person choose a file; one of that name is only replaced when they say so."""
        saved = self._session.saved
        if saved is None or self._session.busy:
            return
        whole = wholly_read(saved)
        suggestion = (self._folder() / file_name(saved.run.concept.prompt)).with_suffix(kind.ending)
        chooser = QFileDialog(self._window, kind.title, str(unused(suggestion)), kind.filter)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(kind.ending.removeprefix("."))
        chooser.fileSelected.connect(lambda path: save(whole, Path(path)))
        chooser.open()

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        places = (self._settings.export_folder, Path(documents) if documents else None, Path.home())
        return next(place for place in places if place is not None and place.is_dir())

    def _write(self, path: Path, write: Write) -> None:
        def written(cancel: CancelToken, _report: Report) -> object:
            write(path, cancel)
            return path

        self._queue.ask(written)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._settings.export_folder = path.parent
        if not self._session.busy:
            self._window.progress.end(say("Saved as {name}", name=path.name))

    @Slot(object)
    def _on_failed(self, error: HeatSketchError) -> None:
        show_failure(error, self._window)
