"""Which palette a clip is in, judged by fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.thermography.body import unlike_background
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.look_variants import (
    BLACK,
    COLOUR_RANGES,
    WHITE,
    ColourRange,
    in_range,
)
from desktop_app.thermography.palette_polyline import PalettePolyline

MOST_PIXELS = 1_500
FEWEST_PIXELS = 100
OVERLAYS = 0.15
"""Share of pixels, the worst, left out of a misfit: text, logos, blended edges."""
WORST_MISFIT = 0.012
"""Mean Oklab distance beyond which a palette does not fit; H.264 at CRF 33 leaves 0.005."""
WORST_IRONBOW_MISFIT = 0.022
"""For `iron`, whose name stands for a family: each camera's own ironbow lies a little off this one."""
WORST_GREY_MISFIT = 0.006
"""For a palette without colour: a faintly tinted scene is no grey scale; noise of 1.5 bytes leaves 0.004."""
GREY_CHROMA = 0.02
TIE = 0.004
"""Misfits closer than this are equally good."""
LEAST_USED = 1 / 3
"""Share of a palette's way through Oklab that a clip must use: yellow to orange alone is many a palette's."""
END_SHARE, END_WIDTH = 0.002, 3
"""How many grey pixels may lie beyond 16 and 235, and how near these, in bytes, the ends must be."""
SEED = 0


@dataclass(frozen=True, eq=False)
class LookFit:
    """The palette that fits a clip best.

    Attributes:
        look: with the palette as it is in the clip, of the variant and in the range that fit.
        colour_range: which range that is.
        misfit: mean Oklab distance of the clip's colours from it, overlays left out.
        rivals: names of other looks that fit as well: the clip's colours do not tell which it is.
        grey: whether the palette has no colour; a plain black-and-white film fits it as well.
    """

    look: Look
    colour_range: ColourRange
    misfit: float
    rivals: tuple[str, ...]
    grey: bool


@dataclass(frozen=True, eq=False)
class _Candidate:
    look: Look
    colour_range: ColourRange
    misfit: float
    level: NDArray[np.float32]


def choose_look(frames: Frames, looks: Iterable[Look]) -> LookFit | None:
    """The look whose palette the clip's colours lie on, in whichever colour range.

    A palette and its reverse have the same colours: the earlier look counts. A grey clip may be a thermal
    camera's or a black-and-white film's; it is taken for the former, and `grey` says so. A palette that runs
    through a known one's colours at another pace is taken for it, and read with its levels.

    Args:
        frames: a few frames, (frame, row, column, 3); what looks like background is left out.
        looks: to choose from; the variants of a look have the same name.

    Returns:
        None where none fits, or too short a stretch of the best is used to know it by.
    """
    colours = _sample(frames)
    by_name: dict[str, list[_Candidate]] = {}
    for look in _distinct(looks):
        by_name.setdefault(look.name, []).append(_in_best_range(colours, look))
    best_of_each = sorted((_least(each) for each in by_name.values()), key=lambda one: one.misfit)
    if not best_of_each:
        return None
    best, others = best_of_each[0], best_of_each[1:]
    fit = _fit(best, tuple(one.look.name for one in others if one.misfit <= best.misfit + TIE))
    return fit if fit.misfit <= _worst(fit) and _used(best) >= LEAST_USED else None


def fit_look(frames: Frames, variants: Sequence[Look]) -> LookFit:
    """Of a look that is known, the variant and the colour range that fit the clip.

    Args:
        frames: as for `choose_look`.
        variants: readable, at least one, the usual one first: it counts where none fits.
    """
    colours = _sample(frames)
    fit = _fit(_least([_in_best_range(colours, look) for look in variants]), ())
    return fit if fit.misfit <= _worst(fit) else _fit(_candidate(colours, variants[0], "full"), ())


def _sample(frames: Frames) -> Frames:
    """(n, 3) of at most `MOST_PIXELS` pixels that stand out."""
    standing_out = np.concatenate([frame[unlike_background(frame)] for frame in frames])
    colours = standing_out if len(standing_out) >= FEWEST_PIXELS else frames.reshape(-1, 3)
    if len(colours) <= MOST_PIXELS:
        return colours
    return colours[np.random.default_rng(SEED).choice(len(colours), MOST_PIXELS, replace=False)]


def _distinct(looks: Iterable[Look]) -> list[Look]:
    """The readable looks, without those that are the reverse of an earlier one."""
    kept: list[Look] = []
    colours: set[bytes] = set()
    for look in looks:
        if look.palette is not None and look.palette[::-1].tobytes() not in colours:
            kept.append(look)
            colours.add(look.palette.tobytes())
    return kept


def _in_best_range(colours: Frames, look: Look) -> _Candidate:
    """Full range, unless another fits clearly better, or the look is grey and just fills 16-235."""
    full, *others = (_candidate(colours, look, colour_range) for colour_range in COLOUR_RANGES)
    best = _least([full, *others])
    if best.misfit < full.misfit - TIE:
        return best
    return others[0] if _is_grey(look) and _fills_video_range(full) else full


def _candidate(colours: Frames, look: Look, colour_range: ColourRange) -> _Candidate:
    look = in_range(look, colour_range)
    assert look.palette is not None
    found = PalettePolyline(look.palette).nearest(colours)
    kept = found.distance <= np.quantile(found.distance, 1 - OVERLAYS)
    return _Candidate(look, colour_range, float(found.distance[kept].mean()), found.level[kept])


def _least(candidates: Sequence[_Candidate]) -> _Candidate:
    return min(candidates, key=lambda one: one.misfit)


def _is_grey(look: Look) -> bool:
    assert look.palette is not None
    return bool(np.linalg.norm(oklab(look.palette)[:, 1:], axis=1).max() < GREY_CHROMA)


def _fills_video_range(candidate: _Candidate) -> bool:
    low, high = 255 * np.quantile(candidate.level, [END_SHARE, 1 - END_SHARE])
    return bool(abs(low - BLACK) <= END_WIDTH and abs(high - WHITE) <= END_WIDTH)


def _fit(best: _Candidate, rivals: tuple[str, ...]) -> LookFit:
    return LookFit(best.look, best.colour_range, best.misfit, rivals, _is_grey(best.look))


def _worst(fit: LookFit) -> float:
    if fit.grey:
        return WORST_GREY_MISFIT
    return WORST_IRONBOW_MISFIT if fit.look.name == "iron" else WORST_MISFIT


def _used(candidate: _Candidate) -> float:
    """Share of the palette's length, in Oklab, between the coldest and the hottest colours of the clip."""
    assert candidate.look.palette is not None
    line = PalettePolyline(candidate.look.palette)
    low, high = np.quantile(candidate.level, [0.02, 0.98])
    return line.length(float(low), float(high)) / line.length(0, 1)
