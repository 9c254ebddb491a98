"""A golden picture is worth something only if what is missing from it is found."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.golden import BOUND, by_tile, pixels
from support.readings import RANGE_K, front_clip, front_reading, grey_look
from support.window import dressed

from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.reading.profile_plot import ProfilePlot
from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(params=[DARK, LIGHT], ids=["dark", "light"])
def theme(request: pytest.FixtureRequest, qapp: QApplication):
    with dressed(qapp, request.param):
        yield request.param


def reading_panel() -> ReadingPanel:
    panel = ReadingPanel()
    panel.resize(400, 760)
    panel.set_look(grey_look())
    panel.set_solution(front_reading().temperature_K * 0.97)
    panel.set_current_frame(6)
    panel.set_reading(front_reading(), complete=True)
    return panel


def clip_panel() -> ClipPanel:
    panel = ClipPanel()
    panel.setFixedSize(640, 520)
    panel.set_clip(front_clip(width=640, height=384), grey_look(), RANGE_K, computed=False)
    panel.set_reading(front_reading(width=640, height=384))
    panel.set_solution(front_reading().temperature_K * 0.97)
    panel.seek(6)
    return panel


def curves(panel: QWidget, which: str) -> list:
    if isinstance(panel, ClipPanel):
        return [getattr(panel.stage.overlay, f"{which}_curve")]
    return [getattr(plot, f"{which}_curve") for plot in panel.findChildren(ProfilePlot)]


@pytest.mark.parametrize("make", [reading_panel, clip_panel])
@pytest.mark.parametrize("which", ["reading", "solution"])
def test_a_missing_curve_is_found(qapp: QApplication, qtbot: QtBot, make, which: str, theme: object):
    panel = make()
    qtbot.addWidget(panel)
    panel.show()
    qapp.processEvents()
    whole = pixels(panel.grab().toImage())
    assert by_tile(whole, whole).max() == 0
    gone = curves(panel, which)
    assert gone
    for curve in gone:
        curve.hide()
    qapp.processEvents()
    assert by_tile(pixels(panel.grab().toImage()), whole).max() > BOUND
