"""From a click on the video to what is kept, and a scale from the dialog to everything that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.house import computed_order, make_house
from support.opened import dialog, opened

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import SpotProbe
from desktop_app.domain.events import RunFinished
from desktop_app.services.verbs import Verbs
from desktop_app.ui.dialogs.scale_dialog import ScaleDialog
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def real(tmp_path: Path) -> Verbs:
    """The workflow as it is, with one computed run."""
    verbs = Verbs(make_house(tmp_path / "house"))
    *_, finished = verbs.generate(computed_order(), CancelToken())
    assert isinstance(finished, RunFinished)
    return verbs


@pytest.fixture
def over(qapp: QApplication, qtbot: QtBot, real: Verbs, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with that run in view."""
    with opened(qapp, real, tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 1)
        window.runs.run_chosen.emit(real.runs()[0].id)
        qtbot.waitUntil(lambda: window.clip.menu.allowed, timeout=10000)
        yield window


def test_a_point_is_read_drawn_and_kept(qtbot: QtBot, over: MainWindow, real: Verbs) -> None:
    run = real.runs()[0]
    assert run.probe is not None
    QTest.keyClick(over.clip, Qt.Key.Key_A)
    stage = over.clip.stage
    middle = stage.probe_line.middle.geometry().center() + QPoint(0, 3)
    QTest.mouseClick(stage.picker, Qt.MouseButton.LeftButton, pos=middle)
    mark = stage.place_marks.marks[0]
    qtbot.waitUntil(lambda: mark.value.endswith("°C"))
    assert over.reading.plots.points.places.curves[0].isVisible()
    qtbot.waitUntil(lambda: len(real.find_run(run.id).places) == 1)
    kept = real.find_run(run.id).places[0]
    assert isinstance(kept, SpotProbe)
    over.runs.run_chosen.emit(run.id)
    qtbot.waitUntil(lambda: stage.place_marks.places == (kept,) and mark.value.endswith("°C"))


def test_another_scale_reaches_everything_and_goes_back(qtbot: QtBot, over: MainWindow, real: Verbs) -> None:
    run = real.runs()[0]
    over.clip.menu.scale.trigger()
    asked = dialog(qtbot, over, ScaleDialog)
    assert isinstance(asked, ScaleDialog)
    asked.low.setText("100")
    asked.high.setText("200")
    asked.apply.click()
    qtbot.waitUntil(lambda: "200 °C" in over.clip.colour_bar.accessibleName())
    qtbot.waitUntil(lambda: shown_range(over) == pytest.approx((373.15, 473.15)), timeout=10000)
    assert real.find_run(run.id).scale_K == pytest.approx((373.15, 473.15))
    over.clip.menu.scale.trigger()
    again = dialog(qtbot, over, ScaleDialog)
    assert isinstance(again, ScaleDialog)
    again.back.click()
    expected = replace(run, scale_K=None).temperature_range_K
    qtbot.waitUntil(lambda: shown_range(over) == pytest.approx(expected), timeout=10000)
    assert real.find_run(run.id).scale_K is None


def shown_range(over: MainWindow) -> tuple[float, float] | None:
    reading = over.reading.plots.points.reading
    return None if reading is None else reading.temperature_range_K


def test_a_bent_probe_is_read_and_compared_along_its_corner(
    qtbot: QtBot, over: MainWindow, real: Verbs
) -> None:
    line = over.clip.stage.probe_line
    straight = over.reading.plots.points.reading
    line.bend((line.start.geometry().center() + line.end.geometry().center()).toPointF() / 2 + QPoint(0, 6))
    assert line.probe is not None
    assert len(line.probe.via) == 1
    qtbot.waitUntil(lambda: over.reading.plots.points.reading is not straight)
    reading = over.reading.plots.points.reading
    assert reading is not None
    assert reading.probe == line.probe
    solution = real.solution_along(real.open_run(real.runs()[0].id), reading)
    assert solution is not None
    assert np.nanmax(np.abs(solution - reading.temperature_K)) < 0.25 * np.ptp(reading.temperature_range_K)
