"""Which of two clips conducts faster, and how many times."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.laws import Estimate
from desktop_app.thermography.laws.deciding import interval_of
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.fourier_fit import WIDEST, rate_along


def diffusivity_ratio(first: Evidence, second: Evidence) -> Estimate | None:
    """α₁/α₂ of two clips at one time-lapse, along probes of equal length; None where it cannot be told.

    Both are shown in the same colours: what the palette is off by moves both, so it is drawn for both alike.
    """
    ours, theirs = rate_along(first), rate_along(second)
    if ours is None or theirs is None:
        return None
    value = ours.rate_per_s / theirs.rate_per_s
    palette = ours.palette_moves - theirs.palette_moves
    noise = (ours.rate_moves - ours.palette_moves) - (theirs.rate_moves - theirs.palette_moves)[::-1]
    low, high = interval_of(value * np.exp(-palette - noise))
    return None if high > WIDEST * low else Estimate(value, (low, high))
