"""What of a picture stays where it is while its colours change: its sharp edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames

Array = NDArray[np.float32]
Picture = NDArray[np.float32]
"""(RGB, row, column), levels 0..255."""

WORKING_PX = 400
"""About how many pixels the longer side of the pictures looked at has."""
LEAST_STRENGTH, MOST_FLOOR, MEDIANS = 1.5, 6.0, 3.0
"""Levels a pixel: weaker edges are what coding leaves of flat areas; in a picture full of edges the median is
theirs and no longer the noise's; noise (of Rayleigh's distribution) is that many medians in one of 500."""
SHARP_WITHIN_PX, SHARP_DROP = 3, 0.65
"""An edge is sharp where its strength falls to this share so far beside it; a heat front does not."""
RIM = 3


class Shrinker:
    """Makes pictures small by averaging whole blocks of pixels."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Prepare for pictures of width and height `size`."""
        width, height = size
        self.factor = max(1, round(max(size) / WORKING_PX))
        self.columns, self.rows = width // self.factor, height // self.factor
        self._left = (width - self.columns * self.factor) // 2
        self._top = (height - self.rows * self.factor) // 2
        self.middle = (
            (width / 2 - self._left) / self.factor - 0.5,
            (height / 2 - self._top) / self.factor - 0.5,
        )
        """Column and row of the small picture where the middle of the large one is."""
        pick = np.tile(np.eye(3, dtype=np.float32), (self.factor, 1))
        self._pick = np.ascontiguousarray(pick / np.float32(self.factor**2))

    def small(self, frame: Frames) -> Picture:
        """The means (RGB, row, column) of the blocks of a picture (row, column, RGB)."""
        across = slice(self._left, self._left + self.columns * self.factor)
        rows = frame[self._top : self._top + self.rows * self.factor, across]
        total = rows[:: self.factor].astype(np.uint16)
        for begin in range(1, self.factor):
            total += rows[begin :: self.factor]
        blocks = total.reshape(self.rows * self.columns, self.factor * 3).astype(np.float32)
        return np.ascontiguousarray((blocks @ self._pick).T).reshape(3, self.rows, self.columns)


@dataclass(frozen=True, eq=False)
class EdgePicture:
    """How strong the edges of a picture are, and which way they run.

    Attributes:
        strength: (row, column) levels a pixel.
        turn: (row, column) complex64 of length 1: e^{2iφ}, φ being the direction across the edge. Doubling
            the angle makes it one number whichever side is brighter (M. Kass and A. Witkin, Analyzing
            Oriented Patterns, 1987).
        floor: strength below which an edge may be noise.
    """

    strength: Array
    turn: NDArray[np.complex64]
    floor: float


@dataclass(frozen=True, eq=False)
class EdgePoints:
    """Places on edges: column, row and the direction across, each (point,) or (point, 2)."""

    place: NDArray[np.float64]
    across: NDArray[np.float64]
    strength: NDArray[np.float64]


def edges_of(picture: Picture) -> EdgePicture:
    """The edges of all channels together.

    The gradients g of the channels are summed as Σ g², g = ∂x + i∂y: the part of the colour structure
    tensor that has a direction (S. Di Zenzo, A Note on the Gradient of a Multi-Image, 1986).
    """
    smooth = picture[:, :-2] + 2 * picture[:, 1:-1] + picture[:, 2:]
    smooth = (smooth[:, :, :-2] + 2 * smooth[:, :, 1:-1] + smooth[:, :, 2:]) * np.float32(1 / 16)
    right = (smooth[:, 1:-1, 2:] - smooth[:, 1:-1, :-2]) * np.float32(0.5)
    down = (smooth[:, 2:, 1:-1] - smooth[:, :-2, 1:-1]) * np.float32(0.5)
    squared = np.zeros(picture.shape[1:], dtype=np.complex64)
    squared[2:-2, 2:-2].real = ((right - down) * (right + down)).sum(axis=0)
    squared[2:-2, 2:-2].imag = 2 * (right * down).sum(axis=0)
    power = np.abs(squared)
    turn = np.asarray(squared / np.maximum(power, np.float32(1e-6)), dtype=np.complex64)
    strength = np.sqrt(power)
    return EdgePicture(strength, turn, _floor(strength))


def edge_points(edges: EdgePicture) -> EdgePoints:
    """The ridges of an edge picture where they are sharp, to a fraction of a pixel."""
    strength = edges.strength
    inner = np.zeros(strength.shape, dtype=np.bool_)
    inner[RIM:-RIM, RIM:-RIM] = strength[RIM:-RIM, RIM:-RIM] > edges.floor
    row, column = np.nonzero(inner)
    if not len(row):
        return EdgePoints(np.empty((0, 2)), np.empty((0, 2)), np.empty(0))
    turn, own = edges.turn[row, column], strength[row, column]
    to_right, to_below = _nearest_direction(turn)
    ridge = own >= strength[row + to_below, column + to_right]
    ridge &= own > strength[row - to_below, column - to_right]
    far = SHARP_WITHIN_PX
    ahead = strength[row + far * to_below, column + far * to_right]
    behind = strength[row - far * to_below, column - far * to_right]
    ridge &= np.minimum(ahead, behind) < SHARP_DROP * own
    row, column, turn, own = row[ridge], column[ridge], turn[ridge], own[ridge]
    angle = np.angle(turn).astype(np.float64) / 2
    across = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    place = np.stack([column, row], axis=1).astype(np.float64)
    beside = profiles(edges, place, across, np.arange(-1.0, 2.0))
    return EdgePoints(place + peak_offset(beside)[:, None] * across, across, own.astype(np.float64))


def profiles(
    edges: EdgePicture, place: NDArray[np.float64], across: NDArray[np.float64], along: NDArray[np.float64]
) -> Array:
    """Strengths (point, step) at distances `along` from places, in the direction across the edge."""
    x = place[:, :1] + along * across[:, :1]
    y = place[:, 1:] + along * across[:, 1:]
    values = ndimage.map_coordinates(edges.strength, [y, x], order=1, mode="constant", prefilter=False)
    return np.asarray(values, dtype=np.float32)


def peak_offset(three: Array) -> NDArray[np.float64]:
    """Where the peak is, −0.5..0.5, of three neighbouring strengths (…, 3) of a bell: a parabola of logs."""
    before, at, after = np.moveaxis(np.log(np.maximum(three, np.float32(1e-3))).astype(np.float64), -1, 0)
    bend = before - 2 * at + after
    offset = 0.5 * (before - after) / np.where(bend < -1e-9, bend, -np.inf)
    return np.asarray(np.clip(offset, -0.5, 0.5))


def _nearest_direction(turn: NDArray[np.complex64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Across, down or along a diagonal: one pixel to the right and one down, or 0, or −1."""
    quarter = np.rint(np.angle(turn) / (np.pi / 2)).astype(np.intp) % 4
    return np.array([1, 1, 0, -1])[quarter], np.array([0, 1, 1, 1])[quarter]


def _floor(strength: Array) -> float:
    """The strength that noise and coding hardly ever reach: a few medians, as far as most is plain."""
    median = float(np.median(strength[RIM:-RIM:2, RIM:-RIM:2]))
    return float(np.clip(MEDIANS * median, LEAST_STRENGTH, MOST_FLOOR))
