"""Concept to temperature field."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.physics.solution import solve_coarsely, solve_concept
from desktop_app.workflow.memory import enough_memory

PREVIEW_TIMES = 11


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


def preview(concept: Concept, cancel: CancelToken) -> TemperatureField:
    """A coarse solution at a few times, quick enough to follow typing.

    Raises:
        OutsideConduction: the concept is not one the solver covers.
        HeatSketchError: there is not enough memory.
        Cancelled: the token was set.
    """
    with enough_memory():
        return solve_coarsely(concept, PREVIEW_TIMES, cancel)
