"""The edges seen so far, where they were in the first picture, and how dependable each has been."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.registration import CLOSE_PX

Array = NDArray[np.float64]
Counts = NDArray[np.int_]

TILE_PX, MOST_OF_TILE = 28, 6
"""No more edges of a tile are known: lettering must not outvote a silhouette."""
CONFIRMED_HITS = 4
"""Pictures in which a new edge must have been in its place before it counts; a moving front never is."""
LEARNING_RATE = 0.2
FIRST_CREDIT, LEAST_CREDIT = 0.5, 0.15
GONE, DOUBTFUL, TRIAL = 0.02, 0.35, 6
BEYOND = 1.5
"""How far out from the first picture edges are remembered, times its size."""


class EdgeMemory:
    """Known edges of one shot, from the middle of its first picture."""

    def __init__(self, half: tuple[float, float]) -> None:
        """Begin without any; `half` is half the width and height of the pictures."""
        self._margin = np.array(half) * BEYOND
        self._tiles = (2 * self._margin / TILE_PX).astype(np.intp) + 1
        self._random = np.random.default_rng(0)
        self.known: Array = np.empty((0, 2))
        self.across: Array = np.empty((0, 2))
        self._credit: Array = np.empty(0)
        self._hits: Counts = np.empty(0, dtype=np.int_)
        self._trials: Counts = np.empty(0, dtype=np.int_)

    def weight(self) -> Array:
        """What each edge counts: (edge,) 0..1, 0 until it is confirmed."""
        return np.where(self._hits >= CONFIRMED_HITS, self._credit**2, 0.0)

    def start(self, place: Array, across: Array, contrast: Array) -> None:
        """Take the edges of a shot's first picture, (point, 2) and (point, 2), as they are.

        Until each has proved itself, those count less whose contrast (point,) is low: how many times
        stronger they are than what may be noise.
        """
        self._keep(np.zeros(len(self.known), dtype=np.bool_))
        credit = np.clip((contrast - 1) / 2, LEAST_CREDIT, FIRST_CREDIT)
        self._add(place, across, contrast, credit, hits=CONFIRMED_HITS)

    def confirm(self, residual: Array, seen: NDArray[np.bool_]) -> None:
        """Take in how far (edge,) each was from its place, and whether that place was in the picture."""
        hit = np.abs(residual) < CLOSE_PX
        self._credit = np.where(seen, self._credit + LEARNING_RATE * (hit - self._credit), self._credit)
        self._hits += hit & seen
        self._trials += seen
        unsure = (self._trials >= TRIAL) & (self._hits < CONFIRMED_HITS) & (self._credit < DOUBTFUL)
        gone = (self._credit < GONE) | unsure
        if gone.any():
            self._keep(~gone)

    def learn(self, place: Array, across: Array, contrast: Array) -> None:
        """Take in edges (point, 2), (point, 2) and (point,) that are not near a known one."""
        size = (2 * self._margin).astype(np.intp) + 4
        taken = np.zeros((size[1], size[0]), dtype=np.bool_)
        cell = self._cell(self.known)
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                taken[cell[:, 1] + row, cell[:, 0] + column] = True
        inside = (np.abs(place) < self._margin - 1).all(axis=1)
        place, across, contrast = place[inside], across[inside], contrast[inside]
        spot = self._cell(place)
        new = ~taken[spot[:, 1], spot[:, 0]]
        credit = np.full(int(new.sum()), FIRST_CREDIT)
        self._add(place[new], across[new], contrast[new], credit, hits=0)

    def _cell(self, place: Array) -> NDArray[np.intp]:
        return np.rint(place + self._margin).astype(np.intp) + 1

    def _tile(self, place: Array) -> NDArray[np.intp]:
        tile = np.clip(((place + self._margin) / TILE_PX).astype(np.intp), 0, self._tiles - 1)
        return np.asarray(tile[:, 1] * self._tiles[0] + tile[:, 0])

    def _add(self, place: Array, across: Array, contrast: Array, credit: Array, hits: int) -> None:
        """As many as their tiles have room for, picked at random, of a tile's strong ones first."""
        mixed = self._random.permutation(len(place))
        tile = self._tile(place[mixed])
        strongest = np.zeros(int(self._tiles.prod()))
        np.maximum.at(strongest, tile, contrast[mixed])
        order = np.lexsort((contrast[mixed] < strongest[tile] / 2, tile))
        ordered = tile[order]
        rank = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
        used = np.bincount(self._tile(self.known), minlength=int(self._tiles.prod()))
        pick = mixed[order[rank + used[ordered] < MOST_OF_TILE]]
        count = len(pick)
        self.known = np.concatenate([self.known, place[pick]])
        self.across = np.concatenate([self.across, across[pick]])
        self._credit = np.concatenate([self._credit, credit[pick]])
        self._hits = np.concatenate([self._hits, np.full(count, hits)])
        self._trials = np.concatenate([self._trials, np.full(count, hits)])

    def _keep(self, which: NDArray[np.bool_]) -> None:
        self.known, self.across = self.known[which], self.across[which]
        self._credit, self._hits, self._trials = self._credit[which], self._hits[which], self._trials[which]
