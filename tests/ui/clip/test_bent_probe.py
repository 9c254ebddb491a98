from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.clip.probe_shape import MOST_CORNERS, bent, shifted, straight, with_corner, without_corner

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LINE = Probe(10.0, 50.0, 110.0, 50.0)


@pytest.fixture
def moves(filled: ClipPanel) -> list[Probe]:
    """The clip shown half as large again, and every move of its probe from (32, 96) to (288, 96)."""
    filled.stage.setFixedSize(480, 288)
    told: list[Probe] = []
    filled.probe_moved.connect(told.append)
    return told


def test_a_corner_goes_between_its_neighbours() -> None:
    once = bent(LINE, (60.0, 70.0))
    assert once.via == ((60.0, 70.0),)
    assert bent(once, (90.0, 58.0)).via == ((60.0, 70.0), (90.0, 58.0))
    assert bent(once, (30.0, 58.0)).via == ((30.0, 58.0), (60.0, 70.0))


def test_corners_are_neither_too_many_nor_too_near() -> None:
    assert bent(LINE, (14.0, 50.0)) == LINE
    full = LINE
    for number in range(MOST_CORNERS + 3):
        full = bent(full, (20.0 + 9 * number, 50.0))
    assert len(full.via) == MOST_CORNERS
    once = bent(LINE, (60.0, 70.0))
    assert with_corner(once, 1, (13.0, 52.0)) == once
    assert with_corner(once, 2, (110.0, 90.0)).corners[-1] == (110.0, 90.0)


def test_a_bent_probe_moves_as_a_whole_and_stays_in_the_picture() -> None:
    once = bent(LINE, (60.0, 70.0))
    assert shifted(once, (5.0, -3.0), (200.0, 100.0)).corners == ((15, 47), (65, 67), (115, 47))
    assert shifted(once, (0.0, 500.0), (200.0, 100.0)).corners == ((10, 80), (60, 100), (110, 80))


def test_corners_are_taken_out() -> None:
    twice = bent(bent(LINE, (60.0, 70.0)), (90.0, 58.0))
    assert without_corner(twice, 1).via == ((90.0, 58.0),)
    assert without_corner(twice, 0) == without_corner(twice, 3) == twice
    assert straight(twice) == LINE


def test_a_double_click_bends_the_line_and_the_corner_is_dragged(
    filled: ClipPanel, moves: list[Probe]
) -> None:
    QTest.mouseDClick(filled.stage, Qt.MouseButton.LeftButton, pos=QPoint(150, 144))
    assert moves[-1].via == ((100.0, 96.0),)
    corner = filled.stage.probe_line.corners[0]
    assert corner.isVisible()
    QTest.mousePress(corner, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QTest.mouseMove(corner, QPoint(12 + 30, 12 - 45))
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert moves[-1].via[0] == pytest.approx((120.0, 66.0), abs=0.7)
    assert (moves[-1].x0, moves[-1].x1) == (32.0, 288.0)


def test_arrow_keys_move_a_corner_and_delete_takes_it_out(filled: ClipPanel, moves: list[Probe]) -> None:
    line = filled.stage.probe_line
    line.bend(QPointF(150, 100))
    corner = line.corners[0]
    QTest.keyClick(corner, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert moves[-1].via[0][1] == pytest.approx(100 / 1.5 + 10)
    QTest.keyClick(corner, Qt.Key.Key_Delete)
    assert moves[-1].via == ()
    assert not corner.isVisible()
    QTest.keyClick(line.start, Qt.Key.Key_Delete)
    assert moves[-1].corners == ((32.0, 96.0), (288.0, 96.0))


def test_the_wheel_over_the_line_widens_the_band(filled: ClipPanel, moves: list[Probe]) -> None:
    turn(filled, QPointF(150, 144), 120)
    assert moves[-1].band_px == 7.0
    turn(filled, QPointF(150, 144), -120)
    assert moves[-1].band_px == 5.0
    turn(filled, QPointF(150, 200), 120)
    assert len(moves) == 2


def turn(filled: ClipPanel, place: QPointF, by: int) -> None:
    QApplication.sendEvent(
        filled.stage,
        QWheelEvent(
            place,
            filled.stage.mapToGlobal(place),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_the_menu_bends_straightens_and_lays_along_the_body(filled: ClipPanel, moves: list[Probe]) -> None:
    menu, wanted = filled.menu, []
    filled.body_wanted.connect(lambda: wanted.append(True))
    menu.set_allowed(True)
    assert not menu.straight.isEnabled()
    menu.corner.trigger()
    assert len(moves[-1].via) == 1
    menu.refresh()
    menu.straight.trigger()
    assert moves[-1].via == ()
    menu.body.trigger()
    assert wanted == [True]
