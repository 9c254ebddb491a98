"""Temperatures at points and regions beside those along the probe."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from desktop_app.domain.reading import PlaceReading
from desktop_app.ui.place_colours import MOST_PLACES, place_colour, place_letter
from desktop_app.ui.place_trace import shown_celsius
from desktop_app.ui.reading.error_band import ErrorBand
from desktop_app.ui.reading.legend import Key, LegendKey


class PlaceCurves:
    """A line with its ±2σ band for every place, and its letter for the legend.

    Attributes:
        curves: one a place there may be; empty where there is none.
        keys: legend entries, shown for the places there are.
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self.readings: tuple[PlaceReading, ...] = ()
        self.curves = [pg.PlotCurveItem(antialias=True) for _ in range(MOST_PLACES)]
        self.bands = [ErrorBand() for _ in range(MOST_PLACES)]
        self.keys = [LegendKey("line", partial(place_colour, index)) for index in range(MOST_PLACES)]
        for item in (*self.bands, *self.curves):
            plot.addItem(item)
            item.hide()
        for index, key in enumerate(self.keys):
            key.set_text(place_letter(index))
            key.hide()

    def show(self, readings: tuple[PlaceReading, ...]) -> None:
        """Draw what was read at the places there are."""
        self.readings = readings[:MOST_PLACES]
        for index, (curve, band) in enumerate(zip(self.curves, self.bands, strict=True)):
            there = index < len(self.readings)
            for part in (curve, band, self.keys[index]):
                part.setVisible(there)
            if there:
                reading = self.readings[index]
                celsius = shown_celsius(reading)
                curve.setData(reading.time_s, celsius, connect="finite")
                band.set_data(reading.time_s, celsius, reading.sigma_K, np.isfinite(celsius))

    @property
    def legend(self) -> tuple[Key, ...]:
        """One entry a place."""
        return tuple(key.key for key in self.keys[: len(self.readings)])

    def values_at(self, row: int) -> list[tuple[str, float]]:
        """Letter and °C of every place that could be read in a frame."""
        return [
            (place_letter(index), float(celsius[row]))
            for index, reading in enumerate(self.readings)
            if row < len(celsius := shown_celsius(reading)) and np.isfinite(celsius[row])
        ]

    def rows(self) -> list[tuple[str, ...]]:
        """Every frame at each of the places as rows of `reading_table`; their letter is their position."""
        return [
            _row(place_letter(index), reading, frame)
            for index, reading in enumerate(self.readings)
            for frame in range(len(reading.time_s))
        ]

    def retheme(self, pen: Callable[[str], QPen]) -> None:
        """Set every colour anew; `pen` makes a line of one."""
        for index, (curve, band) in enumerate(zip(self.curves, self.bands, strict=True)):
            curve.setPen(pen(place_colour(index)))
            band.set_colour(place_colour(index))


def _row(letter: str, reading: PlaceReading, frame: int) -> tuple[str, ...]:
    kelvin, sigma = float(reading.temperature_K[frame]), float(reading.sigma_K[frame])
    return (
        str(frame),
        f"{reading.time_s[frame]:.6g}",
        letter,
        f"{kelvin:.6g}" if np.isfinite(kelvin) else "",
        f"{sigma:.4g}" if np.isfinite(sigma) else "",
        "",
        f"{reading.confidence[frame]:.4g}",
        "",
    )
