"""Which blocks of a body are driven from outside, and how far the others may go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.thermography.laws.block_means import Array
from desktop_app.thermography.laws.body_blocks import Blocks, pixel_box
from desktop_app.thermography.laws.evidence import Evidence

MARGIN = 0.04
"""Of the body's longer side, around a declared source that counts as the source's."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked of the blocks: which are driven from outside, and how far the rest may go.

    Attributes:
        driven: (row, column) where heat may come from outside.
        asked: (row, column) where an excess counts.
        highest, lowest: (row, column) levels each place may have had before the first frame; lowest is None
            where nobody knows how cold it may be made.
        outside: level that what is around it may bring any place to at any time; None where it brings none.
    """

    driven: NDArray[np.bool_]
    asked: NDArray[np.bool_]
    highest: Array
    lowest: Array | None
    outside: float | None


def question_of(blocks: Blocks, evidence: Evidence, on_field: bool) -> Question:
    """What may drive a body from outside, and how hot or cold its beginning and surroundings are.

    Where heat flows along the probe only, it comes from the probe's ends; else from all of the outline, and
    from declared sources.
    """
    setting, body = evidence.setting, blocks.body
    if not on_field:
        driven = body & ~ndimage.binary_erosion(body[0])[None, :]
        asked = body & ~driven
    elif setting.along_the_heat:
        driven = body & _ends(blocks, evidence)
        asked = body & ~driven
    else:
        driven = body & ~ndimage.binary_erosion(body) | _declared(blocks, evidence)
        asked = body & ~driven
    first = blocks.smooth[0]
    middle = float(np.median(first[asked])) if asked.any() else 0.0
    if setting.start_level is None:
        highest, lowest = first, first
    else:
        highest = np.full(body.shape, max(setting.start_level, middle))
        lowest = np.full(body.shape, min(setting.start_level, middle))
    cooled_unknown = setting.sideways != "insulated" and setting.ambient_level is None
    return Question(driven, asked, highest, None if cooled_unknown else lowest, setting.ambient_level)


def _ends(blocks: Blocks, evidence: Evidence) -> NDArray[np.bool_]:
    """(row, column) the blocks at the two ends of the probe, along which heat flows in the field."""
    probe, body = evidence.profile.level, blocks.body
    if not body.any():
        return np.zeros(body.shape, dtype=np.bool_)
    there = np.where(body, blocks.smooth, np.nan)
    down, across = np.flatnonzero(body.any(axis=1)), np.flatnonzero(body.any(axis=0))
    wide = _likeness(probe, np.nanmean(there[:, :, across], axis=1))
    high = _likeness(probe, np.nanmean(there[:, down], axis=2))
    ends = np.zeros(body.shape, dtype=np.bool_)
    if wide >= high:
        ends[:, across[[0, -1]]] = True
    else:
        ends[down[[0, -1]], :] = True
    return ends


def _likeness(probe: Array, line: Array) -> float:
    """How alike the last frames of a probe and of a line of blocks are, either way round."""
    frames, count = line.shape
    places = np.linspace(0, probe.shape[1] - 1, count).round().astype(int)
    times = np.linspace(0, len(probe) - 1, frames).round().astype(int)
    other = probe[np.ix_(times, places)]
    return -min(float(np.mean((other - way) ** 2)) for way in (line, line[:, ::-1]))


def _declared(blocks: Blocks, evidence: Evidence) -> NDArray[np.bool_]:
    """(row, column) which blocks a declared source touches."""
    touched = np.zeros(blocks.body.shape, dtype=np.bool_)
    field = evidence.field
    if field is None:
        return touched
    margin = MARGIN * max(field.box.right - field.box.left, field.box.bottom - field.box.top)
    for row, column in zip(*np.nonzero(blocks.body), strict=True):
        own = pixel_box(blocks, field.box, field.level.shape[1:], int(row), int(column))
        touched[row, column] = any(
            own.left < box.right + margin
            and own.right > box.left - margin
            and own.top < box.bottom + margin
            and own.bottom > box.top - margin
            for box in evidence.setting.sources
        )
    return touched
