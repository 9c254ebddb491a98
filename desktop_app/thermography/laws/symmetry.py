"""What is heated in mirror images warms in mirror images."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark, Tolerance
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.block_means import Array
from desktop_app.thermography.laws.body_blocks import (
    Blocks,
    field_blocks,
    pixel_box,
    probe_block_size,
    probe_blocks,
)
from desktop_app.thermography.laws.deciding import Abstention, Measurement
from desktop_app.thermography.laws.even_scale import EvenScale
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.mirror_halves import about_the_axis, block_size, paired
from desktop_app.thermography.laws.wording import seconds
from desktop_app.thermography.noise import noise_of

TOLERANCE: Tolerance = (None, 0.04)
"""Root mean square, of the clip's even scale. True symmetry has none, and what a palette is off by is the
same on both sides: 2 % is what codecs differ by from place to place, as much again what an axis a quarter of
a cell off makes of a front that is a fifth of the body wide."""
LEAST_SPAN = 0.08
"""Of the clip's scale that the body must pass through."""
LEAST_PAIRS = 4
PARTS = 3
"""Of the clip: it is as unlike its image as in the part where it is so most."""
APART = 2
"""Blocks of time whose noise is independent: the product of two as far apart has none on average."""
BEGUN = 0.05
"""Of the even scale: a pair of places of which neither has changed by as much says nothing."""


def measure(evidence: Evidence) -> Measurement | Abstention:
    """How far a clip is from its mirror image: root mean square over what has begun to change.

    It is taken in the third of the clip where it is largest, from products of differences at two times, so
    that independent noise does not add to it.

    The axis is where the body's outline mirrors itself best, within a cell of the middle; temperature has no
    say in that. Differences are of means over blocks, on a scale that does not depend on the palette
    (`EvenScale`).
    """
    setting = evidence.setting
    upright = setting.mirror == "top_bottom"
    if setting.mirror is not None and evidence.field is not None:
        folded = replace(evidence, field=about_the_axis(evidence.field, upright=upright))
    elif setting.mirrored_along_probe:
        upright, folded = False, replace(evidence, field=None, profile=paired(evidence.profile))
    else:
        return _abstain(say("Body and heating do not mirror each other."))
    blocks = _blocks(folded)
    if blocks is None or np.isnan(blocks.level).all():
        return _abstain(say("Too little of the body can be seen."))
    scale = EvenScale(blocks.level, _noise(folded))
    if scale.span < LEAST_SPAN:
        return _abstain(say("The body hardly changes its colour."))
    apart = _blocks(_differences(folded, scale, upright=upright))
    parts = _parts(_counted(blocks, scale, upright=upright))
    if apart is None or not parts:
        return _abstain(say("Too little of the body changes to compare its halves."))
    return _measured(blocks, apart, parts, folded, upright=upright)


def _measured(
    blocks: Blocks, apart: Blocks, parts: list[NDArray[np.bool_]], evidence: Evidence, *, upright: bool
) -> Measurement:
    squares = [float(_square(apart.level[None], part)[0]) for part in parts]
    part = parts[int(np.argmax(squares))]
    drawn = _square(apart.draws(recoloured=False), part)
    share = float(np.sqrt(max(*squares, 0.0)))
    worst = _worst(blocks, part, upright=upright)
    return Measurement(
        law="symmetry",
        statistic=share,
        plausible=np.sqrt(np.maximum(max(squares) - (drawn - drawn.mean()), 0.0)),
        tolerance=TOLERANCE,
        holds=say(
            "Its two halves warm as mirror images: they differ by {percent} %.", percent=round(100 * share)
        ),
        broken=_difference(blocks, evidence, worst, upright=upright),
        undecided=say(
            "Its two halves differ by {percent} %; whether that is more than noise cannot be told.",
            percent=round(100 * share),
        ),
        mark=_mark(blocks, evidence, worst),
    )


def _blocks(evidence: Evidence) -> Blocks | None:
    if evidence.field is not None:
        return field_blocks(evidence, block_size(evidence.field))
    return probe_blocks(evidence, probe_block_size(len(evidence.profile.position)))


def _noise(evidence: Evidence) -> float:
    """σ of a block, roughly: its cells are a few that are not independent."""
    sigma = evidence.profile.sigma if evidence.field is None else evidence.field.sigma
    return float(np.nanmedian(sigma)) / 2


def _differences(evidence: Evidence, scale: EvenScale, *, upright: bool) -> Evidence:
    """The same with each level, on the even scale, less that of the mirror image."""
    if evidence.field is not None:
        level = _apart(scale(evidence.field.level.astype(np.float64)), upright=upright).astype(np.float32)
        return replace(evidence, field=replace(evidence.field, level=level, sigma=noise_of(level)))
    line = _apart(scale(evidence.profile.level), upright=False)
    noise = noise_of(line).astype(np.float64)
    return replace(evidence, profile=replace(evidence.profile, level=line, sigma=noise))


def _parts(counted: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    """What is counted (frame, row, column), part of the clip by part, as far as there is enough in each."""
    parts = []
    for number in range(PARTS):
        part = np.zeros_like(counted)
        chosen = slice(number * len(counted) // PARTS, (number + 1) * len(counted) // PARTS)
        part[chosen] = counted[chosen]
        if (part[APART:] & part[:-APART]).sum() >= LEAST_PAIRS:
            parts.append(part)
    return parts


def _square(apart: Array, part: NDArray[np.bool_]) -> Array:
    """(clip,) mean square of differences (clip, frame, row, column), without that of their noise."""
    both = part[APART:] & part[:-APART]
    return np.asarray((apart[:, APART:] * apart[:, :-APART])[:, both].mean(axis=1))


def _apart(level: Array, *, upright: bool) -> Array:
    """(…, row, column) minus its mirror image."""
    return level - np.flip(level, axis=-2 if upright else -1)


def _counted(blocks: Blocks, scale: EvenScale, *, upright: bool) -> NDArray[np.bool_]:
    """(frame, row, column) places that have begun to change, or whose mirror image has; one of each pair."""
    axis = 1 if upright else 0
    pairs = blocks.body & np.flip(blocks.body, axis=1 - axis)
    first = np.zeros_like(pairs)
    half = pairs.shape[1 - axis] // 2
    first[(slice(None), slice(half)) if not upright else (slice(half), slice(None))] = True
    level = scale(blocks.smooth)
    begun = np.nan_to_num(np.abs(level - level[0])) > BEGUN
    begun |= np.flip(begun, axis=-2 if upright else -1)
    return np.asarray(begun & pairs & first)


def _worst(blocks: Blocks, counted: NDArray[np.bool_], *, upright: bool) -> tuple[int, int, int]:
    """Frame, row and column of the block that differs most from its mirror image."""
    apart = np.where(counted, np.abs(_apart(blocks.smooth, upright=upright)), 0.0)
    frame, row, column = (int(each) for each in np.unravel_index(int(apart.argmax()), apart.shape))
    return frame, row, column


def _difference(blocks: Blocks, evidence: Evidence, worst: tuple[int, int, int], *, upright: bool) -> Text:
    frame = worst[0]
    middle = (int(blocks.times[frame]) + int(blocks.times[frame + 1]) - 1) // 2
    times = evidence.profile.time_s if evidence.field is None else evidence.field.time_s
    apart = float(_apart(blocks.smooth, upright=upright)[worst])
    time, size = seconds(float(times[middle])), f"{abs(apart):.2f}"
    if evidence.field is None:
        first = apart > 0
        return (
            say("At {time} s the probe's first half is hotter than its second one, by up to {size} of the "
                "scale.", time=time, size=size)
            if first
            else say("At {time} s the probe's second half is hotter than its first one, by up to {size} of "
                     "the scale.", time=time, size=size)
        )  # fmt: skip
    if upright:
        return (
            say("At {time} s the upper half is hotter than the lower one, by up to {size} of the scale.",
                time=time, size=size)
            if apart > 0
            else say("At {time} s the lower half is hotter than the upper one, by up to {size} of the scale.",
                     time=time, size=size)
        )  # fmt: skip
    return (
        say("At {time} s the left half is hotter than the right one, by up to {size} of the scale.",
            time=time, size=size)
        if apart > 0
        else say("At {time} s the right half is hotter than the left one, by up to {size} of the scale.",
                 time=time, size=size)
    )  # fmt: skip


def _mark(blocks: Blocks, evidence: Evidence, worst: tuple[int, int, int]) -> LawMark:
    frame, row, column = worst
    first, last = int(blocks.times[frame]), int(blocks.times[frame + 1]) - 1
    field = evidence.field
    if field is not None:
        box = pixel_box(blocks, field.box, field.level.shape[1:], row, column)
        return LawMark((int(field.frames[first]), int(field.frames[last])), box=box)
    profile = evidence.profile
    place = profile.position[blocks.columns[column]], profile.position[blocks.columns[column + 1] - 1]
    frames = int(profile.frames[first]), int(profile.frames[last])
    return LawMark(frames, position=(float(place[0]), float(place[1])))


def _abstain(why: Text) -> Abstention:
    return Abstention("symmetry", why, TOLERANCE)
