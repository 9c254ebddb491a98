"""Concept to temperature field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.physics.solution import solve_coarsely, solve_concept
from desktop_app.workflow.memory import enough_memory

PREVIEW_TIMES = 11
ROUNDING_K = 1e-3
"""What single precision may add to a temperature."""


def solve(
    concept: Concept,
    num_times: int,
    cancel: CancelToken,
    cells: tuple[int, int] | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> TemperatureField:
    """The heat equation's solution at `num_times` times, on `cells` (along x, along y) where given.

    Raises:
        OutsideConduction: the concept is not one the solver covers.
        HeatSketchError: there is not enough memory.
        Cancelled: the token was set.
    """
    with enough_memory():
        return solve_concept(concept, num_times, cancel, cells, on_progress)


def on_a_scale_that_holds(concept: Concept, solution: TemperatureField) -> Concept:
    """With a story whose range is no narrower than what was solved, so that no colour is cut off."""
    if concept.story is None:
        return concept
    low, high = concept.story.temperature_range_K
    coldest, hottest = float(np.nanmin(solution.temperature_K)), float(np.nanmax(solution.temperature_K))
    wider = (
        coldest if coldest < low - ROUNDING_K else low,
        hottest if hottest > high + ROUNDING_K else high,
    )
    return replace(concept, story=replace(concept.story, temperature_range_K=wider))


def preview(concept: Concept, cancel: CancelToken) -> TemperatureField:
    """A coarse solution at a few times, quick enough to follow typing.

    Raises:
        OutsideConduction: the concept is not one the solver covers.
        HeatSketchError: there is not enough memory.
        Cancelled: the token was set.
    """
    with enough_memory():
        return solve_coarsely(concept, PREVIEW_TIMES, cancel)
