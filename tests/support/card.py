"""Typing and choosing in the concept's card, as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from support.opened import named, pick

from desktop_app.domain.edits import Edits
from desktop_app.ui.main_window import MainWindow


class Card:
    """The card of a window that has understood a prompt."""

    def __init__(self, qtbot: QtBot, window: MainWindow, prompt: str) -> None:
        self._qtbot = qtbot
        self.window = window
        window.concept.set_prompt(prompt)
        self.settle()

    @property
    def edits(self) -> Edits:
        return self.window.concept.choices.edits

    @property
    def text(self) -> str:
        return self.window.concept.understood

    def settle(self) -> None:
        """Wait until what is written and chosen is what is understood."""
        self._qtbot.waitUntil(self._is_settled)
        QApplication.processEvents()  # widgets that are new to a layout are shown by it a moment later

    def _is_settled(self) -> bool:
        panel = self.window.concept
        concept, choices = panel.concept, panel.choices
        if concept is None or (concept.prompt, concept.edits) != (panel.prompt, choices.edits):
            return False
        return choices.look in (None, concept.look)

    def field(self, name: str) -> QLineEdit:
        found = named(self.window, name)
        assert isinstance(found, QLineEdit)
        return found

    def start(self, name: str) -> QLineEdit:
        """Put the keyboard into a field."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        field = self.field(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._qtbot.waitUntil(field.hasFocus)
        field.selectAll()
        return field

    def write(self, name: str, text: str, *, enter: bool = True) -> QLineEdit:
        """Type over a field."""
        field = self.start(name)
        self.type(field, text)
        if enter:
            self._qtbot.keyClick(field, Qt.Key.Key_Return)
            self.settle()
        return field

    def type(self, field: QLineEdit, text: str) -> None:
        """Type letter by letter, or through an input method what no key stands for."""
        if text.isascii():
            self._qtbot.keyClicks(field, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def choose(self, name: str, text: str) -> None:
        """Choose a word of a list."""
        box = named(self.window, name)
        assert isinstance(box, QComboBox)
        pick(box, text)
        self.settle()

    def click(self, name: str) -> None:
        """Press a button."""
        named(self.window, name).click()
        self.settle()
