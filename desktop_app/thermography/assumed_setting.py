"""What is assumed of a clip that nobody described, from where it is seen to be hot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.setting import ProbeEnd, Setting
from desktop_app.thermography.laws.evidence import Profile

END_SAMPLES = 0.04
"""Share of the probe along which a straight line leads to the temperature of its end."""
SEEN_HOT = 0.25
"""Rise above the start, as a share of the scale, from which an end counts as heated."""
HELD_BY = 0.15
"""Share of the clip within which an end that is held has reached its temperature."""
HELD_WITHIN = 0.08
"""Share of its rise that a held end moves by after that."""
INSIDE, LEADS = (0.12, 0.2), 0.04
"""By how much of the scale a heated end is, at its best, hotter than what lies so far inside."""
UNIFORM = 0.08
"""Spread of levels up to which a start counts as uniform."""
ONE_WAY = 0.08
"""Typical difference across the way of the heat up to which it counts as flowing one way."""
ALIKE = 0.05


@dataclass(frozen=True)
class _End:
    rise: float
    kind: ProbeEnd


def assumed_setting(profile: Profile, field: FieldReading | None, *, upright: bool) -> Setting:
    """One homogeneous body with insulated sides, heated from the first frame on at the ends seen hot.

    Args:
        profile: along the probe.
        field: of the whole body.
        upright: whether the probe runs from top to bottom rather than from left to right.
    """
    level = profile.level
    width = max(2, round(END_SAMPLES * level.shape[1]))
    start = float(np.median(level[0]))
    first, last = _end(level, width, start), _end(level[:, ::-1], width, start)
    heated = any(end.rise >= SEEN_HOT for end in (first, last))
    one_way = heated and field is not None and _one_way(field.level, upright=upright)
    both = first.kind.kind == last.kind.kind == "held"
    return Setting(
        start_level=start if _uniform_start(level) else None,
        ends=(first.kind, last.kind),
        heated_s=(float(profile.time_s[0]), None),
        along_the_heat=one_way,
        homogeneous=True,
        sideways="insulated",
        ambient_level=None,
        sources=(),
        section_visible=one_way,
        melts=False,
        mirror=None,
        mirrored_along_probe=both and abs(first.rise - last.rise) <= ALIKE and one_way,
        diffusivity_per_s=None,
        assumed=True,
    )


def _end(level: NDArray[np.float64], width: int, start: float) -> _End:
    """What happens at an end, from the levels (frame, sample), the end's own first.

    An end that only warms because heat arrives there from inside is never hotter than what lies inside.
    """
    next_to_it = level[:, :width]
    course = np.polyfit(np.arange(next_to_it.shape[1], dtype=np.float64), next_to_it.T, 1)[1]
    inside = level[:, round(INSIDE[0] * level.shape[1]) : round(INSIDE[1] * level.shape[1]) + 1].mean(axis=1)
    later = course[round(HELD_BY * (len(course) - 1)) :]
    plateau = float(np.median(later))
    rise = plateau - start
    if rise < SEEN_HOT or float(np.quantile(course - inside, 0.9)) < LEADS:
        return _End(rise, ProbeEnd("insulated"))
    steady = float(np.ptp(np.quantile(later, [0.05, 0.95]))) <= HELD_WITHIN * rise
    return _End(rise, ProbeEnd("held", plateau) if steady else ProbeEnd("exchanging"))


def _uniform_start(level: NDArray[np.float64]) -> bool:
    """Whether the first picture is of one temperature but for the ends themselves."""
    inner = level[0, round(0.1 * level.shape[1]) : round(0.9 * level.shape[1])]
    return bool(np.ptp(np.quantile(inner, [0.05, 0.95])) <= UNIFORM)


def _one_way(level: NDArray[np.float32], *, upright: bool) -> bool:
    """Whether levels hardly differ across the probe's direction, typically over cells and time."""
    across = level if upright else np.swapaxes(level, 1, 2)
    there = np.isfinite(across).sum(axis=2) >= 2
    if not there.any():
        return False
    rows = across[there]
    low, high = np.nanquantile(rows, 0.15, axis=1), np.nanquantile(rows, 0.85, axis=1)
    return float(np.quantile(high - low, 0.75)) <= ONE_WAY
