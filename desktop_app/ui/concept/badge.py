"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.ui.icons import Tone, icon
from desktop_app.ui.theme import set_role

SIDE = 17


class Badge(QToolButton):
    """Says what kind of fact stands beside it; keeps its place where there is no icon."""

    def __init__(self, name: str = "", tone: Tone = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "badge")
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: Tone = "muted") -> None:
        """Show an icon; an empty name shows none."""
        self.setIcon(icon(name, tone) if name else QIcon())
