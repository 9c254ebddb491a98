"""Two runs side by side: chosen in the list, shown under one play head, gone when closed."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLabel, QScrollBar
from support.compared import COPPER, IRON, painted_run
from support.house import make_house
from support.opened import dialog, opened
from support.window import chinese

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.verbs import Verbs
from desktop_app.ui.compare.compare_window import CompareWindow
from desktop_app.ui.compare.head_clock import clock_of
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.reading.reading_table import csv_text
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.workflow.comparing import compare_runs

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    house = make_house(tmp_path_factory.mktemp("compared"))
    painted_run(house, IRON)
    painted_run(house, COPPER)
    yield house
    house.worker.close()
    house.runs.close()


@pytest.fixture(scope="module")
def pair(place):
    verbs = Verbs(place)
    copper, iron = place.runs.list()
    return compare_runs(place, verbs.open_run(copper.id), verbs.open_run(iron.id), CancelToken())


@pytest.fixture
def view(qtbot, pair):
    view = CompareWindow()
    qtbot.addWidget(view)
    view.show_runs(
        (pair.first.saved.run, pair.second.saved.run), pair.first.saved.run.id, pair.second.saved.run.id
    )
    view.show_comparison(pair)
    view.show()
    return view


def select(window, *rows):
    listed = window.runs._list
    for row in rows:
        listed.selectionModel().select(window.runs._rows.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_two_selected_runs_are_compared(qtbot, qapp, place, tmp_path):
    with opened(qapp, Verbs(place), tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 2)
        select(window, 0)
        assert not window.runs._compare_button.isVisible()
        select(window, 0, 1)
        assert window.runs._compare_button.isVisible()
        assert not window.runs._delete.isEnabled()
        window.runs._compare.trigger()
        view = window.findChild(CompareWindow)
        qtbot.waitUntil(lambda: view.plots is not None and view.plots.isVisible())
        assert "faster through the first clip" in view.answer.answer.text()
        assert "copper against iron" in view.answer.verdict.text()
        view.second.runs.setCurrentIndex(0)
        view.second.runs.activated.emit(0)
        assert view.answer.answer.text() == "Comparing…"
        qtbot.waitUntil(lambda: "equally fast" in view.answer.answer.text())
        view.close()
        qtbot.waitUntil(lambda: window.findChild(CompareWindow) is None)


def test_the_menu_compares_the_newest_two_and_closing_takes_it_along(qtbot, qapp, place, tmp_path):
    with opened(qapp, Verbs(place), tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 2)
        window.menus.compare.trigger()
        assert window.findChild(CompareWindow).isVisible()


def test_one_play_head_moves_everything(qtbot, view, pair):
    qtbot.keyClick(view, Qt.Key.Key_End)
    last = len(pair.first.saved.clip.frames) - 1
    assert view.playback.frame_index == last
    plots = view.plots
    assert plots.fronts.head.value() == pytest.approx(60.0)
    assert plots.difference.head.value() == pytest.approx(60.0)
    assert plots.first_map.cursor_line.value() == pytest.approx(60.0)
    shown = plots.profiles.items[0].curve.getData()[1]
    assert shown == pytest.approx(pair.first.reading.temperature_K[last] - 273.15, abs=1e-3)
    plots.second_map.frame_selected.emit(3)
    assert view.playback.frame_index == 3
    assert "Physical time" in view.transport.readout.text
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.playback.playing
    view.close()
    assert not view.playback.playing


def test_maps_share_one_scale_and_differences_are_white_at_zero(view, pair):
    first, second = view.plots.first_map.image, view.plots.second_map.image
    assert first.getLevels() == pytest.approx(second.getLevels())
    low, high = view.plots.difference.image.getLevels()
    assert low == -high
    table = view.plots.difference.image.lut
    assert len(table) % 2 == 1
    assert (table[len(table) // 2] >= 245).all()
    assert view.plots.difference.image.image == pytest.approx(pair.difference.difference_K)


def test_both_pictures_have_one_size(view):
    assert view.first.canvas.size() == view.second.canvas.size()
    assert not view.first.colour_bar.isVisible()
    assert view.second.colour_bar.isVisible()


def test_every_plot_exports_a_table(view, pair):
    plots = view.plots
    for plot in (plots.profiles, plots.fronts, plots.difference, plots.first_map):
        rows = plot.rows()
        assert rows
        assert {len(row) for row in rows} == {len(plot.columns)}
        assert csv_text(rows, plot.columns).splitlines()[0] == ",".join(plot.columns)
    assert len(plots.fronts.rows()) == 2 * 33 * 3


def test_hovering_tells_numbers(view):
    plots = view.plots
    assert "K, ±2σ" in plots.difference.hover_at(30.0, 0.4)
    assert "first clip" in plots.fronts.hover_at(60.0, 0.7)
    view.playback.seek(20)
    said = plots.profiles.hover_at(0.3, 50.0)
    assert "first clip" in said
    assert "second clip" in said


def test_clips_of_different_scales_say_so(qtbot, pair):
    wide = replace(pair.second.reading, temperature_range_K=(293.15, 573.15))
    other = replace(pair, second=replace(pair.second, reading=wide), range_K=(293.15, 573.15))
    view = CompareWindow()
    qtbot.addWidget(view)
    view.show_comparison(other)
    view.show()
    assert "different colour scales" in view.answer.notes.text()
    assert view.first.colour_bar.isVisible()
    assert view.plots.first_map.image.getLevels() == pytest.approx(view.plots.second_map.image.getLevels())


def test_what_cannot_be_read_leaves_the_pictures(qtbot, pair):
    nothing = np.empty((0, 0), np.float32)
    blank = replace(pair.second.reading, readable=False, temperature_K=nothing, time_s=np.empty(0))
    silent = replace(pair.second, reading=blank, fronts=np.empty((0, 0)))
    view = CompareWindow()
    qtbot.addWidget(view)
    view.show_comparison(replace(pair, second=silent, ratio=None, difference=None))
    view.show()
    view.playback.seek(5)
    assert view.second.canvas.has_picture
    assert not view.plots.difference.image.isVisible()
    assert view.plots.profiles.hover_at(0.3, 50.0)


def test_the_shorter_clip_holds_its_last_picture(pair):
    run = pair.second.saved.run
    longer = replace(run, concept=replace(run.concept, duration_s=120.0))
    clock = clock_of(replace(pair, second=replace(pair.second, saved=replace(pair.second.saved, run=longer))))
    assert clock.time_s[-1] == 120
    assert clock.frames_at(len(clock.time_s) - 1) == (32, 32)
    assert clock.over_at(len(clock.time_s) - 1) == (True, False)
    half = clock.stop_at(60.0)
    assert clock.frames_at(half) == (32, 16)
    assert clock.over_at(half) == (False, False)


def test_without_common_time_the_head_goes_by_shares(pair):
    clock = clock_of(replace(pair, second=replace(pair.second, physical_time=False)))
    assert not clock.physical
    assert clock.time_s[-1] == 1
    assert clock.unit.text(0.5) == "50 %"


def test_every_control_has_a_name_and_the_keyboard_reaches_it(view):
    controls = [
        widget
        for kind in (QAbstractButton, QAbstractSlider, QComboBox)
        for widget in view.findChildren(kind)
        if widget.isVisible() and not isinstance(widget, QScrollBar) and widget.objectName()[:3] != "qt_"
    ]
    assert len(controls) > 8
    assert [type(each).__name__ for each in controls if not each.accessibleName()] == []
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in controls)


def test_no_sentence_is_cut_where_the_window_is_small(qapp, qtbot, view):
    view.resize(view.minimumSize())
    for speak in (nullcontext(), chinese(qapp)):
        with speak:
            qapp.processEvents()
            labels = [each for each in view.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
            assert labels
            assert [e.text() for e in labels if e.heightForWidth(e.width()) > e.height() + 1] == []
            room = view.plots.width()
            assert room <= view.width()
            plots = view.plots.findChildren(StyledPlot)
            assert len(plots) == 5
            assert all(each.geometry().right() <= room for each in plots)


def test_a_pair_that_cannot_be_compared_is_told(qtbot, qapp, place, tmp_path):
    with opened(qapp, Verbs(place), tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 2)
        window.runs.runs_compare_wanted.emit("20260101-000000", "20260101-000001")
        view = window.findChild(CompareWindow)
        qtbot.waitUntil(lambda: "could not be compared" in view.answer.answer.text())
        dialog(qtbot, view, ErrorDialog).close()


def test_choosing_with_ctrl_opens_nothing(qtbot, qapp, place, tmp_path):
    with opened(qapp, Verbs(place), tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 2)
        listed, chosen = window.runs._list, []
        window.runs.run_chosen.connect(chosen.append)
        places = [listed.visualRect(window.runs._rows.index(row)).topLeft() + QPoint(9, 9) for row in (0, 1)]
        ctrl = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
        assert len(chosen) == 1
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, ctrl, places[1])
        assert len(window.runs.selected_runs) == 2
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, ctrl, places[1])
        assert len(window.runs.selected_runs) == 1
        assert len(chosen) == 1


def test_it_speaks_chinese(qapp, view):
    with chinese(qapp):
        assert view.windowTitle() == "比较两条运行记录"
        assert "热量在第一个短片中的传播速度" in view.answer.answer.text()
        assert "铜对铁" in view.answer.verdict.text()
    assert view.windowTitle() == "Compare two runs"
