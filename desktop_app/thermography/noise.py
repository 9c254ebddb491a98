"""How noisy a series of readings is, judged from itself."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.interpolate import BSpline

Array = NDArray[np.float64]

QUANTUM = 1 / 512
"""Half of what one of 256 colours is wide: no reading is less noisy."""
MAD_TO_SIGMA = 1.4826
FEWEST_FRAMES = 4
FRAMES_A_SPLINE, FEWEST_SPLINES, MOST_SPLINES = 6, 4, 7
CUBIC = 3
SMOOTHING = 5
LASTING = np.array([0.05, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5])
"""Frames over which noise may keep its sign (σ of the Gaussian that would have smoothed it)."""
FARTHEST = 3.5


def noise_of(level: NDArray[np.floating]) -> NDArray[np.float32]:
    """σ of levels, of their shape (frame, …).

    The median size of what a smooth course over √t leaves at each place (the robust σ of P. J. Huber, Robust
    Statistics, 1981, 1.4826 medians): conduction goes by √t. Compression and video models make noise that
    lasts for a few frames, of which such a course swallows a part; how long it lasts is told by how alike
    neighbouring frames of the rest are, and what is swallowed then is made good. Neighbouring places share
    their estimates. A clip of fewer than four frames is judged along its last axis, by second differences.

    Args:
        level: (frame, …) 0..1; NaN counts as no value.
    """
    values = np.asarray(level, dtype=np.float32)
    if len(values) < FEWEST_FRAMES:
        sigma = _rough(values, values.ndim - 1)
    elif len(values) < FEWEST_SPLINES * FRAMES_A_SPLINE:
        sigma = _rough(values, 0)
    else:
        sigma = _beside_smooth(values)
    sigma = _with_neighbours(np.broadcast_to(sigma, (len(sigma), *values.shape[1:])))
    return np.asarray(np.broadcast_to(np.maximum(sigma, QUANTUM), values.shape), dtype=np.float32)


def _rough(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """σ by second differences |x₋ − 2x + x₊|/√6 along an axis, which a steady rise leaves at nothing."""
    if values.shape[axis] < 3:
        return np.full((1, *values.shape[1:]) if axis == 0 else values.shape, QUANTUM, np.float32)
    rough = np.nan_to_num(np.abs(np.diff(values, 2, axis=axis)) / np.float32(np.sqrt(6)))
    return np.asarray(MAD_TO_SIGMA * np.median(rough, axis=axis, keepdims=True), dtype=np.float32)


def _beside_smooth(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """(1, …) σ by what a smooth course leaves; the first frame, from which it may jump, is left out."""
    series = values[1:].reshape(len(values) - 1, -1)
    hole = np.isnan(series)
    if hole.any():
        means = np.nansum(series, axis=0) / np.maximum((~hole).sum(axis=0), 1)
        series = np.where(hole, means, series)
    basis, ratios, kept = _courses(len(series))
    rest = series - basis @ (basis.T @ series)
    sigma = MAD_TO_SIGMA * np.median(np.abs(rest), axis=0)
    rest = np.clip(rest, -FARTHEST * sigma, FARTHEST * sigma)
    alike = float(np.sum(rest[1:] * rest[:-1])) / max(float(np.sum(rest**2)), 1e-12)
    sigma = sigma / np.sqrt(np.interp(alike, ratios, kept))
    return np.asarray(sigma.reshape(1, *values.shape[1:]), dtype=np.float32)


@lru_cache(maxsize=16)
def _courses(frames: int) -> tuple[NDArray[np.float32], Array, Array]:
    """Smooth courses over √t, and what they do to noise that lasts.

    Returns:
        (frame, course) an orthonormal basis; (lasting,) how alike neighbours of the rest are, rising;
        (lasting,) the share of noise that the rest keeps.
    """
    count = int(np.clip(frames // FRAMES_A_SPLINE, FEWEST_SPLINES, MOST_SPLINES))
    moment = np.sqrt(np.arange(frames) / (frames - 1))
    inner = np.linspace(0.0, 1.0, count - CUBIC + 1)[1:-1]
    knots = np.concatenate([np.zeros(CUBIC + 1), inner, np.ones(CUBIC + 1)])
    basis = np.linalg.qr(BSpline.design_matrix(moment, knots, CUBIC).toarray())[0]
    without = np.eye(frames) - basis @ basis.T
    apart = np.subtract.outer(np.arange(frames), np.arange(frames))
    rests = [without @ np.exp(-(apart**2) / (4 * lasting**2)) @ without for lasting in LASTING]
    kept = np.array([np.trace(rest) / frames for rest in rests])
    ratios = np.array([np.trace(rest, 1) / np.trace(rest) for rest in rests])
    return basis.astype(np.float32), ratios, kept


def _with_neighbours(sigma: NDArray[np.float32]) -> NDArray[np.float32]:
    size = [1, *(SMOOTHING for _ in sigma.shape[1:])]
    return np.asarray(ndimage.uniform_filter(sigma, size=size, mode="nearest"), dtype=np.float32)
