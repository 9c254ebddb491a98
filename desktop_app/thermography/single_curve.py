"""Whether one curve turns a clip's colours into temperatures, everywhere and at all times.

Heat makes smooth fields: along a line the slope of temperature turns once or twice. Enhancing contrast tile
by tile (K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV, 1994) or around
details makes a staircase of it whose steps are as wide as the tiles. And where a camera fits its scale to
every picture anew, the background changes with the hottest place although nothing happens there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.domain.text import Text, say
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter

MOMENTS = 8
CELLS_ALONG = 120
SMALLEST_CELL_PX = 2
FILLS_PICTURE = 0.6
"""Share of the picture beyond which a mask may hold a whole scene: there, only what changes is looked at."""
CHANGES = 0.05
ABRUPT = 0.05
"""Of level from cell to cell: an edge between bodies, at which a line ends."""
LINE_CELLS = 3
"""Across a line along which levels are followed."""
SHORTEST_LINE = 20
FEWEST_LINES = 4
LEAST_RUN = 0.1
"""Of level along a line, for its slope to say anything."""
SMOOTHING, TREND = 2.0, 4.0
"""Cells: σ of what smooths levels, and of what takes the trend from their slope."""
TURN_SHARE, SMALLEST_TURN = 0.25, 0.002
"""Least turn of a slope, of its range along the line, and of level a cell."""
UNEVEN_LINE, TURNS = 0.15, 3
MOST_UNEVENNESS, MOST_UNEVEN_LINES = 0.25, 0.25
BACKGROUND_SHARE = 0.02
NEAR_BODY_SHARE = 0.03
FULL_SCALE = 0.9
DRIFT = 0.06
"""Of the background's level over a clip, beyond which it is not at rest."""
IN_STEP = 0.8


@dataclass(frozen=True)
class Unevenness:
    """How unlike heat's own a field's slopes are.

    Attributes:
        slope: median over lines of the slope's departure from its trend, rms, of its own rms.
        lines: share of lines whose slope departs and turns at least three times.
    """

    slope: float
    lines: float


def single_curve_problem(frames: Frames, mask: NDArray[np.bool_], look: Look) -> Text | None:
    """Why no single curve turns this clip's colours into temperatures; None where nothing speaks against one.

    A body that is small in the picture, of nearly one temperature, or under strong noise shows too little to
    tell, and passes.

    Args:
        frames: (frame, row, column, 3); some spread over the clip are looked at.
        mask: (row, column), where the body can be read.
        look: the clip's; it must be readable.
    """
    inverter = PaletteInverter(look)
    picks = np.unique(np.linspace(0, len(frames) - 1, MOMENTS).astype(int))
    levels = [_level(frames[pick], inverter) for pick in picks]
    if _ranged_by_picture(levels, mask):
        return say(
            "The background changes its colour together with the hottest place: the scale was fitted to every"
            " picture anew, so that a colour means another temperature at another time."
        )
    found = unevenness(levels, mask)
    if found.slope > MOST_UNEVENNESS and found.lines > MOST_UNEVEN_LINES:
        return say(
            "Contrast was enhanced place by place: across the body, colours rise in steps that heat does not"
            " make, so that a colour means another temperature at another place."
        )
    return None


def unevenness(levels: list[NDArray[np.float32]], mask: NDArray[np.bool_]) -> Unevenness:
    """Measured on cells of the body along rows and columns of the pictures.

    Args:
        levels: of each picture (row, column), NaN where off the palette.
        mask: (row, column), where the body is.
    """
    cell = max(SMALLEST_CELL_PX, round(max(mask.shape) / CELLS_ALONG))
    inner = ndimage.binary_erosion(mask, iterations=2, border_value=1)
    cells = np.stack([_cells(np.where(inner, level, np.nan), cell) for level in levels])
    if np.mean(~np.isnan(cells[-1])) > FILLS_PICTURE:
        changes = cells.max(axis=0) - cells.min(axis=0) > CHANGES
        cells = np.where(changes, cells, np.nan)
    measured = [
        _measured(line) for picture in cells for line in (*_lines(picture), *_lines(picture.swapaxes(0, 1)))
    ]
    if len(measured) < FEWEST_LINES:
        return Unevenness(0.0, 0.0)
    departure, turns = np.array(measured).T
    uneven = (departure > UNEVEN_LINE) & (turns >= TURNS)
    return Unevenness(float(np.median(departure)), float(uneven.mean()))


def _level(picture: Frames, inverter: PaletteInverter) -> NDArray[np.float32]:
    found = inverter.invert(picture)
    return np.where(found.distance <= OFF_PALETTE, found.level, np.float32(np.nan))


def _cells(level: NDArray[np.float32], cell: int) -> NDArray[np.float32]:
    """Means of square cells; NaN where any pixel is."""
    rows, columns = level.shape[0] // cell, level.shape[1] // cell
    return np.asarray(
        level[: rows * cell, : columns * cell].reshape(rows, cell, columns, cell).mean(axis=(1, 3))
    )


def _lines(level: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
    """Levels along the rows of a picture, a few averaged, between edges, long enough to say something."""
    if min(level.shape) < LINE_CELLS:
        return
    down, across = np.gradient(level)
    inside = np.where(np.maximum(np.abs(down), np.abs(across)) > ABRUPT, np.nan, level)
    for row in range(0, len(level) - LINE_CELLS + 1, LINE_CELLS):
        line = inside[row : row + LINE_CELLS].mean(axis=0)
        for (stretch,) in ndimage.find_objects(ndimage.label(~np.isnan(line))[0]):
            along = line[stretch]
            if len(along) >= SHORTEST_LINE and np.ptp(along) >= LEAST_RUN:
                yield along


def _measured(line: NDArray[np.float32]) -> tuple[float, int]:
    """A slope's departure from its trend, of its own rms, and how often it turns."""
    slope = np.diff(ndimage.gaussian_filter1d(line, SMOOTHING, mode="nearest"))[3:-3]
    trend = ndimage.gaussian_filter1d(slope, TREND, mode="nearest")
    strength = max(float(np.mean(slope**2)), 1e-12)
    least = max(TURN_SHARE * float(np.ptp(slope)), SMALLEST_TURN)
    return float(np.sqrt(np.mean((slope - trend) ** 2) / strength)), _turns(slope, least)


def _turns(values: NDArray[np.float32], least: float) -> int:
    """How often a series turns from rising to falling or back by at least `least`."""
    turns, direction = 0, 0
    low = high = values[0]
    for value in values[1:]:
        low, high = min(low, value), max(high, value)
        if direction >= 0 and value < high - least:
            turns += direction
            direction, low, high = -1, value, value
        elif direction <= 0 and value > low + least:
            turns -= direction
            direction, low, high = 1, value, value
    return turns


def _ranged_by_picture(levels: list[NDArray[np.float32]], mask: NDArray[np.bool_]) -> bool:
    """Whether the scale is always used to its end while the whole background changes its level in step."""
    near = max(1, round(NEAR_BODY_SHARE * max(mask.shape)))
    outside = ~ndimage.binary_dilation(mask, iterations=near)
    for level in levels:
        outside &= ~np.isnan(level)
    if len(levels) < 2 or not mask.any() or outside.sum() < BACKGROUND_SHARE * mask.size:
        return False
    hottest = [float(np.nanquantile(np.where(mask | outside, level, np.nan), 0.998)) for level in levels]
    if min(hottest) < FULL_SCALE:
        return False
    background = np.stack([level[outside] for level in levels])
    middle = np.median(background, axis=1)
    first, last = int(middle.argmin()), int(middle.argmax())
    drift = float(middle[last] - middle[first])
    return drift > DRIFT and float(np.mean(background[last] - background[first] > drift / 3)) >= IN_STEP
