"""Clips from disk become runs like any other: kept, read, judged."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from support.painted import LAST_FO, RANGE_K, SIZE, bar_frames, bar_video

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, InvalidInput, UnreadableVideo
from desktop_app.media.encode import write_video
from desktop_app.media.metadata import read_provenance
from desktop_app.workflow.exporting import export_video
from desktop_app.workflow.history import list_runs, open_run
from desktop_app.workflow.judging import judge_run
from desktop_app.workflow.opening import MOST_FRAMES, open_clip
from desktop_app.workflow.reading_plan import Wishes


def quietly(_done: int, _total: int) -> None:
    pass


def opened(house, path, **wishes):
    return open_clip(house, path, Wishes(**wishes), CancelToken(), quietly)


def test_a_clip_is_kept_and_read(house, tmp_path):
    told = []
    path = bar_video(tmp_path / "bar.mp4", house)
    saved = open_clip(house, path, Wishes(), CancelToken(), lambda *seen: told.append(seen))
    assert told[-1] == (33, 33)
    assert saved.run.opened_from == "bar.mp4"
    assert saved.run.of_unknown_origin
    assert saved.run.request.look == "inferno"
    assert saved.reading.readable
    assert saved.reading.camera_moved is False
    assert len(saved.clip.frames) == 33
    assert saved.clip.fps == 12
    again = open_run(house, saved.run.id)
    assert again.run == saved.run
    assert np.array_equal(again.reading.temperature_K, saved.reading.temperature_K)


def test_what_is_said_of_a_clip_gives_its_time_scale_and_solution(house, tmp_path):
    path = bar_video(tmp_path / "bar.mp4", house)
    saved = opened(house, path, prompt="A copper rod, 20 cm long, left end held at 100 °C, over 103 s")
    assert saved.solution is not None
    assert saved.reading.time_s[-1] == pytest.approx(103.0)
    assert saved.run.temperature_range_K == pytest.approx((293.15, 373.15))
    report = judge_run(house, saved, saved.reading, CancelToken())
    assert report.fourier_number.value == pytest.approx(LAST_FO, rel=0.08)
    assert report.fourier_number.interval[0] < LAST_FO < report.fourier_number.interval[1]
    assert report.promised_fourier_number == pytest.approx(LAST_FO, rel=0.03)
    assert report.departure.rmse_K < 2.0


def test_a_range_of_ones_own_is_kept(house, tmp_path):
    saved = opened(house, bar_video(tmp_path / "bar.mp4", house), temperature_range_K=(300.0, 400.0))
    assert saved.run.scale_K == (300.0, 400.0)
    assert saved.reading.temperature_K.max() <= 400.0


def test_a_palette_that_the_file_brings_itself_is_kept(house, tmp_path):
    saved = opened(
        house, bar_video(tmp_path / "bar.mp4", house, "white_hot"), look="white_hot", reversed_palette=True
    )
    usual = opened(house, tmp_path / "bar.mp4", look="white_hot")
    turned = open_run(house, saved.run.id).reading.temperature_K
    middle = sum(RANGE_K)
    assert turned[-1, :8].mean() == pytest.approx(middle - usual.reading.temperature_K[-1, :8].mean(), abs=3)


def test_pictures_of_odd_size_lose_a_row_and_a_column(house, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, frame in enumerate(bar_frames(house, frames=10)):
        Image.fromarray(frame[:-1, :-1]).save(folder / f"{number}.png")
    saved = opened(house, folder)
    assert saved.clip.size == (318, 190)
    assert saved.reading.readable
    assert len(saved.clip.frames) == 10


def test_one_picture_is_a_clip_of_one_frame(house, tmp_path):
    Image.fromarray(bar_frames(house)[-1]).save(tmp_path / "one.png")
    saved = opened(house, tmp_path / "one.png")
    assert saved.reading.temperature_K.shape == (1, 128)
    verdicts = judge_run(house, saved, saved.reading, CancelToken()).verdicts
    assert {verdict.verdict for verdict in verdicts} == {"undecided"}


def test_of_a_long_clip_frames_are_taken_evenly(house, tmp_path):
    saved = opened(house, bar_video(tmp_path / "long.mp4", house, frames=MOST_FRAMES + 60))
    assert len(saved.clip.frames) == MOST_FRAMES
    assert saved.run.concept.clip_seconds == pytest.approx((MOST_FRAMES + 59) / 12, rel=0.01)


def test_nothing_is_left_of_a_clip_that_was_not_opened(house, tmp_path):
    path = bar_video(tmp_path / "bar.mp4", house)
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        open_clip(house, path, Wishes(), cancel, lambda *_: cancel.cancel())
    (tmp_path / "text.mp4").write_text("no video")
    with pytest.raises(UnreadableVideo):
        opened(house, tmp_path / "text.mp4")
    with pytest.raises(InvalidInput):
        opened(house, path, look="no such look")
    assert list_runs(house) == ()


def test_nothing_is_left_of_a_clip_that_could_not_be_read(house, tmp_path, monkeypatch):
    def fails(*_):
        raise IndexError("nobody thought of this")

    monkeypatch.setattr("desktop_app.workflow.opening.read_run", fails)
    with pytest.raises(IndexError):
        opened(house, bar_video(tmp_path / "bar.mp4", house, frames=9))
    assert list_runs(house) == ()


def test_an_opened_clip_is_not_called_ai_generated_unless_its_file_says_so(house, tmp_path):
    saved = opened(house, bar_video(tmp_path / "bar.mp4", house))
    export_video(house, saved, tmp_path / "out.mp4", "en", CancelToken(), quietly)
    tags = read_provenance(tmp_path / "out.mp4")
    assert "AIGC" not in tags
    assert tags["comment"]["origin"] == "opened"
    frames = bar_frames(house, frames=9)
    write_video(tmp_path / "ai.mp4", iter(frames), SIZE, 12, {"AIGC": '{"Label":"1"}'}, CancelToken())
    ai = opened(house, tmp_path / "ai.mp4")
    assert ai.run.opened_ai
    export_video(house, ai, tmp_path / "again.mp4", "en", CancelToken(), quietly)
    assert "AIGC" in read_provenance(tmp_path / "again.mp4")
