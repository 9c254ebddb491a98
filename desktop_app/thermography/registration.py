"""Where a picture has moved to, from the edges it shares with an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.edge_picture import EdgePicture, peak_offset, profiles

Array = NDArray[np.float64]

REACH = 5
"""Pixels to either side of its expected place where an edge is looked for."""
SHARP_DROP = 0.7
"""An edge falls to this share of its strength within two pixels at one side; a heat front does not."""
SAME_DIRECTION = 0.4
"""cos 2Δφ: an edge found must run the same way within 33°."""
CLOSE_PX = 0.8
"""An edge further from where it should be is not explained."""
NARROW = (1.5, CLOSE_PX, CLOSE_PX, CLOSE_PX)
WIDE = (4.0, 2.5, 1.5, CLOSE_PX, CLOSE_PX)
"""Within how many pixels edges count, round by round."""
WEAKEST_DIRECTION = 0.006
"""Share of the edges' weight that must speak for a direction of motion for it to be followed."""


@dataclass(frozen=True)
class Placement:
    """A place p, from the middle of the picture, of the first picture is at zoom·p + (x, y)."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def of(self, place: Array) -> Array:
        """Where places (point, 2) are."""
        return np.asarray(self.zoom * place + (self.x, self.y))

    def back(self, place: Array) -> Array:
        """Where in the first picture places (point, 2) were."""
        return np.asarray((place - (self.x, self.y)) / self.zoom)

    def minus(self, other: Placement) -> Placement:
        """What takes the pictures of another placement to those of this one, for small differences."""
        return Placement(self.x - other.x, self.y - other.y, 1 + self.zoom - other.zoom)

    def farthest(self, half: tuple[float, float]) -> float:
        """The largest move of a corner of a picture of half this width and height."""
        stretch = abs(self.zoom - 1)
        return float(np.hypot(abs(self.x) + stretch * half[0], abs(self.y) + stretch * half[1]))


STILL = Placement()


@dataclass(frozen=True, eq=False)
class Candidates:
    """Where, near their expected places, edges of a picture cross the lines across known edges.

    Attributes:
        about: the placement about which they were looked for.
        known: (point, 2) the edges' places in the first picture, from its middle.
        across: (point, 2) the lines' directions.
        found: (point, place) moves along the line at which there is an edge; inf where there is none.
        seen: (point,) whether the expected place is in the picture.
    """

    about: Placement
    known: Array
    across: Array
    found: Array
    seen: NDArray[np.bool_]

    def residual(self, placement: Placement) -> Array:
        """How far (point,) the nearest edge is from where the placement puts it, signed; inf without one."""
        should = ((placement.of(self.known) - self.known) * self.across).sum(axis=1)
        return self.residual_of(should)

    def residual_of(self, should: Array) -> Array:
        """The same, of moves (point,) along the lines."""
        if not self.found.shape[1]:
            return np.full(len(should), np.inf)
        off = self.found - should[:, None]
        return np.asarray(off[np.arange(len(off)), np.abs(off).argmin(axis=1)])


def look_for(
    edges: EdgePicture,
    middle: tuple[float, float],
    known: Array,
    across: Array,
    placement: Placement,
    reach: int = REACH,
) -> Candidates:
    """Look for known edges near where a placement puts them, along the lines across them.

    As contour trackers do (T. Drummond and R. Cipolla, Real-Time Visual Tracking of Complex Structures,
    2002): an edge tells only of motion across it.

    Args:
        edges: of the picture looked at.
        middle: column and row of its middle.
        about: the placement about which they were looked for.
        known: (point, 2) the edges' places, from the middle.
        across: (point, 2) their directions across, of length 1.
        placement: where they are expected.
        reach: how far to look, pixels.
    """
    moved = placement.of(known)
    place = moved + middle
    along = np.arange(-reach, reach + 1, dtype=np.float64)
    strength = profiles(edges, place, across, along)
    own = strength[:, 1:-1]
    peak = (own >= strength[:, :-2]) & (own > strength[:, 2:]) & (own > edges.floor)
    peak[:, 1:-1] &= np.minimum(strength[:, :-4], strength[:, 4:]) < SHARP_DROP * own[:, 1:-1]
    point, at = np.nonzero(peak)
    sharp = peak_offset(np.stack([strength[point, at], own[point, at], strength[point, at + 2]], axis=1))
    offset = along[at + 1] + sharp
    spot = place[point] + offset[:, None] * across[point]
    rows, columns = edges.strength.shape
    column = np.clip(np.rint(spot[:, 0]).astype(np.intp), 0, columns - 1)
    row = np.clip(np.rint(spot[:, 1]).astype(np.intp), 0, rows - 1)
    direction = (across[point, 0] + 1j * across[point, 1]) ** 2
    alike = (edges.turn[row, column] * direction.conj()).real > SAME_DIRECTION
    expected = ((moved - known) * across).sum(axis=1)
    found = np.full(own.shape, np.inf)
    found[point[alike], at[alike]] = expected[point[alike]] + offset[alike]
    inside = (place > 3).all(axis=1) & (place[:, 0] < columns - 4) & (place[:, 1] < rows - 4)
    return Candidates(placement, known, across, found, inside)


@dataclass(frozen=True, eq=False)
class Fit:
    """A placement and how well it explains the known edges, 0..1.

    Attributes:
        score: how much of what they tell of shifts and zoom is explained, on the mean of these.
        weakest: how much of the least explained of them.
    """

    placement: Placement
    score: float
    weakest: float

    @property
    def rank(self) -> float:
        """By which placements compare."""
        return self.score + self.weakest


@dataclass(frozen=True, eq=False)
class TurnedFit:
    """The same for a picture that may also have turned, by `turn_rad`."""

    turn_rad: float
    score: float


def fit(
    candidates: Candidates,
    weight: Array,
    start: Placement,
    half_diagonal: float,
    rounds: tuple[float, ...] = WIDE,
) -> Fit:
    """The placement that brings the most known edges onto edges of the picture.

    Iterated least squares with Tukey's weights in narrowing bands (P. J. Huber, Robust Statistics, 1981,
    section 7.8). A direction of motion that too few edges speak for stays as it was.

    Args:
        candidates: where edges were found.
        weight: (point,) what each known edge counts.
        start: the placement to begin from.
        half_diagonal: of the picture, pixels; makes zoom and turn comparable with shifts.
        rounds: the bands' widths.
    """
    weight = np.where(candidates.seen, weight, 0.0)
    columns = _columns(candidates, half_diagonal)[:, :3]
    state = _solved(candidates, weight, columns, _state(start, half_diagonal), rounds)
    placement = Placement(float(state[0]), float(state[1]), 1 + float(state[2]) / half_diagonal)
    return Fit(placement, *_explained(candidates.residual_of(columns @ state), weight, columns))


def fit_turned(candidates: Candidates, weight: Array, start: Placement, half_diagonal: float) -> TurnedFit:
    """As `fit`, with a turn about the middle besides."""
    weight = np.where(candidates.seen, weight, 0.0)
    columns = _columns(candidates, half_diagonal)
    begin = np.append(_state(start, half_diagonal), 0.0)
    state = _solved(candidates, weight, columns, begin, WIDE)
    score, _ = _explained(candidates.residual_of(columns @ state), weight, columns[:, :3])
    return TurnedFit(float(state[3]) / half_diagonal, score)


def _solved(
    candidates: Candidates, weight: Array, columns: Array, start: Array, rounds: tuple[float, ...]
) -> Array:
    state = start
    for width in rounds:
        off = candidates.residual_of(columns @ state)
        near = weight * _tukey(off, width)
        off = np.where(near > 0, off, 0.0)
        weighted = near[:, None] * columns
        values, vectors = np.linalg.eigh(weighted.T @ columns)
        clear = values > WEAKEST_DIRECTION * max(float(near.sum()), 1e-9)
        pull = vectors.T @ (weighted.T @ off)
        state = state + vectors @ np.where(clear, pull / np.where(clear, values, 1.0), 0.0)
    return state


def _explained(residual: Array, weight: Array, columns: Array) -> tuple[float, float]:
    """How much of what the edges tell of a shift across, a shift down and a zoom is explained: mean, least.

    A rod's long sides tell nothing of a shift along it: what its two short ends tell counts as much.
    """
    told = (weight[:, None] * columns**2).sum(axis=0)
    kept = ((weight * _tukey(residual, CLOSE_PX))[:, None] * columns**2).sum(axis=0)
    telling = told > WEAKEST_DIRECTION * float(weight.sum())
    if not telling.any():
        return 0.0, 0.0
    share = kept[telling] / told[telling]
    return float(share.mean()), float(share.min())


def _state(start: Placement, half_diagonal: float) -> Array:
    return np.array([start.x, start.y, (start.zoom - 1) * half_diagonal])


def _columns(candidates: Candidates, half_diagonal: float) -> Array:
    """How far every edge moves along its line for a unit of shift, zoom and turn: (point, 4)."""
    across, known = candidates.across, candidates.known
    stretch = (across * known).sum(axis=1) / half_diagonal
    turn = (across[:, 1] * known[:, 0] - across[:, 0] * known[:, 1]) / half_diagonal
    return np.stack([across[:, 0], across[:, 1], stretch, turn], axis=1)


def _tukey(residual: Array, width: float) -> Array:
    return np.asarray((1 - (np.minimum(np.abs(residual), width) / width) ** 2) ** 2)
