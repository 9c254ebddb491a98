"""Temperature at a few points over time."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.beside import solution_beside
from desktop_app.ui.reading.legend import LegendKey
from desktop_app.ui.reading.point_box import PointBox
from desktop_app.ui.reading.point_colours import point_colour
from desktop_app.ui.reading.time_plot import TimePlot
from desktop_app.ui.reading.units import celsius_range, temperature_text, to_celsius
from desktop_app.ui.theme import current_theme


class PointsPlot(TimePlot):
    """One solid line a point, read from colours, and one dashed in the same colour, computed."""

    point_moved = Signal(int, float)

    def __init__(self, points: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = list(points)
        self._solution_C: NDArray[np.float64] | None = None
        self.solution_curves = [pg.PlotCurveItem(antialias=True) for _ in points]
        self.reading_curves = [pg.PlotCurveItem(antialias=True) for _ in points]
        for curve in (*self.reading_curves, *self.solution_curves):
            self.plot.addItem(curve)
        self.boxes = [PointBox(index, position) for index, position in enumerate(points)]
        row = QHBoxLayout()
        row.setSpacing(5)
        for box in self.boxes:
            box.moved.connect(self.point_moved)
            row.addWidget(box)
        row.addStretch(1)
        self._key = LegendKey(lambda: current_theme().muted, dashed=True)
        row.addWidget(self._key)
        self.body.insertLayout(1, row)
        self.retheme()
        self.retranslate()

    def show_reading(self, reading: Reading, num_frames: int) -> None:
        """Take a readable reading of a clip that will have `num_frames` frames."""
        self.take(reading, num_frames)
        low, high = celsius_range(reading.temperature_range_K)
        self.plot.setYRange(low, high if high > low else low + 1.0, padding=0.06)
        self._draw()

    def show_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Take the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self._draw()

    def move_point(self, index: int, position: float) -> None:
        """Follow another position."""
        self.points[index] = position
        self.boxes[index].set_position(position)
        self._draw()

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """All points at the frame nearest to a time; the crosshair goes to the nearest line."""
        if self.reading is None or not len(self.times):
            return None
        row = self.nearest_row(x)
        low, high = self.reading.temperature_range_K
        values = [float(curve.yData[row]) for curve in self.reading_curves]
        lines = [self.unit.text(float(self.times[row]))]
        for position, value in zip(self.points, values, strict=True):
            lines.append(
                self.tr("at {position}: {temperature}").format(
                    position=f"{position:.2f}", temperature=temperature_text(value, high - low)
                )
            )
        nearest = min(values, key=lambda value: abs(value - y))
        return float(self.times[row]), nearest, "\n".join(lines)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Points over time"))
        self.label_axis("left", self.tr("Temperature (°C)"), short="°C")
        self._key.set_text(self.tr("Fourier's law"))

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        for index, (read, solved) in enumerate(zip(self.reading_curves, self.solution_curves, strict=True)):
            read.setPen(self.pen(point_colour(index), dashed=False))
            solved.setPen(self.pen(point_colour(index), dashed=True, width=1.5))

    def _draw(self) -> None:
        if self.reading is None or not len(self.times):
            return
        read_C = to_celsius(self.reading.temperature_K)
        solution = solution_beside(self.reading, self._solution_C)
        shown = 0 if solution is None else min(len(solution), len(self.times))
        for index, position in enumerate(self.points):
            self.reading_curves[index].setData(self.times, self._at(read_C, position))
            solved = np.empty(0)
            if solution is not None:
                solved = self._at(solution[:shown], position)
            self.solution_curves[index].setData(self.times[:shown], solved, connect="finite")
        self.refresh_hover()

    def _at(self, temperature: NDArray[np.float64], position: float) -> NDArray[np.float64]:
        """(frame,) values between the two samples around a position; (frame, sample) given."""
        assert self.reading is not None
        place = np.interp(position, self.reading.position, np.arange(len(self.reading.position)))
        left = min(int(place), temperature.shape[1] - 1)
        right = min(left + 1, temperature.shape[1] - 1)
        share = float(place) - left
        between: NDArray[np.float64] = temperature[:, left] * (1 - share) + temperature[:, right] * share
        return temperature[:, left] if share == 0.0 else between
