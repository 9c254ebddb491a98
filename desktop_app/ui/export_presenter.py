"""Between the export dialog, the exporter and the run in view."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot

from desktop_app.domain.errors import HeatSketchError
from desktop_app.services.exporter import Exporter, ExportOrder, ExportProgressed
from desktop_app.services.judging import Judgement
from desktop_app.services.probe_reading import is_whole
from desktop_app.services.session import Session
from desktop_app.services.settings import UserSettings
from desktop_app.ui.dialogs.export_dialog import ExportDialog
from desktop_app.ui.failures import show_failure
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.translation import current_language

if TYPE_CHECKING:
    from desktop_app.domain.laws import LawReport
    from desktop_app.workflow.history import SavedRun

NAME_LENGTH = 48


class ExportPresenter(QObject):
    """Opens the dialog and carries its orders out; one at a time."""

    def __init__(
        self, window: MainWindow, session: Session, exporter: Exporter, settings: UserSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._exporter = exporter
        self._settings = settings
        self._dialog: ExportDialog | None = None
        self._saved: SavedRun | None = None
        self._report: LawReport | None = None
        window.menus.export.triggered.connect(self.open)
        window.header.export_clicked.connect(self.open)
        session.reading_changed.connect(self._on_reading_changed)
        session.judgement_changed.connect(self._on_judgement_changed)
        exporter.export_progressed.connect(self._on_export_progressed)
        exporter.export_finished.connect(self._on_export_finished)
        exporter.export_failed.connect(self._on_export_failed)
        exporter.export_cancelled.connect(self._on_export_cancelled)

    @Slot()
    def open(self) -> None:
        """Offer to export the run in view."""
        saved = self._session.saved
        if saved is None or self._session.busy or self._dialog is not None:
            return
        suggestion = unused(self._folder() / file_name(saved.run.concept.prompt))
        self._saved = wholly_read(saved)
        readable = _readable(self._saved)
        self._report = self._session.judgement.report
        self._dialog = ExportDialog(
            suggestion, current_language(), readable, self._window, self._saved.run.review
        )
        self._dialog.set_report(self._report)
        self._dialog.export_ordered.connect(self._on_export_ordered)
        self._dialog.cancel_clicked.connect(self._exporter.cancel)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    def _folder(self) -> Path:
        movies = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        places = (self._settings.export_folder, Path(movies) if movies else None, Path.home())
        return next(place for place in places if place is not None and place.is_dir())

    @Slot(object)
    def _on_export_ordered(self, order: ExportOrder) -> None:
        if self._saved is not None:
            self._exporter.export(self._saved, order, self._report)

    @Slot()
    def _on_reading_changed(self) -> None:
        """A run that was only just opened or made may be read while the dialog is open."""
        newer = self._session.saved
        if newer is not None and self._dialog is not None and self._takes(newer):
            self._saved = wholly_read(newer)
            self._dialog.set_readable(_readable(self._saved))

    @Slot(object)
    def _on_judgement_changed(self, judgement: Judgement) -> None:
        """So may the laws be judged."""
        newer = self._session.saved
        if newer is not None and self._dialog is not None and self._takes(newer):
            self._report = judgement.report
            self._dialog.set_report(self._report)

    def _takes(self, newer: SavedRun) -> bool:
        """Whether the run in view is the one to be exported, and may still change."""
        exported = self._saved
        return exported is not None and newer.run.id == exported.run.id and not self._exporter.busy

    @Slot(object)
    def _on_export_progressed(self, progress: ExportProgressed) -> None:
        if self._dialog is not None:
            self._dialog.note(progress)

    @Slot(object)
    def _on_export_finished(self, order: ExportOrder) -> None:
        self._settings.export_folder = order.path.parent
        if self._dialog is not None:
            self._dialog.finish(order)

    @Slot(object)
    def _on_export_failed(self, error: HeatSketchError) -> None:
        if self._dialog is not None:
            self._dialog.stop()
        show_failure(error, self._dialog if self._dialog is not None else self._window)

    @Slot()
    def _on_export_cancelled(self) -> None:
        if self._dialog is not None:
            self._dialog.stop()

    @Slot(int)
    def _on_dialog_finished(self, _result: int) -> None:
        self._dialog = self._saved = self._report = None


def wholly_read(saved: SavedRun) -> SavedRun:
    """The run without a reading that is not of all its frames."""
    reading = saved.reading
    whole = reading is None or is_whole(reading, saved.clip)
    return saved if whole else replace(saved, reading=None)


def _readable(saved: SavedRun) -> bool:
    return saved.reading is not None and saved.reading.readable


def unused(path: Path) -> Path:
    """The path itself, or the same with a number where there is such a file already."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def file_name(prompt: str) -> str:
    """A file name from a prompt, in whatever script it is written."""
    words = re.findall(r"\w+", prompt)
    name = "-".join(words)[:NAME_LENGTH].strip("-_")
    return f"{name or 'heatsketch'}.mp4"
