"""The whole window, opened for a test and closed after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support.paths import RESOURCES

from desktop_app.composition import load_catalogue
from desktop_app.services.settings import UserSettings
from desktop_app.services.verbs import Verbs
from desktop_app.ui.app import Application, dress
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import DARK, apply_theme
from desktop_app.ui.translation import LanguageSwitch


@contextmanager
def opened(app: QApplication, verbs: Verbs, settings_path: Path) -> Iterator[MainWindow]:
    """The window as `run_window` opens it, in English at first."""
    settings = UserSettings(settings_path)
    languages = LanguageSwitch({"zh": load_catalogue("zh_CN")})
    font = app.font()
    if settings.language is None:
        settings.language = "en"
    dress(app, settings, languages, RESOURCES)
    application = Application(app, verbs, languages, settings)
    window = application.window
    application.show()
    try:
        yield window
    finally:
        window.close()
        languages.use("en")
        window.deleteLater()
        application.deleteLater()
        app.setFont(font)
        apply_theme(app, DARK)
        app.processEvents()


def dialog(qtbot: QtBot, window: QWidget, kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that is open over the window, waited for."""
    qtbot.waitUntil(lambda: bool(_open(window, kind)))
    return _open(window, kind)[-1]


def named(root: QWidget, name: str, visible: bool = True) -> QWidget:
    """The one control whose accessible name this is."""
    found = [w for w in root.findChildren(QWidget) if w.accessibleName() == name]
    found = [w for w in found if w.isVisible() or not visible]
    assert len(found) == 1, f"{len(found)} controls are called {name!r}"
    return found[0]


def pick(box: QComboBox, text: str) -> None:
    """Choose a word of a list as a person does."""
    index = box.findText(text)
    assert index >= 0, text
    box.setCurrentIndex(index)
    box.activated.emit(index)


def _open(window: QWidget, kind: type[QDialog]) -> list[QDialog]:
    return [child for child in window.findChildren(kind) if child.isVisible()]
