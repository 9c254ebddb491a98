"""Running text in which added phrases are tinted and can be taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.enrichment import Addition
from desktop_app.ui.concept.phrase_layout import PhraseLayout, Span
from desktop_app.ui.concept.phrase_pieces import Piece, rule_name, why
from desktop_app.ui.concept.remove_button import SIDE, RemoveButton
from desktop_app.ui.theme import current_theme

_ROUND = 4.0


class PhraseFlow(QWidget):
    """The pieces one after the other; each added one has a × behind it.

    Signals:
        phrase_removed: name of the rule whose phrase is to go.
        phrase_pointed_at: the `Addition` under the mouse or with the keyboard, else None.
    """

    phrase_removed = Signal(str)
    phrase_pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = PhraseLayout((), self.font(), SIDE)
        self._buttons: list[RemoveButton] = []
        self._hovered: Addition | None = None
        self._pointed: Addition | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def text(self) -> str:
        """What is shown, as the model gets it."""
        return " ".join(span.piece.text for span in self._layout.spans)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; the × of a rule that stays keeps the keyboard."""
        focused = next((b.addition.rule for b in self._buttons if b.hasFocus()), None)
        self._layout = PhraseLayout(pieces, self.font(), SIDE)
        self._make_buttons()
        self._lay_out()
        again = next((b for b in self._buttons if b.addition.rule == focused), None)
        if again is not None:
            again.setFocus()
        self._point_at(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setAccessibleName(self.text)
        for button in self._buttons:
            name = self.tr("Leave out: {rule}").format(rule=rule_name(button.addition.rule))
            button.setAccessibleName(name)
            button.setAccessibleDescription(f"{button.addition.phrase}. {why(button.addition)}")
            button.setToolTip(name)

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines, pixels."""
        return self._layout.height(width)

    def sizeHint(self) -> QSize:
        """As wide as a dock is on the first day."""
        return QSize(300, self.heightForWidth(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            pieces = [span.piece for span in self._layout.spans]
            self._layout = PhraseLayout(pieces, self.font(), SIDE)
            self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Tell why the phrase under the mouse is there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            addition = self._addition_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), why(addition) if addition else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse over the phrases."""
        self._hovered = self._addition_at(event.position())
        self._update_pointed()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        self._hovered = None
        self._update_pointed()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Tint the phrases, then write the text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span in self._layout.spans:
            if span.piece.addition is None:
                continue
            pointed = span.piece.addition is self._pointed
            painter.setPen(QPen(QColor(theme.accent), 1.0) if pointed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            for area in self._layout.areas(span):
                painter.drawRoundedRect(area, _ROUND, _ROUND)
        painter.setPen(QColor(theme.text))
        self._layout.text.draw(painter, QPointF(0, 0))

    def _lay_out(self) -> None:
        self._layout.break_lines(self.width())
        for button, span in zip(self._buttons, self._added, strict=True):
            place = self._layout.button_place(span, SIDE)
            if place is not None:
                button.move(place.toPoint())
        self.updateGeometry()
        self.update()

    @property
    def _added(self) -> list[Span]:
        return [span for span in self._layout.spans if span.piece.addition is not None]

    def _addition_at(self, place: QPointF) -> Addition | None:
        for span in self._layout.spans:
            if span.piece.addition is not None and any(a.contains(place) for a in self._layout.areas(span)):
                return span.piece.addition
        return None

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        additions = [span.piece.addition for span in self._layout.spans if span.piece.addition is not None]
        self._buttons = [RemoveButton(addition, self) for addition in additions]
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
            button.pointed.connect(self._update_pointed)
            button.show()

    def _point_at(self, addition: Addition | None) -> None:
        if addition is not self._pointed:
            self._pointed = addition
            self.phrase_pointed_at.emit(addition)
            self.update()

    @Slot()
    def _update_pointed(self) -> None:
        """The mouse counts more than the keyboard."""
        met = next((b.addition for b in self._buttons if b.underMouse() or b.hasFocus()), None)
        self._point_at(self._hovered or met)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RemoveButton):
            self.phrase_removed.emit(button.addition.rule)
