"""What was assumed, and what was not understood."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import set_role


class NotesList(QLabel):
    """Sentences with a dot before each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        set_role(self, "small")

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these; nothing where there are none."""
        self.setVisible(bool(notes))
        items = "".join(f"<li style='margin-bottom: 4px'>{html.escape(note)}</li>" for note in notes)
        self.setText(f"<ul style='margin-left: 14px; -qt-list-indent: 0'>{items}</ul>")
