"""The way out for one plot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.domain.errors import HeatSketchError
from desktop_app.ui.concept.editors.mini_button import MiniButton
from desktop_app.ui.failures import show_failure
from desktop_app.ui.reading.plot_export import save_plot
from desktop_app.ui.reading.reading_table import csv_text

if TYPE_CHECKING:
    from desktop_app.ui.reading.styled_plot import StyledPlot


class PlotMenu(MiniButton):
    """A button “…” with what can be done with a plot.

    Attributes:
        folder: where the last plot was saved, for all plots together.
    """

    folder: Path | None = None

    def __init__(self, plot: StyledPlot) -> None:
        super().__init__("more", parent=plot)
        self.setPopupMode(MiniButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        menu = QMenu(self)
        self.save_png, self.save_svg = menu.addAction(""), menu.addAction("")
        menu.addSeparator()
        self.copy_csv, self.save_csv = menu.addAction(""), menu.addAction("")
        self.setMenu(menu)
        self.save_png.triggered.connect(self._on_save_png)
        self.save_svg.triggered.connect(self._on_save_svg)
        self.save_csv.triggered.connect(self._on_save_csv)
        self.copy_csv.triggered.connect(self._on_copy_csv)
        self._retranslate()

    def save(self, path: Path) -> None:
        """Save the plot as what the file's name ends in; what goes wrong is told in a dialog."""
        try:
            save_plot(self._plot(), path)
        except HeatSketchError as error:
            show_failure(error, self.window())
        else:
            PlotMenu.folder = path.parent

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_save_png(self) -> None:
        self._ask("png", self.tr("PNG picture (*.png)"))

    @Slot()
    def _on_save_svg(self) -> None:
        self._ask("svg", self.tr("SVG drawing (*.svg)"))

    @Slot()
    def _on_save_csv(self) -> None:
        self._ask("csv", self.tr("CSV table (*.csv)"))

    @Slot()
    def _on_copy_csv(self) -> None:
        QGuiApplication.clipboard().setText(csv_text(self._plot().rows(), self._plot().columns))

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.save(Path(name))

    def _plot(self) -> StyledPlot:
        return cast("StyledPlot", self.parentWidget())

    def _ask(self, suffix: str, kind: str) -> None:
        path = _folder() / f"{self._plot().file_stem}.{suffix}"
        chooser = QFileDialog(self.window(), self.tr("Save the plot"), str(path), kind)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix)
        chooser.selectFile(path.name)
        chooser.fileSelected.connect(self._on_file_selected)
        chooser.open()

    def _retranslate(self) -> None:
        self.say(self.tr("Save or copy this plot"))
        self.save_png.setText(self.tr("Save as PNG…"))
        self.save_svg.setText(self.tr("Save as SVG…"))
        self.copy_csv.setText(self.tr("Copy as CSV"))
        self.save_csv.setText(self.tr("Save as CSV…"))


def _folder() -> Path:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    places = (PlotMenu.folder, Path(pictures) if pictures else None, Path.home())
    return next(place for place in places if place is not None and place.is_dir())
