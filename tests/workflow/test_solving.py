"""From a sentence to its solved field."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support import concepts

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, OutsideConduction
from desktop_app.physics.closed_forms import slab_hot_and_insulated
from desktop_app.workflow.solving import on_a_scale_that_holds, preview, solve
from desktop_app.workflow.understanding import understand

COPPER_ROD = "根据傅里叶定律计算一根长1m、导热系数k=401 W/(m·K)的铜棒在一端恒温加热下的温度分布并生成动画"


def test_the_rod_of_a_metre_follows_its_series_at_every_time_after_the_first_tenth(house):
    concept = understand(house, COPPER_ROD)
    assert concept.supported
    assert concept.size.length == 1.0
    assert concept.materials[0].thermal_conductivity.value == 401.0
    (held,) = concept.heating
    assert (held.where, held.kind) == ("left", "temperature")
    field = solve(concept, 97, CancelToken())
    span = held.value - concept.initial_temperature_K
    fourier = concept.materials[0].thermal_diffusivity * field.time_s / 1.0**2
    assert concept.story.fourier_number == pytest.approx(fourier[-1])
    for number in range(10, 97):
        theta = (field.temperature_K[number] - concept.initial_temperature_K) / span
        series = slab_hot_and_insulated(field.x_m, fourier[number])
        assert np.abs(theta - series).max() < 1e-3


def test_a_preview_is_a_small_picture_of_the_whole():
    whole = solve(concepts.l_bracket(), 5, CancelToken())
    small = preview(concepts.l_bracket(), CancelToken())
    assert max(small.temperature_K.shape[1:]) <= 48
    assert small.size_m == whole.size_m
    assert np.nanmean(small.temperature_K[-1]) == pytest.approx(np.nanmean(whole.temperature_K[-1]), abs=1.0)


def test_cancel_ends_a_preview_and_what_is_not_covered_has_none():
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        preview(concepts.rod(), cancel)
    with pytest.raises(OutsideConduction):
        preview(concepts.rod(supported=False), CancelToken())


def test_a_scale_is_widened_to_what_was_solved_and_never_narrowed(house):
    told = understand(house, "a steel plate with 2 W spot 2 mm in diameter, 10 s")
    solution = solve(told, 3, CancelToken())
    hottest = float(solution.temperature_K.max())
    assert on_a_scale_that_holds(told, solution).story == told.story
    narrow = replace(told, story=replace(told.story, temperature_range_K=(293.15, 294.0)))
    assert on_a_scale_that_holds(narrow, solution).temperature_range_K == (293.15, hottest)
    assert hottest > 295
