"""Where a verdict shows, over the video."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from support.golden import pixels
from support.law_reports import BOX_MARK, PROBE_MARK, TIME_MARK
from support.readings import RANGE_K, front_clip, grey_look

from desktop_app.domain.clip import VideoClip
from desktop_app.domain.laws import LawMark
from desktop_app.ui.clip.clip_panel import ClipPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def painted(panel: ClipPanel, mark: LawMark | None) -> np.ndarray:
    panel.show_mark(mark)
    QApplication.processEvents()
    return pixels(panel.stage.grab().toImage()).astype(int)


def changed_at(panel: ClipPanel, mark: LawMark, x: float, y: float) -> int:
    """How much a mark changes the picture about a place in the frame."""
    before, after = painted(panel, None), painted(panel, mark)
    place = panel.stage.to_widget(QPointF(x, y)).toPoint()
    near = np.s_[place.y() - 3 : place.y() + 4, place.x() - 3 : place.x() + 4]
    return int(np.abs(after[near] - before[near]).max())


def test_a_stretch_of_the_probe_is_stressed_and_the_rest_is_not(filled: ClipPanel) -> None:
    filled.seek(5)
    probe = filled.stage.probe_line.probe
    assert probe is not None

    def at(position: float) -> int:
        return changed_at(filled, PROBE_MARK, probe.x0 + position * (probe.x1 - probe.x0), probe.y0)

    assert at(0.45) > 100
    assert at(0.65) > 100
    assert at(0.3) == at(0.8) == 0


def test_a_box_is_outlined(filled: ClipPanel) -> None:
    filled.seek(3)
    box = BOX_MARK.box
    assert box is not None
    assert changed_at(filled, BOX_MARK, box.left, box.bottom) > 100
    assert changed_at(filled, BOX_MARK, box.right, box.bottom) > 100
    assert changed_at(filled, BOX_MARK, box.left + 20, box.bottom + 30) == 0


def test_a_mark_without_a_place_frames_the_picture(filled: ClipPanel) -> None:
    filled.seek(9)
    clip_width = filled.stage.frame_size.width()
    assert changed_at(filled, TIME_MARK, clip_width - 3.0, 150.0) > 60
    assert changed_at(filled, TIME_MARK, clip_width / 2, 150.0) == 0


def test_it_is_faint_out_of_its_frames_and_moves_nothing(filled: ClipPanel) -> None:
    mark = filled.stage.law_mark
    filled.seek(0)
    filled.show_mark(PROBE_MARK)
    assert filled.frame_index == 0
    assert 0 < mark.opacity < 0.5
    strengths = []
    for frame in (3, 4, 7, 8):
        filled.seek(frame)
        strengths.append(mark.opacity)
    assert strengths == [0.35, 1.0, 1.0, 0.35]
    filled.show_mark(None)
    assert mark.opacity == 0.0


def test_another_clip_has_no_mark(filled: ClipPanel) -> None:
    filled.show_mark(BOX_MARK)
    filled.set_clip(front_clip(), grey_look(), RANGE_K, computed=False)
    assert filled.stage.law_mark.opacity == 0.0


def test_a_mark_needs_no_probe(panel: ClipPanel) -> None:
    clip = front_clip()
    panel.set_clip(VideoClip(clip.frames, clip.fps), grey_look(), RANGE_K, computed=False)
    panel.seek(5)
    assert np.abs(painted(panel, PROBE_MARK) - painted(panel, None)).max() > 60
