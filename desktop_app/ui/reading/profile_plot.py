"""The temperature profile of the frame in view, large."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.beside import solution_of_frame
from desktop_app.ui.reading.faded_pen import faded_pen
from desktop_app.ui.reading.legend import LegendKey
from desktop_app.ui.reading.point_colours import point_colour
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.reading.units import celsius_range, temperature_text, to_celsius
from desktop_app.ui.theme import current_theme


class ProfilePlot(StyledPlot):
    """Temperature over position: read from the frame's colours, and computed.

    The line read from colours fades where the colours are far from the palette.
    """

    point_moved = Signal(int, float)

    def __init__(self, points: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._solution_C: NDArray[np.float64] | None = None
        self._frame_index = 0
        self.solution_curve = pg.PlotCurveItem(antialias=True)
        self.reading_curve = pg.PlotCurveItem(antialias=True)
        self.plot.addItem(self.reading_curve)
        self.plot.addItem(self.solution_curve)
        self.plot.setXRange(0.0, 1.0, padding=0.02)
        self.plot.getAxis("bottom").setTicks([[(i / 4, f"{i / 4:g}") for i in range(5)]])
        self.markers = [self._marker(index, position) for index, position in enumerate(points)]
        self._keys = (
            LegendKey(lambda: current_theme().plot_reading, dashed=False),
            LegendKey(lambda: current_theme().plot_solution, dashed=True),
        )
        legend = QHBoxLayout()
        legend.setSpacing(16)
        for key in self._keys:
            legend.addWidget(key)
        legend.addStretch(1)
        self.body.insertLayout(1, legend)
        self.retheme()
        self.retranslate()

    def show_reading(self, reading: Reading) -> None:
        """Take a readable reading; its range becomes the axis'."""
        self._reading = reading
        low, high = celsius_range(reading.temperature_range_K)
        self.plot.setYRange(low, high if high > low else low + 1.0, padding=0.06)
        self._draw()

    def show_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Take the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self._draw()

    def show_frame(self, index: int) -> None:
        """Draw frame `index`, or the last that was read."""
        self._frame_index = index
        self._draw()

    def move_point(self, index: int, position: float) -> None:
        """Put a point's marker somewhere."""
        self.markers[index].setValue(position)

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:  # noqa: ARG002
        """The sample nearest to `x`."""
        if self._reading is None or self._row is None:
            return None
        reading, row = self._reading, self._row
        sample = int(np.abs(reading.position - x).argmin())
        low, high = reading.temperature_range_K
        value = float(to_celsius(reading.temperature_K[row])[sample])
        text = self.tr("Position {position}\n{temperature}, confidence {percent} %").format(
            position=f"{reading.position[sample]:.2f}",
            temperature=temperature_text(value, high - low),
            percent=round(100 * float(reading.confidence[row, sample])),
        )
        solution = self._solution_row()
        if solution is not None and np.isfinite(solution[sample]):
            law = temperature_text(float(solution[sample]), high - low)
            text += "\n" + self.tr("Fourier's law {temperature}").format(temperature=law)
        return float(reading.position[sample]), value, text

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Profile"))
        self._keys[0].set_text(self.tr("read from colour"))
        self._keys[1].set_text(self.tr("Fourier's law"))
        self.label_axis("left", self.tr("Temperature (°C)"), short="°C")
        self.label_axis("bottom", self.tr("Position along the probe"))

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        self.solution_curve.setPen(self.pen(current_theme().plot_solution, dashed=True))
        for index, marker in enumerate(self.markers):
            marker.setPen(self.pen(point_colour(index), dashed=False, width=1.0))
            marker.setHoverPen(self.pen(point_colour(index), dashed=False, width=2.5))
        self._draw()

    @property
    def _row(self) -> int | None:
        if self._reading is None or len(self._reading.temperature_K) == 0:
            return None
        return min(self._frame_index, len(self._reading.temperature_K) - 1)

    def _solution_row(self) -> NDArray[np.float64] | None:
        if self._reading is None or self._row is None:
            return None
        return solution_of_frame(self._reading, self._solution_C, self._row)

    def _draw(self) -> None:
        if self._reading is None or self._row is None:
            return
        reading, row = self._reading, self._row
        width = 2.2 * self.devicePixelRatioF()
        sure = reading.confidence[row]
        self.reading_curve.setPen(faded_pen(current_theme().plot_reading, reading.position, sure, width))
        self.reading_curve.setData(reading.position, to_celsius(reading.temperature_K[row]))
        solution = self._solution_row()
        if solution is None:
            self.solution_curve.setData([], [])
        else:
            self.solution_curve.setData(reading.position, solution, connect="finite")
        self.refresh_hover()

    def _marker(self, index: int, position: float) -> pg.InfiniteLine:
        marker = pg.InfiniteLine(position, angle=90, movable=True, bounds=(0.0, 1.0))
        marker.addMarker("v", 1.0, 8.0)
        marker.setCursor(Qt.CursorShape.SizeHorCursor)
        marker.sigDragged.connect(lambda line: self.point_moved.emit(index, float(line.value())))
        self.plot.addItem(marker, ignoreBounds=True)
        return marker
