"""A word between things that can be changed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.concept.editors.hover import set_hover
from desktop_app.ui.concept.fields.pieces import Word
from desktop_app.ui.flow_layout import KEEP_WITH_NEXT
from desktop_app.ui.theme import set_role

_BEFORE, _AFTER = 4, 1


class WordLabel(QLabel):
    """Stands on the line of the editors beside it."""

    def __init__(self, piece: Word, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        set_role(self, "small" if small else "muted")
        self.setIndent(_BEFORE)
        self.show_piece(piece)

    def show_piece(self, piece: Word) -> None:
        """Show the word as it is now."""
        self.setText(piece.text)
        self.setProperty(KEEP_WITH_NEXT, piece.caption)
        set_hover(self, piece.hover)

    def sizeHint(self) -> QSize:
        """As high as an editor."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + _BEFORE + _AFTER, metrics.height() + 6)
