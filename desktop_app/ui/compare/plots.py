"""Everything that is drawn of two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.ui.compare.clip_map import ClipMap
from desktop_app.ui.compare.difference_map import DifferenceMap
from desktop_app.ui.compare.fronts_plot import FrontsPlot
from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.compare.profiles_plot import ProfilesPlot

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison

_LEAST_HEIGHT = 120
_ROOM_FOR_THREE = 1000
_COLUMNS = 6
_Place = tuple[int, int, int]
_WIDE: tuple[_Place, ...] = ((0, 0, 3), (0, 3, 3), (1, 0, 2), (1, 2, 2), (1, 4, 2))
_NARROW: tuple[_Place, ...] = ((0, 0, 3), (0, 3, 3), (1, 0, 3), (1, 3, 3), (2, 0, 6))
"""Of each plot: row, first column, how many columns."""


class ComparePlots(QWidget):
    """Profiles and fronts above; both maps and their difference below.

    Signals:
        stop_selected: number of a stop of the play head.
    """

    stop_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: HeadClock | None = None
        self.profiles, self.fronts = ProfilesPlot(), FrontsPlot()
        self.first_map, self.second_map = ClipMap(second=False), ClipMap(second=True)
        self.difference = DifferenceMap()
        self._plots = (self.profiles, self.fronts, self.first_map, self.second_map, self.difference)
        self._places: tuple[_Place, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._arrange(_WIDE)
        for plot in self._plots:
            plot.view.setMinimumHeight(_LEAST_HEIGHT)
            plot.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for head_plot in (self.fronts, self.difference):
            head_plot.stop_selected.connect(self.stop_selected)
        self.first_map.frame_selected.connect(self._on_first_selected)
        self.second_map.frame_selected.connect(self._on_second_selected)

    def show_comparison(self, comparison: Comparison, clock: HeadClock) -> None:
        """Draw a pair."""
        self._clock = clock
        same = comparison.first.look.name == comparison.second.look.name
        look = comparison.first.look if same else None
        self.profiles.show_comparison(comparison, clock)
        self.fronts.show_comparison(comparison, clock)
        self.first_map.show_clip(comparison.first, comparison.range_K, look, clock)
        self.second_map.show_clip(comparison.second, comparison.range_K, look, clock)
        self.difference.show_comparison(comparison, clock)

    def show_stop(self, stop: int) -> None:
        """Put the play head somewhere."""
        if self._clock is None:
            return
        first, second = self._clock.frames_at(stop)
        self.profiles.show_stop(stop)
        self.fronts.show_stop(stop)
        self.difference.show_stop(stop)
        self.first_map.show_frame(first)
        self.second_map.show_frame(second)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is wanted: there is another arrangement for little room."""
        return QSize(2 * _LEAST_HEIGHT, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two plots in a row where three have no room."""
        super().resizeEvent(event)
        self._arrange(_WIDE if event.size().width() >= _ROOM_FOR_THREE else _NARROW)

    def _arrange(self, places: tuple[_Place, ...]) -> None:
        if places == self._places:
            return
        self._places = places
        for plot, (row, column, columns) in zip(self._plots, places, strict=True):
            self._grid.removeWidget(plot)
            self._grid.addWidget(plot, row, column, 1, columns)
        self.updateGeometry()

    @Slot(int)
    def _on_first_selected(self, frame: int) -> None:
        if self._clock is not None:
            self.stop_selected.emit(self._clock.stop_at(float(self._clock.first_s[frame])))

    @Slot(int)
    def _on_second_selected(self, frame: int) -> None:
        if self._clock is not None:
            self.stop_selected.emit(self._clock.stop_at(float(self._clock.second_s[frame])))
