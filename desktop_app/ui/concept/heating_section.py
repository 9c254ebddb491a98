"""What is done to the body, with a way to do more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept.badge import SIDE
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.line_list import LineList
from desktop_app.ui.concept.editors.mini_button import MiniButton
from desktop_app.ui.concept.fields.changes import clear_field
from desktop_app.ui.concept.fields.heating_lines import add_heating
from desktop_app.ui.concept.fields.heating_pieces import KINDS
from desktop_app.ui.concept.fields.pieces import Line
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

_ICON = 14


class HeatingSection(QWidget):
    """The lines of the heating, and beneath them a button that adds one.

    Signals:
        changed: a `Change` of the choices.
    """

    changed = Signal(object)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineList(editing)
        self.lines.changed.connect(self.changed)
        self._answer: Understanding | None = None
        self._adding = False
        self._add = QToolButton()
        set_role(self._add, "link")
        self._add.setIcon(icon("plus", "muted"))
        self._add.setIconSize(QSize(_ICON, _ICON))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._kinds = {kind: QAction(self) for kind in KINDS}
        self._undo = MiniButton("undo", "accent")
        self._undo.clicked.connect(self._on_undo_clicked)
        self._lay_out()
        self._retranslate()

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [*self.lines.controls, self._add, self._undo]

    def show_heating(self, answer: Understanding, lines: Sequence[Line], *, edited: bool) -> None:
        """Show what is done to the body; `edited` where a person changed any of it."""
        self._answer = answer
        self.lines.show_lines(lines)
        self._undo.setVisible(edited)
        if self._adding:
            self._adding = False
            self.lines.focus_last_line()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        menu = QMenu(self._add)
        menu.addActions(list(self._kinds.values()))
        menu.triggered.connect(self._on_kind_chosen)
        self._add.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(SIDE + 5, 0, 0, 0)
        row.addWidget(self._add)
        row.addStretch()
        row.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.lines)
        column.addLayout(row)

    def _retranslate(self) -> None:
        self._add.setText(self.tr("Add heating or cooling"))
        self._add.setAccessibleName(self.tr("Add heating or cooling"))
        for kind, action in self._kinds.items():
            action.setText(in_words(KINDS[kind]))
        self._undo.say(self.tr("All heating: back to what the prompt says"))

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.lines.reset()
        self.changed.emit(clear_field("heating"))

    @Slot(QAction)
    def _on_kind_chosen(self, action: QAction) -> None:
        if self._answer is not None:
            self._adding = True
            kind = next(kind for kind, each in self._kinds.items() if each is action)
            self.changed.emit(add_heating(self._answer, kind))
