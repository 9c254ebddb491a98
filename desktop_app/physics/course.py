"""The course of temperature in a problem at equally spaced times."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import say
from desktop_app.physics.grid import FloatArray
from desktop_app.physics.heat_problem import HeatProblem
from desktop_app.physics.marching import march
from desktop_app.physics.newton import NotSolved


def course(
    problem: HeatProblem, duration: float, num_times: int, time_steps: int, cancel: CancelToken
) -> Iterator[FloatArray]:
    """Yield T of shape (ny, nx) [K] at `num_times` ≥ 2 times from 0 to `duration` [s]; NaN outside the body.

    Args:
        problem: the problem.
        duration: s.
        num_times: saved times, both ends included.
        time_steps: between two of them.
        cancel: looked at between time steps.

    Raises:
        OutsideConduction: the equations have no solution that could be found.
        Cancelled: the token was set.
    """
    try:
        yield from march(problem, duration, num_times - 1, time_steps, cancel)
    except NotSolved as error:
        raise OutsideConduction(
            say("The heat equation of this idea could not be solved."),
            say("Change a temperature, a size or the duration."),
            repr(error),
        ) from error
