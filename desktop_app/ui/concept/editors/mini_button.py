"""A button no larger than the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop_app.ui.icons import Tone, icon
from desktop_app.ui.theme import set_role

_ICON = 13


class MiniButton(QToolButton):
    """An icon; what it does is said on hover and to a screen reader."""

    def __init__(self, name: str, tone: Tone = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "mini")
        self.setIcon(icon(name, tone))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, sentence: str) -> None:
        """What it does."""
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
