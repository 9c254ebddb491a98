"""What is assumed of a clip that nobody described."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.physics.closed_forms.slab import slab_hot_and_insulated, slab_hot_both_ends
from desktop_app.thermography.assumed_setting import assumed_setting
from desktop_app.thermography.laws.evidence import Profile

X = (np.arange(96) + 0.5) / 96
FOS = np.linspace(0, 0.3, 41)


def course(closed_form):
    return np.stack([np.zeros_like(X) if Fo == 0 else closed_form(X, float(Fo)) for Fo in FOS])


def profile(level):
    return Profile(
        level=level,
        sigma=np.full(level.shape, 0.002),
        censored=np.zeros(level.shape, np.int8),
        trusted=np.ones(level.shape, np.bool_),
        position=np.linspace(0, 1, level.shape[1]),
        time_s=np.arange(len(level)) / 12,
        frames=np.arange(len(level)),
    )


def field(level, rows=12):
    spread = np.repeat(level[:, None, ::2], rows, axis=1).astype(np.float32)
    return FieldReading(
        level=spread,
        sigma=np.full(spread.shape, 0.002, np.float32),
        censored=np.zeros(spread.shape, np.int8),
        frames=np.arange(len(level)),
        time_s=np.arange(len(level)) / 12,
        box=PixelBox(0, 0, 384, 96),
    )


def test_the_end_seen_hot_is_held_and_the_other_insulated():
    level = course(slab_hot_and_insulated)
    for seen, kinds in ((level, ["held", "insulated"]), (level[:, ::-1], ["insulated", "held"])):
        setting = assumed_setting(profile(seen), field(seen), upright=False)
        assert [end.kind for end in setting.ends] == kinds
        assert setting.along_the_heat
        assert setting.section_visible
        assert setting.assumed
        assert setting.start_level == pytest.approx(0.0, abs=0.02)


def test_two_ends_equally_hot_mirror_each_other():
    level = course(slab_hot_both_ends)
    assert assumed_setting(profile(level), field(level), upright=False).mirrored_along_probe
    unequal = level * np.linspace(1.0, 0.7, level.shape[1])
    assert not assumed_setting(profile(unequal), field(unequal), upright=False).mirrored_along_probe


def test_an_end_that_goes_on_warming_is_not_held():
    level = course(slab_hot_and_insulated) * np.linspace(0, 1, len(FOS))[:, None]
    assert assumed_setting(profile(level), field(level), upright=False).ends[0].kind == "exchanging"


def test_a_body_heated_in_the_middle_is_not_asked_as_a_line():
    level = np.zeros((41, 96))
    plate = field(level)
    rows, columns = np.mgrid[-1:1:12j, -1:1:48j]
    spot = np.exp(-(rows**2 + columns**2) * 3)
    hot = FieldReading(
        (spot[None] * np.linspace(0, 1, 41)[:, None, None]).astype(np.float32),
        plate.sigma,
        plate.censored,
        plate.frames,
        plate.time_s,
        plate.box,
    )
    setting = assumed_setting(profile(hot.level[:, 6].astype(float)), hot, upright=False)
    assert not setting.along_the_heat
    assert not setting.section_visible


def test_an_end_that_heat_arrives_at_is_not_taken_for_heated():
    long = np.linspace(0, 1.5, 41)
    level = np.stack([np.zeros_like(X) if Fo == 0 else slab_hot_and_insulated(X, float(Fo)) for Fo in long])
    setting = assumed_setting(profile(level), field(level), upright=False)
    assert level[-1, -1] > 0.9
    assert [end.kind for end in setting.ends] == ["held", "insulated"]
