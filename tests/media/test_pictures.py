from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support.clips import noise_frames

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media.pictures import natural_key
from desktop_app.media.source import open_video, read_clip


def save_all(folder, frames, names):
    folder.mkdir(exist_ok=True)
    for frame, name in zip(frames, names, strict=True):
        Image.fromarray(frame).save(folder / name)
    return folder


def test_a_folder_in_natural_order(tmp_path):
    frames = noise_frames(3, 20, 12)
    folder = save_all(tmp_path / "frames", frames, ["frame 9.png", "frame 10.png", "Frame 11.PNG"])
    (folder / "notes.txt").write_text("no picture")
    (folder / ".hidden.png").write_text("no picture")
    clip = read_clip(folder)
    assert np.array_equal(clip.frames, frames)
    assert clip.fps == 24


@given(st.lists(st.integers(0, 10**6), unique=True))
def test_numbers_sort_as_numbers(numbers):
    names = sorted((f"a{n}b.png" for n in numbers), key=natural_key)
    assert names == [f"a{n}b.png" for n in sorted(numbers)]


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(names):
    assert len(sorted(names, key=natural_key)) == len(names)


def test_one_picture(tmp_path):
    frame = noise_frames(1, 21, 11)[0]
    Image.fromarray(frame).save(tmp_path / "one.png")
    clip = read_clip(tmp_path / "one.png")
    assert np.array_equal(clip.frames, frame[None])


def test_an_animated_gif(tmp_path):
    pages = [Image.new("RGB", (16, 10), colour) for colour in [(200, 0, 0), (0, 200, 0), (0, 0, 200)]]
    pages[0].save(tmp_path / "a.gif", save_all=True, append_images=pages[1:], duration=[100, 50, 150])
    source = open_video(tmp_path / "a.gif")
    assert (source.approximate_frames, source.fps) == (3, 10)
    frames = read_clip(tmp_path / "a.gif").frames
    assert [frame[5, 5].tolist() for frame in frames] == [[200, 0, 0], [0, 200, 0], [0, 0, 200]]


def test_a_photo_lying_on_its_side(tmp_path):
    picture = Image.new("RGB", (20, 10))
    exif = picture.getexif()
    exif[0x0112] = 6
    picture.save(tmp_path / "side.jpg", exif=exif)
    assert read_clip(tmp_path / "side.jpg").frames.shape == (1, 20, 10, 3)


def test_grey_of_sixteen_bits(tmp_path):
    Image.fromarray(np.array([[0, 0x8000, 0xFFFF]], np.uint16)).save(tmp_path / "deep.png")
    assert read_clip(tmp_path / "deep.png").frames[0, 0].tolist() == [[0] * 3, [128] * 3, [255] * 3]


def test_pictures_of_different_size(tmp_path):
    folder = save_all(
        tmp_path / "f", [noise_frames(1, 8, 8)[0], noise_frames(1, 8, 9)[0]], ["1.png", "2.png"]
    )
    with pytest.raises(UnreadableVideo, match="differ in size"):
        read_clip(folder)


def test_an_empty_folder(tmp_path):
    with pytest.raises(UnreadableVideo, match="no pictures in the folder"):
        open_video(tmp_path)


def test_a_missing_picture(tmp_path):
    with pytest.raises(UnreadableVideo, match="There is no file"):
        open_video(tmp_path / "a.png")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp", "a.tif"])
@pytest.mark.parametrize("keep", [0.0, 0.5])
def test_a_damaged_picture(tmp_path, name, keep):
    path = tmp_path / name
    Image.fromarray(noise_frames(1, 64, 64)[0]).save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(UnreadableVideo, match="damaged or cut off"):
        read_clip(path)


@pytest.mark.parametrize("side", [12_000, 20_000])
def test_a_huge_picture_is_refused_before_it_is_decoded(tmp_path, side):
    path = tmp_path / "huge.png"
    Image.new("1", (side, side)).save(path)
    with pytest.raises(UnreadableVideo, match="too large"):
        open_video(path)
