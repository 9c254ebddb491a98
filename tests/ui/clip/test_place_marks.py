from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.clip import PixelBox, Place, RegionProbe, SpotProbe
from desktop_app.domain.reading import PlaceReading
from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.clip.place_shape import grown, put, region_between
from desktop_app.ui.place_colours import MOST_PLACES, ON_VIDEO

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
SIZE = (320.0, 192.0)


@pytest.fixture
def changes(filled: ClipPanel) -> list[tuple[Place, ...]]:
    """The clip shown half as large again, and every change of its places."""
    filled.stage.setFixedSize(480, 288)
    filled.menu.set_allowed(True)
    told: list[tuple[Place, ...]] = []
    filled.places_changed.connect(told.append)
    return told


def warming(place: Place, num_frames: int = 12) -> PlaceReading:
    """10 K warmer in every frame."""
    return PlaceReading(
        place,
        (303.15 + 10 * np.arange(num_frames)).astype(np.float32),
        np.full(num_frames, 1.5, np.float32),
        np.full(num_frames, 0.9, np.float32),
        np.linspace(0, 60, num_frames),
    )


def test_a_box_is_drawn_from_any_corner_and_stays_in_the_picture() -> None:
    assert region_between((50, 60), (20, 30), SIZE).box == PixelBox(20, 30, 50, 60)
    usual = region_between((5, 5), (6, 5), SIZE).box
    assert (usual.left, usual.top) == (0, 0)
    assert usual.right > 10


def test_places_stay_in_the_picture_and_keep_their_size() -> None:
    region = RegionProbe(PixelBox(20, 30, 50, 60))
    assert put(region, (310, 180), SIZE) == RegionProbe(PixelBox(290, 162, 320, 192))
    assert put(SpotProbe(5, 5), (-4, 300), SIZE) == SpotProbe(0, 192)
    assert grown(SpotProbe(5, 5, 3), 1, SIZE).radius_px == 4
    assert grown(SpotProbe(5, 5, 1), -1, SIZE).radius_px == 1
    assert grown(RegionProbe(PixelBox(10, 10, 16, 16)), -5, SIZE).box == PixelBox(11, 11, 15, 15)


def test_a_click_adds_a_point_and_a_drag_a_region(
    filled: ClipPanel, changes: list[tuple[Place, ...]]
) -> None:
    picker = filled.stage.picker
    QTest.keyClick(filled, Qt.Key.Key_A)
    assert picker.isVisible()
    assert "Esc" in filled.stage.note_text
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    assert not picker.isVisible()
    assert filled.stage.note_text == ""
    assert changes[-1] == (SpotProbe(100, 40),)
    QTest.keyClick(filled, Qt.Key.Key_R)
    QTest.mousePress(picker, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    QTest.mouseMove(picker, QPoint(210, 90))
    QTest.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=QPoint(210, 90))
    assert changes[-1][1] == RegionProbe(PixelBox(100, 40, 140, 60))
    assert [mark.isVisible() for mark in filled.stage.place_marks.marks[:3]] == [True, True, False]


def test_the_keyboard_alone_adds_a_point(filled: ClipPanel, changes: list[tuple[Place, ...]]) -> None:
    picker = filled.stage.picker
    QTest.keyClick(filled, Qt.Key.Key_A)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert changes == []
    QTest.keyClick(filled, Qt.Key.Key_A)
    QTest.keyClick(picker, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    spot = changes[-1][0]
    assert isinstance(spot, SpotProbe)
    assert (spot.x, spot.y) == pytest.approx((160 - 10 / 1.5, 96), abs=1.0)


def test_nothing_is_added_where_nothing_can_be_read(
    filled: ClipPanel, changes: list[tuple[Place, ...]]
) -> None:
    filled.menu.set_allowed(False)
    QTest.keyClick(filled, Qt.Key.Key_A)
    assert not filled.stage.picker.isVisible()
    assert not filled.menu.point.isEnabled()


def test_a_mark_is_dragged_moved_resized_and_removed(
    filled: ClipPanel, changes: list[tuple[Place, ...]]
) -> None:
    marks = filled.stage.place_marks
    marks.show_places((SpotProbe(100, 40), RegionProbe(PixelBox(100, 60, 140, 90))))
    first, second = marks.marks[:2]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    QTest.mouseMove(first, QPoint(12 + 30, 12 + 15))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    spot = changes[-1][0]
    assert isinstance(spot, SpotProbe)
    assert (spot.x, spot.y) == pytest.approx((120, 50), abs=0.7)
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert changes[-1][1] == RegionProbe(PixelBox(100, 59, 140, 89))
    QTest.keyClick(second, Qt.Key.Key_Plus)
    assert changes[-1][1] == RegionProbe(PixelBox(99, 58, 141, 90))
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert changes[-1] == (RegionProbe(PixelBox(99, 58, 141, 90)),)
    assert not second.isVisible()
    filled.menu.refresh()
    filled.menu.nothing.trigger()
    assert changes[-1] == ()


def test_marks_say_the_temperature_of_the_frame_in_view(
    filled: ClipPanel, changes: list[tuple[Place, ...]]
) -> None:
    marks, spot = filled.stage.place_marks, SpotProbe(100, 40)
    marks.show_places((spot,))
    assert marks.marks[0].value == ""
    marks.show_readings((warming(spot),))
    assert marks.marks[0].value == "30 °C"
    filled.seek(4)
    assert marks.marks[0].value == "70 °C"
    assert "70.0 °C, give or take 3.0 °C" in marks.marks[0].toolTip()
    assert marks.marks[0].accessibleName() == "Point A"
    marks.show_readings((replace(warming(spot), confidence=np.zeros(12, np.float32)),))
    assert marks.marks[0].value == "?"
    assert changes == []


def test_there_is_room_for_so_many(filled: ClipPanel, changes: list[tuple[Place, ...]]) -> None:
    marks = filled.stage.place_marks
    for number in range(MOST_PLACES + 2):
        filled.stage.pick(region=False, at=QPointF(20 + 30 * number, 100))
    assert len(marks.places) == MOST_PLACES == len(ON_VIDEO)
    filled.menu.refresh()
    assert not filled.menu.region.isEnabled()


def test_another_clip_takes_the_marks_away(filled: ClipPanel, changes: list[tuple[Place, ...]]) -> None:
    filled.stage.place_marks.show_places((SpotProbe(100, 40),))
    filled.clear()
    assert filled.stage.place_marks.places == ()
    assert changes == []
