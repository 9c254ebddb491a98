"""Nothing inside a body is hotter than what heats it and what it began with, or colder."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

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
from desktop_app.thermography.laws.driven_blocks import Question, question_of
from desktop_app.thermography.laws.even_scale import EvenScale
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.heat_reach import reach
from desktop_app.thermography.laws.wording import place_in, place_on_probe, seconds

TOLERANCE: Tolerance = (None, 0.05)
"""Of the clip's even scale. True conduction has none at all; this is what reading two places of a compressed
clip may be apart: twice the 2-3 % that palettes of one name and codecs shift a colour by."""
BLOCKINGS = ((22, True), (32, True), (64, True), (64, False))
"""Blocks along the body's longer side, and whether its outermost cells are left out: the first that leaves
enough inside is taken."""
LEAST_INSIDE, SHARE_INSIDE = 6, 0.2
"""Blocks that must be inside the body, and the share of them that should be: the others are next to what may
heat it."""
LEAST_SPAN = 0.08
"""Of the clip's scale that the body must pass through."""
LARGEST_OF_NONE = 0.95
"""Quantile of what noise alone makes of a clip that keeps the law, beyond which an excess is there."""
MOST_CENSORED = 0.1
OUTSIDE = -9.0
_NOTHING_SEEN = say("Nothing stands out, but noise could hide more than is allowed.")


def measure(evidence: Evidence) -> Measurement | Abstention:
    """The largest excess of the inside over anything that could have heated it, or cooled it.

    A place is in excess by how far it is from the nearest level that hangs together with the outline, a
    declared source or the beginning: the height of a peak over its pass. It is measured on means over blocks,
    on a scale that does not depend on the palette (`EvenScale`). Noise makes peaks too: how high the highest
    is comes from clips whose peaks were cut off before noise was put back. Where the clip's own is beyond
    nearly all of these, clips about the clip as it is are drawn as well (choosing which inequalities may
    bind: D. W. K. Andrews, G. Soares, Econometrica 78, 2010), and the interval spans both.
    """
    setting = evidence.setting
    on_field = setting.section_visible and evidence.field is not None
    if not on_field and not (setting.along_the_heat and not setting.sources):
        return _abstain(say("Heat may come in where the picture does not show it."))
    if _censored(evidence, on_field) > MOST_CENSORED:
        return _abstain(say("Too much of the body is beyond the ends of the scale."))
    asked = _asked_of_field(evidence) if on_field else _asked_of_probe(evidence)
    if asked is None:
        return _abstain(say("All that can be seen of the body is next to its edge."))
    return _measured(*asked, evidence, on_field)


def _asked_of_probe(evidence: Evidence) -> tuple[Blocks, Question] | None:
    blocks = probe_blocks(evidence, probe_block_size(len(evidence.profile.position)))
    question = question_of(blocks, evidence, on_field=False)
    return (blocks, question) if question.asked.sum() >= LEAST_INSIDE else None


def _asked_of_field(evidence: Evidence) -> tuple[Blocks, Question] | None:
    """On the coarsest blocks of which enough are inside: thin parts want finer ones."""
    found = None
    cells = 0 if evidence.field is None else max(evidence.field.level.shape[1:])
    for along, trimmed in BLOCKINGS:
        size = max(2 if along == BLOCKINGS[0][0] else 1, round(cells / along))
        blocks = field_blocks(evidence, size, trimmed=trimmed)
        if blocks is None:
            continue
        question = question_of(blocks, evidence, on_field=True)
        inside = int(question.asked.sum())
        if inside >= LEAST_INSIDE:
            found = blocks, question
        if inside >= max(LEAST_INSIDE, SHARE_INSIDE * int(blocks.body.sum())):
            break
    return found


def _measured(
    blocks: Blocks, question: Question, evidence: Evidence, on_field: bool
) -> Measurement | Abstention:
    draws = blocks.draws()
    scale = EvenScale(blocks.level, blocks.noise_of(draws))
    if scale.span < LEAST_SPAN:
        return _abstain(say("The body hardly changes its colour."))
    excess = _excess(blocks.level[None], question, scale)[0]
    peak = _peak(blocks, question, excess)
    statistic = float(np.abs(excess).max())
    time, place = _when_and_where(blocks, evidence, on_field, peak)
    return Measurement(
        law="maximum_principle",
        statistic=statistic,
        plausible=_plausible(blocks, draws, question, scale, statistic),
        tolerance=TOLERANCE,
        holds=say(
            "Inside, nothing is hotter than what could have heated it, or colder than what could cool it."
        ),
        broken=_broken(time, place, peak),
        undecided=_undecided(time, place, peak) if statistic > 0 else _NOTHING_SEEN,
        mark=_mark(blocks, evidence, on_field, peak) if statistic > 0 else None,
    )


def _plausible(blocks: Blocks, draws: Array, question: Question, scale: EvenScale, statistic: float) -> Array:
    lawful = _cut_off(blocks.smooth, question)
    drawn = _largest(_excess(draws + (lawful - blocks.smooth), question, scale))
    typical = float(np.median(drawn))
    if statistic <= np.quantile(drawn, LARGEST_OF_NONE):
        return np.asarray(np.maximum(max(statistic - typical, 0.0) - (drawn - typical), 0.0))
    true = _largest(_excess(blocks.smooth[None], question, scale))[0]
    about = _largest(_excess(draws, question, scale)) - true
    return np.asarray(np.maximum(statistic - np.concatenate([drawn, about]), 0.0))


def _largest(excess: Array) -> Array:
    return np.asarray(np.abs(excess).max(axis=(1, 2, 3)))


def _excess(clips: Array, question: Question, scale: EvenScale) -> Array:
    """(clip, frame, row, column) on the even scale: above what may be, below what may be (negative), or 0."""
    level = scale(clips)
    high = scale(_reached(clips, question))
    over = np.maximum(level - high, 0.0)
    if question.lowest is not None:
        over -= np.maximum(scale(-_reached(-clips, question, downward=True)) - level, 0.0)
    return np.asarray(np.where(question.asked, over, 0.0))


def _reached(clips: Array, question: Question, *, downward: bool = False) -> Array:
    """(clip, frame, row, column) the hottest each place may be by then; of levels negated, the coldest."""
    limit = -question.lowest if downward and question.lowest is not None else question.highest
    level = np.moveaxis(np.where(np.isnan(clips), OUTSIDE, clips), 0, -1)
    start = np.where(np.isnan(limit), OUTSIDE, limit)
    beginning = np.broadcast_to(start[:, :, None], level.shape[1:])
    outside = -inf if question.outside is None else -question.outside if downward else question.outside
    return np.moveaxis(reach(level, question.driven, beginning, outside), -1, 0)


def _cut_off(smooth: Array, question: Question) -> Array:
    """The nearest clip that keeps the law: peaks are cut off at their passes, and hollows filled."""
    lawful = np.minimum(smooth, _reached(smooth[None], question)[0])
    if question.lowest is not None:
        lawful = np.maximum(lawful, -_reached(-lawful[None], question, downward=True)[0])
    return np.where(np.isnan(smooth), np.nan, lawful)


def _censored(evidence: Evidence, on_field: bool) -> float:
    if on_field and evidence.field is not None:
        there = np.isfinite(evidence.field.level)
        return float((evidence.field.censored != 0)[there].mean()) if there.any() else 0.0
    return float((evidence.profile.censored != 0).mean())


@dataclass(frozen=True)
class _Peak:
    """The largest excess: its block, its size in levels of the clip, and whether it is too cold."""

    frame: int
    row: int
    column: int
    size: float
    cold: bool


def _peak(blocks: Blocks, question: Question, excess: Array) -> _Peak:
    """The largest of (frame, row, column) excesses."""
    frame, row, column = (int(each) for each in np.unravel_index(int(np.abs(excess).argmax()), excess.shape))
    cold = bool(excess[frame, row, column] < 0)
    clip = blocks.level[None]
    may = -_reached(-clip, question, downward=True) if cold else _reached(clip, question)
    size = abs(float(blocks.level[frame, row, column] - may[0, frame, row, column]))
    return _Peak(frame, row, column, size, cold)


def _mark(blocks: Blocks, evidence: Evidence, on_field: bool, peak: _Peak) -> LawMark:
    first, last = int(blocks.times[peak.frame]), int(blocks.times[peak.frame + 1]) - 1
    if on_field and evidence.field is not None:
        field = evidence.field
        box = pixel_box(blocks, field.box, field.level.shape[1:], peak.row, peak.column)
        return LawMark((int(field.frames[first]), int(field.frames[last])), box=box)
    profile = evidence.profile
    start, end = blocks.columns[peak.column], blocks.columns[peak.column + 1] - 1
    place = float(profile.position[start]), float(profile.position[end])
    return LawMark((int(profile.frames[first]), int(profile.frames[last])), position=place)


def _when_and_where(blocks: Blocks, evidence: Evidence, on_field: bool, peak: _Peak) -> tuple[str, Text]:
    first, last = int(blocks.times[peak.frame]), int(blocks.times[peak.frame + 1]) - 1
    middle = (first + last) // 2
    across = (float(blocks.columns[peak.column]) + float(blocks.columns[peak.column + 1])) / 2
    if on_field and evidence.field is not None:
        down = (float(blocks.rows[peak.row]) + float(blocks.rows[peak.row + 1])) / 2
        rows, columns = evidence.field.level.shape[1:]
        return seconds(float(evidence.field.time_s[middle])), place_in(down / rows, across / columns)
    share = across / evidence.profile.level.shape[1]
    return seconds(float(evidence.profile.time_s[middle])), place_on_probe(share)


def _broken(time: str, place: Text, peak: _Peak) -> Text:
    size = f"{peak.size:.2f}"
    if peak.cold:
        return say(
            "At {time} s {place} is colder, by {size} of the scale, than anything that could have cooled it.",
            time=time,
            place=place,
            size=size,
        )
    return say(
        "At {time} s {place} is hotter, by {size} of the scale, than anything that could have heated it.",
        time=time,
        place=place,
        size=size,
    )


def _undecided(time: str, place: Text, peak: _Peak) -> Text:
    return say(
        "At {time} s {place} stands out by {size} of the scale; whether that is more than noise cannot "
        "be told.",
        time=time,
        place=place,
        size=f"{peak.size:.2f}",
    )


def _abstain(why: Text) -> Abstention:
    return Abstention("maximum_principle", why, TOLERANCE)
