"""The heat equation against smooth hills in place and time: no derivative of what was measured is taken.

For a hill φ(x) that vanishes at its feet with its slope, and ψ(t) that vanishes at both ends of a time
window, u_t = a·u_xx − b·(u − u_ambient) gives, by parts,  −∫ψ'∫φu = a·∫ψ∫φ''u − b·∫ψ∫φ(u − u_ambient).
The left side is heat gained, the first on the right what conduction would bring for a = 1, the last what is
lost (weak-form identification: D. A. Messenger, D. M. Bortz, J. Comput. Phys. 443, 2021).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Hills:
    """Smooth test functions in place.

    Attributes:
        weight: (hill, sample) ∫φ·dx of a level, φ scaled so that its own integral is 1.
        bend: (hill, sample) ∫φ''·dx of a level, lengths in units of the probe.
        span: (hill, 2) from where to where in the window, 0..1.
    """

    weight: Array
    bend: Array
    span: Array

    @property
    def weights(self) -> Array:
        """(2 × hill, sample) both, the weights first."""
        return np.concatenate([self.weight, self.bend])


def hills(place: Array, width: float, middles: Array, breadth: float, flank: float) -> Hills:
    """Hills with sin² flanks and a flat top between.

    Args:
        place: (sample,) 0..1 within the window.
        width: of the window, 0..1 of the probe.
        middles: (hill,) of the hills, within the window.
        breadth: of a hill from foot to foot, within the window.
        flank: of it, the share that each flank takes; 0.5 leaves no flat top.
    """
    gap = np.gradient(place)
    gap[[0, -1]] /= 2
    rising = breadth * flank
    foot = middles[:, None] - breadth / 2
    inward = np.minimum(place - foot, foot + breadth - place)
    on = (inward > 0) & (inward < rising)
    angle = np.pi * np.clip(inward / rising, 0, 1)
    shape = np.where(inward > 0, np.sin(angle / 2) ** 2, 0.0)
    curve = np.where(on, (np.pi / rising) ** 2 / 2 * np.cos(angle), 0.0)
    area = (shape * gap).sum(axis=1, keepdims=True)
    curve -= _without_line(curve, shape, place, gap)
    span = np.stack([foot[:, 0], foot[:, 0] + breadth], axis=1)
    return Hills(shape * gap / area, curve * gap / (area * width**2), span)


def joined(shapes: Sequence[Hills]) -> Hills:
    """All hills as one."""
    return Hills(
        np.concatenate([each.weight for each in shapes]),
        np.concatenate([each.bend for each in shapes]),
        np.concatenate([each.span for each in shapes]),
    )


def whole_waves(place: Array, width: float, count: int) -> Hills:
    """Cosines over the whole window, for a body through whose ends no heat passes: they are level there."""
    gap = np.gradient(place)
    gap[[0, -1]] /= 2
    angle = np.pi * np.arange(1, count + 1)[:, None]
    weight = np.cos(angle * place) * gap
    weight -= weight.sum(axis=1, keepdims=True) * gap
    return Hills(weight, -((angle / width) ** 2) * weight, np.tile([0.0, 1.0], (count, 1)))


def end_weights(place: Array) -> Array:
    """(2, sample) that turn levels into those of the ends: parabolas through the samples nearest each."""
    count = max(9, len(place) // 10)
    out = np.zeros((2, len(place)))
    for end, near in enumerate((slice(0, count), slice(len(place) - count, len(place)))):
        away = place[near] - float(end)
        powers = np.stack([np.ones_like(away), away, away**2], axis=1)
        out[end, near] = np.linalg.pinv(powers)[0]
    return out


def _without_line(curve: Array, shape: Array, place: Array, gap: Array) -> Array:
    """What to take off so that, on these samples too, a straight line has no curvature."""
    out = np.zeros_like(curve)
    for row, (each, under) in enumerate(zip(curve, shape, strict=True)):
        near = under > 0
        basis = np.stack([np.ones(int(near.sum())), place[near]])
        moments = basis @ (each[near] * gap[near])
        out[row, near] = np.linalg.solve((basis * gap[near]) @ basis.T, moments) @ basis
    return out


@dataclass(frozen=True, eq=False)
class TimeWindows:
    """Test functions in time.

    Attributes:
        gain: (window, frame) what of a content's course was gained.
        mean: (window, frame) ∫ψ·dt of a course.
        frames: (window, 2) first and last frame of each.
    """

    gain: Array
    mean: Array
    frames: NDArray[np.int_]


def time_windows(time_s: Array, bounds: NDArray[np.int_], *, tapered: bool) -> TimeWindows:
    """Windows between frames (window, 2): ψ = sin² from end to end if `tapered`, else 1.

    Increments and means between neighbouring frames, so that a straight course is treated exactly.
    """
    frames = len(time_s)
    middle = (time_s[1:] + time_s[:-1]) / 2
    gap = np.diff(time_s)
    gain, mean = np.zeros((len(bounds), frames)), np.zeros((len(bounds), frames))
    for row, (first, last) in enumerate(bounds):
        inside = slice(first, last)
        share = (middle[inside] - time_s[first]) / (time_s[last] - time_s[first])
        psi = np.sin(np.pi * share) ** 2 if tapered else np.ones(last - first)
        gain[row, first:last] -= psi
        gain[row, first + 1 : last + 1] += psi
        mean[row, first:last] += psi * gap[inside] / 2
        mean[row, first + 1 : last + 1] += psi * gap[inside] / 2
    return TimeWindows(gain, mean, np.asarray(bounds))


def even_change(level: Array, parts: int, fewest: int) -> NDArray[np.int_]:
    """(parts + 1,) frames that cut a smooth clip (frame, sample) into parts that change alike.

    Half by change and half by time, with `fewest` frames or more in each part as far as the clip allows.
    """
    frames = len(level)
    change = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(level, axis=0)).mean(axis=1))])
    passed = np.arange(frames) / (frames - 1)
    mixed = (change / max(change[-1], 1e-12) + passed) / 2
    parts = max(1, min(parts, (frames - 1) // fewest))
    cuts = np.searchsorted(mixed, np.arange(parts + 1) / parts)
    cuts[0], cuts[-1] = 0, frames - 1
    for k in range(1, parts):
        cuts[k] = min(max(cuts[k], cuts[k - 1] + fewest), frames - 1 - fewest * (parts - k))
    return np.asarray(cuts)
