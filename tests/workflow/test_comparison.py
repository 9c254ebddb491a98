from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.field import TemperatureField
from desktop_app.workflow.comparison import solution_along

POSITION = np.linspace(0, 1, 11)
BODY = PixelBox(100, 50, 300, 150)


def linear_field() -> TemperatureField:
    """T = 300 + 100·X + 10·Y + time, on cell centres."""
    x, y = (np.arange(50) + 0.5) / 50, (np.arange(20) + 0.5) / 20
    time = np.array([0.0, 1.0, 2.0])
    field = 300 + 100 * x[None, None] + 10 * y[None, :, None] + time[:, None, None]
    return TemperatureField(field.astype(np.float32), time, x, y, (1.0, 1.0))


def test_a_probe_along_the_body_sees_the_field_along_x():
    profile = solution_along(linear_field(), BODY, Probe(100, 100, 300, 100), POSITION, 3)
    assert profile[:, 1:-1] == pytest.approx(
        305 + 100 * POSITION[None, 1:-1] + np.arange(3)[:, None], abs=0.01
    )


def test_up_in_the_picture_is_up_in_the_field():
    profile = solution_along(linear_field(), BODY, Probe(200, 150, 200, 50), POSITION, 3)
    assert profile[0, 1:-1] == pytest.approx(350 + 10 * POSITION[1:-1], abs=0.01)


def test_outside_the_body_there_is_no_solution():
    profile = solution_along(linear_field(), BODY, Probe(0, 100, 400, 100), POSITION, 3)
    assert np.isnan(profile[0]).tolist() == [True] * 3 + [False] * 5 + [True] * 3


def test_more_frames_than_times_are_interpolated():
    profile = solution_along(linear_field(), BODY, Probe(100, 100, 300, 100), POSITION, 5)
    assert np.diff(profile[:, 5]) == pytest.approx(0.5, abs=0.01)


def with_a_gap() -> TemperatureField:
    """400 K left and 300 K right of a gap in the middle fifth."""
    field = linear_field()
    values = np.where(field.x_m < 0.5, 400.0, 300.0) * np.ones_like(field.temperature_K)
    values[:, :, 20:30] = np.nan
    return replace(field, temperature_K=values.astype(np.float32))


def test_a_probe_across_a_gap_has_values_of_the_body_alone():
    position = np.linspace(0, 1, 201)
    profile = solution_along(with_a_gap(), BODY, Probe(100, 100, 300, 100), position, 3)[0]
    inside = ~np.isnan(profile)
    assert set(np.unique(profile[inside])) == {300.0, 400.0}
    assert inside[(position < 0.39) | (position > 0.61)].all()
    assert not inside[(position > 0.42) & (position < 0.58)].any()
