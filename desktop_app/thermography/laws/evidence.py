"""What the laws are judged on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.setting import Setting
from desktop_app.thermography.laws.resampling import Resampler


@dataclass(frozen=True, eq=False)
class Profile:
    """Levels, 0..1 of the clip's scale, along the probe.

    Attributes:
        level: (frame, sample) float64.
        sigma: (frame, sample) float64, noise of `level`, 1 σ.
        censored: (frame, sample) int8: −1 at or below the scale's cold end, 1 at or above its hot end, unless
            that end is a declared value.
        trusted: (frame, sample) bool, of the palette's colours and not ambiguous.
        position: (sample,) float64, 0..1.
        time_s: (frame,) float64.
        frames: (frame,) int, their numbers in the clip: of a long one, not all are judged.
    """

    level: NDArray[np.float64]
    sigma: NDArray[np.float64]
    censored: NDArray[np.int8]
    trusted: NDArray[np.bool_]
    position: NDArray[np.float64]
    time_s: NDArray[np.float64]
    frames: NDArray[np.int_]


@dataclass(frozen=True, eq=False)
class Evidence:
    """A clip as the laws see it; `field` is None where only the probe could be read."""

    profile: Profile
    field: FieldReading | None
    setting: Setting

    @cached_property
    def profile_clips(self) -> Resampler:
        """Profiles as they could have come out as well."""
        return Resampler(self.profile.level, self.profile.sigma)

    @cached_property
    def field_clips(self) -> Resampler | None:
        """Fields as they could have come out as well; None where there is no field."""
        if self.field is None:
            return None
        return Resampler(self.field.level.astype(np.float64), self.field.sigma.astype(np.float64))
