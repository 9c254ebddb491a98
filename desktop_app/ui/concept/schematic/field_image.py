"""The last temperatures of a solution as a picture that fits the sketch's proportions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.ui.concept.schematic.axis_scale import AxisScale

_GROWTH = 6
"""Cells that colours reach beyond the body: its outline then cuts them off sharply."""

FloatArray = NDArray[np.float64]


def reached(field: TemperatureField) -> tuple[float, float]:
    """The lowest and the highest of a field's last temperatures, K."""
    last = field.temperature_K[-1]
    return float(np.nanmin(last)), float(np.nanmax(last))


def scale_of(concept: Concept, field: TemperatureField) -> tuple[float, float]:
    """The ends of the colour scale, K: the concept's own, wider where the field leaves it."""
    (low, high), (coldest, hottest) = concept.temperature_range_K, reached(field)
    return min(low, coldest), max(high, hottest)


def field_image(
    field: TemperatureField,
    palette: NDArray[np.uint8],
    range_K: tuple[float, float],
    scales: tuple[AxisScale, AxisScale],
    size: tuple[int, int],
) -> QImage:
    """A picture of a field's last temperatures.

    Args:
        field: the solution.
        palette: (256, 3) uint8 RGB from the lowest to the highest temperature.
        range_K: what the palette's ends stand for, K.
        scales: of x and y; the picture is stretched as they are.
        size: width and height, device pixels.
    """
    last = _grown(np.asarray(field.temperature_K[-1], dtype=np.float64))
    columns = _cells((np.arange(size[0]) + 0.5) / size[0], scales[0], field.x_m)
    rows = _cells(1 - (np.arange(size[1]) + 0.5) / size[1], scales[1], field.y_m)
    fine = _between(_between(last, rows).T, columns).T
    low, high = range_K
    level = np.clip((fine - low) / max(high - low, 1e-9), 0.0, 1.0)
    pixels = np.ascontiguousarray(palette[np.rint(level * (len(palette) - 1)).astype(np.intp)])
    borrowed = QImage(pixels.data, size[0], size[1], 3 * size[0], QImage.Format.Format_RGB888)
    return borrowed.copy()


def temperature_at(field: TemperatureField, x: float, y: float) -> float | None:
    """The last temperature, K, of the cell nearest to a place in m; None outside the body."""
    column = int(np.abs(field.x_m - x).argmin())
    row = int(np.abs(field.y_m - y).argmin())
    value = float(field.temperature_K[-1, row, column])
    return value if np.isfinite(value) else None


def _cells(shares: FloatArray, scale: AxisScale, centres_m: FloatArray) -> FloatArray:
    """Which cell, with decimals, each share of the drawing shows."""
    return np.asarray(np.interp(scale.metres(shares), centres_m, np.arange(len(centres_m))))


def _between(values: FloatArray, at: FloatArray) -> FloatArray:
    """Values along the first axis at places between them."""
    below = np.floor(at).astype(np.intp)
    above = np.minimum(below + 1, len(values) - 1)
    share = (at - below)[:, None]
    return np.asarray(values[below] * (1 - share) + values[above] * share)


def _grown(temperature: FloatArray) -> FloatArray:
    """Temperatures carried a few cells beyond the body, their mean wherever else there is none."""
    grown = temperature.copy()
    for _ in range(_GROWTH):
        if not np.isnan(grown).any():
            return grown
        around = np.pad(grown, 1, constant_values=np.nan)
        neighbours = np.stack([around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]])
        known = ~np.isnan(neighbours)
        total = np.where(known, neighbours, 0.0).sum(axis=0)
        mean = np.divide(total, known.sum(axis=0), out=np.full_like(total, np.nan), where=known.any(axis=0))
        grown = np.where(np.isnan(grown), mean, grown)
    return np.where(np.isnan(grown), np.nanmean(temperature), grown)
