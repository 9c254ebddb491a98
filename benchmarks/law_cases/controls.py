"""Clips broken on purpose: what a law must not let pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.law_cases.truth import Levels, Truth
from desktop_app.domain.laws import LawId

Random = np.random.Generator
Spoil = Callable[[Truth, Random], Levels]

HEIGHT = 0.35
"""Of the span: how high flashes and bumps are, and how far a body warms from nowhere."""
PATCH = 0.08
"""Of the body's longer side: half width (1 σ) of what is broken in one place only."""
SAG = 0.15
"""Of the span, by which a steady profile is bent in its middle."""
SLOWER = 0.5
"""How the diffusivity of one half compares with the other's where they should mirror each other."""
WIDE, NARROW = 0.25, 0.07
"""Of the body's longer side: half width of a hump before and after its heat has gathered."""


@dataclass(frozen=True)
class Control:
    """A way to break a law.

    Attributes:
        name: of it.
        effect: how large it is.
        law: the one that must be found broken.
        spoil: (frame, y, x) levels of the broken clip.
        needs: laws that must apply to a scene for it to be broken this way.
        moves: whether frames are moved in time, so that a fine solution is needed.
    """

    name: str
    effect: str
    law: LawId
    spoil: Spoil
    needs: frozenset[LawId]
    moves: bool = False


def flash(truth: Truth, random: Random) -> Levels:
    """All of the body brighter, or darker where it is bright, for one to three frames."""
    levels = truth.levels.copy()
    when = _moment(levels, random)
    levels[when] += HEIGHT * _free_side(float(np.nanmean(levels[when])))
    return _kept(levels)


def local_flash(truth: Truth, random: Random) -> Levels:
    """A patch brighter, or darker where it is bright, for one to three frames."""
    levels = truth.levels.copy()
    when = _moment(levels, random)
    centre, side = _place(truth, levels[when].mean(axis=0), random)
    levels[when] += HEIGHT * side * _patch(truth, centre, PATCH)
    return _kept(levels)


def linear_front(truth: Truth, _random: Random) -> Levels:
    """The true profiles, but as far in as constant speed brings them: Fo grows with the square of time."""
    return truth.at(np.linspace(0.0, 1.0, truth.num_frames) ** 2)


def backward(truth: Truth, _random: Random) -> Levels:
    """From its end to its beginning."""
    return truth.levels[::-1].copy()


def ebbing(truth: Truth, _random: Random) -> Levels:
    """From half way on, backward: what had spread flows together again."""
    there = np.linspace(0.0, 1.0, truth.num_frames)
    return truth.at(0.5 - np.abs(there - 0.5))


def gathering(truth: Truth, random: Random) -> Levels:
    """A wide hump, or hollow, that becomes narrow and high without heat being added to it."""
    levels = truth.levels.copy()
    centre, side = _place(truth, levels[-1], random)
    for number, share in enumerate(np.linspace(0.0, 1.0, len(levels))):
        width = float(np.sqrt(WIDE**2 + share * (NARROW**2 - WIDE**2)))
        levels[number] += side * HEIGHT * NARROW / width * _patch(truth, centre, width)
    return _kept(levels)


def bump(truth: Truth, random: Random) -> Levels:
    """A hump, or hollow, inside the body that grows in the middle third of the clip, and stays."""
    levels = truth.levels.copy()
    centre, side = _place(truth, levels[-1], random)
    return _kept(levels + HEIGHT * side * _growth(len(levels), 1 / 3, 2 / 3) * _patch(truth, centre, PATCH))


def from_nowhere(truth: Truth, _random: Random) -> Levels:
    """All that is not hot warms, on top of what is supplied; a body that is hot already leaves no room."""
    levels = truth.levels
    return _kept(levels + HEIGHT * _growth(len(levels), 0.2, 1.0) * (1 - levels))


def lopsided(truth: Truth, _random: Random) -> Levels:
    """The right half of what should be mirrored is slower."""
    across = np.clip((truth.x - 0.4) / 0.2, 0.0, 1.0)
    slowing = 1 - (1 - SLOWER) * across**2 * (3 - 2 * across)
    moment = np.linspace(0.0, 1.0, truth.num_frames)[:, None, None] * slowing[None, None, :]
    return truth.at(np.broadcast_to(moment, truth.levels.shape))


def bowed(truth: Truth, _random: Random) -> Levels:
    """A steady profile that hangs between its ends."""
    levels = truth.levels
    bow = 4 * truth.along * (1 - truth.along)
    middle = float(np.nanmean(levels[-1][np.abs(truth.along - 0.5) < 0.1]))
    sign = 1 if middle < 0.5 else -1
    return _kept(levels + sign * SAG * _growth(len(levels), 0.0, 0.4) * bow)


def _laws(*laws: LawId) -> frozenset[LawId]:
    return frozenset(laws)


CONTROLS = (
    Control("flash", "0.35 of span, 1-3 frames", "no_flashing", flash, _laws("no_flashing")),
    Control("flash in a place", "0.35 of span, 1-3 frames", "no_flashing", local_flash, _laws("no_flashing")),
    Control("linear front", "exponent 1", "front_advance", linear_front, _laws("front_advance"), True),
    Control("backward", "all of it", "second_law", backward, _laws("second_law")),
    Control("ebbing", "second half backward", "second_law", ebbing, _laws("second_law"), True),
    Control("gathering", "0.1 to 0.35 of span", "second_law", gathering, _laws("second_law")),
    Control("interior bump", "0.35 of span", "maximum_principle", bump, _laws("no_flashing", "second_law")),
    Control("heat from nowhere", "0.35 of span", "energy", from_nowhere, _laws("energy", "front_advance")),
    Control("lopsided", "half the diffusivity", "symmetry", lopsided, _laws("symmetry"), True),
    Control("bowed", "0.15 of span", "steady_state", bowed, _laws("steady_state")),
)  # fmt: skip
WRONG_MATERIAL = "wrong material"


def _kept(levels: NDArray[np.floating]) -> Levels:
    return np.asarray(np.clip(levels, 0.0, 1.0), dtype=np.float32)


def _growth(num_frames: int, start: float, end: float) -> NDArray[np.float32]:
    """(frame, 1, 1) from 0 before `start` to 1 after `end`, shares of the clip."""
    share = np.clip((np.linspace(0.0, 1.0, num_frames) - start) / (end - start), 0.0, 1.0)
    return share.astype(np.float32)[:, None, None]


def _moment(levels: Levels, random: Random) -> slice:
    """One to three frames between a fifth of the clip and four fifths."""
    first = int(random.integers(len(levels) // 5, len(levels) * 4 // 5))
    return slice(first, first + int(random.integers(1, 4)))


def _free_side(level: float) -> int:
    """Whether there is more room above a level or below it."""
    return 1 if level < 0.5 else -1


def _place(truth: Truth, level: Levels, random: Random) -> tuple[tuple[float, float], int]:
    """A place well inside the body with its neighbourhood, x and y of its longer side; and the free side."""
    x, y = _places(truth)
    up = truth.solution.y_m / truth.solution.size_m[1]
    inside = ((truth.x > 0.2) & (truth.x < 0.8))[None, :] & ((up > 0.2) & (up < 0.8))[:, None]
    inside &= ~np.isnan(level)
    row, column = random.choice(np.argwhere(inside if inside.any() else ~np.isnan(level)))
    return (float(x[column]), float(y[row])), _free_side(float(level[row, column]))


def _patch(truth: Truth, centre: tuple[float, float], width: float) -> NDArray[np.float32]:
    """(y, x) a hump of height 1; a slender body is humped all across."""
    x, y = _places(truth)
    down = 0.0 if np.ptp(y) < 3 * width else (y[:, None] - centre[1]) ** 2
    square = (x[None, :] - centre[0]) ** 2 + down + 0 * y[:, None]
    return np.asarray(np.exp(-square / (2 * width**2)), dtype=np.float32)


def _places(truth: Truth) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    longer = max(truth.solution.size_m)
    return truth.solution.x_m / longer, truth.solution.y_m / longer
