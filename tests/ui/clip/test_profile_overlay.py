from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from support.readings import RANGE_K, front_clip, front_reading, grey_look

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.clip_panel import ClipPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_curve_is_the_reading_of_the_frame_in_view_in_celsius(filled: ClipPanel) -> None:
    reading = front_reading()
    for index in (0, 7, 11):
        filled.seek(index)
        x, y = filled.stage.overlay.reading_curve.getData()
        np.testing.assert_array_equal(x, reading.position)
        np.testing.assert_allclose(y, reading.temperature_K[index] - 273.15, atol=1e-3)


def test_the_solution_is_dashed_and_only_there_when_given(filled: ClipPanel) -> None:
    curve = filled.stage.overlay.solution_curve
    assert curve.getData()[0] is None or len(curve.getData()[0]) == 0
    solution = front_reading().temperature_K + 5
    filled.set_solution(solution)
    filled.seek(4)
    np.testing.assert_allclose(curve.getData()[1], solution[4] - 273.15, atol=1e-3)
    assert curve.opts["pen"].dashPattern()
    assert not filled.stage.overlay.reading_curve.opts["pen"].dashPattern()
    filled.set_solution(None)
    assert len(curve.getData()[0]) == 0


def test_a_solution_at_other_positions_waits_for_its_reading(filled: ClipPanel) -> None:
    filled.set_solution(np.full((12, 7), 300.0, np.float32))
    assert not len(filled.stage.overlay.solution_curve.getData()[0])


def test_nothing_is_drawn_for_a_frame_that_was_not_read_yet(filled: ClipPanel) -> None:
    filled.set_reading(front_reading(5))
    filled.seek(8)
    assert len(filled.stage.overlay.reading_curve.getData()[0]) == 0
    filled.seek(4)
    assert len(filled.stage.overlay.reading_curve.getData()[0]) == 41


def test_a_new_clip_does_not_show_the_old_ones_profile(filled: ClipPanel) -> None:
    filled.set_clip(front_clip(), grey_look(), RANGE_K, computed=False)
    assert filled.stage.overlay.isHidden()


def test_the_curve_lies_above_the_body(filled: ClipPanel) -> None:
    stage, overlay = filled.stage, filled.stage.overlay
    stage.setFixedSize(640, 384)
    box = overlay.reading_curve.getViewBox()
    for position, column in ((0.0, 64), (1.0, 576)):
        scene = box.mapViewToScene(box.mapToView(box.mapFromView(QPoint(0, 0))))
        scene.setX(box.mapViewToScene(type(scene)(position, 0)).x())
        shown = overlay.mapTo(stage, overlay._view.mapTo(overlay, overlay._view.mapFromScene(scene)))
        assert shown.x() == pytest.approx(column, abs=2)


def test_it_starts_at_the_top_and_can_be_moved(filled: ClipPanel) -> None:
    overlay = filled.stage.overlay
    top = filled.stage.video_rect().top()
    assert overlay.y() == pytest.approx(top + 10, abs=1)
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    QTest.mouseMove(overlay, QPoint(60, 60))
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert overlay.y() == pytest.approx(top + 60, abs=2)
    QTest.keyClick(overlay, Qt.Key.Key_Up)
    assert overlay.y() == pytest.approx(top + 48, abs=3)
    for _ in range(60):
        QTest.keyClick(overlay, Qt.Key.Key_Down)
    assert overlay.geometry().bottom() <= filled.stage.video_rect().bottom()


def test_it_makes_way_for_a_probe_at_the_top(filled: ClipPanel) -> None:
    stage = filled.stage
    filled.set_reading(replace(front_reading(), probe=Probe(32.0, 20.0, 288.0, 20.0)))
    assert stage.overlay.geometry().bottom() == pytest.approx(stage.video_rect().bottom() - 10, abs=2)
    filled.set_reading(front_reading())
    assert stage.overlay.y() == pytest.approx(stage.video_rect().top() + 10, abs=1)
