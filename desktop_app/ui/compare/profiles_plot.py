"""Both profiles at the play head."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from desktop_app.domain.reading import Reading
from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.compare.side_colours import first_colour, second_colour
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.reading.bounds import bounded_text
from desktop_app.ui.reading.error_band import BoundSigns, ErrorBand
from desktop_app.ui.reading.legend import Key, LegendKey
from desktop_app.ui.reading.reading_table import COLUMNS, Row, frame_rows
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.reading.units import celsius_range, to_celsius
from desktop_app.ui.theme import current_theme

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison

_WIDTH = 2.2


class _ProfileItems:
    """Curve, band and bounds of one clip."""

    def __init__(self, plot: pg.PlotItem, colour: Callable[[], str]) -> None:
        self.colour = colour
        self.curve = pg.PlotCurveItem(antialias=True)
        self.band, self.bounds = ErrorBand(), BoundSigns()
        for item in (self.band, self.curve, self.bounds):
            plot.addItem(item)

    def draw(self, reading: Reading, frame: int) -> None:
        celsius, censored = to_celsius(reading.temperature_K[frame]), reading.censored[frame]
        self.curve.setData(reading.position, celsius)
        self.band.set_data(reading.position, celsius, reading.sigma_K[frame], censored == 0)
        self.bounds.set_data(reading.position, celsius, censored)

    def clear(self) -> None:
        nothing = np.empty(0)
        self.curve.setData(nothing, nothing)
        self.band.set_data(nothing, nothing, nothing, nothing.astype(bool))
        self.bounds.set_data(nothing, nothing, nothing.astype(int))


class ProfilesPlot(StyledPlot):
    """Temperature over position in both clips, with their noise, on one axis."""

    file_stem = "profiles"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings: tuple[Reading, Reading] | None = None
        self._clock: HeadClock | None = None
        self._stop = 0
        self.items = (_ProfileItems(self.plot, first_colour), _ProfileItems(self.plot, second_colour))
        self.plot.setXRange(0.0, 1.0, padding=0.02)
        self.plot.getAxis("bottom").setTicks([[(i / 4, f"{i / 4:g}") for i in range(5)]])
        self._keys = (
            LegendKey("line", first_colour),
            LegendKey("line", second_colour),
            LegendKey("band", first_colour),
        )
        legend = FlowLayout(gap=3)
        for key in self._keys:
            legend.addWidget(key)
        self.body.insertLayout(1, legend)
        self.retheme()
        self.retranslate()

    def show_comparison(self, comparison: Comparison, clock: HeadClock) -> None:
        """Take two readings."""
        self._readings = (comparison.first.reading, comparison.second.reading)
        self._clock = clock
        low, high = celsius_range(comparison.range_K)
        self.plot.setYRange(low, high if high > low else low + 1.0, padding=0.06)
        self.show_stop(0)

    def show_stop(self, stop: int) -> None:
        """Draw both profiles at a stop of the play head."""
        self._stop = stop
        for items, reading, frame in self._in_view():
            if frame is None:
                items.clear()
            else:
                items.draw(reading, frame)
        self.refresh_hover()

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """The samples of both nearest to `x`."""
        names, lines, places = (self.tr("first clip"), self.tr("second clip")), [], []
        for name, (_, reading, frame) in zip(names, self._in_view(), strict=False):
            if frame is None:
                continue
            sample = int(np.abs(reading.position - x).argmin())
            celsius = float(to_celsius(reading.temperature_K[frame])[sample])
            low, high = reading.temperature_range_K
            said = bounded_text(celsius, high - low, int(reading.censored[frame, sample]))
            lines.append(self.tr("{clip}: {temperature}").format(clip=name, temperature=said))
            places.append((abs(celsius - y), float(reading.position[sample]), celsius))
        if not places:
            return None
        _, position, celsius = min(places)
        where = self.tr("Position {position}").format(position=f"{position:.2f}")
        return position, celsius, "\n".join((where, *lines))

    @property
    def columns(self) -> Row:
        """Those of a reading, after the clip."""
        return ("clip", *COLUMNS)

    def rows(self) -> list[Row]:
        """Every sample of both frames in view."""
        return [
            (name, *row)
            for name, (_, reading, frame) in zip(("first", "second"), self._in_view(), strict=False)
            if frame is not None
            for row in frame_rows(reading, None, frame)
        ]

    @property
    def subtitle(self) -> str:
        """The time at the play head."""
        return "" if self._clock is None else self._clock.unit.text(float(self._clock.time_s[self._stop]))

    @property
    def legend(self) -> tuple[Key, ...]:
        """The clips and the band."""
        return tuple(key.key for key in self._keys)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Profiles"))
        texts = (self.tr("first clip"), self.tr("second clip"), self.tr("±2σ of the colour's noise"))
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
        ground = current_theme().plot_background
        for items in self.items:
            items.curve.setPen(self.pen(items.colour(), dashed=False, width=_WIDTH))
            items.band.set_colour(items.colour())
            items.bounds.set_colours(items.colour(), ground, self.pen_ratio)

    def _in_view(self) -> list[tuple[_ProfileItems, Reading, int | None]]:
        """Both clips' items and readings with the row to draw; None where nothing was read."""
        if self._readings is None or self._clock is None:
            return []
        found: list[tuple[_ProfileItems, Reading, int | None]] = []
        frames = self._clock.frames_at(self._stop)
        for items, reading, frame in zip(self.items, self._readings, frames, strict=True):
            there = reading.temperature_K.size > 0
            found.append((items, reading, min(frame, len(reading.temperature_K) - 1) if there else None))
        return found
