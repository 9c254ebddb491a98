"""A GIF's dithering hides a palette from the fit, not from the mean of neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage
from support.house import make_house
from support.painted import bar_frames

from desktop_app.thermography.look_choice import choose_look
from desktop_app.thermography.undithering import undithered


@pytest.fixture
def house(tmp_path):
    return make_house(tmp_path)


def dithered(frames):
    """In the 216 colours that every clip shares, as simple GIF writers use them."""
    made = []
    for frame in frames:
        few = Image.fromarray(frame).convert(
            "P", palette=Image.Palette.WEB, dither=Image.Dither.FLOYDSTEINBERG
        )
        made.append(np.array(few.convert("RGB")))
    return np.stack(made)


@pytest.mark.parametrize("look", ["inferno", "rainbow"])
def test_a_dithered_clip_is_known_by_its_means(house, look):
    frames = dithered(bar_frames(house, look, frames=9)[::2])
    assert choose_look(frames, house.looks.all) is None
    assert choose_look(undithered(frames), house.looks.all).look.name == look


@pytest.mark.parametrize("seed", range(4))
def test_a_scene_of_many_colours_stays_without_a_palette(house, seed):
    rough = np.random.default_rng(seed).normal(0, 1, (4, 96, 160, 3))
    smooth = ndimage.gaussian_filter(rough, (0, 6, 6, 0))
    scene = np.clip(128 + 60 * smooth / smooth.std(), 0, 255).astype(np.uint8)
    assert choose_look(undithered(scene), house.looks.all) is None
