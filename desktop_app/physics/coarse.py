"""A quick and coarse solution, to learn what a concept comes to before the whole one is there."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.physics.body_grid import BodyGrid, body_grid, picture_cells
from desktop_app.physics.course import course
from desktop_app.physics.heat_problem import FloatArray, HeatProblem
from desktop_app.physics.setup import heat_problem

CELLS_ALONG = 40
CELLS_ALONG_NONLINEAR = 24
"""Where something melts or radiates, which takes several solutions a time step."""
CELLS_IN_A_LAYER = 2
FEWEST_TIME_STEPS = 60
SOURCES = ("power", "flux")


@dataclass(frozen=True, eq=False)
class CoarseCourse:
    """What a coarse solution comes to.

    Attributes:
        body: on its grid.
        problem: what was solved.
        cells_along: cells along the longer side that the grid was made for.
        temperature_K: (time, ny, nx) at equally spaced times from 0 to the duration, NaN outside the body.
    """

    body: BodyGrid
    problem: HeatProblem
    cells_along: int
    temperature_K: FloatArray


def coarse_course(concept: Concept, num_times: int, cancel: CancelToken) -> CoarseCourse:
    """Solve a concept coarsely at `num_times` ≥ 2 times; what can melt is followed where it gets that hot.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    first = _course(concept, num_times, cancel, melting=_is_given_melting(concept))
    if _hottest(first) > _lowest_melting_point(concept) and not _is_given_melting(concept):
        return _course(concept, num_times, cancel, melting=True)
    return first


def may_melt(concept: Concept, cancel: CancelToken) -> bool:
    """Whether a part of a concept that can melt may get that hot.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    lowest = _lowest_melting_point(concept)
    if _is_given_melting(concept) or lowest == np.inf or not _has_sources(concept):
        return _is_given_melting(concept)
    if concept.story is not None:
        return concept.story.temperature_range_K[1] > lowest
    return _hottest(_course(concept, 2, cancel, melting=False)) > lowest


def _course(concept: Concept, num_times: int, cancel: CancelToken, *, melting: bool) -> CoarseCourse:
    radiating = any(heating.emissivity > 0 for heating in concept.heating)
    along = CELLS_ALONG_NONLINEAR if melting or radiating else CELLS_ALONG
    body = body_grid(concept, picture_cells(concept, along), CELLS_IN_A_LAYER)
    problem = heat_problem(concept, body, melting=melting)
    time_steps = ceil(FEWEST_TIME_STEPS / (num_times - 1))
    temperature = list(course(problem, concept.duration_s, num_times, time_steps, cancel))
    return CoarseCourse(body, problem, along, np.stack(temperature))


def _is_given_melting(concept: Concept) -> bool:
    """Whether a temperature that is given is above the melting point of something that can melt."""
    return _hottest_given(concept) > _lowest_melting_point(concept)


def _hottest_given(concept: Concept) -> float:
    held = [h.value for h in concept.heating if h.kind in ("temperature", "flame")]
    ambient = [h.ambient_K for h in concept.heating if h.ambient_K is not None]
    return max([concept.initial_temperature_K, *held, *ambient])


def _lowest_melting_point(concept: Concept) -> float:
    points = [m.melting_point.value for m in concept.materials if m.melts and m.melting_point is not None]
    return min(points, default=np.inf)


def _has_sources(concept: Concept) -> bool:
    return any(heating.kind in SOURCES for heating in concept.heating)


def _hottest(solved: CoarseCourse) -> float:
    return float(np.nanmax(solved.temperature_K))
