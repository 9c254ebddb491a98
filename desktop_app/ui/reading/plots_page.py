"""The plots of a reading and its laws."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.laws import LawMark, LawReport
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.kymograph_plot import KymographPlot
from desktop_app.ui.reading.laws_page import LawsPage
from desktop_app.ui.reading.points_plot import PointsPlot
from desktop_app.ui.reading.profile_plot import ProfilePlot
from desktop_app.ui.reading.view_switch import ViewSwitch
from desktop_app.ui.theme import set_role

_POINTS = (0.1, 0.5, 0.9)
_LEAST_HEIGHT = 130
_SUSPECT_SHARE = 0.1


class PlotsPage(QWidget):
    """Keeps the plots of one reading in step with each other.

    Profile and points give way to the laws; the map below stays, since it shows where the laws are broken.

    Signals:
        frame_selected: a frame's number.
        law_hovered: the `LawMark` of the law that is pointed at, or None.
    """

    frame_selected = Signal(int)
    law_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._complete = True
        self._solution_C: NDArray[np.float64] | None = None
        self.switch = ViewSwitch()
        self.profile = ProfilePlot(_POINTS)
        self.kymograph = KymographPlot()
        self.points = PointsPlot(_POINTS)
        for scrolled in (self.profile, self.points):
            scrolled.view.setMinimumHeight(_LEAST_HEIGHT)
        self.laws = LawsPage()
        self.note = QLabel(wordWrap=True)
        self.note.setContentsMargins(12, 8, 12, 0)
        self._views = QStackedWidget()
        self._views.addWidget(_scrolled(_splitter((self.profile, 12), (self.points, 9))))
        self._views.addWidget(self.laws)
        self._lay_out()
        self.profile.point_moved.connect(self._on_point_moved)
        self.points.point_moved.connect(self._on_point_moved)
        for plot in (self.kymograph, self.points):
            plot.frame_selected.connect(self.frame_selected)
        self.switch.view_chosen.connect(self._views.setCurrentIndex)
        self.laws.frame_selected.connect(self.frame_selected)
        self.laws.mark_hovered.connect(self._on_mark_hovered)

    def show_reading(self, reading: Reading, complete: bool) -> None:
        """Draw a readable reading; `complete` is whether it is of the whole clip."""
        self._reading, self._complete = reading, complete
        expected = 0 if complete or self._solution_C is None else len(self._solution_C)
        num_frames = max(len(reading.temperature_K), expected)
        self.profile.show_reading(reading)
        self.kymograph.show_reading(reading, num_frames)
        self.points.show_reading(reading, num_frames)
        self.laws.show_reading(reading)
        self._write_note()

    def show_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Draw the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self.profile.show_solution(solution_C)
        self.points.show_solution(solution_C)

    def show_laws(self, report: LawReport | None, pending: bool) -> None:
        """Show what the clip does with the laws; `pending` is whether that is being found out."""
        self.switch.show_report(report, pending)
        self.laws.show_report(report, pending)
        verdicts = () if report is None else report.verdicts
        broken = (verdict.mark for verdict in verdicts if verdict.verdict == "broken")
        self.kymograph.show_marks(mark for mark in broken if mark is not None)

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

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 10, 12, 2)
        row.addWidget(self.switch)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self._views, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_splitter((upper, 23), (self.kymograph, 8)))

    @Slot(object)
    def _on_mark_hovered(self, mark: LawMark | None) -> None:
        self.kymograph.point_at(mark)
        self.law_hovered.emit(mark)

    @Slot(int, float)
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


def _scrolled(content: QWidget) -> QScrollArea:
    """Content that is as high as there is room, and scrolled where that is less than it needs."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_role(content, "scrolled")
    made.setWidget(content)
    return made


def _splitter(*parts: tuple[QWidget, int]) -> QSplitter:
    """Widgets one above the other, and how they share the room."""
    made = QSplitter(Qt.Orientation.Vertical)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(6)
    for widget, share in parts:
        made.addWidget(widget)
        made.setStretchFactor(made.count() - 1, share)
    made.setSizes([100 * share for _, share in parts])
    return made
