from __future__ import annotations

import io
import os

import numpy as np
import pytest
from PIL import Image
from support.clips import ffmpeg, noise_frames, smooth_frames
from support.processes import running_ffmpeg

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import MOST_CLIP_BYTES
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media import refusals
from desktop_app.media.decode import _read_ppm
from desktop_app.media.encode import write_video
from desktop_app.media.source import open_video, read_clip


def made(path, frames, fps=24.0):
    size = (frames[0].shape[1], frames[0].shape[0])
    write_video(path, iter(frames), size, fps, {}, CancelToken())
    return path


def test_what_was_written_is_read(tmp_path):
    frames = smooth_frames(9, 98, 54)
    path = made(tmp_path / "clip.mp4", frames)
    source = open_video(path)
    assert (source.width, source.height, source.fps, source.approximate_frames) == (98, 54, 24, 9)
    clip = read_clip(path)
    assert clip.frames.shape == frames.shape
    assert np.abs(clip.frames.astype(int) - frames).mean() < 1.5
    assert clip.size == (98, 54)


def test_a_source_can_be_read_again(tmp_path):
    source = open_video(made(tmp_path / "clip.mp4", smooth_frames(4, 32, 32)))
    assert [len(list(source.frames())) for _ in range(2)] == [4, 4]


@pytest.mark.parametrize("fps", [24, 25, 12.5, 24000 / 1001, 30000 / 1001, 60])
def test_rate(tmp_path, fps):
    assert open_video(made(tmp_path / "clip.mp4", smooth_frames(5, 32, 32), fps)).fps == pytest.approx(
        fps, rel=1e-6
    )


def test_odd_sizes(tmp_path):
    path = tmp_path / "odd.mkv"
    ffmpeg("-f", "lavfi", "-i", "testsrc=s=35x21:d=0.2:r=25", "-c:v", "ffv1", path)
    assert read_clip(path).frames.shape == (5, 21, 35, 3)


def test_rotation_is_applied(tmp_path):
    flat, turned = tmp_path / "flat.mp4", tmp_path / "turned.mp4"
    frames = smooth_frames(3, 64, 32)
    ffmpeg("-display_rotation", "90", "-i", made(flat, frames), "-c", "copy", turned)
    clip = read_clip(turned)
    assert clip.frames.shape == (3, 64, 32, 3)
    assert np.abs(clip.frames[0].astype(int) - np.rot90(frames[0])).mean() < 2


@pytest.mark.parametrize("matrix", ["bt709", "smpte170m"])
@pytest.mark.parametrize("limits", ["tv", "pc"])
def test_the_tagged_matrix_and_range_are_followed(tmp_path, matrix, limits):
    path = tmp_path / "tagged.mp4"
    convert = f"scale=out_color_matrix={matrix}:out_range={limits}:flags=accurate_rnd+full_chroma_int"
    tag = f"format=yuv444p,setparams=colorspace={matrix}:range={limits}"
    source = ["-f", "lavfi", "-i", "color=c=0xC83214:s=32x32:d=0.1:r=20"]
    ffmpeg(*source, "-vf", f"{convert},{tag}", "-c:v", "libx264", "-qp", "1", path)
    assert np.abs(read_clip(path).frames.mean(axis=(0, 1, 2)) - (200, 50, 20)).max() < 3


def test_uneven_times_give_every_frame_once(tmp_path):
    path = tmp_path / "uneven.mkv"
    select = "select='not(mod(n,7))+not(mod(n,3))',setpts='PTS+if(eq(mod(N,2),0),0,0.3/TB)'"
    source = ["-f", "lavfi", "-i", "testsrc2=s=32x32:d=2:r=25"]
    ffmpeg(*source, "-vf", select, "-fps_mode", "passthrough", "-c:v", "ffv1", path)
    packets = [
        line
        for line in ffmpeg("-i", path, "-c", "copy", "-f", "framecrc", "-").decode().splitlines()
        if line[0] != "#"
    ]
    assert len(read_clip(path).frames) == len(packets) > 10


def test_memory_stays_bounded_and_closing_ends_the_decoding(tmp_path):
    path = made(tmp_path / "clip.mp4", noise_frames(30, 320, 192))
    frames = open_video(path).frames()
    next(frames)
    assert len(running_ffmpeg()) == 1
    frames.close()
    assert running_ffmpeg() == []


def test_the_size_is_checked_before_memory_is_taken(tmp_path):
    path = made(tmp_path / "clip.mp4", smooth_frames(20, 64, 64))
    frame = 64 * 64 * 3
    assert len(read_clip(path, max_bytes=20 * frame).frames) == 20
    with pytest.raises(UnreadableVideo, match="too large"):
        read_clip(path, max_bytes=20 * frame - 1)


def test_the_size_is_checked_where_the_file_does_not_say_its_length(tmp_path):
    path = tmp_path / "live.mkv"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x64:d=2:r=20", "-c:v", "ffv1", "-live", "1", path)
    assert len(read_clip(path).frames) == 40
    with pytest.raises(UnreadableVideo, match="too large"):
        read_clip(path, max_bytes=30 * 64 * 64 * 3)


def test_a_clip_larger_than_any_that_is_generated_is_refused(tmp_path):
    path = tmp_path / "frames"
    path.mkdir()
    Image.new("RGB", (2048, 1024)).save(path / "0.png")
    for number in range(1, MOST_CLIP_BYTES // (2048 * 1024 * 3) + 1):
        os.link(path / "0.png", path / f"{number}.png")
    with pytest.raises(UnreadableVideo, match="too large"):
        read_clip(path)


def test_sound_without_pictures(tmp_path):
    path = tmp_path / "sound.mp4"
    ffmpeg("-f", "lavfi", "-i", "sine=d=0.2", path)
    with pytest.raises(UnreadableVideo, match="no picture"):
        open_video(path)


@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"not a video at all\n" * 50])
def test_no_video(tmp_path, data):
    path = tmp_path / "clip.mp4"
    path.write_bytes(data)
    with pytest.raises(UnreadableVideo, match="damaged or cut off") as failure:
        open_video(path)
    assert failure.value.remedy.template
    assert failure.value.details


def test_missing_file(tmp_path):
    with pytest.raises(UnreadableVideo, match="There is no file"):
        open_video(tmp_path / "clip.mp4")


def test_a_file_cut_off_before_its_first_frame(tmp_path):
    whole = made(tmp_path / "clip.mp4", noise_frames(10, 64, 64)).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: whole.index(b"mdat") + 4])
    with pytest.raises(UnreadableVideo, match="damaged or cut off"):
        open_video(cut)


def test_a_file_cut_off_later_gives_what_it_has(tmp_path):
    whole = made(tmp_path / "clip.mp4", noise_frames(30, 64, 64)).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])
    assert 0 < len(read_clip(cut).frames) < 30


def test_a_list_of_addresses_is_not_followed(tmp_path):
    path = tmp_path / "list.mp4"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")
    with pytest.raises(UnreadableVideo):
        open_video(path)


def test_a_frame_too_large_is_refused_without_waiting_for_ffmpeg(tmp_path, monkeypatch):
    path = tmp_path / "large.mkv"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=1000x900:d=0.2:r=20", "-c:v", "ffv1", path)
    monkeypatch.setattr(refusals, "MOST_FRAME_PIXELS", 1000 * 900 - 1)
    with pytest.raises(UnreadableVideo, match=r"too large\. Make them smaller") as failure:
        open_video(path)
    assert failure.value.details == "1000×900 pixels"
    assert running_ffmpeg() == []


def test_a_later_frame_too_large_does_not_cut_the_clip_short(tmp_path, monkeypatch):
    monkeypatch.setattr(refusals, "MOST_FRAME_PIXELS", 1)
    stream = io.BytesIO(b"P6\n1 1\n255\nRGB" + b"P6\n2 1\n255\nRGBRGB")
    assert _read_ppm(stream, tmp_path).shape == (1, 1, 3)
    with pytest.raises(UnreadableVideo, match="too large"):
        _read_ppm(stream, tmp_path)


def test_a_stream_that_is_no_picture_is_not_read_to_its_end(tmp_path):
    stream = io.BytesIO(b"no picture" * 100)
    with pytest.raises(UnreadableVideo, match="damaged or cut off"):
        _read_ppm(stream, tmp_path)
    assert stream.tell() < 100


def test_no_ffmpeg(tmp_path, monkeypatch):
    path = made(tmp_path / "clip.mp4", smooth_frames(2, 32, 32))
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "nothing"))
    with pytest.raises(UnreadableVideo, match=r"ffmpeg.*cannot be started"):
        open_video(path)
