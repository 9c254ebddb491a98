"""The app as it is started: what its process loads, what it does without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.paths import ROOT

from desktop_app import composition
from desktop_app.media.source import read_clip

_GENERATE_IN_THE_WINDOW = """
import sys
sys.argv = ["main.py"]
sys.path.insert(0, {root!r})
from PySide6 import QtCore, QtWidgets
from desktop_app.services.session import Session

finished = []

def generate():
    window = next(w for w in QtWidgets.QApplication.topLevelWidgets() if isinstance(w, QtWidgets.QMainWindow))
    window.concept.set_prompt("a copper rod, left end held at 100 °C")
    session = QtWidgets.QApplication.instance().findChild(Session)
    session.run_finished.connect(finished.append)
    QtCore.QTimer.singleShot(600, window.concept.generate_clicked.emit)
    QtCore.QTimer.singleShot(900, lambda: wait_for_the_end(window))

def wait_for_the_end(window):
    if not finished:
        QtCore.QTimer.singleShot(100, lambda: wait_for_the_end(window))
        return
    foreign = [name for name in ("torch", "diffusers", "transformers") if name in sys.modules]
    print("LOADED", foreign, flush=True)
    window.close()

run = QtWidgets.QApplication.exec
def started(*_):
    QtCore.QTimer.singleShot(0, generate)
    return run()
QtWidgets.QApplication.exec = started
from desktop_app.composition import main
sys.exit(main([]))
"""


def environment(folder: Path, **changes: str) -> dict[str, str]:
    return {
        **{k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")},
        "QT_QPA_PLATFORM": "offscreen",
        "HEATSKETCH_DATA": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder),
        **changes,
    }


def test_the_window_generates_without_ever_loading_torch(tmp_path):
    program = _GENERATE_IN_THE_WINDOW.format(root=str(ROOT))
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "LOADED []" in result.stdout, result.stdout + result.stderr
    assert result.returncode == 0


def test_without_a_screen_make_run_generates_the_example(tmp_path):
    result = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--or-example"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert f"The clip is at {tmp_path / 'copper-rod.mp4'}" in result.stdout
    assert read_clip(tmp_path / "copper-rod.mp4").size == (320, 192)


def test_resources_are_found_in_a_checkout():
    for part in ("materials/elements.json", "palettes/iron.json", "fonts", "icons", "translations/zh_CN"):
        assert (composition.resources() / part).exists()


def test_the_catalogue_is_merged_from_all_its_files():
    catalogue = composition.load_catalogue("zh_CN")
    assert len(catalogue) > 200
    assert composition.load_catalogue("xx") == {}


@pytest.mark.parametrize("missing", ["libxcb-cursor.so.0", "libEGL.so.1"])
def test_a_missing_system_library_names_its_package(monkeypatch, missing):
    from desktop_app.ui import display

    monkeypatch.setattr(display, "_loads", lambda library: library != missing)
    monkeypatch.setattr(display, "_x11_answers", lambda: True)
    problem = str(display.window_problem({"DISPLAY": ":0"}))
    assert {"libxcb-cursor.so.0": "libxcb-cursor0", "libEGL.so.1": "libegl1"}[missing] in problem
    monkeypatch.setattr(display, "_loads", lambda _library: True)
    assert display.window_problem({"DISPLAY": ":0"}) is None


def test_a_display_that_does_not_answer_is_none():
    from desktop_app.ui.display import has_screen

    assert not has_screen({})
    assert not has_screen({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"})
    assert not has_screen({"WAYLAND_DISPLAY": "wayland-77", "XDG_RUNTIME_DIR": "/nonexistent"})
