"""Temperature at a few points over time."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.reading.beside import solution_beside
from desktop_app.ui.reading.bounds import bounded_text
from desktop_app.ui.reading.error_band import BoundSigns, ErrorBand
from desktop_app.ui.reading.legend import Key, LegendKey
from desktop_app.ui.reading.place_curves import PlaceCurves
from desktop_app.ui.reading.point_box import PointBox
from desktop_app.ui.reading.point_colours import point_colour
from desktop_app.ui.reading.point_trace import mixed, trace_at
from desktop_app.ui.reading.reading_table import Row, point_rows
from desktop_app.ui.reading.time_plot import TimePlot
from desktop_app.ui.reading.units import celsius_range, to_celsius
from desktop_app.ui.theme import current_theme


class PointsPlot(TimePlot):
    """One solid line a point, read from colours, and one dashed in the same colour, computed.

    Bands and signs are those of the profile. Points are positions of the probe; places are wherever a person
    put them on the video, and have no computed line.
    """

    file_stem = "points-over-time"

    point_moved = Signal(int, float)

    def __init__(self, points: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = list(points)
        self._solution_C: NDArray[np.float64] | None = None
        self.solution_curves = [pg.PlotCurveItem(antialias=True) for _ in points]
        self.reading_curves = [pg.PlotCurveItem(antialias=True) for _ in points]
        self.bands = [ErrorBand() for _ in points]
        self.bounds = [BoundSigns() for _ in points]
        for item in (*self.bands, *self.reading_curves, *self.solution_curves, *self.bounds):
            self.plot.addItem(item)
        self.places = PlaceCurves(self.plot)
        self.boxes = [PointBox(index, position) for index, position in enumerate(points)]
        row = FlowLayout(gap=5)
        for box in self.boxes:
            box.moved.connect(self.point_moved)
            row.addWidget(box)
        for key in self.places.keys:
            row.addWidget(key)
        self._key = LegendKey("dashed", lambda: current_theme().muted)
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
        self._key.setVisible(solution_C is not None)
        self._draw()

    def show_places(self, readings: tuple[PlaceReading, ...]) -> None:
        """Take what was read at points and regions on the video, one reading each, or nothing."""
        self.places.show(readings)
        self.refresh_hover()

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
            censored = int(trace_at(self.reading, position).censored[row])
            lines.append(
                self.tr("at {position}: {temperature}").format(
                    position=f"{position:.2f}", temperature=bounded_text(value, high - low, censored)
                )
            )
        places = self.places.values_at(row)
        lines += [f"{letter}: {celsius:.0f} °C" for letter, celsius in places]
        values += [celsius for _, celsius in places]
        nearest = min(values, key=lambda value: abs(value - y))
        return float(self.times[row]), nearest, "\n".join(lines)

    def rows(self) -> list[Row]:
        """Every frame at each of the points, then of the places, whose letter is their position."""
        reading = self.reading
        if reading is None:
            return []
        solution = solution_beside(reading, self._solution_C)
        points = [row for position in self.points for row in point_rows(reading, solution, position)]
        return points + self.places.rows()

    @property
    def legend(self) -> tuple[Key, ...]:
        """The points by their positions, the places by their letters, and the dashed lines."""
        said = self.tr("at {position}")
        points = tuple(
            Key(said.format(position=f"{position:.2f}"), "dot", partial(point_colour, index))
            for index, position in enumerate(self.points)
        )
        entries = (*points, *self.places.legend)
        return entries if self._key.isHidden() else (*entries, self._key.key)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Points over time"))
        self.label_axis(
            "left",
            self.tr("Temperature, estimated from colour (°C)"),
            self.tr("Estimated from colour (°C)"),
            self.tr("Estimated (°C)"),
            "°C",
        )
        self._key.set_text(self.tr("Fourier's law"))

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        for index, (read, solved) in enumerate(zip(self.reading_curves, self.solution_curves, strict=True)):
            read.setPen(self.pen(point_colour(index), dashed=False))
            solved.setPen(self.pen(point_colour(index), dashed=True, width=1.5))
            self.bands[index].set_colour(point_colour(index))
            ground = current_theme().plot_background
            self.bounds[index].set_colours(point_colour(index), ground, self.pen_ratio)
        self.places.retheme(partial(self.pen, dashed=False))

    def _draw(self) -> None:
        if self.reading is None or not len(self.times):
            return
        solution = solution_beside(self.reading, self._solution_C)
        shown = 0 if solution is None else min(len(solution), len(self.times))
        for index, position in enumerate(self.points):
            trace = trace_at(self.reading, position)
            celsius = to_celsius(trace.temperature_K)
            self.reading_curves[index].setData(self.times, celsius)
            self.bands[index].set_data(self.times, celsius, trace.sigma_K, trace.censored == 0)
            self.bounds[index].set_data(self.times, celsius, trace.censored)
            solved = np.empty(0) if solution is None else mixed(solution[:shown], self.reading, position)
            self.solution_curves[index].setData(self.times[:shown], solved, connect="finite")
        self.refresh_hover()
