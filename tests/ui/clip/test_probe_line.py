from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.readings import front_reading, unreadable

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.clip_panel import ClipPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

SCALE = 1.5


@pytest.fixture
def moves(filled: ClipPanel) -> list[Probe]:
    """The clip shown half as large again, and every move of its probe."""
    filled.stage.setFixedSize(480, 288)
    told: list[Probe] = []
    filled.probe_moved.connect(told.append)
    return told


def drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, start + by / 2)
    moved = widget.mapToGlobal(start + by)
    QTest.mouseMove(widget, widget.mapFromGlobal(moved))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=widget.mapFromGlobal(moved))


def test_the_handles_are_on_the_line(filled: ClipPanel, moves: list[Probe]) -> None:
    start, middle, end = filled.stage.probe_line.handles
    assert start.geometry().center() in (QPoint(47, 143), QPoint(48, 144))
    assert middle.geometry().center() in (QPoint(239, 143), QPoint(240, 144))
    assert end.geometry().center() in (QPoint(431, 143), QPoint(432, 144))


def test_dragging_an_end_moves_it_in_frame_pixels(filled: ClipPanel, moves: list[Probe]) -> None:
    handle = filled.stage.probe_line.end
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QTest.mouseMove(handle, QPoint(12 - 60, 12 + 30))
    assert (moves[-1].x0, moves[-1].y0) == (32.0, 96.0)
    assert (moves[-1].x1, moves[-1].y1) == pytest.approx((288 - 60 / SCALE, 96 + 30 / SCALE))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))


def test_dragging_the_line_moves_both_ends(filled: ClipPanel, moves: list[Probe]) -> None:
    drag(filled.stage, QPoint(150, 144), QPoint(18, 36))
    assert (moves[-1].x0, moves[-1].y0) == pytest.approx((32 + 12, 96 + 24))
    assert (moves[-1].x1, moves[-1].y1) == pytest.approx((288 + 12, 96 + 24))


def test_the_line_stays_in_the_picture(filled: ClipPanel, moves: list[Probe]) -> None:
    drag(filled.stage, QPoint(150, 144), QPoint(-149, 140))
    assert moves[-1].x0 == 0.0
    assert moves[-1].x1 == 256.0
    assert moves[-1].y0 == moves[-1].y1 <= 192.0


def test_pressing_beside_the_line_moves_nothing(filled: ClipPanel, moves: list[Probe]) -> None:
    drag(filled.stage, QPoint(150, 190), QPoint(20, 20))
    assert moves == []


def test_arrow_keys_move_the_handle_that_has_the_keyboard(filled: ClipPanel, moves: list[Probe]) -> None:
    line = filled.stage.probe_line
    QTest.keyClick(line.start, Qt.Key.Key_Right)
    assert moves[-1].x0 == 33.0
    QTest.keyClick(line.end, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (moves[-1].x0, moves[-1].y1) == (33.0, 86.0)
    QTest.keyClick(line.middle, Qt.Key.Key_Down)
    assert (moves[-1].y0, moves[-1].y1) == (97.0, 87.0)
    assert filled.frame_index == 0


def test_plus_and_minus_change_the_band(filled: ClipPanel, moves: list[Probe]) -> None:
    line = filled.stage.probe_line
    QTest.keyClick(line.middle, Qt.Key.Key_Plus)
    assert moves[-1].band_px == 7.0
    for _ in range(5):
        QTest.keyClick(line.middle, Qt.Key.Key_Minus)
    assert moves[-1].band_px == 1.0


def test_the_ends_do_not_meet(filled: ClipPanel, moves: list[Probe]) -> None:
    line = filled.stage.probe_line
    line.start.dragged.emit(QPointF(431, 144))
    assert moves == []


def test_a_reading_does_not_take_the_line_out_of_the_hand(filled: ClipPanel, moves: list[Probe]) -> None:
    handle = filled.stage.probe_line.end
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QTest.mouseMove(handle, QPoint(-18, 12))
    held = filled.stage.probe_line.probe
    filled.set_reading(front_reading())
    assert filled.stage.probe_line.probe == held
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    filled.set_reading(front_reading())
    assert filled.stage.probe_line.probe == held
    filled.set_reading(replace(front_reading(), probe=held))
    filled.set_reading(front_reading())
    assert filled.stage.probe_line.probe == front_reading().probe


def test_a_line_moved_by_keys_waits_for_the_reading_along_it(filled: ClipPanel, moves: list[Probe]) -> None:
    for _ in range(3):
        QTest.keyClick(filled.stage.probe_line.start, Qt.Key.Key_Right)
        filled.set_reading(replace(front_reading(), probe=moves[0]))
    assert [probe.x0 for probe in moves] == [33.0, 34.0, 35.0]


def test_another_run_takes_the_line_along(filled: ClipPanel, moves: list[Probe]) -> None:
    QTest.keyClick(filled.stage.probe_line.start, Qt.Key.Key_Right)
    filled.set_reading(None)
    filled.set_reading(front_reading())
    assert filled.stage.probe_line.probe == front_reading().probe


def test_no_line_without_a_reading(panel: ClipPanel, filled: ClipPanel, qtbot: QtBot) -> None:
    assert filled.stage.probe_line.start.isVisible()
    filled.set_reading(None)
    assert not any(handle.isVisible() for handle in filled.stage.probe_line.handles)
    filled.set_reading(unreadable())
    assert not filled.stage.overlay.isVisible()
