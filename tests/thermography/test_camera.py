"""Following the camera: painted bodies that heat, moved by known amounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage, special

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, PixelBox, Probe
from desktop_app.media.encode import write_video
from desktop_app.media.source import read_clip
from desktop_app.thermography.camera import CameraTracker
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import BACKGROUND, Painter, place_body
from desktop_app.thermography.reading import ProbeReader

SIZE, COUNT = (832, 480), 12
TOLERANCE_PX = 0.5
"""What the reading can bear: about a thousandth of a body's length."""
Path3 = NDArray[np.float64]


def heated(look: str, looks: LookTable, size_m: tuple[float, float] = (1.0, 0.5)) -> list[Frames]:
    """A body heated from its left end, T = erfc(x / 2√(αt))."""
    cells = (32, 96)
    painter = Painter(looks.get(look), (0.0, 1.0), cells, SIZE, place_body(size_m, *SIZE))
    x = (np.arange(cells[1]) + 0.5) / cells[1]
    depths = 0.05 + 0.8 * np.sqrt(np.linspace(0, 1, COUNT))
    profiles = [special.erfc(x / depth).astype(np.float32) for depth in depths]
    return [painter.paint(np.tile(profile, (cells[0], 1))) for profile in profiles]


def scene(seed: int) -> Frames:
    """Boxes and blotches all over the picture."""
    random = np.random.default_rng(seed)
    level = ndimage.gaussian_filter(random.standard_normal(SIZE[::-1]), 6) * 6
    for _ in range(40):
        row, column = random.integers(0, SIZE[1]), random.integers(0, SIZE[0])
        level[row : row + random.integers(20, 120), column : column + random.integers(20, 160)] += (
            random.standard_normal()
        )
    grey = 128 + 40 * level / level.std()
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def seen(picture: Frames, shift: tuple[float, float], zoom: float, turn: float = 0.0) -> Frames:
    """The picture where `CameraMotion` says its places go, by SciPy's own resampling."""
    middle = np.array([SIZE[1], SIZE[0]]) / 2
    cos, sin = np.cos(turn), np.sin(turn)
    back = np.array([[cos, -sin], [sin, cos]]) / zoom
    offset = middle - 0.5 - back @ (middle + np.array(shift[::-1]) - 0.5)
    channels = [
        ndimage.affine_transform(picture[..., one].astype(np.float32), back, offset, order=1, mode="nearest")
        for one in range(3)
    ]
    return np.rint(np.stack(channels, axis=-1)).astype(np.uint8)


def filmed(pictures: list[Frames], way: Path3) -> Frames:
    return np.stack([seen(one, (x, y), zoom) for one, (x, y, zoom) in zip(pictures, way, strict=True)])


def straight(x: float, y: float, zoom: float) -> Path3:
    share = np.linspace(0, 1, COUNT)[:, None]
    return np.array([0.0, 0.0, 1.0]) + share * np.array([x, y, zoom - 1])


def followed(frames: Frames) -> CameraMotion:
    tracker = CameraTracker((frames.shape[2], frames.shape[1]))
    for begin in range(0, len(frames), 5):
        tracker.add(frames[begin : begin + 5])
    return tracker.motion()


def worst_px(motion: CameraMotion, way: Path3) -> float:
    """How far off the corners of the painted body are put, at most."""
    corners = np.array([[-333, -135], [333, -135], [-333, 135], [333, 135]])
    off = motion.shift_px[:, None] - way[:, None, :2] + (motion.zoom - way[:, 2])[:, None, None] * corners
    return float(np.abs(off).max())


@pytest.mark.parametrize("look", ["inferno", "rainbow", "white_hot", "glow"])
def test_a_body_that_heats_before_a_still_camera_has_not_moved(look: str, looks: LookTable) -> None:
    motion = followed(np.stack(heated(look, looks)))
    assert not motion.moved
    assert motion.lost is None
    assert motion.cuts == ()
    assert not motion.shift_px.any()
    assert (motion.zoom == 1).all()


def test_a_body_that_comes_out_of_a_background_of_its_own_colour_has_not_moved(looks: LookTable) -> None:
    pictures = heated("inferno", looks)
    cold = pictures[0][240, 740]
    dark = [np.where((one == BACKGROUND).all(axis=-1)[..., None], cold, one) for one in pictures]
    motion = followed(np.stack(dark))
    assert not motion.moved
    assert motion.lost is None


@pytest.mark.parametrize("change", ["brighter", "noisy"])
def test_brightness_and_noise_are_no_motion(change: str, looks: LookTable) -> None:
    frames = np.stack(heated("iron", looks)).astype(np.float64)
    if change == "brighter":
        frames *= np.linspace(0.7, 1.2, COUNT)[:, None, None, None]
    else:
        frames += np.random.default_rng(0).normal(0, 8, frames.shape)
    motion = followed(np.clip(frames, 0, 255).astype(np.uint8))
    assert not motion.moved
    assert motion.lost is None


def test_what_coding_leaves_of_a_still_clip_is_no_motion(looks: LookTable, tmp_path: Path) -> None:
    write_video(tmp_path / "clip.mp4", heated("inferno", looks), SIZE, 24, {}, CancelToken(), crf=28)
    motion = followed(read_clip(tmp_path / "clip.mp4").frames)
    assert not motion.moved
    assert motion.lost is None


@pytest.mark.parametrize(
    "way", [straight(40, -20, 1.0), straight(0, 0, 1.15), straight(-30, 10, 0.9), straight(5, 3, 1.0)]
)
def test_small_moves_are_measured_to_half_a_pixel(way: Path3, looks: LookTable) -> None:
    motion = followed(filmed(heated("rainbow", looks), way))
    assert motion.moved
    assert motion.lost is None
    assert worst_px(motion, way) < 2 * TOLERANCE_PX
    assert np.abs(motion.shift_px - way[:, :2]).max() < TOLERANCE_PX


def test_lettering_that_stays_on_the_picture_does_not_hold_the_scene() -> None:
    way = straight(36, 12, 1.0)
    frames = filmed([scene(1)] * COUNT, way)
    frames[:, 20:60:6, 20:150] = 255
    frames[:, 60:400, 790:810] = np.linspace(255, 0, 340).astype(np.uint8)[:, None, None]
    motion = followed(frames)
    assert motion.moved
    assert np.abs(motion.shift_px - way[:, :2]).max() < TOLERANCE_PX


def test_a_shaken_scene_is_followed_from_frame_to_frame() -> None:
    random = np.random.default_rng(4)
    way = np.column_stack([random.uniform(-20, 20, (COUNT, 2)), np.ones(COUNT)])
    way[0] = 0, 0, 1
    motion = followed(filmed([scene(2)] * COUNT, way))
    assert motion.moved
    assert np.abs(motion.shift_px - way[:, :2]).max() < TOLERANCE_PX


def test_another_shot_is_a_cut_where_it_begins() -> None:
    motion = followed(np.stack([scene(1)] * 7 + [scene(2)] * 5))
    assert motion.cuts == (7,)
    assert str(motion.lost) == "The clip cuts to another shot at frame 8."


def test_a_flash_is_no_cut(looks: LookTable) -> None:
    frames = np.stack(heated("inferno", looks))
    frames[6] = 255
    motion = followed(frames)
    assert motion.cuts == ()
    assert motion.lost is None
    assert not motion.moved


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda one, share: (one * max(0.0, 1 - 1.8 * share)).astype(np.uint8), "fades out"),
        (lambda one, share: (one * min(1.0, 1.8 * share)).astype(np.uint8), "fades in"),
        (lambda one, share: seen(one, (0, 0), 1.0, np.radians(2 * share)), "turns or tilts"),
        (lambda one, share: seen(one, (240 * share, 0), 1.0), "too little of its first view"),
    ],
)
def test_the_reading_is_told_why_it_must_abstain(
    make: Callable[[Frames, float], Frames], sentence: str
) -> None:
    frames = np.stack([make(scene(3), number / (COUNT - 1)) for number in range(COUNT)])
    motion = followed(frames)
    assert motion.lost is not None
    assert sentence in str(motion.lost)


@pytest.mark.parametrize("size", [(8, 6), (64, 64), (833, 481), (270, 480)])
def test_one_picture_of_any_size_is_still(size: tuple[int, int]) -> None:
    motion = followed(np.random.default_rng(0).integers(0, 255, (1, size[1], size[0], 3), np.uint8))
    assert not motion.moved
    assert motion.lost is None
    assert motion.shift_px.shape == (1, 2)


def test_a_panned_clip_reads_as_the_still_one(looks: LookTable) -> None:
    pictures = heated("inferno", looks)
    frames = filmed(pictures, straight(40, -15, 1.08))
    body = PixelBox(*vars(place_body((1.0, 0.5), *SIZE)).values())
    middle = (body.top + body.bottom) / 2
    probe = Probe(body.left + 6, middle, body.right - 6, middle, 9.0)

    def levels(clip: Frames, motion: CameraMotion | None) -> NDArray[np.float32]:
        reader = ProbeReader(looks.get("inferno"), (0.0, 1.0), probe, SIZE, ends_declared=True, motion=motion)
        reader.add(clip)
        return reader.reading(np.arange(COUNT, dtype=np.float64)).temperature_K

    still = levels(np.stack(pictures), None)
    compensated = levels(frames, followed(frames))
    ignored = levels(frames, None)
    few_levels = 4 / 255
    assert np.abs(compensated - still).mean() < few_levels / 4
    assert np.abs(compensated - still).max() < few_levels * 2
    assert np.abs(ignored - still).max() > few_levels * 4
