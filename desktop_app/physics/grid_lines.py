"""Lines of a grid that hit every edge of every part of a body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from desktop_app.physics.grid import FloatArray

GROWTH = 0.35
"""How much longer a cell may be than one that lies a cell's length nearer to a thin layer."""
SAMPLES = 256
SAME = 1e-9
"""Edges nearer than this share of the whole are one."""


def lines_through(edges: Sequence[float], coarsest: float, fewest: int) -> FloatArray:
    """Growing lines from the first to the last of `edges` that hit each of them.

    Cells are at most `coarsest` m long, and between any two edges there are at least `fewest` of them; away
    from a thin layer they grow gradually.

    Args:
        edges: at least two different ones, m, in any order.
        coarsest: the longest cell, m.
        fewest: cells between two edges.
    """
    at = np.unique(np.asarray(edges, dtype=np.float64))
    at = at[np.append(True, np.diff(at) > SAME * (at[-1] - at[0]))]
    wanted = np.minimum(coarsest, np.diff(at) / fewest)
    pieces = [at[:1]]
    for start, end in pairwise(at.tolist()):
        pieces.append(_between(start, end, at, wanted, fewest))
    return np.concatenate(pieces)


def _between(start: float, end: float, edges: FloatArray, wanted: FloatArray, fewest: int) -> FloatArray:
    """Lines after `start` up to and including `end`: equal shares of the integral of 1 / cell length."""
    x = start + (end - start) * (1 - np.cos(np.linspace(0.0, np.pi, SAMPLES))) / 2
    distance = np.maximum(np.maximum(edges[:-1] - x[:, None], x[:, None] - edges[1:]), 0.0)
    density = 1.0 / (wanted + GROWTH * distance).min(axis=1)
    share = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2 * np.diff(x))])
    count = max(fewest, int(np.ceil(share[-1] - 1e-6)))
    lines = np.interp(np.linspace(0.0, share[-1], count + 1)[1:], share, x)
    lines[-1] = end
    return np.asarray(lines)


def without_slivers(edges: Sequence[float], extra: Sequence[float], closest: float) -> list[float]:
    """`edges`, and those of `extra` between them that are at least `closest` m from each of them."""
    low, high = min(edges), max(edges)
    kept = list(edges)
    for place in extra:
        if low < place < high and min(abs(place - edge) for edge in kept) >= closest:
            kept.append(place)
    return kept
