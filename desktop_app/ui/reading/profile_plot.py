"""The temperature profile of the frame in view, large."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.reading import Reading
from desktop_app.domain.scales import time_unit
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.reading.beside import solution_of_frame
from desktop_app.ui.reading.bounds import bounded_text
from desktop_app.ui.reading.error_band import SIGMAS, BoundSigns, ErrorBand
from desktop_app.ui.reading.faded_pen import faded_pen
from desktop_app.ui.reading.law_words import number
from desktop_app.ui.reading.legend import Key, LegendKey
from desktop_app.ui.reading.point_colours import point_colour
from desktop_app.ui.reading.reading_table import Row, frame_rows
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.reading.units import celsius_range, temperature_text, to_celsius
from desktop_app.ui.theme import current_theme

_WIDTH = 2.2


class ProfilePlot(StyledPlot):
    """Temperature over position: read from the frame's colours, and computed.

    The line read from colours fades where the colours are far from the palette. A band around it shows their
    noise; where they are an end of the scale there is none, but signs of where the truth may be.
    """

    file_stem = "profile"

    point_moved = Signal(int, float)

    def __init__(self, points: tuple[float, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._solution_C: NDArray[np.float64] | None = None
        self._frame_index = 0
        self.solution_curve = pg.PlotCurveItem(antialias=True)
        self.reading_curve = pg.PlotCurveItem(antialias=True)
        self.band, self.bounds = ErrorBand(), BoundSigns()
        for item in (self.band, self.reading_curve, self.solution_curve, self.bounds):
            self.plot.addItem(item)
        self.plot.setXRange(0.0, 1.0, padding=0.02)
        self.plot.getAxis("bottom").setTicks([[(i / 4, f"{i / 4:g}") for i in range(5)]])
        self.markers = [self._marker(index, position) for index, position in enumerate(points)]
        self._keys = (
            LegendKey("line", lambda: current_theme().plot_reading),
            LegendKey("dashed", lambda: current_theme().plot_solution),
            LegendKey("band", lambda: current_theme().plot_reading),
            LegendKey("bound", lambda: current_theme().plot_reading),
        )
        legend = FlowLayout(gap=3)
        for key in self._keys:
            legend.addWidget(key)
        self.body.insertLayout(1, legend)
        self.retheme()
        self.retranslate()

    def show_reading(self, reading: Reading) -> None:
        """Take a readable reading; its range becomes the axis'."""
        self._reading = reading
        low, high = celsius_range(reading.temperature_range_K)
        self.plot.setYRange(low, high if high > low else low + 1.0, padding=0.06)
        self._keys[-1].setVisible(bool(reading.censored.any()))
        self._draw()

    def show_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Take the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self._keys[1].setVisible(solution_C is not None)
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
            temperature=bounded_text(value, high - low, int(reading.censored[row, sample])),
            percent=round(100 * float(reading.confidence[row, sample])),
        )
        if not reading.censored[row, sample]:
            noise = number(SIGMAS * float(reading.sigma_K[row, sample]))
            text += "\n" + self.tr("±2σ: {noise} K").format(noise=noise)
        solution = self._solution_row()
        if solution is not None and np.isfinite(solution[sample]):
            law = temperature_text(float(solution[sample]), high - low)
            text += "\n" + self.tr("Fourier's law {temperature}").format(temperature=law)
        return float(reading.position[sample]), value, text

    def rows(self) -> list[Row]:
        """Every sample of the frame in view."""
        if self._reading is None or self._row is None:
            return []
        return frame_rows(self._reading, self._solution_C, self._row)

    @property
    def subtitle(self) -> str:
        """The time of the frame in view."""
        if self._reading is None or self._row is None:
            return ""
        times = self._reading.time_s
        return time_unit(float(times[-1])).text(float(times[self._row]))

    @property
    def legend(self) -> tuple[Key, ...]:
        """What is in view of it."""
        return tuple(key.key for key in self._keys if not key.isHidden())

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Profile"))
        texts = (
            self.tr("read from colour"),
            self.tr("Fourier's law"),
            self.tr("±2σ of the colour's noise"),
            self.tr("end of the scale: a bound"),
        )
        for key, text in zip(self._keys, texts, strict=True):
            key.set_text(text)
        self.label_axis(
            "left",
            self.tr("Temperature, estimated from colour (°C)"),
            self.tr("Estimated from colour (°C)"),
            self.tr("Estimated (°C)"),
            "°C",
        )
        self.label_axis("bottom", self.tr("Position along the probe"))

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        theme = current_theme()
        self.solution_curve.setPen(self.pen(theme.plot_solution, dashed=True))
        self.band.set_colour(theme.plot_reading)
        self.bounds.set_colours(theme.plot_reading, theme.plot_background, self.pen_ratio)
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
        sure, celsius = reading.confidence[row], to_celsius(reading.temperature_K[row])
        colour = current_theme().plot_reading
        faded = faded_pen(colour, reading.position, sure, _WIDTH * self.pen_ratio)
        plain = self.pen(colour, dashed=False, width=_WIDTH)
        self.reading_curve.setPen(plain if self.plain_lines else faded)
        self.reading_curve.setData(reading.position, celsius)
        censored = reading.censored[row]
        self.band.set_data(reading.position, celsius, reading.sigma_K[row], censored == 0)
        self.bounds.set_data(reading.position, celsius, censored)
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
