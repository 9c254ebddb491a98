"""How noisy a series of readings is, judged from itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

QUANTUM = 1 / 512
"""Half of what one of 256 colours is wide: no reading is less noisy."""
MAD_TO_SIGMA = 1.4826
FEWEST_FRAMES = 4
SMOOTHING = 5


def noise_of(level: NDArray[np.floating]) -> NDArray[np.float32]:
    """σ of levels, of their shape (frame, …).

    Over time: the median of second differences |x₋ − 2x + x₊|/√6 of each place, which a steady rise leaves
    at nothing (the robust σ of P. J. Huber, Robust Statistics, 1981, 1.4826 medians); a clip of fewer than
    four frames is judged along its last axis instead. Neighbouring places share their estimates.

    Args:
        level: (frame, …) 0..1; NaN counts as no value.
    """
    values = np.asarray(level, dtype=np.float32)
    axis = 0 if len(values) >= FEWEST_FRAMES else values.ndim - 1
    if values.shape[axis] < 3:
        return np.full(values.shape, QUANTUM, np.float32)
    rough = np.nan_to_num(np.abs(np.diff(values, 2, axis=axis)) / np.float32(np.sqrt(6)))
    sigma = np.asarray(MAD_TO_SIGMA * np.median(rough, axis=axis, keepdims=True), dtype=np.float32)
    sigma = _with_neighbours(np.broadcast_to(sigma, (1, *values.shape[1:])) if axis == 0 else sigma)
    return np.asarray(np.broadcast_to(np.maximum(sigma, QUANTUM), values.shape), dtype=np.float32)


def _with_neighbours(sigma: NDArray[np.float32]) -> NDArray[np.float32]:
    size = [1, *(SMOOTHING for _ in sigma.shape[1:])]
    return np.asarray(ndimage.uniform_filter(sigma, size=size, mode="nearest"), dtype=np.float32)
