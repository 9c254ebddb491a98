"""The pieces of a line, one after another like words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.concept.editors.amount_edit import AmountEdit
from desktop_app.ui.concept.editors.editing import Editing
from desktop_app.ui.concept.editors.inline_text import InlineText
from desktop_app.ui.concept.editors.material_edit import MaterialEdit
from desktop_app.ui.concept.editors.pick_edit import PickEdit
from desktop_app.ui.concept.editors.word_label import WordLabel
from desktop_app.ui.concept.fields.pieces import Amount, MaterialName, Pick, Piece, Word
from desktop_app.ui.flow_layout import FlowLayout

Part = WordLabel | AmountEdit | MaterialEdit | PickEdit
_GAP = 2


class PieceFlow(QWidget):
    """Keeps the editors of pieces that stay, so that typing goes on while the concept changes.

    Signals:
        changed: a `Change` of the choices.
        problem_found: `problem` has changed.
    """

    changed = Signal(object)
    problem_found = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._parts: dict[str, Part] = {}
        self._flow = FlowLayout(self, gap=_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def controls(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [part for part in self._parts.values() if not isinstance(part, WordLabel)]

    @property
    def problem(self) -> str:
        """What is wrong with what is typed in it; empty where nothing is."""
        return next((text.problem for text in self._texts() if text.problem), "")

    @property
    def widest(self) -> int:
        """Width that the widest piece would like, pixels."""
        return self._flow.widest

    def show_pieces(self, pieces: Sequence[Piece], *, small: bool = False) -> None:
        """Show these and nothing else."""
        wanted = {piece.key: piece for piece in pieces}
        for key in [key for key, part in self._parts.items() if not _shows(part, wanted.get(key))]:
            self._drop(key)
        parts: dict[str, Part] = {}
        for key, piece in wanted.items():
            part = self._parts.get(key) or self._make(piece, small)
            cast(Any, part).show_piece(piece)
            parts[key] = part
            self._flow.move_to_end(part)
        self._parts = parts

    def commit(self) -> bool:
        """Take over what is being typed; whether all of it means something."""
        taken = [text.commit() for text in self._texts()]
        return all(taken)

    def reset(self) -> None:
        """Forget what is being typed."""
        for text in self._texts():
            text.reset()

    def focus_problem(self) -> bool:
        """Put the keyboard where something is wrong; whether anything is."""
        wrong = next((text for text in self._texts() if text.problem), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is not None

    def _texts(self) -> Iterator[InlineText]:
        return (part for part in self._parts.values() if isinstance(part, InlineText))

    def _make(self, piece: Piece, small: bool) -> Part:
        part = _new(piece, self._editing, small)
        if not isinstance(part, WordLabel):
            part.changed.connect(self.changed)
        if isinstance(part, InlineText):
            part.setProperty("small", small)
            part.problem_found.connect(self.problem_found)
        self._flow.addWidget(part)
        part.show()
        return part

    def _drop(self, key: str) -> None:
        part = self._parts.pop(key)
        self._flow.removeWidget(part)
        part.hide()
        part.deleteLater()


def _new(piece: Piece, editing: Editing, small: bool) -> Part:
    match piece:
        case Word():
            return WordLabel(piece, small=small)
        case Pick():
            return PickEdit(piece)
        case Amount():
            return AmountEdit(piece, editing)
        case MaterialName():
            return MaterialEdit(piece, editing)


def _shows(part: Part, piece: Piece | None) -> bool:
    kinds = {Word: WordLabel, Amount: AmountEdit, MaterialName: MaterialEdit, Pick: PickEdit}
    return piece is not None and isinstance(part, kinds[type(piece)])
