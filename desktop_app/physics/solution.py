"""The temperature field of a concept over its duration."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.physics.body_grid import MOST_CELLS, body_grid, picture_cells
from desktop_app.physics.coarse import coarse_course, may_melt
from desktop_app.physics.course import course
from desktop_app.physics.picture import Picture
from desktop_app.physics.setup import check_solvable, heat_problem
from desktop_app.physics.timetable import time_steps_for

CELLS_ALONG_MELTING = 64
"""Of the solver where something melts, which takes many solutions a time step."""


def solve_concept(
    concept: Concept,
    num_times: int,
    cancel: CancelToken,
    cells: tuple[int, int] | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> TemperatureField:
    """Solve the heat equation for a concept at `num_times` ≥ 2 equally spaced times.

    Args:
        concept: what is to be solved.
        num_times: times from 0 to the concept's duration, both included.
        cancel: looked at between time steps.
        cells: of the field, along x and y; where None, 128 along the longer side.
        on_progress: told how many times are done, and of how many.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    check_solvable(concept)
    chosen = cells or picture_cells(concept)
    melting = may_melt(concept, cancel)
    of_solver = picture_cells(concept, CELLS_ALONG_MELTING) if melting and cells is None else chosen
    body = body_grid(concept, of_solver, most=MOST_CELLS if cells is None else None)
    problem = heat_problem(concept, body, melting=melting)
    picture = Picture(body, problem, chosen)
    temperature = np.empty((num_times, chosen[1], chosen[0]), dtype=np.float32)
    time_steps = time_steps_for(num_times - 1)
    states = course(problem, concept.duration_s, num_times, time_steps, cancel)
    for index, values in enumerate(states):
        temperature[index] = picture.of(values)
        on_progress(index + 1, num_times)
    time_s = np.linspace(0.0, concept.duration_s, num_times)
    return TemperatureField(temperature, time_s, picture.x_m, picture.y_m, body.extent)


def solve_coarsely(concept: Concept, num_times: int, cancel: CancelToken) -> TemperatureField:
    """The same much sooner and less exactly, for a look at the whole while a person types.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    solved = coarse_course(concept, num_times, cancel)
    picture = Picture(solved.body, solved.problem, picture_cells(concept, solved.cells_along))
    temperature = np.stack([picture.of(values) for values in solved.temperature_K])
    time_s = np.linspace(0.0, concept.duration_s, num_times)
    return TemperatureField(temperature, time_s, picture.x_m, picture.y_m, solved.body.extent)
