"""The two halves of a body that mirror each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.field_reading import FieldReading
from desktop_app.thermography.laws.body_blocks import probe_block_size
from desktop_app.thermography.laws.evidence import Profile

BLOCKS_ALONG = 22
MOST_OFF = 2
"""Half cells by which the axis may be off the middle of the box."""


def block_size(field: FieldReading) -> int:
    """Cells along the side of a block."""
    return max(1, round(int(max(field.level.shape[1:])) / BLOCKS_ALONG))


def about_the_axis(field: FieldReading, *, upright: bool) -> FieldReading:
    """The part of a field that lies evenly on both sides of the axis, in whole blocks on each."""
    axis = 1 if upright else 2
    read = np.isfinite(field.level).mean(axis=0) > 0.5
    begin, end = _evenly(read if not upright else read.T)
    half = (end - begin) // 2 // block_size(field) * block_size(field)
    low, high = np.arange(begin, end)[: (end - begin) // 2], np.arange(begin, end)[-((end - begin) // 2) :]
    chosen = np.concatenate([low[len(low) - half :], high[:half]])
    cell = (field.box.bottom - field.box.top if upright else field.box.right - field.box.left) / read.shape[
        axis - 1
    ]
    first, last = float(chosen[0]) * cell, float(chosen[-1] + 1) * cell
    box = field.box
    return replace(
        field,
        level=np.take(field.level, chosen, axis=axis),
        sigma=np.take(field.sigma, chosen, axis=axis),
        censored=np.take(field.censored, chosen, axis=axis),
        box=replace(box, top=box.top + first, bottom=box.top + last)
        if upright
        else replace(box, left=box.left + first, right=box.left + last),
    )


def _evenly(body: NDArray[np.bool_]) -> tuple[int, int]:
    """First column and one past the last of the range that mirrors the outline (row, column) best."""
    count = body.shape[1]
    best, found = None, (0, count)
    for off in sorted(range(-MOST_OFF, MOST_OFF + 1), key=abs):
        begin, end = max(0, off), count + min(0, off)
        unlike = int((body[:, begin:end] ^ body[:, begin:end][:, ::-1]).sum())
        unlike += int(body[:, :begin].sum() + body[:, end:].sum())
        if best is None or unlike < best:
            best, found = unlike, (begin, end)
    return found


def paired(profile: Profile) -> Profile:
    """The part of a probe that is whole blocks on both sides of its middle."""
    count = len(profile.position)
    size = probe_block_size(count)
    half = count // 2 // size * size
    kept = np.r_[count // 2 - half : count // 2, count - count // 2 : count - count // 2 + half]
    return replace(
        profile,
        level=profile.level[:, kept],
        sigma=profile.sigma[:, kept],
        censored=profile.censored[:, kept],
        trusted=profile.trusted[:, kept],
        position=profile.position[kept],
    )
