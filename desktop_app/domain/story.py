"""What a quick solution says of a concept before the whole one is there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """The course of a concept's solution in a few numbers.

    Attributes:
        temperature_range_K: lowest and highest temperature anywhere, rounded outward.
        fourier_number: α·t/L² reached at the end, L along the way the heat takes.
        reach_at_mid_clip: share of that way, 0..1, where the temperature has gone a tenth of the way from
            the initial one to the most extreme one, when half of the clip has passed.
        steadiness: share, 0..1, of the change from first to last that is done at nine tenths of the clip.
    """

    temperature_range_K: tuple[float, float]
    fourier_number: float
    reach_at_mid_clip: float
    steadiness: float
