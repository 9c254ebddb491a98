"""The course of temperature at places all over a body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.thermography.laws.block_means import block_means, block_starts
from desktop_app.thermography.laws.evidence import Profile

Array = NDArray[np.float64]

SAMPLES_A_PLACE = 6
MOST_PLACES = 96
LEAST_READ = 0.7
"""Share of the frames in which a place must be read."""


@dataclass(frozen=True, eq=False)
class BodyPlaces:
    """Places and what is read there.

    Attributes:
        level: (frame, place) 0..1 of the clip's scale, no NaN.
        where: (place, 1 or 2), along the probe, or across and down the field, each 0..1.
        probe: (place, 2) from where to where along the probe; None where they lie in a field.
        boxes: in the picture; None where they lie along the probe.
        frames: (frame,) their numbers in the clip.
        time_s: (frame,).
    """

    level: Array
    where: Array
    probe: Array | None
    boxes: tuple[PixelBox, ...] | None
    frames: NDArray[np.int_]
    time_s: Array


def places_on_probe(profile: Profile) -> BodyPlaces | None:
    """A few samples a place; None where nothing is read well enough."""
    level = np.where(profile.trusted, profile.level, np.nan)
    means = block_means(level, (1, SAMPLES_A_PLACE))
    starts = block_starts(level.shape[1], SAMPLES_A_PLACE)
    ends = np.append(starts[1:], level.shape[1]) - 1
    spans = np.stack([profile.position[starts], profile.position[ends]], axis=1)
    read = _well_read(means)
    if not read.any():
        return None
    return BodyPlaces(
        level=_mended(means[:, read]),
        where=spans[read].mean(axis=1, keepdims=True),
        probe=spans[read],
        boxes=None,
        frames=profile.frames,
        time_s=profile.time_s,
    )


def places_in_field(field: FieldReading) -> BodyPlaces | None:
    """Blocks of cells, none at the outline, where body and background mix; None if none is left."""
    body = np.isfinite(field.level).mean(axis=0) >= LEAST_READ
    inner = ndimage.binary_erosion(body) if min(body.shape) > 2 else body
    if not inner.any():
        return None
    rows, columns = body.shape
    side = max(2, int(np.ceil(np.sqrt(inner.sum() / MOST_PLACES))))
    side = min(side, max(1, min(rows, columns) - 2))
    means = block_means(np.where(inner, field.level, np.nan).astype(np.float64), (1, side, side))
    tops, lefts = block_starts(rows, side), block_starts(columns, side)
    bottoms, rights = np.append(tops[1:], rows), np.append(lefts[1:], columns)
    across, down = np.meshgrid((lefts + rights) / 2 / columns, (tops + bottoms) / 2 / rows)
    flat = means.reshape(len(means), -1)
    read = _well_read(flat)
    if not read.any():
        return None
    width = (field.box.right - field.box.left) / columns
    height = (field.box.bottom - field.box.top) / rows
    boxes = [
        PixelBox(
            field.box.left + left * width,
            field.box.top + top * height,
            field.box.left + right * width,
            field.box.top + bottom * height,
        )
        for top, bottom in zip(tops, bottoms, strict=True)
        for left, right in zip(lefts, rights, strict=True)
    ]
    return BodyPlaces(
        level=_mended(flat[:, read]),
        where=np.stack([across.ravel(), down.ravel()], axis=1)[read],
        probe=None,
        boxes=tuple(boxes[place] for place in np.flatnonzero(read)),
        frames=field.frames,
        time_s=field.time_s,
    )


def _well_read(means: Array) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(means).mean(axis=0) >= LEAST_READ)


def _mended(level: Array) -> Array:
    """Frames that could not be read take what is between those before and after."""
    whole = level.copy()
    number = np.arange(len(level))
    for place in np.flatnonzero(np.isnan(level).any(axis=0)):
        there = np.isfinite(level[:, place])
        whole[:, place] = np.interp(number, number[there], level[there, place])
    return whole
