from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import namedtuple

import imageio_ffmpeg
import numpy as np
import psutil
import pytest
from support.clips import decoded, ffmpeg, ffmpeg_report, noise_frames, smooth_frames
from support.paths import ROOT
from support.processes import running_ffmpeg

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, ExportFailed
from desktop_app.media.encode import write_video


def write(path, frames, fps=24.0, metadata=None, cancel=None):
    size = (frames[0].shape[1], frames[0].shape[0])
    return write_video(path, iter(frames), size, fps, metadata or {}, cancel or CancelToken())


@pytest.mark.parametrize(("width", "height", "count"), [(98, 54, 7), (320, 192, 1), (2, 2, 3), (64, 130, 33)])
def test_size_and_count_are_exact(tmp_path, width, height, count):
    path = tmp_path / "clip.mp4"
    assert write(path, noise_frames(count, width, height)) == count
    assert decoded(path, width, height).shape == (count, height, width, 3)
    assert f" {width}x{height}" in ffmpeg_report(path)


@pytest.mark.parametrize(("fps", "said"), [(24, "24 fps"), (24000 / 1001, "23.98 fps"), (12.5, "12.50 fps")])
def test_rate(tmp_path, fps, said):
    write(tmp_path / "clip.mp4", smooth_frames(5, 32, 32), fps)
    assert said in ffmpeg_report(tmp_path / "clip.mp4")


def test_colours_survive(tmp_path):
    frames = smooth_frames(6, 160, 96)
    write(tmp_path / "clip.mp4", frames)
    error = np.abs(decoded(tmp_path / "clip.mp4", 160, 96).astype(int) - frames)
    assert error.mean() < 1.5
    assert error.max() < 16


@pytest.mark.parametrize(
    ("colour", "luma"), [((255, 0, 0), 63), ((0, 255, 0), 173), ((0, 0, 255), 32), ((255, 255, 255), 235)]
)
def test_colours_are_converted_by_bt709_into_tv_range(tmp_path, colour, luma):
    frame = np.full((1, 32, 32, 3), colour, np.uint8)
    write(tmp_path / "clip.mp4", frame)
    raw = ffmpeg("-i", tmp_path / "clip.mp4", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-")
    assert np.frombuffer(raw, np.uint8)[: 32 * 32].mean() == pytest.approx(luma, abs=2)
    assert "yuv420p(tv, bt709, progressive)" in ffmpeg_report(tmp_path / "clip.mp4")


def test_players_can_start_before_the_whole_file_is_there(tmp_path):
    write(tmp_path / "clip.mp4", smooth_frames(3, 32, 32))
    data = (tmp_path / "clip.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_names_are_taken_as_they_are(tmp_path):
    for name in ("-y.mp4", "a:b %03d 'x'.mp4", "铜棒 🔥.mp4", "no suffix"):
        write(tmp_path / name, smooth_frames(2, 32, 32))
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("size", [(33, 32), (32, 31), (0, 32)])
def test_odd_sizes_are_refused(tmp_path, size):
    with pytest.raises(ExportFailed, match="must be even"):
        write_video(tmp_path / "clip.mp4", iter(()), size, 24, {}, CancelToken())


def untouched(folder, path):
    return path.read_bytes() == b"old" and list(folder.iterdir()) == [path]


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"old")
    return path


def test_no_frame_at_all(tmp_path, old):
    with pytest.raises(ExportFailed, match="no frame"):
        write_video(old, iter(()), (32, 32), 24, {}, CancelToken())
    assert untouched(tmp_path, old)


def test_cancel_leaves_what_was_there(tmp_path, old):
    token = CancelToken()

    def frames():
        for number, frame in enumerate(smooth_frames(50, 64, 64)):
            if number == 20:
                token.cancel()
            yield frame

    with pytest.raises(Cancelled):
        write_video(old, frames(), (64, 64), 24, {}, token)
    assert untouched(tmp_path, old)


def test_an_error_of_the_source_leaves_what_was_there(tmp_path, old):
    def frames():
        yield from smooth_frames(3, 64, 64)
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        write_video(old, frames(), (64, 64), 24, {}, CancelToken())
    assert untouched(tmp_path, old)


def test_frames_of_another_size_are_a_mistake_of_the_caller(tmp_path, old):
    with pytest.raises(ValueError, match="not uint8 of size"):
        write_video(old, iter(smooth_frames(1, 32, 64)), (64, 64), 24, {}, CancelToken())
    assert untouched(tmp_path, old)


def test_ffmpeg_ending_midway(tmp_path, old):
    def frames():
        for number, frame in enumerate(smooth_frames(50, 64, 64)):
            if number == 10:
                for child in running_ffmpeg():
                    child.kill()
                    child.wait()
            yield frame

    with pytest.raises(ExportFailed, match="could not be encoded"):
        write_video(old, frames(), (64, 64), 24, {}, CancelToken())
    assert untouched(tmp_path, old)


def test_missing_folder(tmp_path):
    with pytest.raises(ExportFailed, match=r"folder .* does not exist"):
        write(tmp_path / "missing" / "clip.mp4", smooth_frames(2, 32, 32))


def test_a_file_in_place_of_the_folder(tmp_path, old):
    with pytest.raises(ExportFailed, match="does not exist"):
        write(old / "clip.mp4", smooth_frames(2, 32, 32))


def test_a_folder_in_place_of_the_file(tmp_path):
    with pytest.raises(ExportFailed, match="is a folder"):
        write(tmp_path, smooth_frames(2, 32, 32))
    assert list(tmp_path.iterdir()) == []


def test_no_ffmpeg(tmp_path, old, monkeypatch):
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "nothing"))
    with pytest.raises(ExportFailed, match=r"ffmpeg.*cannot be started"):
        write(old, smooth_frames(2, 32, 32))
    assert untouched(tmp_path, old)


def test_full_disk_is_seen_beforehand(tmp_path, old, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 100, 0))
    with pytest.raises(ExportFailed, match="not enough space"):
        write(old, smooth_frames(2, 32, 32))
    assert untouched(tmp_path, old)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_disk_filling_up_while_writing(tmp_path, old, monkeypatch):
    limited = tmp_path.parent / f"{tmp_path.name}-ffmpeg"
    ffmpeg_path = imageio_ffmpeg.get_ffmpeg_exe()
    limited.write_text(f"#!/bin/sh\ntrap '' XFSZ\nulimit -f 100\nexec '{ffmpeg_path}' \"$@\"\n")
    limited.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(limited))
    with pytest.raises(ExportFailed, match="not enough space"):
        write(old, noise_frames(40, 320, 192))
    assert untouched(tmp_path, old)


KILLED = """
import sys, time
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from support.clips import noise_frames
from desktop_app.domain.cancel import CancelToken
from desktop_app.media.encode import write_video
def frames():
    for number, frame in enumerate(noise_frames(200, 320, 192)):
        if number == 100:
            print("halfway", flush=True)
            time.sleep(60)
        yield frame
write_video(Path({path!r}), frames(), (320, 192), 24, {{}}, CancelToken())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_export_damages_nothing_and_is_cleaned_up_next_time(tmp_path, old):
    code = KILLED.format(root=str(ROOT), tests=str(ROOT / "tests"), path=str(old))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"halfway\n"
        encoders = psutil.Process(process.pid).children()
        os.kill(process.pid, signal.SIGKILL)
    psutil.wait_procs(encoders, timeout=20)
    assert not any(encoder.is_running() for encoder in encoders)
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["clip.mp4"]
    write(old, smooth_frames(4, 32, 32))
    assert list(tmp_path.iterdir()) == [old]
    assert len(decoded(old, 32, 32)) == 4


def test_two_exports_to_one_place_do_not_disturb_each_other(tmp_path):
    path = tmp_path / "clip.mp4"

    def frames():
        yield from smooth_frames(3, 32, 32)
        write(path, smooth_frames(9, 32, 32))
        yield from smooth_frames(3, 32, 32)

    write_video(path, frames(), (32, 32), 24, {}, CancelToken())
    assert len(decoded(path, 32, 32)) == 6
    assert list(tmp_path.iterdir()) == [path]


def test_no_files_or_pipes_stay_open(tmp_path):
    process = psutil.Process()
    write(tmp_path / "warm.mp4", smooth_frames(2, 32, 32))
    before = process.num_fds()
    for _ in range(3):
        write(tmp_path / "clip.mp4", smooth_frames(2, 32, 32))
        with pytest.raises(ExportFailed):
            write_video(tmp_path / "clip.mp4", iter(()), (32, 32), 24, {}, CancelToken())
    time.sleep(0.05)
    assert process.num_fds() == before
