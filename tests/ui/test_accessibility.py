"""Whoever cannot see the window, or has no mouse, finds everything too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.review import Review
from desktop_app.domain.text import say
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.error_dialog import ErrorDialog
from desktop_app.ui.dialogs.export_dialog import ExportDialog
from desktop_app.ui.dialogs.review_dialog import ReviewDialog
from desktop_app.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
)


def is_inner(widget: QWidget) -> bool:
    """A part of another control: its scroll bars, the field of a spin box, the list of a combo box."""
    parent = widget.parentWidget()
    inner = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
    while parent is not None and not inner:
        inner = isinstance(parent, QComboBox | QAbstractSpinBox)
        parent = parent.parentWidget()
    return inner


def nameless(root: QWidget) -> list[str]:
    """Controls that can have the keyboard and have no accessible name."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in root.findChildren(QWidget)
        if isinstance(w, CONTROLS)
        and w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.window() is root.window()
        and not is_inner(w)
        and not w.accessibleName()
    ]


def test_every_control_of_the_window_has_a_name(qtbot: QtBot, window: MainWindow, verbs: FakeVerbs):
    window.concept.set_prompt("A copper rod, its left end in a flame")
    window.menus.generate.trigger()
    qtbot.waitUntil(lambda: "Space-time map" in {w.accessibleName() for w in window.findChildren(QWidget)})
    assert nameless(window) == []


def test_a_nameless_control_is_found(qtbot: QtBot, window: MainWindow):
    QLineEdit(window)
    assert nameless(window) == ["QLineEdit in MainWindow"]


def dialogs(parent: QWidget) -> list[QDialog]:
    error = HeatSketchError(say("No."), say("Yes."), "details")
    return [
        ErrorDialog(error, parent),
        AboutDialog("1.0", parent),
        ShortcutsDialog(parent),
        ExportDialog(Path("/tmp/a.mp4"), "en", True, parent),
        ReviewDialog(Review("fit", "Ada", "", "2026-01-02", ""), "", "", "2026-01-02", parent),
    ]


def test_every_control_of_the_dialogs_has_a_name(qtbot: QtBot, window: MainWindow):
    for dialog in dialogs(window):
        assert nameless(dialog) == []
        dialog.deleteLater()


def test_tab_reaches_generate_and_the_runs(qtbot: QtBot, window: MainWindow):
    window.activateWindow()
    window.concept.focus_prompt()
    names: list[str] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert "Generate the clip" in names
    assert names.index("Example: Hot spot") < names.index("Model that makes the clip")
    assert names.index("Model that makes the clip") < names.index("Generate the clip")
    assert "Prompt: your idea in one sentence" in names
    assert "" not in names
