"""The name of a material, typed over in place or chosen from the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from desktop_app.domain.text import Text, say
from desktop_app.ui.concept import words
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.hover import set_hover
from desktop_app.ui.concept.editors.inline_text import InlineText
from desktop_app.ui.concept.editors.material_book import MaterialBook, Named
from desktop_app.ui.concept.fields.pieces import Change, MaterialName
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language, in_words

_POPUP_MARGIN = 44
_NAMES = Qt.ItemDataRole.UserRole


class MaterialEdit(InlineText):
    """Only a name of the table counts; what is like one is offered, never taken in its place."""

    def __init__(self, piece: MaterialName, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(editing, parent)
        self._piece = piece
        self._names = _Names(self)
        self._names.activated.connect(self._on_activated)
        self.setCompleter(self._names)
        self.show_piece(piece)

    def show_piece(self, piece: MaterialName) -> None:
        """Show the material as it is now."""
        self._piece = piece
        self.setAccessibleName(piece.name)
        set_hover(self, piece.hover)
        self.setPlaceholderText(in_words(say("Choose a material")))
        self.show_marks(edited=piece.edited)
        self.show_text(piece.text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer what is in the table by now."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            book = self._editing.materials
            self._names.offer(book.named() if book is not None else ())
        super().focusInEvent(event)

    def _take(self, text: str) -> str:
        if text == self._piece.text:
            return ""
        book = self._editing.materials
        found = book.find(text) if book is not None else None
        if found is None:
            return self._not_found(text, book)
        self.changed.emit(_changed(self._piece, found.id))
        return ""

    def _not_found(self, text: str, book: MaterialBook | None) -> str:
        near = book.suggestions(text) if book is not None else ()
        chinese = current_language() == "zh"
        names = ("、" if chinese else ", ").join(words.material_words(m, chinese) for m in near)
        remedy: Text = say("Choose one of the list.")
        if names:
            remedy = say("Similar names: {names}.", names=names)
        return f"{in_words(say('There is no material “{name}”.', name=text.strip()))} {in_words(remedy)}"

    @Slot(str)
    def _on_activated(self, name: str) -> None:
        """A material of the list was chosen."""
        self.setText(name)
        self.setModified(True)
        self.commit()
        self.selectAll()


class _Names(QCompleter):
    """Finds a material by any part of any of its names; shows the one people know it by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(_NAMES)
        self.setMaxVisibleItems(9)
        popup = self.popup()
        if popup is not None:
            set_role(popup, "popup")

    def offer(self, materials: Sequence[Named]) -> None:
        """Offer these, by the alphabet."""
        chinese = current_language() == "zh"
        model = QStandardItemModel(self)
        for name, named in sorted(
            ((words.material_words(n.material, chinese), n) for n in materials), key=lambda pair: pair[0]
        ):
            item = QStandardItem(name)
            item.setData("\n".join((*named.words, *named.symbols, named.material.id)), _NAMES)
            model.appendRow(item)
        self.setModel(model)
        popup = self.popup()
        if popup is not None:
            names = (model.item(row).text() for row in range(model.rowCount()))
            widest = max((popup.fontMetrics().horizontalAdvance(name) for name in names), default=0)
            popup.setMinimumWidth(widest + _POPUP_MARGIN)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is written into the field when a material is pointed at."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _changed(piece: MaterialName, material_id: str) -> Change:
    return lambda choices: piece.change(choices, material_id)
