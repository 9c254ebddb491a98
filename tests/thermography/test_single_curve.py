"""Pictures whose contrast was enhanced are refused; pictures of heat are not."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import erfc
from support.contrast import equalised_locally, ranged_by_picture
from support.scenes import coloured, infrared_scene

from desktop_app.thermography.painter import BACKGROUND
from desktop_app.thermography.single_curve import single_curve_problem

SIZE = (192, 320)
PLATE = np.s_[:, 16:176, 20:300]
LOOKS = ["inferno", "iron", "rainbow", "white_hot", "glow"]
MASK = np.zeros(SIZE, np.bool_)
MASK[PLATE[1:]] = True


def warming(frames: int = 6) -> np.ndarray:
    """Levels (picture, row, column) of a plate whose left edge is held hot, NaN around it.

    erfc(x/√(4αt)) of a half-space: J. Crank, The Mathematics of Diffusion (1975), section 3.3.
    """
    x = np.linspace(0, 1, 280)
    level = np.full((frames, *SIZE), np.nan)
    for picture, depth in zip(level, np.linspace(0.2, 1.2, frames), strict=True):
        picture[PLATE[1:]] = erfc(x / depth)
    return level


def painted(level, look) -> np.ndarray:
    frames = coloured(level, look)
    frames[np.isnan(level)] = BACKGROUND
    return frames


@pytest.mark.parametrize("name", LOOKS)
def test_heat_passes(looks, name):
    assert single_curve_problem(painted(warming(), looks.get(name)), MASK, looks.get(name)) is None


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("clip", [2.0, 4.0])
def test_local_equalisation_is_refused(looks, name, clip):
    enhanced = warming()
    for picture in enhanced:
        picture[PLATE[1:]] = equalised_locally(picture[PLATE[1:]], (8, 8), clip)
    problem = single_curve_problem(painted(enhanced, looks.get(name)), MASK, looks.get(name))
    assert problem is not None
    assert "place by place" in str(problem)


def test_heat_in_a_camera_s_view_passes(looks):
    look = looks.get("iron")
    scene = infrared_scene(warming(), np.random.default_rng(4))
    assert single_curve_problem(coloured(scene, look), MASK, look) is None


def test_local_equalisation_of_a_camera_s_view_is_refused(looks):
    look = looks.get("iron")
    scene = infrared_scene(warming(), np.random.default_rng(4))
    enhanced = np.stack([equalised_locally(picture, (8, 8), 3.0) for picture in scene])
    assert single_curve_problem(coloured(enhanced, look), MASK, look) is not None


def growing_hotter(frames: int = 6) -> np.ndarray:
    """A body whose hottest place warms up steadily, in a room that stays as it is."""
    mean = np.linspace(0.1, 1.0, frames)[:, None, None]
    return warming(frames) * mean


def test_a_scale_fitted_to_every_picture_is_refused(looks):
    look = looks.get("white_hot")
    scene = infrared_scene(growing_hotter(), np.random.default_rng(5), noise=0.004)
    problem = single_curve_problem(coloured(ranged_by_picture(scene), look), MASK, look)
    assert problem is not None
    assert "every picture anew" in str(problem)
    assert single_curve_problem(coloured(scene, look), MASK, look) is None


def test_a_body_that_grows_a_bump_breaks_a_law_and_not_the_curve(looks):
    """An interior maximum without a source is for the maximum principle to judge, it is not contrast."""
    bump = warming()
    x = np.linspace(0, 1, 280)
    bump[PLATE] = np.clip(bump[PLATE] + 0.3 * np.exp(-(((x - 0.6) / 0.08) ** 2)), 0, 1)
    assert single_curve_problem(painted(bump, looks.get("rainbow")), MASK, looks.get("rainbow")) is None


def test_one_picture_and_an_empty_mask_can_be_asked_about(looks):
    look = looks.get("iron")
    assert single_curve_problem(painted(warming()[:1], look), MASK, look) is None
    assert single_curve_problem(painted(warming(), look), np.zeros(SIZE, np.bool_), look) is None
