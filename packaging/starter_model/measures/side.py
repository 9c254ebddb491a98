"""Whether the heat comes from where it was asked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.concept import Where
from desktop_app.domain.errors import HeatSketchError
from starter_model.measures.asked import Asked, heated_at
from starter_model.measures.maps import Maps, maps_of_solution

PLACES: tuple[Where, ...] = ("left", "right", "top", "bottom", "both_ends", "centre", "spot")
EARLY = slice(3, 11)
"""Frames in which the clip is looked at: heat has come in, and has not spread everywhere."""
PACES = (slice(1, 5), slice(3, 11), slice(8, 21))
"""Frames of the solutions it is compared with: a clip that is too slow or too fast may be heated rightly."""
FRAMES = max(pace.stop for pace in PACES)
ALIKE = 0.98
"""Likeness from which two places make the same picture (a spot and the centre; a short thin rod's edges)."""
LEAST_LIKE = 0.3
"""A clip less like any of them is heated nowhere."""
NOWHERE = "nowhere"


@dataclass(frozen=True, eq=False)
class Heated:
    """What the same body looks like early on, heated at each place.

    Attributes:
        patterns: (pace, row, column) of warming since the start, NaN outside the body, by place.
        as_asked: the place that was asked for, and those that cannot be told from it.
    """

    patterns: Mapping[str, NDArray[np.float32]]
    as_asked: frozenset[str]


def heated_places(asked: Asked) -> Heated:
    """Solve the asked body heated at every place, the asked one among them."""
    patterns = {asked.place: _paces(asked, asked.level)}
    for place in PLACES:
        if place not in patterns:
            try:
                patterns[place] = _paces(asked, heated_at(asked, place, FRAMES))
            except HeatSketchError:
                continue
    own = patterns[asked.place][1]
    same = {place for place, pattern in patterns.items() if likeness(own, pattern[1]) >= ALIKE}
    return Heated(patterns, frozenset(same | {asked.place}))


def place_seen(maps: Maps, asked: Asked, heated: Heated) -> str:
    """The place whose picture the early frames of a clip are most like, at whichever pace; or `NOWHERE`."""
    warming = maps.level[EARLY] - asked.start_level
    known = np.isfinite(warming)
    counted = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known.any(axis=0), np.where(known, warming, 0.0).sum(axis=0) / counted, np.nan)
    like = {
        place: max(likeness(mean, pattern) for pattern in patterns)
        for place, patterns in heated.patterns.items()
    }
    most = max(like, key=lambda place: like[place])
    return most if like[most] >= LEAST_LIKE else NOWHERE


def likeness(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Cosine between two patterns where both are known, −1..1; 0 where one has no warming at all."""
    known = np.isfinite(one) & np.isfinite(other)
    first, second = one[known].astype(np.float64), other[known].astype(np.float64)
    size = float(np.linalg.norm(first) * np.linalg.norm(second))
    return float(first @ second) / size if size > 0 else 0.0


def _paces(asked: Asked, level: NDArray[np.float32]) -> NDArray[np.float32]:
    warming = maps_of_solution(level[:FRAMES], 1.0).level - asked.start_level
    return np.stack([warming[pace].mean(axis=0) for pace in PACES])
