"""Clips from disk: what is assumed, what is refused, and how the look is found."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe
from desktop_app.domain.errors import Cancelled, InvalidInput, UnreadableVideo
from desktop_app.media.encode import write_video
from desktop_app.thermography.painter import Painter, place_body
from desktop_app.workflow.reading_file import read_file
from desktop_app.workflow.reading_plan import ASSUMED_RANGE_K, Wishes

SIZE = (320, 192)
LOW, HIGH = ASSUMED_RANGE_K


def write_clip(path, house, look, frames=10):
    x = np.linspace(0, 1, 64)
    body = place_body((0.2, 0.02), *SIZE)
    painter = Painter(house.looks.get(look), (LOW, HIGH), (4, 64), SIZE, body)
    depths = np.linspace(0.1, 1.0, frames)
    fields = [np.repeat(LOW + (HIGH - LOW) * np.exp(-((x / d) ** 2))[None], 4, axis=0) for d in depths]
    clip = [painter.paint(field.astype(np.float32)) for field in fields]
    write_video(path, clip, SIZE, 10, {}, CancelToken())


@pytest.mark.parametrize("look", ["inferno", "iron", "rainbow", "white_hot"])
def test_the_look_of_a_foreign_video_is_found_by_fit(house, tmp_path, look):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, look)
    result = read_file(house, path, CancelToken())
    assert result.reading.readable
    assert result.reading.look == look
    assert result.reading.temperature_K.shape == (10, 128)
    assert result.reading.time_s == pytest.approx(np.arange(10) / 10)
    assert len(result.assumptions) == 3
    assert np.all(result.reading.temperature_K[2:, 5] > result.reading.temperature_K[2:, -5])


def test_what_is_given_is_not_assumed(house, tmp_path):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno")
    probe = Probe(60, 100, 200, 100)
    result = read_file(house, path, CancelToken(), Wishes("inferno", (300.0, 400.0), probe))
    assert result.reading.probe == probe
    assert result.reading.temperature_range_K == (300.0, 400.0)
    assert len(result.assumptions) == 1


def test_a_clip_without_palette_abstains(house, tmp_path):
    rng = np.random.default_rng(0)
    path = tmp_path / "clip.mp4"
    green = np.full((192, 320, 3), (30, 190, 60), np.uint8)
    write_video(path, [green + rng.integers(0, 5, green.shape, np.uint8)] * 4, SIZE, 10, {}, CancelToken())
    result = read_file(house, path, CancelToken())
    assert not result.reading.readable
    assert result.reading.reason is not None


def test_a_single_picture_is_a_clip_of_one_frame(house, tmp_path):
    path = tmp_path / "one.png"
    ramp = house.looks.get("inferno").palette[np.linspace(0, 255, 200).astype(int)]
    picture = np.full((100, 240, 3), (22, 48, 58), np.uint8)
    picture[40:60, 20:220] = ramp
    Image.fromarray(picture).save(path)
    reading = read_file(house, path, CancelToken()).reading
    assert reading.temperature_K.shape == (1, 128)
    assert np.all(np.diff(reading.temperature_K[0, 4:-4]) > 0)


@pytest.mark.parametrize("span", [(400.0, 300.0), (300.0, 300.0), (-5.0, 300.0), (300.0, float("inf"))])
def test_an_impossible_range_is_refused(house, tmp_path, span):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno", frames=2)
    with pytest.raises(InvalidInput, match="range"):
        read_file(house, path, CancelToken(), Wishes("inferno", span))


@pytest.mark.parametrize("line", [(5, 5, 5, 5), (-9, 5, 50, 5), (5, 5, 50, 999)])
def test_a_probe_that_is_no_line_in_the_picture_is_refused(house, tmp_path, line):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno", frames=2)
    with pytest.raises(InvalidInput, match="probe"):
        read_file(house, path, CancelToken(), Wishes(probe=Probe(*line)))


def test_what_is_no_video_is_refused(house, tmp_path):
    path = tmp_path / "text.mp4"
    path.write_text("not a video")
    with pytest.raises(UnreadableVideo):
        read_file(house, path, CancelToken())


def test_cancelling_stops_the_reading(house, tmp_path):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_file(house, path, cancel)
