"""Flashes are found, and what physics and cameras do is not taken for one."""

from dataclasses import replace

import numpy as np
import pytest
from support.law_profiles import (
    BAR,
    HEATED_RIGHT,
    HOT_BOTH,
    RECOLOURINGS,
    conduction,
    evidence_of,
    noisy,
)

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.setting import ProbeEnd
from desktop_app.thermography.laws.deciding import conclude
from desktop_app.thermography.laws.isotonic import monotone
from desktop_app.thermography.laws.no_flashing import measure
from desktop_app.thermography.noise import noise_of


def verdict_on(level, setting=BAR, field=None):
    return conclude([measure(evidence_of(level, setting, field))])[0]


def flashing(frames, samples=slice(None), amount=0.35, fourier=0.1):
    level = conduction(fourier)
    level[frames, samples] += amount
    return np.clip(level, 0.0, 1.0)


def flickering():
    level = conduction(0.1)
    level[20:] += 0.35 * ((np.arange(101) // 2) % 2)[:, None]
    return np.clip(level, 0.0, 1.0)


def field_of(level, rows=16, seed=0, sigma=0.02):
    """The same on every row of a field, with noise of its own in every cell."""
    columns = level[:, ::2]
    values = np.repeat(columns[:, None, :], rows, axis=1)
    values = noisy(values, sigma, seed).astype(np.float32)
    return FieldReading(
        level=values,
        sigma=noise_of(values),
        censored=np.zeros(values.shape, np.int8),
        frames=np.arange(len(values)),
        time_s=np.linspace(0, 5, len(values)),
        box=PixelBox(100.0, 40.0, 740.0, 200.0),
    )


@pytest.mark.parametrize("sigma", [0.01, 0.03, 0.05])
@pytest.mark.parametrize(
    ("level", "setting"),
    [
        (conduction(0.02), BAR),
        (conduction(0.5), BAR),
        (conduction(0.5, start=30), BAR),
        (conduction(0.3, frames=33)[:, ::-1], HEATED_RIGHT),
        (conduction(0.3, "hot"), HOT_BOTH),
        (1 - conduction(0.1), replace(BAR, start_level=1.0, ends=(ProbeEnd("held", 0.0), BAR.ends[1]))),
    ],
    ids=["slow", "quick", "late jump", "33 frames", "both ends", "cooled"],
)
def test_diffusion_holds(level, setting, sigma):
    assert verdict_on(noisy(level, sigma, 1), setting).verdict == "holds"


@pytest.mark.parametrize("sigma", [0.01, 0.03, 0.05])
@pytest.mark.parametrize(
    "level",
    [flashing(slice(50, 56)), flashing(slice(50, 51)), flashing(slice(50, 56), slice(64, 96)), flickering()],
    ids=["flash", "one frame", "local", "flicker"],
)
def test_flashes_are_broken(level, sigma):
    assert verdict_on(noisy(level, sigma, 2)).verdict == "broken"


def test_the_mark_and_the_sentence_say_where_and_when():
    found = verdict_on(noisy(flashing(slice(50, 56), slice(64, 96)), 0.02, 3))
    assert found.verdict == "broken"
    assert 49 <= found.mark.frames[0] <= found.mark.frames[1] <= 57
    assert 0.48 <= found.mark.position[0] < found.mark.position[1] <= 0.78
    assert "flares up" in str(found.why)
    assert "Around 2." in str(found.why)


def test_a_place_that_goes_dark_for_a_while_is_broken_too():
    found = verdict_on(noisy(flashing(slice(80, 86), slice(0, 30), -0.35), 0.02, 3))
    assert found.verdict == "broken"
    assert "drops" in str(found.why)


@pytest.mark.parametrize("name", RECOLOURINGS)
def test_no_recolouring_changes_the_verdict(name):
    recolour = RECOLOURINGS[name]
    assert verdict_on(noisy(recolour(conduction(0.1)), 0.02, 4)).verdict == "holds"
    assert verdict_on(noisy(recolour(flashing(slice(50, 56), fourier=0.3)), 0.02, 4)).verdict == "broken"


@pytest.mark.parametrize("every", [8, 12, 24])
def test_brightness_that_pulses_with_key_frames_is_no_flash(every):
    pulse = 1 + 0.03 * (np.exp(-(np.arange(121) % every) / 3.0) - 0.5)
    assert verdict_on(noisy(np.clip(conduction(0.3) * pulse[:, None], 0, 1), 0.01, 5)).verdict == "holds"


def test_cooling_down_after_the_source_is_off_is_no_flash():
    level = conduction(0.3)
    level[60:] *= np.linspace(1, 0.3, 61)[:, None]
    clip = noisy(level, 0.02, 6)
    assert verdict_on(clip, replace(BAR, heated_s=(0.0, 2.4))).verdict == "holds"
    assert verdict_on(clip).verdict == "broken"


@pytest.mark.parametrize(
    ("setting", "why"),
    [
        (replace(BAR, start_level=None), "start at one temperature"),
        (replace(BAR, start_level=0.5, ends=(ProbeEnd("held", 1.0), ProbeEnd("held", 0.0))), "another cools"),
        (replace(BAR, start_level=0.5, sideways="losing", ambient_level=0.0), "another cools"),
        (replace(BAR, assumed=True, ends=(ProbeEnd("exchanging"), BAR.ends[1])), "stays as it is"),
        (replace(BAR, heated_s=(0.0, 0.1)), "Too few frames"),
    ],
)
def test_where_places_may_warm_up_and_cool_down_nothing_is_said(setting, why):
    found = verdict_on(noisy(flashing(slice(50, 56)), 0.02, 7), setting)
    assert found.verdict == "undecided"
    assert found.statistic is None
    assert why in str(found.why)


def test_a_flash_beside_the_probe_is_found_on_the_field():
    level = conduction(0.1)
    field = field_of(level, seed=8)
    assert verdict_on(noisy(level, 0.02, 8), field=field).verdict == "holds"
    field.level[50:56, 10:15, 40:52] += 0.35
    found = verdict_on(noisy(level, 0.02, 8), field=field)
    assert found.verdict == "broken"
    assert found.mark.position is None
    assert 490 <= (found.mark.box.left + found.mark.box.right) / 2 <= 630
    assert (found.mark.box.top + found.mark.box.bottom) / 2 >= 130


def test_cells_outside_the_body_do_not_matter():
    level = conduction(0.1)
    field = field_of(level, seed=9)
    field.level[:, :5, :20] = np.nan
    field.level[30, 8, 30] = np.nan
    assert verdict_on(noisy(level, 0.02, 9), field=field).verdict == "holds"


def test_monotone_pools_what_goes_back():
    series = np.array([[0.0, 3.0], [2.0, 2.0], [1.0, 2.5], [3.0, 0.0]])
    assert monotone(series, 1)[:, 0] == pytest.approx([0, 1.5, 1.5, 3])
    assert monotone(series)[:, 1] == pytest.approx([3, 2.25, 2.25, 0])
