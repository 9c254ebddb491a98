"""Reports and readings saved from the File menu."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.house import computed_order, make_house
from support.opened import dialog, opened

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import RunFinished
from desktop_app.services.verbs import Verbs
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.workflow.generation import generate

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", "grabbing the keyboard")


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, tmp_path: Path):
    """The window with a computed run in view, over the real workflow."""
    house = make_house(tmp_path / "house")
    for event in generate(house, computed_order(), CancelToken()):
        if isinstance(event, RunFinished):
            run_id = event.run.id
    with opened(qapp, Verbs(house), tmp_path / "settings.ini") as window:
        qtbot.waitUntil(lambda: len(window.runs.runs) == 1)
        window.runs.run_chosen.emit(run_id)
        qtbot.waitUntil(lambda: window.menus.report.isEnabled(), timeout=20_000)
        yield window
    house.runs.close()


def save(qtbot: QtBot, window: MainWindow, action: str, path: Path) -> None:
    getattr(window.menus, action).trigger()
    chooser = dialog(qtbot, window, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.close()


@pytest.mark.parametrize("action", ["report", "reading_npz", "reading_csv"])
def test_it_is_written_and_said(qtbot: QtBot, shown: MainWindow, tmp_path: Path, action: str):
    path = tmp_path / f"{action}.out"
    save(qtbot, shown, action, path)
    qtbot.waitUntil(lambda: f"Saved as {path.name}" in shown.progress.text, timeout=20_000)
    content = path.read_bytes()
    if action == "report":
        assert content.startswith(b"<!DOCTYPE html>")
        assert b"a copper rod, left end held at 100" in content
    elif action == "reading_npz":
        with np.load(path) as arrays:
            assert arrays["temperature_K"].shape == (9, 128)
    else:
        assert content.startswith(b"frame,time_s,position,temperature_K")


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, shown: MainWindow, tmp_path: Path):
    save(qtbot, shown, "report", tmp_path / "none" / "a.html")
    dialog(qtbot, shown, ErrorDialog).close()


def test_a_name_is_suggested_from_the_prompt(qtbot: QtBot, shown: MainWindow):
    shown.menus.report.trigger()
    chooser = dialog(qtbot, shown, QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "a-copper-rod-left-end-held-at-100-C.html"
    chooser.close()


def test_nothing_is_offered_without_a_clip(window: MainWindow, verbs: FakeVerbs):
    menus = window.menus
    for action in (menus.report, menus.reading_npz, menus.reading_csv):
        assert not action.isEnabled()
