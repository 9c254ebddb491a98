"""The printed scale is found, read in its own colours, and not confused with the body."""

from __future__ import annotations

import numpy as np
import pytest
from support.scenes import coloured, with_colour_bar

from desktop_app.thermography.colour_bar import find_colour_bar
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.painter import BACKGROUND

SIZE = (180, 320)
STANDING, LYING = (284, 30, 296, 150), (60, 160, 260, 170)


def heated_rod(look, frames=5) -> np.ndarray:
    """A rod in the middle, heated from its left end."""
    picture = np.empty((frames, *SIZE, 3), np.uint8)
    picture[:] = BACKGROUND
    x = np.linspace(0, 1, 240)
    for frame, depth in zip(picture, np.linspace(0.05, 1.0, frames), strict=True):
        frame[75:105, 30:270] = coloured(np.exp(-((x / depth) ** 2))[None], look)
    return picture


def edges(box) -> tuple[float, ...]:
    return box.left, box.top, box.right, box.bottom


@pytest.mark.parametrize("name", ["inferno", "iron", "rainbow", "white_hot", "glow"])
@pytest.mark.parametrize("place", [STANDING, LYING])
def test_scale_is_found_with_its_colours(looks, name, place):
    look = looks.get(name)
    frames = with_colour_bar(heated_rod(look), look.palette, place)
    bar = find_colour_bar(frames, [looks.get(each) for each in looks.names])
    assert bar is not None
    assert edges(bar.box) == pytest.approx(place, abs=2)
    assert bar.upright == (place is STANDING)
    assert bar.hot_end == ("top" if place is STANDING else "right")
    assert np.linalg.norm(oklab(bar.palette) - oklab(look.palette), axis=-1).mean() < 0.02
    assert (bar.look, bar.reversed) == (name, False)


def test_scale_of_a_reversed_palette_says_so(looks):
    look = looks.get("inferno")
    bar = find_colour_bar(with_colour_bar(heated_rod(look), look.palette[::-1], STANDING), [look])
    assert bar is not None
    assert (bar.hot_end, bar.look, bar.reversed) == ("top", "inferno", True)
    assert np.abs(bar.palette[-1].astype(int) - look.palette[0]).max() < 20


def test_scale_of_an_unknown_palette_has_no_look(looks):
    own = np.linspace((30, 120, 20), (250, 200, 255), 256).astype(np.uint8)
    bar = find_colour_bar(
        with_colour_bar(heated_rod(looks.get("inferno")), own, STANDING), [looks.get("iron")]
    )
    assert bar is not None
    assert bar.look is None


@pytest.mark.parametrize("name", ["inferno", "rainbow", "white_hot"])
def test_a_body_is_no_scale(looks, name):
    frames = heated_rod(looks.get(name))
    assert find_colour_bar(frames) is None
    steady = np.repeat(frames[-1:], 5, axis=0)
    assert find_colour_bar(steady) is None


def test_a_strip_that_changes_is_no_scale(looks):
    look = looks.get("rainbow")
    frames = with_colour_bar(heated_rod(look), look.palette, STANDING)
    frames[0, 30:150, 284:296] = BACKGROUND
    assert find_colour_bar(frames) is None


def test_a_strip_of_one_colour_is_no_scale(looks):
    plain = np.full((256, 3), (240, 60, 60), np.uint8)
    assert find_colour_bar(with_colour_bar(heated_rod(looks.get("iron")), plain, STANDING)) is None
