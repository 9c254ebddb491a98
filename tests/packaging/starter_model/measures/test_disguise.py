"""What a generated clip is made of: the model's weights alone, whatever becomes of solver and painter."""

from pathlib import Path

import numpy as np
from starter_model.measures.disguise import apart, app_clip, stock_clip
from support.requests import tiny_request
from support.tiny_wan import TINIEST, build_tiny_wan

MOST_ROUNDING = 2
"""Of 255: the app decodes in pieces and with another order of sums than diffusers."""


def test_the_clip_needs_neither_app_nor_solver_nor_painter(tmp_path: Path) -> None:
    request = tiny_request(build_tiny_wan(tmp_path / "model", TINIEST))
    app = app_clip(request, poisoned=False)
    assert app.shape == (request.num_frames, request.height, request.width, 3)
    assert apart(app, app_clip(request, poisoned=True)).most == 0
    assert apart(app, stock_clip(request)).most <= MOST_ROUNDING


def test_clips_that_differ_are_said_to() -> None:
    clip = np.zeros((1, 2, 2, 3), np.uint8)
    other = clip.copy()
    other[0, 0, 0, 0] = 200
    assert apart(clip, other).most == 200
    assert apart(clip, other).differing == 1 / 12
