"""The three plots of a reading, one above the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.kymograph_plot import KymographPlot
from desktop_app.ui.reading.points_plot import PointsPlot
from desktop_app.ui.reading.profile_plot import ProfilePlot
from desktop_app.ui.theme import set_role

_POINTS = (0.1, 0.5, 0.9)
_SUSPECT_SHARE = 0.1


class PlotsPage(QWidget):
    """Keeps the plots of one reading in step with each other."""

    frame_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._complete = True
        self._solution_C: NDArray[np.float64] | None = None
        self.profile = ProfilePlot(_POINTS)
        self.kymograph = KymographPlot()
        self.points = PointsPlot(_POINTS)
        self.note = QLabel(wordWrap=True)
        self.note.setContentsMargins(12, 8, 12, 0)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(6)
        for plot, share in ((self.profile, 11), (self.kymograph, 8), (self.points, 10)):
            splitter.addWidget(plot)
            splitter.setStretchFactor(splitter.count() - 1, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.note)
        layout.addWidget(splitter, 1)
        self.profile.point_moved.connect(self._on_point_moved)
        self.points.point_moved.connect(self._on_point_moved)
        for plot in (self.kymograph, self.points):
            plot.frame_selected.connect(self.frame_selected)

    def show_reading(self, reading: Reading, complete: bool) -> None:
        """Draw a readable reading; `complete` is whether it is of the whole clip."""
        self._reading, self._complete = reading, complete
        expected = 0 if complete or self._solution_C is None else len(self._solution_C)
        num_frames = max(len(reading.temperature_K), expected)
        self.profile.show_reading(reading)
        self.kymograph.show_reading(reading, num_frames)
        self.points.show_reading(reading, num_frames)
        self._write_note()

    def show_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Draw the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self.profile.show_solution(solution_C)
        self.points.show_solution(solution_C)

    def show_look(self, look: Look | None) -> None:
        """Draw the map in a look's palette."""
        self.kymograph.show_look(look)

    def show_frame(self, index: int) -> None:
        """Show frame `index` in all of them."""
        self.profile.show_frame(index)
        self.kymograph.show_frame(index)
        self.points.show_frame(index)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write_note()

    def _on_point_moved(self, index: int, position: float) -> None:
        self.profile.move_point(index, position)
        self.points.move_point(index, position)

    def _write_note(self) -> None:
        """Say what a person should know before believing the plots."""
        reading = self._reading
        if reading is None:
            return
        role, text = "small", ""
        if not self._complete:
            text = self.tr("Reading as frames arrive: {count} so far").format(count=len(reading.time_s))
        elif reading.off_palette_fraction > _SUSPECT_SHARE:
            role = "caution"
            text = self.tr("{percent} % of the samples are far from the palette: read with care.").format(
                percent=round(100 * reading.off_palette_fraction)
            )
        elif reading.saturated_fraction > _SUSPECT_SHARE:
            role = "caution"
            text = self.tr("{percent} % of the samples are at an end of the scale: read with care.").format(
                percent=round(100 * reading.saturated_fraction)
            )
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_role(self.note, role)
