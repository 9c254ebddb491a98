"""Clips of heat along a line, true ones from closed forms and untrue ones, as colours would show them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.setting import ProbeEnd, Setting
from desktop_app.physics.closed_forms import (
    slab_hot_and_cold,
    slab_hot_and_insulated,
    slab_hot_both_ends,
    wall_with_convection,
)
from desktop_app.thermography.laws.evidence import Evidence, Profile
from desktop_app.thermography.noise import noise_of

Array = NDArray[np.float64]

HELD_HOT, HELD_COLD = ProbeEnd("held", 1.0), ProbeEnd("held", 0.0)
INSULATED, EXCHANGING = ProbeEnd("insulated"), ProbeEnd("exchanging")
BAR = Setting(
    start_level=0.0,
    ends=(HELD_HOT, HELD_COLD),
    heated_s=(0.0, None),
    along_the_heat=True,
    homogeneous=True,
    sideways="insulated",
    ambient_level=0.0,
    sources=(),
    section_visible=True,
    melts=False,
    mirror=None,
    mirrored_along_probe=False,
    diffusivity_per_s=None,
    assumed=False,
)
FIN_LOSS = 2.0
"""m·L of the fin that loses heat sideways."""


def bar_with_loss(X: Array, Fo: float, mL: float = FIN_LOSS) -> Array:
    """θ of a bar with X = 0 held hot, X = 1 held cold, losing heat sideways: the steady fin, less a series.

    By separation of variables (H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids, 2nd ed., 4.5).
    """
    n = np.arange(1, 200)[:, None] * np.pi
    decay = n**2 + mL**2
    series = (2 * n / decay * np.sin(n * X) * np.exp(-decay * Fo)).sum(axis=0)
    return np.asarray(np.sinh(mL * (1 - X)) / np.sinh(mL) - series)


TRUE = {
    "hot_cold": (slab_hot_and_cold, BAR),
    "hot_both": (slab_hot_both_ends, replace(BAR, ends=(HELD_HOT, HELD_HOT))),
    "hot_insulated": (slab_hot_and_insulated, replace(BAR, ends=(HELD_HOT, INSULATED))),
    "cooling": (
        lambda X, Fo: wall_with_convection(X, Fo, 3.0),
        replace(BAR, start_level=1.0, ends=(INSULATED, EXCHANGING)),
    ),
    "losing": (bar_with_loss, replace(BAR, sideways="losing")),
    "evening_out": (
        lambda X, Fo: 0.5 + 0.45 * np.cos(np.pi * X) * np.exp(-(np.pi**2) * Fo),
        replace(BAR, start_level=None, ends=(INSULATED, INSULATED)),
    ),
}


def true_course(name: str, Fo: float, frames: int, samples: int = 128) -> tuple[Array, Setting]:
    """(frame, sample) levels of a true clip that ends at a Fourier number, and what is known of it."""
    solution, setting = TRUE[name]
    X = np.linspace(0, 1, samples)
    start = 1.0 if name == "cooling" else 0.0
    first = solution(X, 0.0) if name == "evening_out" else np.full(samples, start)
    course = np.stack([first, *(solution(X, Fo * k / (frames - 1)) for k in range(1, frames))])
    return course, setting


def as_evidence(
    course: Array,
    setting: Setting,
    *,
    sigma: float,
    seed: int,
    palette: float = 0.01,
    grain: tuple[float, float] = (1.0, 1.5),
    duration_s: float = 4.0,
    bends: Array | None = None,
) -> Evidence:
    """A clip of a course: recoloured a little, and with noise that neighbouring frames and samples share.

    Args:
        course: (frame, sample) levels.
        sigma: of the noise.
        palette: of the recolouring, 1 σ; `bends` gives its three waves instead.
        grain: how far noise is alike, frames and samples (σ of a Gaussian).
        duration_s: of the clip.
    """
    random = np.random.default_rng(seed)
    drawn = random.normal(0.0, palette, 3) / np.arange(1, 4)
    level = recoloured(course, drawn if bends is None else bends)
    noise = ndimage.gaussian_filter(random.normal(size=course.shape), grain, mode="wrap")
    level = level + sigma * noise / noise.std()
    frames, samples = level.shape
    profile = Profile(
        level,
        noise_of(level).astype(np.float64),
        np.zeros(level.shape, np.int8),
        np.ones(level.shape, bool),
        np.linspace(0, 1, samples),
        np.linspace(0, duration_s, frames),
        np.arange(frames),
    )
    return Evidence(profile, None, setting)


def cut_off(evidence: Evidence) -> Evidence:
    """The same as a palette shows it: nothing is beyond the ends of the scale."""
    return replace(evidence, profile=replace(evidence.profile, level=np.clip(evidence.profile.level, 0, 1)))


def recoloured(course: Array, bends: Array) -> Array:
    """Levels as another palette would show them: a sine wave for each weight, nothing at both ends."""
    inside = np.clip(course, 0, 1)
    waves = np.arange(1, len(bends) + 1)[:, None, None]
    return np.asarray(course + np.tensordot(bends, np.sin(waves * np.pi * inside), axes=1))
