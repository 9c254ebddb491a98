"""The body is found whatever its shape, its ground and what is drawn over it."""

from __future__ import annotations

import numpy as np
import pytest
from support.clips import FONTS
from support.scenes import coloured, infrared_scene, with_writing

from desktop_app.domain.clip import PixelBox
from desktop_app.thermography.body import body_mask, find_body
from desktop_app.thermography.overlay_mask import overlay_mask
from desktop_app.thermography.painter import BACKGROUND

SIZE = (160, 240)


def heated(there, look, ground=BACKGROUND, frames=6) -> np.ndarray:
    """Heat advancing from the left through a body (row, column)."""
    columns = np.flatnonzero(there.any(axis=0))
    x = np.linspace(0, 1, len(columns)) if len(columns) else np.zeros(0)
    clip = np.empty((frames, *there.shape, 3), np.uint8)
    clip[:] = ground
    for frame, depth in zip(clip, np.linspace(0.02, 3.0, frames), strict=True):
        level = np.zeros(there.shape)
        level[:, columns] = np.exp(-((x / depth) ** 2))
        frame[there] = coloured(level, look)[there]
    return clip


def box_of(*places, size=SIZE) -> np.ndarray:
    there = np.zeros(size, np.bool_)
    for place in places:
        there[place] = True
    return there


def ring() -> np.ndarray:
    row, column = np.mgrid[: SIZE[0], : SIZE[1]]
    distance = np.hypot(row - 80, column - 120)
    return (distance < 65) & (distance > 35)


SHAPES = {
    "rod": box_of(np.s_[65:95, 20:220]),
    "ring": ring(),
    "heat sink": box_of(np.s_[110:130, 30:210], *(np.s_[40:110, x : x + 14] for x in range(30, 210, 34))),
    "L": box_of(np.s_[30:130, 40:60], np.s_[110:130, 40:200]),
    "touching the border": box_of(np.s_[65:95, 0:200]),
    "standing": box_of(np.s_[30:200, 40:70], size=(240, 120)),
}


def overlap(found, truth) -> float:
    return float((found & truth).sum() / (found | truth).sum())


@pytest.mark.parametrize("name", ["inferno", "iron", "rainbow", "white_hot", "glow"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_found(looks, name, shape):
    look, there = looks.get(name), SHAPES[shape]
    frames = heated(there, look)
    found = body_mask(frames, look, overlay_mask(frames))
    assert overlap(found.mask, there) > 0.95
    rows, columns = np.nonzero(there)
    expected = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    box = found.box
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(expected, abs=2)


def test_a_body_as_dark_as_its_ground_shows_when_it_is_hot(looks):
    look, there = looks.get("inferno"), SHAPES["rod"]
    frames = heated(there, look, ground=tuple(look.palette[0]))
    assert overlap(body_mask(frames, look, overlay_mask(frames)).mask, there) > 0.9


def test_a_body_that_fills_the_picture_is_all_of_it(looks):
    look, there = looks.get("iron"), np.ones(SIZE, np.bool_)
    frames = heated(there, look)
    frames = frames[:4]
    assert find_body(frames, look) == PixelBox(0, 0, 240, 160)


def test_writing_over_the_body_is_neither_read_nor_a_gap_in_it(looks):
    look, there = looks.get("iron"), SHAPES["rod"]
    plain = heated(there, look)
    frames = with_writing(plain, "Spot 37.4 °C", (90, 72), FONTS)
    written = np.any(frames[0] != plain[0], axis=-1)
    found = body_mask(frames, look, overlay_mask(frames))
    assert found.mask[written].mean() < 0.05
    assert found.box == find_body(plain, look)
    assert found.mask[there].mean() > 0.6


def test_the_larger_of_two_bodies_and_of_equals_the_left_one(looks):
    look = looks.get("rainbow")
    unequal = heated(box_of(np.s_[20:60, 30:100], np.s_[90:150, 110:220]), look)
    assert find_body(unequal, look) == PixelBox(110, 90, 220, 150)
    equal = heated(box_of(np.s_[30:70, 20:100], np.s_[30:70, 140:220]), look)
    assert find_body(equal, look) == PixelBox(20, 30, 100, 70)


def test_a_body_in_an_infrared_scene_is_found(looks):
    look, there = looks.get("iron"), SHAPES["rod"]
    x = np.linspace(0, 1, SIZE[1])
    level = np.stack([np.where(there, np.exp(-x / depth), np.nan) for depth in (0.3, 0.6, 1.0, 2.0)])
    frames = coloured(infrared_scene(level, np.random.default_rng(3)), look)
    found = body_mask(frames, look, overlay_mask(frames)).mask
    assert overlap(found, there) > 0.8


def test_a_large_picture_is_looked_at_smaller(looks):
    there = box_of(np.s_[400:700, 300:1700], size=(1080, 1920))
    box = find_body(heated(there, looks.get("inferno"), frames=2), looks.get("inferno"))
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((300, 400, 1700, 700), abs=6)
