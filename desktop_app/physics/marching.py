"""Marching the heat equation in time: a generator of saved times.

Crank-Nicolson, with two backward-Euler half steps in the place of each of the first two time steps after a
jump, which remove the ringing that Crank-Nicolson shows there and keep second order.
Source: R. Rannacher, Numerische Mathematik 43 (1984) 309-327.

A time step that would leave the range of its initial and surrounding temperatures is taken again as two
half steps, which cannot (docs/adr/0009-maximum-principle.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.physics.finite_volumes import Unknowns
from desktop_app.physics.heat_problem import FloatArray, HeatProblem
from desktop_app.physics.heat_system import HeatSystem, assemble
from desktop_app.physics.implicit import LinearHalf, State
from desktop_app.physics.timetable import Stretch, timetable

STARTING_TIME_STEPS = 2
"""Time steps after a jump that are taken as backward-Euler half steps."""
ROUNDING = 1e-12
"""Share of the largest temperature by which a value may leave its range and still be within it."""


@dataclass(frozen=True, eq=False)
class TimeStep:
    """One solved time step.

    Attributes:
        system: the equations that held.
        start, end: s.
        end_weight: share of the heat that enters as at the end: 1 backward Euler, 1/2 Crank-Nicolson.
        before, after: the states.
    """

    system: HeatSystem
    start: float
    end: float
    end_weight: float
    before: State
    after: State


def march(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int, cancel: CancelToken
) -> Iterator[FloatArray]:
    """Yield T of shape (ny, nx) [K] at `intervals` + 1 equally spaced times from 0 to `duration` [s].

    NaN outside the body. A hold that begins at a saved time is in force in what is yielded there.

    Raises:
        Cancelled: between two time steps.
    """
    course = _Course(problem)
    for stretch in timetable(problem, duration, intervals, time_steps_per_interval):
        course.begin(stretch)
        if stretch.saved:
            yield course.temperature
        for _ in course.time_steps(stretch):
            cancel.check()
    yield course.temperature


def time_steps(
    problem: HeatProblem, duration: float, intervals: int, time_steps_per_interval: int
) -> Iterator[TimeStep]:
    """Every time step that `march` takes, half steps each for itself, for an account of its heat."""
    course = _Course(problem)
    for stretch in timetable(problem, duration, intervals, time_steps_per_interval):
        course.begin(stretch)
        yield from course.time_steps(stretch)


class _Course:
    """Where a march has come to."""

    def __init__(self, problem: HeatProblem) -> None:
        self._problem = problem
        self._unknowns = Unknowns.of(problem)
        self._everywhere = self._unknowns.mean(problem.initial_temperature, problem.heat_capacity)
        self._starting = 0
        self._halves: dict[float, LinearHalf] = {}

    @property
    def temperature(self) -> FloatArray:
        """(ny, nx), K."""
        return self._unknowns.spread(self._everywhere)

    def begin(self, stretch: Stretch) -> None:
        """Let what begins at the start of a stretch act."""
        if not stretch.jump:
            return
        self._system = assemble(self._problem, self._unknowns, (stretch.start + stretch.end) / 2)
        temperature = self._everywhere[self._system.free]
        self._state = State(temperature, self._system.capacity * temperature)
        self._everywhere = self._system.everywhere(temperature)
        self._entering = np.zeros_like(temperature)
        self._starting = STARTING_TIME_STEPS
        self._halves.clear()

    def time_steps(self, stretch: Stretch) -> Iterator[TimeStep]:
        """Go to the end of a stretch."""
        half = self._half(stretch.time_step)
        times = np.linspace(stretch.start, stretch.end, 2 * stretch.time_steps + 1).tolist()
        for number in range(stretch.time_steps):
            start, middle, end = times[2 * number : 2 * number + 3]
            step = None
            if self._starting:
                self._starting -= 1
            else:
                step = self._crank_nicolson(half, start, end)
            if step is None:
                yield self._backward_euler(half, start, middle)
                step = self._backward_euler(half, middle, end)
            yield step
        self._everywhere = self._system.everywhere(self._state.temperature)

    def _half(self, time_step: float) -> LinearHalf:
        if time_step not in self._halves:
            self._halves[time_step] = LinearHalf(self._system, time_step / 2)
        return self._halves[time_step]

    def _crank_nicolson(self, half: LinearHalf, start: float, end: float) -> TimeStep | None:
        """A time step, or None where it would leave its range."""
        given = self._state.enthalpy + half.length * self._entering
        after = half.solve(given, end)
        if not self._within_range(after.temperature, start, end):
            return None
        return self._take(given, half, TimeStep(self._system, start, end, 0.5, self._state, after))

    def _backward_euler(self, half: LinearHalf, start: float, end: float) -> TimeStep:
        given = self._state.enthalpy
        after = half.solve(given, end)
        return self._take(given, half, TimeStep(self._system, start, end, 1.0, self._state, after))

    def _take(self, given: FloatArray, half: LinearHalf, step: TimeStep) -> TimeStep:
        """Go to the end of a time step whose implicit half solved for `given`: what enters follows."""
        self._entering = (step.after.enthalpy - given) / half.length
        self._state = step.after
        return step

    def _within_range(self, temperature: FloatArray, start: float, end: float) -> bool:
        before = self._state.temperature
        lows, highs = zip(self._system.bounds(start), self._system.bounds(end), strict=True)
        low, high = min(before.min(), *lows), max(before.max(), *highs)
        slack = ROUNDING * max(abs(before.min()), abs(before.max()))
        return bool(low - slack <= temperature.min() and temperature.max() <= high + slack)
