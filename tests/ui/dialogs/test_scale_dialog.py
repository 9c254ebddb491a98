from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.clip import PixelBox
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.ui.dialogs.scale_dialog import ScaleDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
RANGE_K = (293.15, 1073.15)


@pytest.fixture
def dialog(qtbot: QtBot) -> ScaleDialog:
    """Over a picture of 320×192 pixels."""
    made = ScaleDialog(np.zeros((192, 320, 3), np.uint8), RANGE_K, False, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def retype(dialog: ScaleDialog, field: str, text: str) -> None:
    getattr(dialog, field).clear()
    QTest.keyClicks(getattr(dialog, field), text)


def test_it_begins_with_the_scale_in_force(dialog: ScaleDialog) -> None:
    assert (dialog.low.text(), dialog.high.text()) == ("20", "800")
    assert dialog.by_ends.isChecked()
    assert dialog.apply.isEnabled()
    assert not dialog.back.isEnabled()


def test_the_ends_are_typed(qtbot: QtBot, dialog: ScaleDialog) -> None:
    retype(dialog, "low", "-20")
    retype(dialog, "high", "90.5")
    with qtbot.waitSignal(dialog.scale_ordered) as told:
        dialog.apply.click()
    assert told.args[0] == pytest.approx((253.15, 363.65))


@pytest.mark.parametrize(("low", "high"), [("90", "20"), ("", "20"), ("20", "20")])
def test_ends_that_are_no_scale_are_refused(dialog: ScaleDialog, low: str, high: str) -> None:
    retype(dialog, "low", low)
    retype(dialog, "high", high)
    assert not dialog.apply.isEnabled()
    assert dialog.result_text


def test_two_places_are_asked_about_once_both_temperatures_are_there(
    qtbot: QtBot, dialog: ScaleDialog
) -> None:
    asked: list[tuple[object, object]] = []
    dialog.places_known.connect(lambda *places: asked.append(places))
    retype(dialog, "first", "500")
    assert dialog.by_places.isChecked()
    assert asked == []
    assert not dialog.apply.isEnabled()
    retype(dialog, "second", "1")
    (a, b) = asked[-1]
    assert a == pytest.approx((0.35 * 320, 96, 773.15))
    assert b == pytest.approx((0.65 * 320, 96, 274.15))
    dialog.show_found((300.0, 800.0))
    assert "526.9" in dialog.result_text
    with qtbot.waitSignal(dialog.scale_ordered) as told:
        dialog.apply.click()
    assert told.args[0] == (300.0, 800.0)


def test_the_nearer_place_goes_where_one_clicks(dialog: ScaleDialog) -> None:
    retype(dialog, "first", "500")
    retype(dialog, "second", "1")
    dialog.show_found((300.0, 800.0))
    asked: list[tuple[object, object]] = []
    dialog.places_known.connect(lambda *places: asked.append(places))
    where = dialog.picture.to_widget(QPointF(300, 20)).toPoint()
    QTest.mouseClick(dialog.picture, Qt.MouseButton.LeftButton, pos=where)
    assert asked[-1][1] == pytest.approx((300, 20, 274.15), abs=1.0)
    assert not dialog.apply.isEnabled()
    QTest.keyClick(dialog.picture.marks[0], Qt.Key.Key_Right)
    assert asked[-1][0] == pytest.approx((0.35 * 320 + 1, 96, 773.15))


def test_a_refusal_is_said_in_the_dialog(dialog: ScaleDialog) -> None:
    retype(dialog, "first", "500")
    retype(dialog, "second", "1")
    dialog.show_refusal(InvalidInput(say("They are alike."), say("Choose others.")))
    assert dialog.result_text == "They are alike. Choose others."
    assert not dialog.apply.isEnabled()
    dialog.by_ends.click()
    assert dialog.apply.isEnabled()


def test_a_printed_scale_is_told_of(dialog: ScaleDialog) -> None:
    assert not dialog.bar_told
    dialog.show_bar(PixelBox(300, 10, 310, 180))
    assert dialog.bar_told


def test_an_own_scale_is_given_back(qtbot: QtBot) -> None:
    made = ScaleDialog(np.zeros((192, 320, 3), np.uint8), RANGE_K, True, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.scale_ordered) as told:
        made.back.click()
    assert told.args == [None]
