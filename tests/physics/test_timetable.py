"""Saved times and jumps are met exactly."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from support.heat_problems import PLATE, of_cells

from benchmarks.solver_cases.case import uniform
from desktop_app.physics.heat_problem import HeatProblem, Source
from desktop_app.physics.timetable import FEWEST_AFTER_JUMP, timetable


def acting(*windows: tuple[float, float]) -> HeatProblem:
    return uniform(PLATE, 1.0, 1.0, 300.0, sources=tuple(Source(of_cells(PLATE), *w) for w in windows))


def test_without_jumps_every_stretch_is_an_interval():
    table = timetable(acting((0.0, inf)), 10.0, 4, 7)
    assert [s.start for s in table] == [0.0, 2.5, 5.0, 7.5]
    assert [s.end for s in table] == [2.5, 5.0, 7.5, 10.0]
    assert {s.time_steps for s in table} == {7}
    assert [s.jump for s in table] == [True, False, False, False]
    assert all(s.saved for s in table)


def test_a_jump_between_saved_times_parts_an_interval():
    table = timetable(acting((0.0, 6.0)), 10.0, 4, 20)
    assert [s.start for s in table] == [0.0, 2.5, 5.0, 6.0, 7.5]
    assert [s.jump for s in table] == [True, False, False, True, False]
    assert [s.saved for s in table] == [True, True, True, False, True]
    assert max(s.time_step for s in table) <= 0.125 * (1 + 1e-9)


@pytest.mark.parametrize("end", [5.0, 5.0 + 1e-12, 5.0 - 1e-12])
def test_a_jump_at_a_saved_time_parts_nothing(end):
    table = timetable(acting((0.0, end)), 10.0, 4, 7)
    assert [s.start for s in table] == [0.0, 2.5, 5.0, 7.5]
    assert table[2].jump


def test_a_short_flash_has_time_steps_of_its_own():
    table = timetable(acting((1.0, 1.001)), 10.0, 1, 10)
    flash = next(s for s in table if s.start == 1.0)
    assert flash.end == 1.001
    assert flash.time_steps == FEWEST_AFTER_JUMP


def test_what_begins_at_the_end_or_before_the_start_is_no_jump():
    table = timetable(acting((-1.0, 10.0), (10.0, inf), (20.0, 30.0)), 10.0, 2, 3)
    assert [s.jump for s in table] == [True, False]
    assert np.isclose(sum(s.end - s.start for s in table), 10.0)
