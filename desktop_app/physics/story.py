"""What a quick solution says of a concept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor, inf, log10

import numpy as np

from desktop_app.domain.boundary import Neumann, Robin
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.story import Story
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.physics.coarse import CoarseCourse, coarse_course
from desktop_app.physics.fourier import fourier_number
from desktop_app.physics.grid import FloatArray
from desktop_app.physics.picture import Sampler
from desktop_app.physics.way import way_of

TIMES = 21
MIDDLE, LATE = 10, 18
"""Which of the times are half and nine tenths of the duration."""
PLACES = 100
REACHED = 0.1
MARGIN = 0.01
"""Share of the range by which the coarse solution may be wrong."""
SAME_K = 1e-6
DIGITS = 20
"""A range is rounded to about this many parts of itself."""


@dataclass(frozen=True, eq=False)
class Outlook:
    """What a concept comes to.

    Attributes:
        story: in a few numbers.
        time_s: (times,) from 0 to the duration.
        hottest_at_K: (times,), the highest temperature anywhere at each of them, as it was found.
    """

    story: Story
    time_s: FloatArray
    hottest_at_K: FloatArray

    @property
    def hottest_K(self) -> float:
        """Highest temperature anywhere at any time."""
        return float(self.hottest_at_K.max())

    def time_below(self, kelvin: float) -> float:
        """How long it stays no hotter than that, s."""
        beyond = np.flatnonzero(self.hottest_at_K > kelvin)
        if not beyond.size:
            return float(self.time_s[-1])
        after = int(beyond[0])
        if after == 0:
            return 0.0
        around = slice(after - 1, after + 1)
        return float(np.interp(kelvin, self.hottest_at_K[around], self.time_s[around]))


def look_ahead(concept: Concept, cancel: CancelToken) -> Outlook:
    """Solve a concept coarsely and tell what comes of it.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    course = coarse_course(concept, TIMES, cancel)
    lowest, hottest = _extremes(concept, course)
    story = Story(
        temperature_range_K=_range(concept, float(lowest.min()), float(hottest.max())),
        fourier_number=fourier_number(concept),
        reach_at_mid_clip=_reach(concept, course),
        steadiness=_steadiness(course),
    )
    return Outlook(story, _times(concept), hottest)


def _extremes(concept: Concept, course: CoarseCourse) -> tuple[FloatArray, FloatArray]:
    """(times,) lowest and highest temperature in the body, on its surfaces, and of what is held."""
    inside = course.temperature_K[:, course.body.body]
    found = [(inside.min(axis=1), inside.max(axis=1)), *_at_surfaces(concept, course)]
    lowest = np.min([low for low, _ in found], axis=0)
    hottest = np.max([high for _, high in found], axis=0)
    given = _given(concept)
    return np.minimum(lowest, min(given)), np.maximum(hottest, max(given))


def _times(concept: Concept) -> FloatArray:
    return np.linspace(0.0, concept.duration_s, TIMES)


def _given(concept: Concept) -> list[float]:
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    return [concept.initial_temperature_K, *held]


def _range(concept: Concept, low: float, high: float) -> tuple[float, float]:
    """The extremes, rounded outward in °C where they are no given temperatures."""
    given = _given(concept)
    ambient = [h.ambient_K for h in concept.heating if h.ambient_K is not None]
    sources = [h.value for h in concept.heating if h.kind in ("power", "flux")]
    margin, digit = MARGIN * (high - low), _digit((high - low) / DIGITS)
    coldest = -inf if any(source < 0 for source in sources) else min([*given, *ambient])
    hottest = inf if any(source > 0 for source in sources) else max([*given, *ambient])
    lower = max(coldest, _rounded(low - margin, digit, floor))
    upper = min(hottest, _rounded(high + margin, digit, ceil))
    return (
        min(given) if low > min(given) - SAME_K else lower,
        max(given) if high < max(given) + SAME_K else upper,
    )


def _at_surfaces(concept: Concept, course: CoarseCourse) -> Iterator[tuple[FloatArray, FloatArray]]:
    """(times,) lowest and highest temperature of faces that heat passes, so that they differ from cells."""
    problem, time_s = course.problem, _times(concept)
    for surface in problem.surfaces:
        acting = (surface.start <= time_s) & (time_s <= surface.end)
        along_x = surface.side in ("left", "right")
        half = problem.grid.half_x if along_x else problem.grid.half_y
        conductivity = problem.conductivity_x if along_x else problem.conductivity_y
        resistance = (half / conductivity)[surface.cells]
        cells = course.temperature_K[:, surface.cells]
        match surface.condition:
            case Neumann(heat_flux):
                faces = cells + heat_flux * resistance
            case Robin(h, ambient):
                faces = cells + (ambient - cells) * h * resistance / (1 + h * resistance)
            case _:
                continue
        faces = np.where(acting[:, None], faces, cells)
        faces[0] = cells[0]
        yield faces.min(axis=1), faces.max(axis=1)


def _digit(least: float) -> float:
    """1, 2 or 5 times a power of ten, the smallest that is no less than `least`."""
    if least <= 0:
        return 1.0
    power = 10.0 ** floor(log10(least))
    return next((m * power for m in (1.0, 2.0, 5.0) if m * power >= least), 10.0 * power)


def _rounded(temperature_K: float, digit: float, towards: Callable[[float], int]) -> float:
    return towards((temperature_K - ZERO_CELSIUS_K) / digit) * digit + ZERO_CELSIUS_K


def _reach(concept: Concept, course: CoarseCourse) -> float:
    sampler = Sampler(course.body, course.problem, *way_of(concept).places(PLACES))
    initial = concept.initial_temperature_K
    everything = course.temperature_K[:, course.body.body]
    extremes = (*_given(concept), float(everything.min()), float(everything.max()))
    most = max(abs(value - initial) for value in extremes)
    change = np.abs(sampler.at(course.temperature_K[MIDDLE]) - initial)
    return float(np.mean(change[~np.isnan(change)] >= REACHED * most)) if most > 0 else 0.0


def _steadiness(course: CoarseCourse) -> float:
    inside = course.body.body
    volume = course.problem.grid.volumes[inside]
    first, late, last = (course.temperature_K[i][inside] for i in (0, LATE, -1))
    whole = float((np.abs(last - first) * volume).sum())
    left = float((np.abs(last - late) * volume).sum())
    return max(0.0, 1 - left / whole) if whole > 0 else 1.0
