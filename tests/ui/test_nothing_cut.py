"""No sentence is cut off, whatever the language and however small the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.window import chinese

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import say
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.dialogs.export_dialog import ExportDialog
from desktop_app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = say("The generation process ended unexpectedly while something with a rather long name was going on.")


def cut(root: QWidget) -> list[str]:
    """Texts of labels that are smaller than what they say."""
    return [
        label.text()
        for label in root.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1
    ]


@pytest.mark.parametrize("dialog", ["error", "about", "shortcuts", "export"])
def test_dialogs_have_room_for_what_they_say(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, tmp_path: Path, dialog: str
):
    made = {
        "error": lambda: ErrorDialog(HeatSketchError(LONG, LONG), window),
        "about": lambda: AboutDialog("1.0", window),
        "shortcuts": lambda: ShortcutsDialog(window),
        "export": lambda: ExportDialog(tmp_path / "a.mp4", "en", True, window),
    }[dialog]()
    made.open()
    qapp.processEvents()
    qtbot.waitUntil(lambda: cut(made) == [])
    with chinese(qapp):
        qtbot.waitUntil(lambda: cut(made) == [])
    made.close()


def test_the_concept_has_room_in_the_smallest_window(qapp: QApplication, qtbot: QtBot, window: MainWindow):
    window.resize(window.minimumSize())
    window.arrange()
    window.concept.set_prompt("Water boiling in a pot over a stove, with a copper rod in it")
    qapp.processEvents()
    qtbot.waitUntil(lambda: cut(window.concept) == [])
    with chinese(qapp):
        qtbot.waitUntil(lambda: cut(window.concept) == [])


def test_a_cut_sentence_is_found(qapp: QApplication, window: MainWindow):
    label = QLabel(str(LONG) * 3, window)
    label.setWordWrap(True)
    label.setFixedSize(80, 20)
    label.show()
    assert cut(window) == [label.text()]
