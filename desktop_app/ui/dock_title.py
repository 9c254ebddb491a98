"""The head of a dock: its name, and the buttons that detach and hide it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role


class DockTitle(QWidget):
    """Follows the dock's window title; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        set_role(self, "header")
        self._dock = dock
        self._name = QLabel()
        set_role(self._name, "heading")
        self._detach = _button("detach")
        self._detach.clicked.connect(self._on_detach_clicked)
        self._hide = _button("close")
        self._hide.clicked.connect(dock.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 6, 5)
        layout.setSpacing(2)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._detach)
        layout.addWidget(self._hide)
        dock.windowTitleChanged.connect(self._on_title_changed)

    @Slot(str)
    def _on_title_changed(self, title: str) -> None:
        self._name.setText(title)
        for button, words in (
            (self._detach, self.tr("Detach or attach {name}")),
            (self._hide, self.tr("Hide {name}")),
        ):
            button.setAccessibleName(words.format(name=title))
            button.setToolTip(words.format(name=title))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._on_title_changed(self._dock.windowTitle())
        super().changeEvent(event)

    @Slot()
    def _on_detach_clicked(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())


def _button(picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture, "muted"))
    button.setIconSize(QSize(14, 14))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_role(button, "flat")
    return button
