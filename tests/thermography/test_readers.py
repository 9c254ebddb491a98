"""The whole body, points and regions, and how noisy they are."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from scipy.special import erfc

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import PixelBox, Probe, RegionProbe, SpotProbe
from desktop_app.domain.look import Look
from desktop_app.thermography.field_reader import MOST_FRAMES, FieldReader
from desktop_app.thermography.noise import QUANTUM, noise_of
from desktop_app.thermography.place_reader import PlaceReader
from desktop_app.thermography.reading import ProbeReader

GREY = Look("white_hot", np.arange(256, dtype=np.uint8)[:, None].repeat(3, 1), False, "made for tests")
BODY = PixelBox(20.0, 30.0, 148.0, 62.0)
SIZE = (160, 96)


def ramps(frames):
    """A body that is darker to the left and brightens with time, on green ground."""
    made = np.full((frames, SIZE[1], SIZE[0], 3), (0, 90, 0), np.uint8)
    across = np.linspace(40, 120, 128)
    for number in range(frames):
        made[number, 30:62, 20:148] = (across + 100 * number / frames).astype(np.uint8)[None, :, None]
    return made


def mask():
    where = np.zeros((SIZE[1], SIZE[0]), np.bool_)
    where[30:62, 20:148] = True
    return where


def test_a_field_covers_the_body_in_whole_cells():
    frames = ramps(12)
    reader = FieldReader(GREY, BODY, mask(), ends_declared=True)
    reader.add(frames[:5])
    reader.add(frames[5:])
    field = reader.field(np.arange(12) / 6)
    assert field.level.shape == (12, 8, 32)
    assert np.isfinite(field.level).all()
    expected = frames[:, 30:62, 20:148, 0].reshape(12, 8, 4, 32, 4).mean(axis=(2, 4)) / 255
    assert field.level == pytest.approx(expected, abs=0.01)
    assert field.box == BODY


def test_what_is_not_of_the_body_or_the_palette_is_left_out():
    frames = ramps(6)
    frames[:, 40:50, 60:90] = (200, 0, 0)
    reader = FieldReader(GREY, BODY, mask(), ends_declared=True)
    reader.add(frames)
    level = reader.field(np.arange(6) / 6).level
    assert np.isnan(level[:, 3:4, 11:16]).all()
    assert np.isfinite(level[:, 0]).all()


def test_of_a_long_clip_frames_are_thinned_evenly():
    frames = ramps(4)
    reader = FieldReader(GREY, BODY, mask(), ends_declared=True)
    for _ in range(200):
        reader.add(frames)
    field = reader.field(np.arange(800) / 24)
    assert len(field.frames) <= MOST_FRAMES + 1
    assert len(set(np.diff(field.frames))) == 1
    assert field.time_s == pytest.approx(field.frames / 24)


def test_ends_of_the_scale_are_bounds_unless_declared():
    frames = np.full((5, SIZE[1], SIZE[0], 3), 255, np.uint8)
    frames[:, :, :80] = 0
    for declared, expected in ((False, {-1, 1}), (True, {0})):
        reader = FieldReader(GREY, BODY, mask(), ends_declared=declared)
        reader.add(frames)
        assert set(np.unique(reader.field(np.arange(5.0)).censored)) == expected


def test_places_are_means_of_their_pixels():
    frames = ramps(8)
    places = (SpotProbe(84.0, 46.0, 4.0), RegionProbe(PixelBox(20.0, 30.0, 148.0, 62.0)), SpotProbe(5.0, 5.0))
    reader = PlaceReader(GREY, (0.0, 255.0), places, SIZE)
    reader.add(frames)
    spot, region, outside = reader.readings(np.arange(8) / 8)
    assert spot.temperature_K == pytest.approx(frames[:, 46, 84, 0], abs=1.5)
    assert region.temperature_K == pytest.approx(frames[:, 30:62, 20:148, 0].mean(axis=(1, 2)), abs=1.5)
    assert np.isnan(outside.temperature_K).all()
    assert outside.confidence.max() < 0.1


def test_readers_follow_the_camera():
    frames = ramps(6)
    shifts = np.array([[0, 0], [2, 1], [4, 2], [6, 3], [8, 4], [10, 5]], np.float32)
    panned = np.stack(
        [np.roll(frame, (int(y), int(x)), (0, 1)) for frame, (x, y) in zip(frames, shifts, strict=True)]
    )
    motion = CameraMotion(shifts, np.ones(6, np.float32), (), True, None)
    line = Probe(30.0, 46.0, 138.0, 46.0)
    results = []
    for clip, moved in ((frames, None), (panned, motion)):
        along = ProbeReader(GREY, (0.0, 255.0), line, SIZE, ends_declared=True, motion=moved)
        whole = FieldReader(GREY, BODY, mask(), ends_declared=True, motion=moved)
        spot = PlaceReader(GREY, (0.0, 255.0), (SpotProbe(60.0, 46.0),), SIZE, motion=moved)
        for reader in (along, whole, spot):
            reader.add(clip)
        times = np.arange(6.0)
        results.append((along.reading(times), whole.field(times), spot.readings(times)[0]))
    still, followed = results
    assert followed[0].temperature_K == pytest.approx(still[0].temperature_K, abs=0.5)
    assert followed[1].level == pytest.approx(still[1].level, abs=0.005)
    assert followed[2].temperature_K == pytest.approx(still[2].temperature_K, abs=0.5)
    assert followed[0].camera_moved


def test_a_bent_probe_is_read_along_its_corners():
    frames = ramps(1)
    bent = Probe(30.0, 40.0, 30.0, 55.0, 1.0, via=((100.0, 40.0), (100.0, 55.0)))
    reader = ProbeReader(GREY, (0.0, 255.0), bent, SIZE, ends_declared=True)
    reader.add(frames)
    reading = reader.reading(np.zeros(1))
    there, back = reading.temperature_K[0, 5], reading.temperature_K[0, -6]
    assert there == pytest.approx(back, abs=4)
    assert reading.temperature_K[0].max() == pytest.approx(frames[0, 40, 100, 0], abs=2)


@pytest.mark.parametrize("frames", [33, 49, 121])
@pytest.mark.parametrize("lasting", [0.01, 1.0, 1.5])
def test_noise_that_lasts_for_a_few_frames_is_told_in_a_clip_that_warms(frames, lasting):
    place, moment = np.linspace(0.0, 1.0, 128), np.linspace(1e-9, 1.0, frames)[:, None]
    warming = erfc(place / np.sqrt(0.8 * moment))
    noise = gaussian_filter(np.random.default_rng(7).normal(size=warming.shape), (lasting, 1.5), mode="wrap")
    found = noise_of(warming + 0.01 * noise / noise.std())
    assert np.median(found) == pytest.approx(0.01, rel=0.3)


def test_a_clip_that_warms_without_noise_has_next_to_none():
    place, moment = np.linspace(0.0, 1.0, 128), np.linspace(1e-9, 1.0, 49)[:, None]
    assert noise_of(erfc(place / np.sqrt(0.8 * moment))).max() < 2 * QUANTUM


@pytest.mark.parametrize("sigma", [0.01, 0.03])
def test_noise_is_told_apart_from_a_steady_rise(sigma):
    rise = np.linspace(0.1, 0.9, 60)[:, None] * np.linspace(0.5, 1, 40)
    noisy = rise + np.random.default_rng(3).normal(0, sigma, rise.shape)
    assert noise_of(noisy).mean() == pytest.approx(sigma, rel=0.15)
    assert noise_of(rise).max() == pytest.approx(QUANTUM)
