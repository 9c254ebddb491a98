"""Whether what a clip shows is mirrored."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField

Mirror = Literal["left_right", "top_bottom"]
ALIKE_SHARE = 0.01
"""Of a solution's span by which mirrored places may differ."""
TELLING_SHARE = 0.05
"""Of a solution's span that must lie along the mirrored axis: else there is nothing to compare."""


def mirror_of(
    concept: Concept, solution: TemperatureField | None, body: PixelBox, probe: Probe
) -> Mirror | None:
    """The axis about which body and heating mirror each other, and along which there is something to see.

    Of two such axes it is the one that mirrors the probe, else the one with more to see.
    """
    if solution is None or not concept.parts:
        return None
    field = solution.temperature_K
    span = float(np.nanmax(field) - np.nanmin(field))
    if span <= 0:
        return None
    axes: tuple[tuple[Mirror, int], ...] = (("left_right", 2), ("top_bottom", 1))
    telling = [
        (mirrors_probe(name, body, probe), seen, name)
        for name, axis in axes
        if _is_mirrored(field, axis, span) and (seen := _along(field, axis) / span) > TELLING_SHARE
    ]
    return max(telling)[2] if telling else None


def mirrors_probe(mirror: Mirror | None, body: PixelBox, probe: Probe) -> bool:
    """Whether a probe is its own mirror image, its ends changed."""
    if mirror is None:
        return False
    middle_x, middle_y = (body.left + body.right) / 2, (body.top + body.bottom) / 2
    corners = probe.corners
    for (x, y), (other_x, other_y) in zip(corners, reversed(corners), strict=True):
        image = (2 * middle_x - x, y) if mirror == "left_right" else (x, 2 * middle_y - y)
        if abs(image[0] - other_x) > 1 or abs(image[1] - other_y) > 1:
            return False
    return True


def _is_mirrored(field: NDArray[np.float32], axis: int, span: float) -> bool:
    other = np.flip(field, axis)
    if not np.array_equal(np.isnan(field), np.isnan(other)):
        return False
    return float(np.nanmax(np.abs(field - other))) <= ALIKE_SHARE * span


def _along(field: NDArray[np.float32], axis: int) -> float:
    """The largest difference along an axis at any time, where the body is."""
    high = np.where(np.isnan(field), -np.inf, field).max(axis=axis)
    low = np.where(np.isnan(field), np.inf, field).min(axis=axis)
    apart = (high - low)[np.isfinite(high)]
    return float(apart.max()) if apart.size else 0.0
