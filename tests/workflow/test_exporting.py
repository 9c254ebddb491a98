from __future__ import annotations

import csv
import json
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from support.house import computed_order

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, ExportFailed
from desktop_app.domain.text import say
from desktop_app.media.ffmpeg import find_ffmpeg
from desktop_app.media.metadata import read_metadata
from desktop_app.media.source import read_clip
from desktop_app.workflow.exporting import export_profile, export_video
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import open_run
from desktop_app.workflow.reading_file import read_file


@pytest.fixture
def saved(house):
    *_, last = generate(house, computed_order(), CancelToken())
    return open_run(house, last.run.id)


def quietly(_done: int, _total: int) -> None:
    pass


def test_the_video_has_exact_size_and_count_and_carries_its_request(house, saved, tmp_path):
    path = tmp_path / "out.mp4"
    export_video(house, saved, path, "en", CancelToken(), quietly)
    clip = read_clip(path)
    assert clip.frames.shape == saved.clip.frames.shape
    comment = json.loads(read_metadata(path)["comment"])
    assert comment["request"]["num_frames"] == saved.run.request.num_frames
    assert comment["concept"]["materials"][0]["id"] == "copper"
    assert "AIGC" not in read_metadata(path)


def test_a_generated_clip_carries_the_mark_of_ai(house, saved, tmp_path):
    path = tmp_path / "out.mp4"
    generated = replace(saved, run=replace(saved.run, computed=False))
    export_video(house, generated, path, "zh", CancelToken(), quietly)
    assert json.loads(read_metadata(path)["AIGC"])["Label"] == "1"


def test_the_disclaimer_is_in_every_frame_of_both_languages(house, saved, tmp_path):
    for language in ("en", "zh"):
        path = tmp_path / f"{language}.mp4"
        export_video(house, saved, path, language, CancelToken(), quietly)
        exported = read_clip(path).frames.astype(int)
        strip = exported[:, -14:]
        assert np.abs(strip - saved.clip.frames[:, -14:].astype(int)).max(axis=(1, 2, 3)).min() > 100
        assert np.abs(strip - strip[0]).mean() < 4


def test_an_exported_video_reads_like_its_own_frames(house, saved, tmp_path):
    path = tmp_path / "out.mp4"
    export_video(house, saved, path, "en", CancelToken(), quietly)
    result = read_file(house, path, CancelToken())
    assert result.reading.look == "inferno"
    assert result.reading.time_s == pytest.approx(saved.reading.time_s)
    assert np.median(np.abs(result.reading.temperature_K - saved.reading.temperature_K)) < 0.8


def test_a_clip_cut_short_keeps_its_times(house, saved, tmp_path):
    path = tmp_path / "short.mp4"
    first = replace(
        saved.reading, temperature_K=saved.reading.temperature_K[:4], time_s=saved.reading.time_s[:4]
    )
    short = replace(saved, clip=replace(saved.clip, frames=saved.clip.frames[:4]), reading=first)
    export_video(house, short, path, "en", CancelToken(), quietly)
    read = read_file(house, path, CancelToken())
    assert read.reading.time_s == pytest.approx(saved.reading.time_s[:4])
    assert [str(text)[:20] for text in read.assumptions] == ["The file has 4 of 9 "]


def test_a_copy_of_another_size_is_read_along_the_same_line(house, saved, tmp_path):
    path, small = tmp_path / "out.mp4", tmp_path / "small.mkv"
    export_video(house, saved, path, "en", CancelToken(), quietly)
    ffmpeg = find_ffmpeg(ExportFailed)
    subprocess.run(
        [ffmpeg, "-v", "error", "-i", path, "-vf", "scale=96:64", "-c:v", "ffv1", small], check=True
    )
    read = read_file(house, small, CancelToken()).reading
    assert read.probe.x1 == pytest.approx(saved.reading.probe.x1 / 2)
    assert np.median(np.abs(read.temperature_K - saved.reading.temperature_K)) < 3


def test_cancelling_leaves_nothing(house, saved, tmp_path):
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        export_video(house, saved, tmp_path / "out.mp4", "en", cancel, lambda *_: cancel.cancel())
    assert not list(tmp_path.glob("*out*"))


def test_the_table_has_units_and_the_solution(saved, tmp_path):
    path = tmp_path / "profile.csv"
    export_profile(saved, path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == saved.reading.temperature_K.size
    assert float(rows[0]["temperature_K"]) == pytest.approx(
        float(saved.reading.temperature_K[0, 0]), rel=1e-4
    )
    assert float(rows[-1]["solution_K"]) > 293


def test_what_cannot_be_read_has_no_table_and_the_reason_is_said(saved, tmp_path):
    with pytest.raises(ExportFailed):
        export_profile(replace(saved, reading=None), tmp_path / "profile.csv")
    unreadable = replace(saved.reading, readable=False, reason=say("It is too green."))
    with pytest.raises(ExportFailed, match="too green"):
        export_profile(replace(saved, reading=unreadable), tmp_path / "profile.csv")


def test_a_run_without_frames_is_not_exported(house, saved, tmp_path):
    empty = replace(saved, clip=replace(saved.clip, frames=saved.clip.frames[:0]))
    with pytest.raises(ExportFailed):
        export_video(house, empty, tmp_path / "out.mp4", "en", CancelToken(), quietly)
