"""What is written on a clip for a use in which it must not be taken for a result."""

from __future__ import annotations

import numpy as np
import pytest
from support.clips import ENGLISH, FONTS, annotation

from desktop_app.domain.text import say
from desktop_app.media.overlay.annotator import Annotator

MARK = say("SCHEMATIC – NOT A SIMULATION RESULT")
SIZES = [(832, 480), (320, 192), (160, 96), (480, 832)]


def drawn(size, shade, **changes):
    frame = np.full((size[1], size[0], 3), shade, np.uint8)
    return Annotator(size, annotation(1, **changes), ENGLISH, FONTS).annotate(frame, 0).astype(int)


@pytest.mark.parametrize("shade", [0, 128, 255])
@pytest.mark.parametrize("size", SIZES)
def test_a_mark_is_large_and_seen_on_any_ground(size, shade):
    plain, marked = drawn(size, shade), drawn(size, shade, mark=MARK)
    changed = np.abs(plain - marked).max(axis=2) > 24
    rows, columns = np.nonzero(changed)
    assert np.ptp(columns) > 0.45 * size[0]
    assert changed.mean() > 0.01
    assert np.ptp(rows) > 0.05 * size[1]


@pytest.mark.parametrize("size", SIZES)
def test_captions_stand_under_the_disclaimer_and_leave_room(size):
    captions = (
        say("Not reviewed by a person."),
        say("Schematic. Departs from: {laws}.", laws="no flashing " * 30),
    )
    plain = Annotator(size, annotation(1), ENGLISH, FONTS)
    with_captions = Annotator(size, annotation(1, captions=captions), ENGLISH, FONTS)
    assert with_captions.strip_height <= max(plain.strip_height, 0.38 * size[1])
    assert with_captions.strip_height > plain.strip_height or size[1] < 120


def test_a_clip_from_a_file_is_not_called_ai_generated_nor_computed():
    pictures = [drawn((480, 288), 60, computed=False, opened=opened)[:144, 240:] for opened in (False, True)]
    assert (pictures[0] != pictures[1]).any()
