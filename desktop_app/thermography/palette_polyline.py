"""A palette as a line through Oklab, and the place on it that a colour is nearest to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.colour_space import oklab

COLOUR_NOISE = 0.02
"""Oklab distance by which an encoder, a camera or a video model may move a colour, 1 σ."""
FAR_ALONG = 4 * COLOUR_NOISE
"""Length along the palette beyond which another stretch is another place and not the same one blurred."""
FAR_LEVEL = 0.08
"""And how far apart the two must be in level, so that taking one for the other does harm."""
END_WIDTH = 1e-4
"""Of a level this close to an end, rounding is all that keeps it from the end."""
_BLOCK = 1024
_REACH = 4
"""Corners to either side over which the palette's speed is taken: eight-bit corners lie unevenly."""


@dataclass(frozen=True, eq=False)
class Nearest:
    """For each colour (n,), float32.

    Attributes:
        level: 0..1 of the palette.
        distance: to it, Oklab.
        gain: levels per unit of Oklab along the palette there.
        ambiguity: 0..1, likelihood of a far-away stretch against that of the nearest one, noise being
            Gaussian with the variance of `COLOUR_NOISE` and of the distance seen.
    """

    level: NDArray[np.float32]
    distance: NDArray[np.float32]
    gain: NDArray[np.float32]
    ambiguity: NDArray[np.float32]


class PalettePolyline:
    """Straight segments between the palette's colours, searched whole: the nearest point is the true one."""

    def __init__(self, palette: NDArray[np.uint8]) -> None:
        """Take a palette (n, 3) of RGB, n ≥ 2."""
        corners = oklab(palette)
        self._start = corners[:-1]
        self._along = np.diff(corners, axis=0)
        self._square = np.einsum("sa,sa->s", self._along, self._along)
        self._inverse = np.divide(1, self._square, out=np.zeros_like(self._square), where=self._square > 0)
        self._gain = _gain(corners)
        self._far = _far(np.sqrt(self._square))

    def nearest(self, colours: NDArray[np.uint8]) -> Nearest:
        """Where RGB colours (n, 3) are on the palette."""
        lab = oklab(colours)
        blocks = [self._of_block(lab[begin : begin + _BLOCK]) for begin in range(0, len(lab), _BLOCK)]
        columns = zip(*blocks, strict=True) if blocks else ([np.empty(0)] for _ in range(4))
        return Nearest(*(np.concatenate(column).astype(np.float32) for column in columns))

    def length(self, low: float, high: float) -> float:
        """Oklab along the palette between two of its levels."""
        passed = np.concatenate([[0.0], np.cumsum(np.sqrt(self._square))])
        at = np.linspace(0, 1, len(passed))
        return float(np.interp(high, at, passed) - np.interp(low, at, passed))

    def _of_block(self, lab: NDArray[np.float32]) -> tuple[NDArray[np.float32], ...]:
        square, share = self._to_segments(lab)
        row, segment = np.arange(len(lab)), square.argmin(axis=1)
        nearest = square[row, segment]
        elsewhere = np.where(self._far[segment], square, np.float32(np.inf)).min(axis=1)
        level = (segment + share[row, segment]) / np.float32(len(self._start))
        level[level < END_WIDTH] = 0
        level[level > 1 - END_WIDTH] = 1
        ambiguity = np.exp((nearest - elsewhere) / (2 * (np.float32(COLOUR_NOISE**2) + nearest)))
        return level, np.sqrt(nearest), self._gain[segment], ambiguity

    def _to_segments(self, lab: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(colour, segment): squared distance to each segment, and where on it its nearest point is, 0..1."""
        square = np.zeros((len(lab), len(self._start)), dtype=np.float32)
        ahead = np.zeros_like(square)
        for axis in range(3):
            apart = lab[:, axis, None] - self._start[:, axis]
            ahead += apart * self._along[:, axis]
            square += apart * apart
        share = np.clip(ahead * self._inverse, 0, 1)
        square -= share * (2 * ahead - share * self._square)
        return np.maximum(square, 0), share


def _gain(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of each segment, levels per unit of Oklab: over the chord of its neighbourhood."""
    last = len(corners) - 1
    segment = np.arange(last)
    before, after = np.maximum(segment - _REACH, 0), np.minimum(segment + 1 + _REACH, last)
    chord = np.linalg.norm(corners[after] - corners[before], axis=1)
    return np.asarray((after - before) / last / np.maximum(chord, 1e-3), dtype=np.float32)


def _far(length: NDArray[np.float32]) -> NDArray[np.bool_]:
    """(segment, segment): whether they are two places, by the way along the palette and by level."""
    middle = np.cumsum(length) - length / 2
    number = np.arange(len(length))
    along = np.abs(middle[:, None] - middle)
    return np.asarray((along > FAR_ALONG) & (np.abs(number[:, None] - number) > FAR_LEVEL * len(length)))
