"""Everything that is drawn of two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.ui.compare.clip_map import ClipMap
from desktop_app.ui.compare.difference_map import DifferenceMap
from desktop_app.ui.compare.fronts_plot import FrontsPlot
from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.compare.profiles_plot import ProfilesPlot

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison

_LEAST_HEIGHT = 120


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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.profiles, 0, 0, 1, 3)
        grid.addWidget(self.fronts, 0, 3, 1, 3)
        for column, plot in enumerate((self.first_map, self.second_map, self.difference)):
            grid.addWidget(plot, 1, 2 * column, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        for plot in (self.profiles, self.fronts, self.first_map, self.second_map, self.difference):
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

    @Slot(int)
    def _on_first_selected(self, frame: int) -> None:
        if self._clock is not None:
            self.stop_selected.emit(self._clock.stop_at(float(self._clock.first_s[frame])))

    @Slot(int)
    def _on_second_selected(self, frame: int) -> None:
        if self._clock is not None:
            self.stop_selected.emit(self._clock.stop_at(float(self._clock.second_s[frame])))
