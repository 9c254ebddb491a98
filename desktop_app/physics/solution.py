"""The temperature field of a concept over its duration."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.physics.problem import Grid
from desktop_app.physics.setup import default_grid, heat_problem
from desktop_app.physics.stepping import march

FEWEST_TIME_STEPS = 384


def solve_concept(
    concept: Concept,
    num_times: int,
    cancel: CancelToken,
    grid: Grid | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> TemperatureField:
    """Solve the heat equation for a concept at `num_times` ≥ 2 equally spaced times.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
        Cancelled: the token was set.
    """
    grid = grid or default_grid(concept)
    intervals = num_times - 1
    problem = heat_problem(concept, grid)
    steps_per_interval = ceil(FEWEST_TIME_STEPS / intervals)
    temperature = np.empty((num_times, grid.ny, grid.nx), dtype=np.float32)
    for index, values in enumerate(march(problem, concept.duration_s, intervals, steps_per_interval, cancel)):
        temperature[index] = values
        on_progress(index + 1, num_times)
    time_s = np.linspace(0.0, concept.duration_s, num_times)
    return TemperatureField(temperature, time_s, grid.x, grid.y, (grid.length, grid.height))
