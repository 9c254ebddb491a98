"""Clips of known physics, as the laws see them: closed forms on a probe, with noise and other colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, special

from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.setting import ProbeEnd, Setting
from desktop_app.physics.closed_forms import (
    slab_hot_and_cold,
    slab_hot_and_insulated,
    slab_hot_both_ends,
)
from desktop_app.thermography.laws.evidence import Evidence, Profile
from desktop_app.thermography.noise import noise_of

Array = NDArray[np.float64]

FRAMES, SAMPLES = 121, 128
CLIP_S = 5.0
NOISE_LENGTH = (1.2, 2.0)
"""Frames and samples: a Gaussian of these widths leaves about a quarter of the frames independent."""

BAR = Setting(
    start_level=0.0,
    ends=(ProbeEnd("held", 1.0), ProbeEnd("insulated")),
    heated_s=(0.0, None),
    along_the_heat=True,
    homogeneous=True,
    sideways="insulated",
    ambient_level=None,
    sources=(),
    section_visible=True,
    melts=False,
    mirror=None,
    mirrored_along_probe=False,
    diffusivity_per_s=None,
    assumed=False,
)
HEATED_RIGHT = replace(BAR, ends=(BAR.ends[1], BAR.ends[0]))
HOT_AND_COLD = replace(BAR, ends=(BAR.ends[0], ProbeEnd("held", 0.0)))
HOT_BOTH = replace(BAR, ends=(BAR.ends[0], BAR.ends[0]), mirror="left_right", mirrored_along_probe=True)

_CLOSED_FORMS: dict[str, Callable[[Array, float], Array]] = {
    "insulated": slab_hot_and_insulated,
    "cold": slab_hot_and_cold,
    "hot": slab_hot_both_ends,
}


def conduction(
    fourier: float, far: str = "insulated", *, frames: int = FRAMES, samples: int = SAMPLES, start: int = 0
) -> Array:
    """Levels (frame, sample) of a bar at 0 whose position 0 is held at 1 from the frame `start` on.

    Args:
        fourier: αt/L² at the last frame.
        far: what the end at position 1 is: `insulated`, `cold` (held at 0) or `hot` (held at 1).
        frames: how many.
        samples: along the probe.
        start: frame in which the end is hot and nothing else is yet.
    """
    X = np.linspace(0.0, 1.0, samples)
    level = np.zeros((frames, samples))
    step = fourier / (frames - 1 - start)
    for frame in range(start + 1, frames):
        level[frame] = _CLOSED_FORMS[far](X, step * (frame - start))
    level[start, 0] = 1.0
    level[start, -1] = float(far == "hot")
    return np.clip(level, 0.0, 1.0)


def front_of_power(
    power: float, reach: float = 0.6, *, frames: int = FRAMES, samples: int = SAMPLES
) -> Array:
    """Levels (frame, sample) of no physics: the profile of diffusion, whose middle goes as time to a power.

    Args:
        power: 0.5 is diffusion, 1 a steady speed, more speeds up.
        reach: where the level 0.5 is in the last frame, 0..1.
        frames: how many.
        samples: along the probe.
    """
    X = np.linspace(0.0, 1.0, samples)
    way = reach * np.linspace(0.0, 1.0, frames) ** power
    half = float(special.erfcinv(0.5))
    return np.asarray(special.erfc(half * X[None, :] / np.maximum(way[:, None], 1e-6)))


def noise(
    rng: np.random.Generator, shape: tuple[int, ...], sigma: float, length: tuple[float, float] = NOISE_LENGTH
) -> Array:
    """Noise of a σ that keeps its sign over some frames (axis 0) and places (the other axes)."""
    if sigma == 0:
        return np.zeros(shape)
    widths = (length[0], *(length[1] for _ in shape[1:]))
    rough: Array = ndimage.gaussian_filter(rng.standard_normal(shape), widths, mode="wrap")
    return np.asarray(sigma * rough / rough.std())


RECOLOURINGS: dict[str, Callable[[Array], Array]] = {
    "gamma 0.4": lambda level: np.sign(level) * np.abs(level) ** 0.4,
    "gamma 0.6": lambda level: np.sign(level) * np.abs(level) ** 0.6,
    "gamma 1.7": lambda level: np.sign(level) * np.abs(level) ** 1.7,
    "gamma 2.5": lambda level: np.sign(level) * np.abs(level) ** 2.5,
    "smooth step": lambda level: np.clip(level, 0, 1) ** 2 * (3 - 2 * np.clip(level, 0, 1)),
}
"""Other monotone scales of colour, which nobody who looks at a clip can know."""


def profile_of(level: Array, *, clip_s: float = CLIP_S) -> Profile:
    """A profile of levels (frame, sample), its σ judged from itself as a reading's is."""
    frames, samples = level.shape
    return Profile(
        level=level,
        sigma=noise_of(level).astype(np.float64),
        censored=np.zeros(level.shape, dtype=np.int8),
        trusted=np.ones(level.shape, dtype=np.bool_),
        position=np.linspace(0.0, 1.0, samples),
        time_s=np.linspace(0.0, clip_s, frames),
        frames=np.arange(frames),
    )


def evidence_of(level: Array, setting: Setting = BAR, field: FieldReading | None = None) -> Evidence:
    """What the laws are asked about a clip of these levels (frame, sample)."""
    return Evidence(profile_of(level), field, setting)


def noisy(
    level: Array, sigma: float, seed: int, length: tuple[float, float] = NOISE_LENGTH, bits: int = 8
) -> Array:
    """Levels with noise on them, clipped to the scale and rounded to so many bits, as colours are."""
    rough = level + noise(np.random.default_rng(seed), level.shape, sigma, length)
    steps = 2**bits - 1
    return np.asarray(np.round(np.clip(rough, 0.0, 1.0) * steps) / steps)
