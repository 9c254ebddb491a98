from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media.ffmpeg import FfmpegProcess
from desktop_app.media.source import open_video
from desktop_app.media.timestamps import picture_times


def uneven_video(path):
    """Ten pictures 0.1 s apart, then five that are 0.5 s apart."""
    process = FfmpegProcess(
        [
            *("-y", "-f", "lavfi", "-i", "testsrc=size=64x48:rate=10"),
            *("-vf", "setpts='if(lt(N,10),N*0.1,1+(N-10)*0.5)/TB'", "-fps_mode", "vfr"),
            *("-frames:v", "15", str(path)),
        ],
        UnreadableVideo,
    )
    assert process.process.wait() == 0, process.log()
    process.close()


def test_an_uneven_rate_is_told(tmp_path):
    uneven_video(tmp_path / "uneven.mp4")
    source = open_video(tmp_path / "uneven.mp4")
    frames = sum(1 for _ in source.frames())
    assert frames == 15
    assert source.times() == pytest.approx(
        np.concatenate([np.arange(10) * 0.1, 1 + np.arange(5) * 0.5]), abs=2e-3
    )


def test_a_file_is_asked_for_its_times_once(tmp_path):
    uneven_video(tmp_path / "uneven.mp4")
    source = open_video(tmp_path / "uneven.mp4")
    first = source.times()
    (tmp_path / "uneven.mp4").unlink()
    assert source.times() is first


def test_an_animated_picture_tells_its_own_times(tmp_path):
    pages = [Image.new("RGB", (16, 12), (shade, 0, 0)) for shade in (0, 80, 160, 240)]
    pages[0].save(
        tmp_path / "a.gif", save_all=True, append_images=pages[1:], duration=[100, 300, 100, 500], loop=0
    )
    source = open_video(tmp_path / "a.gif")
    assert source.times() == pytest.approx([0, 0.1, 0.4, 0.5])
    assert source.fps == pytest.approx(4.0)


def test_a_file_that_says_nothing(tmp_path):
    (tmp_path / "text.mp4").write_text("no video")
    assert picture_times(tmp_path / "text.mp4") is None
    Image.new("RGB", (16, 12)).save(tmp_path / "still.png")
    assert open_video(tmp_path / "still.png").times() is None
