"""Mirror images warm alike; a half that is slower or cooler does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.law_profiles import BAR, HOT_BOTH, RECOLOURINGS, conduction, evidence_of, noisy

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.laws import LawVerdict
from desktop_app.thermography.laws.deciding import Abstention, conclude
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.symmetry import measure
from desktop_app.thermography.noise import noise_of

FRAMES = 61
BOX = PixelBox(100, 40, 740, 240)


def slower_half(factor: float, fourier: float = 0.1) -> np.ndarray:
    """(frame, sample): two hot ends, behind the first of which heat goes slower by a factor."""
    level = conduction(fourier, "hot", frames=FRAMES)
    half = level.shape[1] // 2
    level[:, :half] = conduction(fourier * factor, "hot", frames=FRAMES)[:, :half]
    return level


def in_a_field(line: np.ndarray, seed: int = 0, sigma: float = 0.01, upright: bool = False) -> Evidence:
    """The same over a body of 64 × 13 cells."""
    cells = np.stack([part.mean(axis=1) for part in np.array_split(line, 64, axis=1)], axis=1)
    level = noisy(np.repeat(cells[:, None, :], 13, axis=1), sigma, seed, (1.2, 1.0)).astype(np.float32)
    setting = HOT_BOTH
    if upright:
        level, setting = level.transpose(0, 2, 1), replace(HOT_BOTH, mirror="top_bottom")
    reading = FieldReading(
        level=level,
        sigma=noise_of(level),
        censored=np.zeros(level.shape, dtype=np.int8),
        frames=np.arange(FRAMES),
        time_s=np.linspace(0, 4.8, FRAMES),
        box=BOX,
    )
    return evidence_of(line, setting, reading)


def verdict(evidence: Evidence) -> LawVerdict:
    return conclude([measure(evidence)])[0]


@pytest.mark.parametrize(("sigma", "seed"), [(0.0, 0), (0.01, 0), (0.01, 1), (0.03, 2)])
def test_mirror_images_hold(sigma, seed):
    assert verdict(in_a_field(slower_half(1.0), seed, sigma)).verdict == "holds"


@pytest.mark.parametrize("upright", [False, True])
def test_a_slower_half_is_found_on_its_side(upright):
    found = verdict(in_a_field(slower_half(0.7), upright=upright))
    assert found.verdict == "broken"
    side = "lower half is hotter than the upper" if upright else "right half is hotter than the left"
    assert side in str(found.why)
    assert found.mark is not None
    assert found.mark.box is not None


@pytest.mark.parametrize("name", RECOLOURINGS)
def test_another_scale_of_colour_changes_no_verdict(name):
    recolour = RECOLOURINGS[name]
    assert verdict(in_a_field(recolour(slower_half(1.0)), 0, 0.003)).verdict == "holds"
    assert verdict(in_a_field(recolour(slower_half(0.7)), 0, 0.003)).verdict == "broken"


def test_the_probe_is_asked_where_there_is_no_field():
    even, odd = noisy(slower_half(1.0), 0.01, 1), noisy(slower_half(0.6), 0.01, 1)
    assert verdict(evidence_of(even, HOT_BOTH)).verdict == "holds"
    found = verdict(evidence_of(odd, HOT_BOTH))
    assert found.verdict == "broken"
    assert "second half is hotter" in str(found.why)


@pytest.mark.parametrize("off", [-1, 1])
def test_the_axis_is_where_the_outline_says(off):
    """The box reaches a cell further on one side, where the body is not."""
    evidence = in_a_field(slower_half(1.0))
    field = evidence.field
    assert field is not None
    empty = np.full_like(field.level[:, :, :1], np.nan)
    both = [empty, field.level] if off < 0 else [field.level, empty]
    wider = np.concatenate(both, axis=2)
    shifted = replace(field, level=wider, sigma=noise_of(wider), censored=np.zeros(wider.shape, np.int8))
    assert verdict(replace(evidence, field=shifted)).verdict == "holds"


def test_what_is_heated_on_one_side_is_not_asked():
    assert isinstance(measure(evidence_of(conduction(0.1), BAR)), Abstention)


def test_what_hardly_changes_is_not_asked():
    assert isinstance(measure(evidence_of(np.full((30, 128), 0.4), HOT_BOTH)), Abstention)
