"""Running text in which added phrases are tinted and can be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from desktop_app.domain.enrichment import Addition
from desktop_app.ui.concept.phrase_pieces import Piece, rule_name, why
from desktop_app.ui.icons import icon
from desktop_app.ui.theme import current_theme, set_role

_BUTTON = 15
_LEADING = 7.0
_ROUND = 4.0
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True)
class _Span:
    """The characters of a piece in the laid-out text: `start` to `end`, room for the × from `room` on."""

    piece: Piece
    start: int
    room: int
    end: int


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
        self._spans: tuple[_Span, ...] = ()
        self._layout = QTextLayout()
        self._buttons: list[_RemoveButton] = []
        self._hovered: Addition | None = None
        self._pointed: Addition | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def text(self) -> str:
        """What is shown, as the model gets it."""
        return " ".join(span.piece.text for span in self._spans)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; the × of a rule that stays keeps the keyboard."""
        focused = next((b.addition.rule for b in self._buttons if b.hasFocus()), None)
        self._spans = tuple(self._spanned(pieces))
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
        trial = QTextLayout(self._layout.text(), self.font())
        return ceil(_flow(trial, width, self.font_height)) if self._spans else 0

    @property
    def font_height(self) -> float:
        """Height of a line, pixels."""
        return QFontMetricsF(self.font()).height() + _LEADING

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
            self._spans = tuple(self._spanned([span.piece for span in self._spans]))
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
        for span in self._spans:
            if span.piece.addition is None:
                continue
            pointed = span.piece.addition is self._pointed
            painter.setPen(QPen(QColor(theme.accent), 1.0) if pointed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            for area in self._areas(span):
                painter.drawRoundedRect(area, _ROUND, _ROUND)
        painter.setPen(QColor(theme.text))
        self._layout.draw(painter, QPointF(0, 0))

    def _spanned(self, pieces: Sequence[Piece]) -> list[_Span]:
        """Pieces with the characters they take, room for the × after each added one included."""
        hard = QFontMetricsF(self.font()).horizontalAdvance(_HARD_SPACE)
        room = ceil((_BUTTON + 3) / max(hard, 1.0))
        spans, text = [], ""
        for piece in pieces:
            start = len(text)
            text += piece.text
            behind = len(text)
            if piece.addition is not None:
                text += _HARD_SPACE * room
            spans.append(_Span(piece, start, behind, len(text)))
            text += " "
        self._layout = QTextLayout(text.rstrip(" "), self.font())
        return spans

    def _lay_out(self) -> None:
        _flow(self._layout, self.width(), self.font_height)
        added = [span for span in self._spans if span.piece.addition is not None]
        for button, span in zip(self._buttons, added, strict=True):
            line = self._layout.lineForTextPosition(span.room)
            if line.isValid():
                x = _x_at(self._layout, span.room)
                button.move(round(x) + 2, round(line.y() + (line.height() - _BUTTON) / 2))
        self.updateGeometry()
        self.update()

    def _areas(self, span: _Span) -> list[QRectF]:
        """The rectangles a span covers, one a line."""
        areas = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(span.start, line.textStart())
            last = min(span.end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x_in(line, first), _x_in(line, last)
                areas.append(QRectF(left - 2, line.y() - 1.5, right - left + 4, line.height() + 3))
        return areas

    def _addition_at(self, place: QPointF) -> Addition | None:
        for span in self._spans:
            if span.piece.addition is not None and any(a.contains(place) for a in self._areas(span)):
                return span.piece.addition
        return None

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        additions = [span.piece.addition for span in self._spans if span.piece.addition is not None]
        self._buttons = [_RemoveButton(addition, self) for addition in additions]
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
        if isinstance(button, _RemoveButton):
            self.phrase_removed.emit(button.addition.rule)


class _RemoveButton(QToolButton):
    """The × behind a phrase.

    Signals:
        pointed: the mouse or the keyboard has come or gone.
    """

    pointed = Signal()

    def __init__(self, addition: Addition, parent: QWidget) -> None:
        super().__init__(parent)
        self.addition = addition
        set_role(self, "badge")
        self.setIcon(icon("close", "muted"))
        self.setIconSize(QSize(_BUTTON - 4, _BUTTON - 4))
        self.setFixedSize(_BUTTON, _BUTTON)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Tell when the mouse or the keyboard comes or goes."""
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave):
            self.pointed.emit()
        return done


def _flow(layout: QTextLayout, width: float, line_height: float) -> float:
    """Break a text into lines of a width; the height of all, pixels."""
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width - 4.0, 40.0))
        line.setPosition(QPointF(2.0, y + _LEADING / 2))
        y += line_height
    layout.endLayout()
    return y


def _x_in(line: object, position: int) -> float:
    """Where a character begins on its line; bindings give the position back beside it."""
    x = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(x[0] if isinstance(x, tuple) else x)


def _x_at(layout: QTextLayout, position: int) -> float:
    return _x_in(layout.lineForTextPosition(position), position)
