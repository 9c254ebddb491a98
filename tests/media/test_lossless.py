from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time

import numpy as np
import psutil
import pytest
from support.clips import noise_frames, smooth_frames
from support.paths import ROOT
from support.processes import running_ffmpeg

from desktop_app.domain.errors import ExportFailed
from desktop_app.media.lossless import LosslessWriter
from desktop_app.media.source import read_clip


@pytest.mark.parametrize(("width", "height"), [(320, 192), (33, 17), (2, 2)])
@pytest.mark.parametrize("make", [noise_frames, smooth_frames])
def test_pixels_are_equal_bit_for_bit(tmp_path, width, height, make):
    frames = make(6, width, height)
    with LosslessWriter(tmp_path / "clip.mkv", (width, height), 24) as writer:
        writer.append(frames[:1])
        writer.append(frames[1:])
    clip = read_clip(tmp_path / "clip.mkv")
    assert np.array_equal(clip.frames, frames)
    assert clip.fps == 24


@pytest.mark.parametrize("fps", [8, 24000 / 1001])
def test_rate(tmp_path, fps):
    with LosslessWriter(tmp_path / "clip.mkv", (16, 16), fps) as writer:
        writer.append(smooth_frames(30, 16, 16))
    assert read_clip(tmp_path / "clip.mkv").fps == pytest.approx(fps, rel=1e-4)


def wait_for_size(path, size):
    until = time.monotonic() + 20
    while not path.exists() or path.stat().st_size < size:
        assert time.monotonic() < until, "nothing reaches the disk"
        time.sleep(0.02)


def test_frames_reach_the_disk_before_the_next_ones_come(tmp_path):
    """All but the newest frame are readable while the writer waits, and after it is killed."""
    path, frames = tmp_path / "clip.mkv", noise_frames(5, 64, 48)
    writer = LosslessWriter(path, (64, 48), 24)
    writer.append(frames)
    wait_for_size(path, 4 * 64 * 48 * 3)
    assert np.array_equal(read_clip(path).frames, frames[:4])
    for child in running_ffmpeg():
        child.kill()
    assert np.array_equal(read_clip(path).frames, frames[:4])
    with pytest.raises(ExportFailed, match="could not be saved"):
        writer.append(itertools.cycle(frames))
    with pytest.raises(ExportFailed):
        writer.close()
    writer.close()


def test_a_file_cut_off_anywhere_gives_its_whole_frames(tmp_path):
    frames = noise_frames(6, 32, 24)
    with LosslessWriter(tmp_path / "clip.mkv", (32, 24), 24) as writer:
        writer.append(frames)
    whole = (tmp_path / "clip.mkv").read_bytes()
    counts = []
    for length in range(len(whole) * 3 // 10, len(whole), len(whole) // 9):
        (tmp_path / "cut.mkv").write_bytes(whole[:length])
        got = read_clip(tmp_path / "cut.mkv").frames
        assert np.array_equal(got, frames[: len(got)])
        counts.append(len(got))
    assert counts == sorted(counts)
    assert counts[0] < 4 < counts[-1]


KILLED = """
import sys, time
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from support.clips import noise_frames
from desktop_app.media.lossless import LosslessWriter
writer = LosslessWriter(Path({path!r}), (64, 48), 24)
writer.append(noise_frames(7, 64, 48))
print("appended", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_app_loses_no_frame(tmp_path):
    path = tmp_path / "clip.mkv"
    code = KILLED.format(root=str(ROOT), tests=str(ROOT / "tests"), path=str(path))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"appended\n"
        writers = psutil.Process(process.pid).children()
        os.kill(process.pid, signal.SIGKILL)
    psutil.wait_procs(writers, timeout=20)
    assert np.array_equal(read_clip(path).frames, noise_frames(7, 64, 48))


def test_an_error_of_the_source_keeps_what_came_before(tmp_path):
    frames = noise_frames(3, 32, 32)

    def use():
        with LosslessWriter(tmp_path / "clip.mkv", (32, 32), 24) as writer:
            writer.append(frames)
            raise RuntimeError("the engine broke")

    with pytest.raises(RuntimeError, match="the engine broke"):
        use()
    assert np.array_equal(read_clip(tmp_path / "clip.mkv").frames, frames)


def test_a_folder_that_does_not_exist(tmp_path):
    writer = LosslessWriter(tmp_path / "missing" / "clip.mkv", (320, 192), 24)
    with pytest.raises(ExportFailed, match="could not be saved"):
        writer.append(itertools.cycle(noise_frames(1, 320, 192)))
    with pytest.raises(ExportFailed):
        writer.close()


def test_frames_of_another_size_are_a_mistake_of_the_caller(tmp_path):
    with (
        LosslessWriter(tmp_path / "clip.mkv", (32, 32), 24) as writer,
        pytest.raises(ValueError, match="not uint8"),
    ):
        writer.append(noise_frames(1, 32, 34))
