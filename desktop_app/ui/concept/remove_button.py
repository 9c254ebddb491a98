"""The × behind a phrase that was added."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.domain.enrichment import Addition
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role

SIDE = 15


class RemoveButton(QToolButton):
    """Takes a phrase out when clicked.

    Signals:
        pointed: the mouse or the keyboard has come or gone.
    """

    pointed = Signal()

    def __init__(self, addition: Addition, parent: QWidget) -> None:
        super().__init__(parent)
        self.addition = addition
        set_role(self, "badge")
        self.setIcon(icon("close", "muted"))
        self.setIconSize(QSize(SIDE - 4, SIDE - 4))
        self.setFixedSize(SIDE, SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Tell when the mouse or the keyboard comes or goes."""
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave):
            self.pointed.emit()
        return done
