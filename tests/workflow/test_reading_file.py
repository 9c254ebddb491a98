"""Clips from disk: what is assumed, what is refused, and how the look is found."""

from __future__ import annotations

import json

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
    assert len(result.assumptions) >= 4
    assert np.all(result.reading.temperature_K[2:, 5] > result.reading.temperature_K[2:, -5])


def test_what_is_given_is_not_assumed(house, tmp_path):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno")
    probe = Probe(60, 100, 200, 100)
    result = read_file(
        house, path, CancelToken(), Wishes("inferno", temperature_range_K=(300.0, 400.0), probe=probe)
    )
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
        read_file(house, path, CancelToken(), Wishes("inferno", temperature_range_K=span))


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


HOW_TO_READ = {
    "look": "inferno",
    "temperature_range_K": [LOW, HIGH],
    "duration_s": 100.0,
    "num_frames": 2,
    "size_px": list(SIZE),
    "probe_px": [40, 100, 280, 100],
    "band_px": 5.0,
}


def tagged_clip(path, **changes):
    tags = {"comment": json.dumps({"reading": {**HOW_TO_READ, **changes}})}
    write_video(path, [np.zeros((SIZE[1], SIZE[0], 3), np.uint8)] * 2, SIZE, 10, tags, CancelToken())


def test_what_a_file_says_of_itself_cannot_take_all_memory(house, tmp_path):
    path = tmp_path / "clip.mp4"
    tagged_clip(path, size_px=[1, 1], band_px=10_000.0)
    assert read_file(house, path, CancelToken()).reading.probe.band_px <= min(SIZE)


@pytest.mark.parametrize(
    "lie",
    [
        {"temperature_range_K": [1.0, 1e300]},
        {"temperature_range_K": [400.0, 300.0]},
        {"duration_s": 1e300},
        {"num_frames": 0},
        {"probe_px": [0, 0, 1e300, 1]},
    ],
    ids=str,
)
def test_what_a_file_says_of_itself_is_not_believed_where_it_cannot_be(house, tmp_path, lie):
    path = tmp_path / "clip.mp4"
    tagged_clip(path, **lie)
    result = read_file(house, path, CancelToken(), Wishes("inferno"))
    assert np.isfinite(result.reading.temperature_K).all()
    assert result.reading.time_s[-1] == pytest.approx(0.1)


def test_cancelling_stops_the_reading(house, tmp_path):
    path = tmp_path / "clip.mp4"
    write_clip(path, house, "inferno")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_file(house, path, cancel)
