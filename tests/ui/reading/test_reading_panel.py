from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot
from support.golden import check_golden
from support.paths import ROOT
from support.readings import first_frames, front_reading, grey_look, unreadable
from support.window import chinese, dressed

from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.theme import DARK, LIGHT, apply_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def celsius(reading, index):
    return reading.temperature_K[index] - 273.15


def test_an_empty_panel_says_what_will_come(panel: ReadingPanel) -> None:
    assert panel.hint.isVisible()
    assert "Nothing read yet" in panel.hint.text


def test_an_unreadable_clip_says_why(panel: ReadingPanel) -> None:
    panel.set_reading(unreadable(), complete=True)
    assert panel.hint.isVisible()
    assert "The look natural has no scale." in panel.hint.text


def test_a_later_reading_takes_the_plots_away_again(filled: ReadingPanel) -> None:
    assert filled.plots.isVisible()
    filled.set_reading(None, complete=True)
    assert not filled.plots.isVisible()
    assert "Nothing read yet" in filled.hint.text


def test_the_profile_is_the_reading_of_the_frame_in_view_in_celsius(filled: ReadingPanel) -> None:
    reading, profile = front_reading(), filled.plots.profile
    for index in (0, 5, 11):
        filled.set_current_frame(index)
        x, y = profile.reading_curve.getData()
        np.testing.assert_array_equal(x, reading.position)
        np.testing.assert_allclose(y, celsius(reading, index), atol=1e-3)


def test_a_frame_that_was_not_read_yet_shows_the_last_that_was(panel: ReadingPanel) -> None:
    reading = front_reading(12)
    part = first_frames(reading, 4)
    panel.set_current_frame(9)
    panel.set_reading(part, complete=False)
    np.testing.assert_allclose(panel.plots.profile.reading_curve.getData()[1], celsius(reading, 3), atol=1e-3)
    assert "4 so far" in panel.plots.note.text()
    panel.set_reading(reading, complete=True)
    np.testing.assert_allclose(panel.plots.profile.reading_curve.getData()[1], celsius(reading, 9), atol=1e-3)
    assert panel.plots.note.isHidden()


def test_an_incomplete_reading_leaves_room_for_the_rest(panel: ReadingPanel) -> None:
    reading = front_reading(12)
    part = first_frames(reading, 4)
    panel.set_solution(reading.temperature_K)
    panel.set_reading(part, complete=False)
    for plot in (panel.plots.kymograph, panel.plots.points):
        assert plot.plot.vb.viewRange()[0] == pytest.approx([0.0, 60.0])
    assert panel.plots.kymograph.image.image.shape[0] == 4


def test_the_line_fades_where_the_reading_is_not_sure(filled: ReadingPanel) -> None:
    stops = dict(filled.plots.profile.reading_curve.opts["pen"].brush().gradient().stops())
    surest, middle = max(c.alphaF() for c in stops.values()), stops[min(stops, key=lambda p: abs(p - 0.5))]
    assert surest == pytest.approx(0.22 + 0.78 * 0.9, abs=0.02)
    assert middle.alphaF() < surest - 0.2


def test_the_solution_is_dashed_and_only_there_when_given(filled: ReadingPanel) -> None:
    profile, points = filled.plots.profile, filled.plots.points
    assert profile.solution_curve.getData()[0] is None or not len(profile.solution_curve.getData()[0])
    solution = front_reading().temperature_K - 10
    filled.set_solution(solution)
    filled.set_current_frame(3)
    np.testing.assert_allclose(profile.solution_curve.getData()[1], solution[3] - 273.15, atol=1e-3)
    np.testing.assert_allclose(points.solution_curves[1].getData()[1], solution[:, 20] - 273.15, atol=1e-3)
    for curve in (profile.solution_curve, *points.solution_curves):
        assert curve.opts["pen"].dashPattern()
    for read, solved in zip(points.reading_curves, points.solution_curves, strict=True):
        assert read.opts["pen"].color() == solved.opts["pen"].color()
    filled.set_solution(None)
    assert not len(profile.solution_curve.getData()[0])
    assert not len(points.solution_curves[1].getData()[0])


def test_a_solution_at_other_positions_waits_for_its_reading(filled: ReadingPanel) -> None:
    filled.set_solution(np.full((12, 7), 300.0, np.float32))
    assert not len(filled.plots.profile.solution_curve.getData()[0])
    assert not len(filled.plots.points.solution_curves[0].getData()[0])
    filled.set_solution(front_reading().temperature_K)
    assert len(filled.plots.profile.solution_curve.getData()[0]) == 41


def test_a_solution_outside_the_body_is_not_drawn(filled: ReadingPanel) -> None:
    solution = front_reading().temperature_K.copy()
    solution[:, :3] = np.nan
    filled.set_solution(solution)
    assert filled.plots.profile.solution_curve.opts["connect"] == "finite"
    filled.grab()


def test_the_map_is_the_reading(filled: ReadingPanel) -> None:
    reading, image = front_reading(), filled.plots.kymograph.image
    np.testing.assert_allclose(image.image, reading.temperature_K - 273.15, atol=1e-3)
    assert tuple(image.levels) == pytest.approx((20.0, 800.0))
    box = image.mapRectToParent(image.boundingRect())
    frame_s, gap = 60 / 11, 1 / 40
    assert (box.left(), box.right()) == pytest.approx((-frame_s / 2, 60 + frame_s / 2))
    assert (box.top(), box.bottom()) == pytest.approx((-gap / 2, 1 + gap / 2))


def test_the_map_is_drawn_in_the_looks_palette(filled: ReadingPanel) -> None:
    filled.set_look(grey_look())
    np.testing.assert_array_equal(filled.plots.kymograph.image.lut, grey_look().palette)
    filled.set_look(None)
    assert not np.array_equal(filled.plots.kymograph.image.lut, grey_look().palette)


def test_points_are_followed_over_time(filled: ReadingPanel) -> None:
    reading, points = front_reading(), filled.plots.points
    for curve, sample in zip(points.reading_curves, (4, 20, 36), strict=True):
        x, y = curve.getData()
        np.testing.assert_array_equal(x, reading.time_s)
        np.testing.assert_allclose(y, reading.temperature_K[:, sample] - 273.15, atol=1e-2)


def test_a_point_between_samples_is_interpolated(filled: ReadingPanel) -> None:
    box = filled.plots.points.boxes[0].spin
    box.setValue(0.11)
    expected = celsius(front_reading(), slice(None))
    expected = 0.6 * expected[:, 4] + 0.4 * expected[:, 5]
    np.testing.assert_allclose(filled.plots.points.reading_curves[0].getData()[1], expected, atol=1e-2)
    assert filled.plots.profile.markers[0].value() == pytest.approx(0.11)


def test_dragging_a_marker_moves_its_point(filled: ReadingPanel) -> None:
    marker = filled.plots.profile.markers[1]
    marker.setValue(0.25)
    marker.sigDragged.emit(marker)
    assert filled.plots.points.boxes[1].spin.value() == pytest.approx(0.25)
    expected = celsius(front_reading(), slice(None))[:, 10]
    np.testing.assert_allclose(filled.plots.points.reading_curves[1].getData()[1], expected, atol=1e-2)


@pytest.mark.parametrize("which", ["kymograph", "points"])
def test_the_time_cursor_selects_frames(filled: ReadingPanel, qtbot: QtBot, which: str) -> None:
    plot = getattr(filled.plots, which)
    with qtbot.waitSignal(filled.frame_selected) as told:
        plot.cursor_line.setValue(21.0)
        plot.cursor_line.sigDragged.emit(plot.cursor_line)
    assert told.args == [4]
    assert plot.cursor_line.value() == pytest.approx(front_reading().time_s[4])


def test_the_time_cursor_can_be_dragged_by_mouse(filled: ReadingPanel, qtbot: QtBot) -> None:
    plot = filled.plots.kymograph
    filled.set_current_frame(5)
    QApplication.processEvents()

    def place(time_s: float) -> QPoint:
        return plot.view.mapFromScene(plot.plot.vb.mapViewToScene(QPointF(time_s, 0.5)))

    viewport = plot.view.viewport()
    start, end = place(plot.cursor_line.value()), place(44.0)
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.25, 0.5, 0.75, 1.0):
        qtbot.wait(20)
        QTest.mouseMove(viewport, start + (end - start) * share)
    with qtbot.waitSignal(filled.frame_selected, raising=False, timeout=100):
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert plot.row == 8


def test_clicking_the_map_selects_a_frame(filled: ReadingPanel, qtbot: QtBot) -> None:
    plot = filled.plots.kymograph
    QApplication.processEvents()
    scene = plot.plot.vb.mapViewToScene(plot.plot.vb.viewRect().center())
    with qtbot.waitSignal(filled.frame_selected) as told:
        where = plot.view.mapFromScene(scene)
        QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args[0] in (5, 6)


def test_arrow_keys_on_the_map_select_frames(filled: ReadingPanel, qtbot: QtBot) -> None:
    told: list[int] = []
    filled.frame_selected.connect(told.append)
    filled.set_current_frame(5)
    QTest.keyClick(filled.plots.kymograph, Qt.Key.Key_Right)
    QTest.keyClick(filled.plots.kymograph, Qt.Key.Key_Left)
    QTest.keyClick(filled.plots.kymograph, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == [6, 5, 11]


def test_the_cursors_follow_the_frame_in_view(filled: ReadingPanel) -> None:
    filled.set_current_frame(7)
    for plot in (filled.plots.kymograph, filled.plots.points):
        assert plot.cursor_line.value() == pytest.approx(front_reading().time_s[7])


def test_hovering_the_profile_says_values(filled: ReadingPanel) -> None:
    reading = front_reading()
    filled.set_solution(reading.temperature_K + 30)
    filled.set_current_frame(8)
    text = filled.plots.profile.hover_at(0.251, 0.0)
    value = celsius(reading, 8)[10]
    assert text == (
        f"Position 0.25\n{value:.0f} °C, confidence 90 %\n±2σ: 12 K\nFourier's law {value + 30:.0f} °C"
    )


def test_hovering_the_map_and_the_points_says_values(filled: ReadingPanel) -> None:
    reading = front_reading()
    text = filled.plots.kymograph.hover_at(16.0, 0.5)
    expected = f"{reading.time_s[3]:.1f} s, position 0.50\n{celsius(reading, 3)[20]:.0f} °C, confidence 30 %"
    assert text == expected
    text = filled.plots.points.hover_at(60.0, 0.0)
    last = celsius(reading, 11)
    assert text.splitlines() == [
        "60.0 s",
        f"at 0.10: {last[4]:.0f} °C",
        f"at 0.50: {last[20]:.0f} °C",
        f"at 0.90: {last[36]:.0f} °C",
    ]


def test_hovering_follows_mouse_and_keyboard(filled: ReadingPanel) -> None:
    profile = filled.plots.profile
    QApplication.processEvents()
    chip = profile.hover_chip
    centre = profile.view.mapFromScene(profile.plot.vb.sceneBoundingRect().center())
    QTest.mouseMove(profile.view.viewport(), centre)
    assert chip.isVisible()
    assert "Position 0.5" in chip.text()
    assert profile.view.rect().contains(chip.geometry())
    QTest.keyClick(profile, Qt.Key.Key_Escape)
    assert not chip.isVisible()
    QTest.keyClick(profile, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chip.isVisible()


def test_every_plot_says_that_it_is_an_estimate(filled: ReadingPanel) -> None:
    for plot in (filled.plots.profile, filled.plots.kymograph, filled.plots.points):
        said = [label.text() for label in plot.findChildren(QLabel) if label.isVisible()]
        assert "estimated from colour" in said
        assert plot.accessibleName()
        assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus
    for spin in filled.findChildren(QDoubleSpinBox):
        assert spin.accessibleName().startswith("Position of point")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"off_palette_fraction": 0.4}, "40 % of the samples are far from the palette"),
        ({"saturated_fraction": 0.3}, "30 % of the samples are at an end of the scale"),
    ],
)
def test_a_doubtful_reading_is_called_so(panel: ReadingPanel, change: dict[str, float], said: str) -> None:
    panel.set_reading(replace(front_reading(), **change), complete=True)
    assert panel.plots.note.isVisible()
    assert said in panel.plots.note.text()


def test_plots_follow_the_theme(filled: ReadingPanel, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    qapp.processEvents()
    profile = filled.plots.profile
    assert profile.view.backgroundBrush().color().name().upper() == LIGHT.plot_background
    assert profile.solution_curve.opts["pen"].color().name().upper() == LIGHT.plot_solution
    apply_theme(qapp, DARK)


def test_the_language_can_be_switched(filled: ReadingPanel, qapp: QApplication) -> None:
    with chinese(qapp):
        profile = filled.plots.profile
        assert profile.accessibleName() == "温度分布"
        assert profile.plot.getAxis("left").labelText == "由颜色估算的温度 (°C)"
        assert profile.hover_at(0.25, 0).startswith("位置 0.25")
        filled.set_reading(None, complete=True)
        assert "尚无读数" in filled.hint.text


def test_pyqtgraph_is_not_needed_before_the_first_reading() -> None:
    script = (
        "import sys; from desktop_app.ui.clip.clip_panel import ClipPanel;"
        "from desktop_app.ui.reading.reading_panel import ReadingPanel; print('pyqtgraph' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_looks_as_it_did(
    panel: ReadingPanel, qapp: QApplication, pytestconfig: pytest.Config, theme: object
) -> None:
    with dressed(qapp, theme):
        panel.set_look(grey_look())
        panel.set_solution(front_reading().temperature_K * 0.97)
        panel.set_current_frame(6)
        panel.set_reading(front_reading(), complete=True)
        qapp.processEvents()
        name = f"reading_{'light' if theme is LIGHT else 'dark'}"
        check_golden(pytestconfig, name, panel.grab().toImage())


def test_in_the_smallest_window_the_plots_keep_their_height_and_are_scrolled(
    filled: ReadingPanel, qtbot: QtBot
) -> None:
    filled.set_solution(front_reading().temperature_K)
    filled.resize(290, 490)
    QApplication.processEvents()
    plots = filled.plots
    assert min(plots.profile.view.height(), plots.points.view.height()) >= 130
    assert filled.rect().contains(plots.kymograph.rect().translated(plots.kymograph.mapTo(filled, QPoint())))

    def top() -> int:
        return plots.profile.mapTo(filled, QPoint()).y()

    tops = [top()]
    for x in (30, 150):
        place = plots.profile.view.viewport().mapTo(filled, QPoint(x, 40))
        QTest.wheelEvent(filled.windowHandle(), place.toPointF(), QPoint(0, -120))
        qtbot.waitUntil(lambda: top() < tops[-1])
        tops.append(top())
