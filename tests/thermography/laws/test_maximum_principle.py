"""True conduction has no extremum of its own inside; a spot that warms or cools by itself is one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage
from support.law_profiles import BAR, HOT_BOTH, RECOLOURINGS, conduction, evidence_of, noise, noisy

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.laws import LawVerdict
from desktop_app.domain.setting import ProbeEnd
from desktop_app.thermography.laws.deciding import Abstention, conclude
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.heat_reach import reach
from desktop_app.thermography.laws.maximum_principle import measure
from desktop_app.thermography.noise import noise_of

FRAMES, ROWS, COLUMNS = 49, 20, 32
UNKNOWN = (ProbeEnd("unknown"), ProbeEnd("unknown"))
PLATE = replace(BAR, ends=UNKNOWN, along_the_heat=False)
BOX = PixelBox(100, 40, 420, 240)


def plate(hot: slice = slice(6, 14)) -> np.ndarray:
    """(frame, row, column) of a plate heated on a part of its left edge and cold on the others.

    Explicit differences, a quarter of the cell size squared as time step.
    """
    level = np.zeros((ROWS + 2, COLUMNS + 2))
    level[1:-1, 0][hot] = 1.0
    frames = []
    for _ in range(FRAMES):
        frames.append(level[1:-1, 1:-1].copy())
        for _ in range(12):
            inner = level[1:-1, 1:-1]
            around = level[:-2, 1:-1] + level[2:, 1:-1] + level[1:-1, :-2] + level[1:-1, 2:]
            level[1:-1, 1:-1] = inner + 0.25 * (around - 4 * inner)
    return np.array(frames) / np.max(frames)


def spot(row: int = 9, column: int = 22, width: float = 3.0) -> np.ndarray:
    """(frame, row, column) 0..1 that appears in the clip's middle third."""
    down, across = np.mgrid[0:ROWS, 0:COLUMNS]
    there = np.exp(-((down - row) ** 2 + (across - column) ** 2) / width**2 / 2)
    return np.clip(np.linspace(-1, 2, FRAMES), 0, 1)[:, None, None] * there


def seen(level: np.ndarray, sigma: float = 0.01, seed: int = 0, setting=PLATE) -> Evidence:
    rough = level + noise(np.random.default_rng(seed), level.shape, sigma, (1.2, 1.0))
    field = np.clip(rough, 0, 1).astype(np.float32)
    reading = FieldReading(
        level=field,
        sigma=noise_of(field),
        censored=np.zeros(field.shape, dtype=np.int8),
        frames=np.arange(FRAMES),
        time_s=np.linspace(0, 4.8, FRAMES),
        box=BOX,
    )
    return evidence_of(field[:, ROWS // 2].astype(np.float64), setting, reading)


def verdict(evidence: Evidence) -> LawVerdict:
    return conclude([measure(evidence)])[0]


@pytest.mark.parametrize(("sigma", "seed"), [(0.0, 0), (0.01, 0), (0.01, 1)])
def test_a_heated_plate_holds(sigma, seed):
    """Although a line across it, through what is heated, has a maximum."""
    assert verdict(seen(plate(), sigma, seed)).verdict == "holds"


@pytest.mark.parametrize("seed", range(2))
def test_noise_alone_breaks_nothing(seed):
    assert verdict(seen(plate(), 0.03, seed)).verdict != "broken"


@pytest.mark.parametrize("sigma", [0.01, 0.03])
def test_a_spot_that_warms_by_itself_is_found_where_and_when_it_is(sigma):
    found = verdict(seen(plate() + 0.35 * spot(), sigma))
    assert found.verdict == "broken"
    assert "is hotter, by 0." in str(found.why)
    assert "a spot on the right" in str(found.why)
    assert found.mark is not None
    assert found.mark.box is not None
    middle_x = (found.mark.box.left + found.mark.box.right) / 2
    middle_y = (found.mark.box.top + found.mark.box.bottom) / 2
    assert middle_x == pytest.approx(325, abs=30)
    assert middle_y == pytest.approx(135, abs=30)
    assert found.mark.frames[0] > FRAMES // 3


def test_a_spot_that_cools_by_itself_is_found():
    warmed = np.clip(0.8 - 0.6 * plate(), 0, 1)
    found = verdict(seen(warmed - 0.35 * spot(), setting=replace(PLATE, start_level=0.8)))
    assert found.verdict == "broken"
    assert "is colder" in str(found.why)


def test_a_spot_from_the_first_frame_on_is_found_where_the_beginning_is_known():
    there_all_along = plate() + 0.35 * spot()[-1]
    assert verdict(seen(there_all_along)).verdict == "broken"
    assert verdict(seen(there_all_along, setting=replace(PLATE, start_level=None))).verdict != "broken"


def test_a_declared_source_may_be_hot():
    source = PixelBox(270, 80, 380, 200)
    lit = plate() + 0.35 * spot()
    assert verdict(seen(lit, setting=replace(PLATE, sources=(source,)))).verdict == "holds"


def test_surroundings_may_cool_the_inside():
    cooled = 0.8 - 0.35 * spot()
    cooled[:, :, :3] += 0.1 * np.linspace(0, 1, FRAMES)[:, None, None]
    losing = replace(PLATE, start_level=0.8, sideways="losing")
    assert verdict(seen(cooled, setting=losing)).verdict == "holds"
    assert verdict(seen(cooled, setting=replace(losing, ambient_level=0.3))).verdict == "holds"
    assert verdict(seen(cooled, setting=replace(losing, ambient_level=0.75))).verdict == "broken"


@pytest.mark.parametrize("name", [name for name in RECOLOURINGS if name != "gamma 2.5"])
def test_another_scale_of_colour_changes_no_verdict(name):
    recolour = RECOLOURINGS[name]
    true, spoilt = np.clip(plate(), 0, 1), np.clip(plate() + 0.35 * spot(), 0, 1)
    assert verdict(seen(recolour(true), 0.002)).verdict == "holds"
    assert verdict(seen(recolour(spoilt), 0.002)).verdict == "broken"


def test_the_strongest_scale_turns_no_verdict_round():
    """It leaves 0.35 of a dark scale no more than 0.07: too little to be sure, but not another verdict."""
    recolour = RECOLOURINGS["gamma 2.5"]
    true, spoilt = np.clip(plate(), 0, 1), np.clip(plate() + 0.35 * spot(), 0, 1)
    assert verdict(seen(recolour(true), 0.002)).verdict != "broken"
    assert verdict(seen(recolour(spoilt), 0.002)).verdict != "holds"


def test_a_line_is_asked_only_where_heat_flows_along_it():
    level = noisy(conduction(0.2, "hot"), 0.01, 0)
    position = np.linspace(0, 1, level.shape[1])
    bump = np.exp(-(((position - 0.5) / 0.08) ** 2) / 2) * np.linspace(0, 1, len(level))[:, None]
    assert verdict(evidence_of(level, HOT_BOTH)).verdict == "holds"
    found = verdict(evidence_of(np.clip(level + 0.35 * bump, 0, 1), HOT_BOTH))
    assert found.verdict == "broken"
    assert found.mark is not None
    assert found.mark.position is not None
    assert found.mark.position[0] < 0.55
    assert found.mark.position[1] > 0.45
    assert isinstance(measure(evidence_of(level, replace(HOT_BOTH, along_the_heat=False))), Abstention)


def test_reach_goes_over_passes_and_not_back_in_time():
    level = np.array([[0.0, 0.0, 0.0, 0.0, 0.0], [0.9, 0.3, 0.6, 0.2, 0.0], [0.0, 0.0, 0.6, 0.0, 0.0]])
    driven = np.array([[True, False, False, False, False]])
    reached = reach(level[:, None, :, None], driven, np.zeros((1, 5, 1)))[:, 0, :, 0]
    assert reached.tolist() == [[0, 0, 0, 0, 0], [0.9, 0.3, 0.3, 0.2, 0], [0, 0, 0.3, 0, 0]]


def test_a_hollow_above_the_start_is_too_cold_once_its_place_has_been_warm():
    """It has long been warm, then is colder than all around it, though warmer than at first."""
    level = noisy(conduction(0.2, "hot"), 0.01, 0)
    position = np.linspace(0, 1, level.shape[1])
    growth = np.clip((np.linspace(0, 1, len(level)) - 0.6) / 0.3, 0, 1)[:, None]
    hollow = 0.3 * growth * np.exp(-(((position - 0.5) / 0.08) ** 2) / 2)
    assert verdict(evidence_of(level, HOT_BOTH)).verdict == "holds"
    assert verdict(evidence_of(np.clip(level - hollow, 0, 1), HOT_BOTH)).verdict == "broken"


def test_a_ring_is_asked_between_its_two_edges():
    down, across = np.mgrid[0:ROWS, 0:COLUMNS]
    radius = np.hypot(down - 9.5, (across - 15.5) * 9.5 / 15.5)
    warm = ndimage.gaussian_filter(np.where(radius < 4, 1.0, 0.0), 1.5)
    level = np.linspace(0, 1, FRAMES)[:, None, None] * warm
    level[:, (radius < 3) | (radius > 9.5)] = np.nan
    assert verdict(seen(level, 0.01)).verdict == "holds"


def test_where_nothing_stands_out_no_place_is_named():
    level = plate()
    level[:, :6, :6] = np.nan
    measured = measure(seen(level, sigma=0.0))
    assert not isinstance(measured, Abstention)
    assert measured.statistic == 0
    assert "Nothing stands out" in str(measured.undecided)
    assert "nan" not in str(measured.undecided)
