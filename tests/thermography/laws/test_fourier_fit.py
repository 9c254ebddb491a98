"""The Fourier number of clips whose own is known, from closed forms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.line_clips import BAR, TRUE, as_evidence, true_course

from desktop_app.thermography.laws.fourier_fit import measured_fourier_number


@pytest.mark.parametrize("name", TRUE)
@pytest.mark.parametrize(("fourier", "frames"), [(0.05, 121), (0.3, 33), (1.0, 81)])
def test_without_noise_it_is_the_closed_forms(name, fourier, frames):
    course, setting = true_course(name, fourier, frames)
    found = measured_fourier_number(as_evidence(course, setting, sigma=1e-5, seed=0, palette=0.0))
    assert found is not None
    assert found.value == pytest.approx(fourier, rel=0.03)


def test_its_interval_holds_the_truth_about_as_often_as_it_says():
    inside = []
    for seed in range(20):
        course, setting = true_course("hot_insulated", 0.3, 49)
        found = measured_fourier_number(as_evidence(course, setting, sigma=0.03, seed=seed))
        assert found is not None
        inside.append(found.interval[0] < 0.3 < found.interval[1])
    assert np.mean(inside) >= 0.8


def test_sideways_loss_does_not_pass_for_conduction():
    course, setting = true_course("losing", 0.3, 61)
    told = measured_fourier_number(as_evidence(course, setting, sigma=0.01, seed=1))
    wrong = replace(setting, sideways="insulated")
    untold = measured_fourier_number(as_evidence(course, wrong, sigma=0.01, seed=1))
    assert told is not None
    assert untold is not None
    assert abs(told.value - 0.3) < abs(untold.value - 0.3)


@pytest.mark.parametrize("change", [{"along_the_heat": False}, {"homogeneous": False}, {"melts": True}])
def test_it_is_not_told_where_heat_does_not_run_along_the_probe(change):
    course, setting = true_course("hot_cold", 0.3, 33)
    assert (
        measured_fourier_number(as_evidence(course, replace(setting, **change), sigma=0.01, seed=0)) is None
    )


def test_noise_alone_has_no_fourier_number():
    still = np.full((61, 128), 0.4)
    assert measured_fourier_number(as_evidence(still, BAR, sigma=0.03, seed=0)) is None


def test_clipped_frames_are_no_measurement():
    course, setting = true_course("hot_insulated", 0.3, 49)
    evidence = as_evidence(course, setting, sigma=0.01, seed=0)
    evidence.profile.censored[:, :60] = 1
    assert measured_fourier_number(evidence) is None
