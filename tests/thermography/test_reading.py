"""The painter and the reading are each other's inverse, and the reading sees pixels alone."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.painter import BACKGROUND, Painter, place_body
from desktop_app.thermography.reading import ProbeReader

LOW, HIGH = 293.15, 373.15
SIZE = (416, 240)


def heat_front(frames: int = 9, cells: int = 128) -> np.ndarray:
    """(frame, y, x) K: a front that advances from the left."""
    x = np.linspace(0, 1, cells)
    depth = np.linspace(0.05, 1.2, frames)[:, None]
    level = np.exp(-((x / depth) ** 2))
    return np.repeat((LOW + (HIGH - LOW) * level)[:, None, :], 8, axis=1).astype(np.float32)


def painted(look, field, body) -> np.ndarray:
    painter = Painter(look, (LOW, HIGH), field.shape[1:], SIZE, body)
    return np.stack([painter.paint(values) for values in field])


def read_back(look, clip, probe, **options):
    options = {"ends_declared": True, **options}
    reader = ProbeReader(look, (LOW, HIGH), probe, clip.shape[2:0:-1], **options)
    for chunk in np.array_split(clip, 2):
        reader.add(chunk)
    return reader.reading(np.linspace(0, 1, len(clip)))


@pytest.mark.parametrize("name", ["inferno", "iron", "rainbow", "white_hot", "glow"])
def test_reading_a_painting_gives_the_temperature_back(looks, name):
    look, field = looks.get(name), heat_front()
    body = place_body((0.2, 0.02), *SIZE)
    reading = read_back(look, painted(look, field, body), lay_probe(body))
    width = body.right - body.left
    along_body = (0.5 + reading.position * (width - 1)) / width
    centres = (np.arange(128) + 0.5) / 128
    expected = np.stack([np.interp(along_body, centres, frame[0]) for frame in field])
    assert reading.readable
    assert np.abs(reading.temperature_K - expected).max() < 0.02 * (HIGH - LOW)
    assert np.median(np.abs(reading.temperature_K - expected)) < 0.005 * (HIGH - LOW)
    assert reading.confidence[:, 5:-5].mean() > 0.8


def test_reading_follows_the_pixels_and_not_any_solution(looks):
    look, body = looks.get("inferno"), place_body((0.2, 0.02), *SIZE)
    mirrored = heat_front()[:, :, ::-1]
    reading = read_back(look, painted(look, mirrored, body), lay_probe(body))
    assert np.all(reading.temperature_K[2:, -1] > reading.temperature_K[2:, 0])


def test_values_at_the_ends_are_finite_and_little_trusted(looks):
    look, body = looks.get("inferno"), place_body((0.2, 0.02), *SIZE)
    field = np.full((2, 8, 128), HIGH + 100, dtype=np.float32)
    clip = painted(look, field, body)
    declared = read_back(look, clip, lay_probe(body))
    assert declared.temperature_K == pytest.approx(HIGH)
    assert declared.confidence.max() <= 0.3
    assert declared.saturated_fraction == 0.0
    open_ended = read_back(look, clip, lay_probe(body), ends_declared=False)
    assert open_ended.saturated_fraction == 1.0


def test_band_average_beats_noise(looks):
    look, field = looks.get("iron"), heat_front()
    body = place_body((0.2, 0.05), *SIZE)
    clean = painted(look, field, body)
    noise = np.random.default_rng(1).normal(0, 8, clean.shape)
    noisy = np.clip(clean + noise, 0, 255).astype(np.uint8)
    truth = read_back(look, clean, lay_probe(body)).temperature_K
    line = lay_probe(body)
    thin = Probe(line.x0, line.y0, line.x1, line.y1, 1.0)
    wide = Probe(line.x0, line.y0, line.x1, line.y1, 15.0)
    thin_error = np.abs(read_back(look, noisy, thin).temperature_K - truth).mean()
    wide_error = np.abs(read_back(look, noisy, wide).temperature_K - truth).mean()
    assert wide_error < 0.6 * thin_error


def test_foreign_colours_are_not_read(looks):
    green = np.full((3, 64, 64, 3), (0, 200, 60), dtype=np.uint8)
    reading = read_back(looks.get("inferno"), green, Probe(5, 32, 60, 32))
    assert not reading.readable
    assert "inferno" in str(reading.reason)
    assert reading.off_palette_fraction == 1.0


def test_a_look_without_palette_is_not_read(looks):
    clip = np.zeros((1, 8, 8, 3), dtype=np.uint8)
    assert not read_back(looks.get("natural"), clip, Probe(0, 4, 8, 4)).readable


def test_a_scale_without_a_span_is_not_read(looks):
    clip = np.zeros((1, 8, 8, 3), dtype=np.uint8)
    reader = ProbeReader(looks.get("inferno"), (LOW, LOW), Probe(0, 4, 8, 4), (8, 8), ends_declared=True)
    reader.add(clip)
    assert not reader.reading(np.zeros(1)).readable


def test_probe_outside_the_picture_is_clamped(looks):
    clip = np.zeros((1, 16, 16, 3), dtype=np.uint8)
    reading = read_back(looks.get("white_hot"), clip, Probe(-50, -3, 90, 40, 9))
    assert np.isfinite(reading.temperature_K).all()


@pytest.mark.parametrize("size_m", [(1.0, 0.01), (0.2, 0.15), (0.02, 0.3)])
@pytest.mark.parametrize("name", ["inferno", "iron", "rainbow", "white_hot", "glow"])
def test_body_is_found_where_it_was_painted(looks, name, size_m):
    look, body = looks.get(name), place_body(size_m, *SIZE)
    field = heat_front()
    found = find_body(painted(look, field, body), look)
    for edge in ("left", "right", "top", "bottom"):
        assert getattr(found, edge) == pytest.approx(getattr(body, edge), abs=3)


def test_nothing_found_means_the_whole_picture(looks):
    plain = np.full((2, 40, 60, 3), BACKGROUND, dtype=np.uint8)
    assert find_body(plain, looks.get("inferno")) == PixelBox(0, 0, 60, 40)


def test_probe_lies_along_the_longer_side():
    flat = lay_probe(PixelBox(10, 20, 110, 40))
    assert (flat.x0, flat.y0, flat.x1, flat.y1) == (10.5, 30, 109.5, 30)
    upright = lay_probe(PixelBox(10, 20, 30, 120))
    assert (upright.x0, upright.x1) == (20, 20)
    assert (upright.y0, upright.y1) == (20.5, 119.5)


def test_painter_draws_upward_growing_y_upward(looks):
    field = np.linspace(LOW, HIGH, 16, dtype=np.float32)[:, None] * np.ones((1, 16), dtype=np.float32)
    body = place_body((0.2, 0.15), *SIZE)
    picture = Painter(looks.get("white_hot"), (LOW, HIGH), (16, 16), SIZE, body).paint(field)
    column = picture[int(body.top) : int(body.bottom), SIZE[0] // 2, 0].astype(int)
    assert column[0] > 240
    assert column[-1] < 15
    assert np.all(np.diff(column) <= 0)
    assert tuple(picture[0, 0]) == BACKGROUND
