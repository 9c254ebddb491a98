"""A number with its unit, typed over in place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import InvalidInput
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.hover import set_hover
from desktop_app.ui.concept.editors.inline_text import InlineText
from desktop_app.ui.concept.fields.pieces import Amount, Change
from desktop_app.ui.concept.fields.quantity_text import read_quantity
from desktop_app.ui.translation import in_words


class AmountEdit(InlineText):
    """Takes any unit of the dimension; a bare number is in the unit that was shown."""

    def __init__(self, piece: Amount, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(editing, parent)
        self._piece = piece
        self.show_piece(piece)

    def show_piece(self, piece: Amount) -> None:
        """Show the number as it is now."""
        self._piece = piece
        self.setAccessibleName(piece.name)
        set_hover(self, piece.hover)
        self.show_marks(edited=piece.edited)
        self.show_text(piece.text)

    def _take(self, text: str) -> str:
        piece = self._piece
        if text == piece.text:
            return ""
        try:
            value = self._value(text)
        except InvalidInput as error:
            return f"{in_words(error.message)} {in_words(error.remedy)}"
        self.changed.emit(_changed(piece, value))
        return ""

    def _value(self, text: str) -> float | None:
        if text.strip() in self._piece.empties:
            return None
        return read_quantity(text, self._piece.dimension, self._piece.unit)


def _changed(piece: Amount, value: float | None) -> Change:
    return lambda choices: piece.change(choices, value)
