"""What is burned in is told from the scene."""

from __future__ import annotations

import numpy as np
from support.clips import ENGLISH, FONTS, annotation
from support.scenes import coloured, with_colour_bar, with_writing

from desktop_app.media.overlay.annotator import Annotator
from desktop_app.thermography.body import body_mask
from desktop_app.thermography.overlay_mask import overlay_mask
from desktop_app.thermography.painter import BACKGROUND

SIZE = (288, 480)
BODY = np.s_[136:182, 48:432]


def heated_rod(look, frames=6) -> np.ndarray:
    picture = np.empty((frames, *SIZE, 3), np.uint8)
    picture[:] = BACKGROUND
    x = np.linspace(0, 1, 384)
    for frame, depth in zip(picture, np.linspace(0.02, 1.0, frames), strict=True):
        frame[BODY] = coloured(np.exp(-((x / depth) ** 2))[None], look)
    return picture


def test_a_clip_without_overlay_has_none(looks):
    assert overlay_mask(heated_rod(looks.get("inferno"))).mean() < 0.002


def test_writing_is_covered_and_the_rest_is_not(looks):
    plain = heated_rod(looks.get("iron"))
    frames = with_writing(plain, "Spot 37.4 °C", (200, 148), FONTS)
    written = np.any(frames[0] != plain[0], axis=-1)
    mask = overlay_mask(frames)
    assert mask[written].mean() > 0.95
    assert mask.sum() < 5 * written.sum()


def test_digits_that_change_are_covered(looks):
    plain = heated_rod(looks.get("iron"))
    texts = [f"Max {value} °C" for value in (21, 48, 66, 74, 93, 100)]
    frames = np.concatenate(
        [with_writing(plain[i : i + 1], text, (20, 20), FONTS) for i, text in enumerate(texts)]
    )
    written = np.any(frames != plain, axis=(0, 3))
    assert overlay_mask(frames)[written].mean() > 0.95


def test_colour_bar_is_covered(looks):
    look = looks.get("rainbow")
    mask = overlay_mask(with_colour_bar(heated_rod(look), look.palette, (450, 60, 460, 220)))
    assert mask[60:220, 450:460].all()
    assert not mask[BODY].any()


def test_cards_and_curves_of_our_exports_are_covered_and_are_not_the_body(looks):
    plain = heated_rod(looks.get("inferno"))
    annotator = Annotator((480, 288), annotation(len(plain)), ENGLISH, FONTS)
    frames = np.stack([annotator.annotate(frame, number) for number, frame in enumerate(plain)])
    drawn = np.any(frames != plain, axis=(0, 3))
    mask = overlay_mask(frames)
    assert mask[drawn].mean() > 0.97
    assert not mask[BODY].any()
    box = body_mask(frames, looks.get("inferno"), mask).box
    assert (box.left, box.top, box.right, box.bottom) == (48, 136, 432, 182)
