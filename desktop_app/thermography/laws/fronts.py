"""Where levels of a profile are, frame by frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def front_positions(level: Array, levels: Sequence[float] | Array) -> Array:
    """How far each level has come along a probe that heat enters at position 0.

    Each frame's samples are put in order, hottest first, and the level is looked up between two of them:
    where a falling profile crosses it, and where noise makes it cross several times, amid these (the
    decreasing rearrangement of G. H. Hardy, J. E. Littlewood, G. Pólya, Inequalities, 1934, chapter 10).

    Args:
        level: (frame, sample), evenly spaced along the probe, position 0 first; no NaN.
        levels: which ones to follow.

    Returns:
        (frame, level) 0..1 of the probe; NaN where a level has not entered it yet or fills it.
    """
    ordered = -np.sort(-level, axis=1)
    samples = level.shape[1]
    ways = []
    for wanted in levels:
        above = (ordered > wanted).sum(axis=1)
        inside = (above > 0) & (above < samples)
        left = np.clip(above - 1, 0, samples - 2)
        hotter = np.take_along_axis(ordered, left[:, None], axis=1)[:, 0]
        colder = np.take_along_axis(ordered, left[:, None] + 1, axis=1)[:, 0]
        part = (hotter - wanted) / np.where(inside, hotter - colder, 1.0)
        ways.append(np.where(inside, (left + part) / (samples - 1), np.nan))
    return np.stack(ways, axis=1)
