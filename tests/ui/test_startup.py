"""The window opens without what it can do without; only a fresh process can tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.house import make_house
from support.opened import opened
from support.paths import ROOT

from desktop_app.services.verbs import Verbs
from desktop_app.ui.app import WARM_UP_AFTER_MS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEVER = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
NOT_AT_FIRST = ("scipy.sparse", "pyqtgraph")
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.composition import make_context, resources
from desktop_app.ui import app

seen = []

def look(window):
    seen.append([name for name in sys.argv[2:] if name in sys.modules])

def leave(window):
    look(window)
    Path(sys.argv[1], "seen.json").write_text(json.dumps([*seen, window.isVisible()]))
    window.close()

shown = app.Application.show
def show_and_look(self):
    shown(self)
    QTimer.singleShot(0, lambda: look(self.window))
    QTimer.singleShot(1500, lambda: leave(self.window))
app.Application.show = show_and_look
sys.exit(app.run_window(make_context(), Path(sys.argv[1], "settings.ini"), resources()))
"""


def test_the_window_opens_and_closes_without_the_heavy_packages(tmp_path: Path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HEATSKETCH_DATA": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *NEVER, *NOT_AT_FIRST],
        cwd=ROOT,
        env=environment,
        timeout=60,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    at_first, later, visible = json.loads((tmp_path / "seen.json").read_text())
    assert at_first == []
    assert set(later) <= set(NOT_AT_FIRST)
    assert visible


TYPING = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_app.ui.concept.concept_panel import ConceptPanel
from desktop_app.composition import resources
from desktop_app.ui.icons import use_icons

app = QApplication([])
use_icons(resources() / "icons")
ConceptPanel().set_prompt("a copper rod")
sys.exit("desktop_app.knowledge.understanding" in sys.modules)
"""


def test_what_understands_is_not_loaded_by_typing():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", TYPING], cwd=ROOT, env=environment, timeout=60, check=False)
    assert done.returncode == 0


def test_a_window_closed_at_once_starts_nothing_afterwards(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    started: list[QThread] = []
    monkeypatch.setattr(QThread, "start", lambda thread, *_: started.append(thread))
    with opened(qapp, Verbs(make_house(tmp_path)), tmp_path / "settings.ini") as window:
        window.close()
        assert started == []
        qtbot.wait(2 * WARM_UP_AFTER_MS)
    assert started == []
