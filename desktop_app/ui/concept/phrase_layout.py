"""Pieces of text broken into lines, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine

from desktop_app.ui.concept.phrase_pieces import Piece

LEADING = 7.0
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True)
class Span:
    """The characters of a piece in the laid-out text: `start` to `end`, room for the × from `room` on."""

    piece: Piece
    start: int
    room: int
    end: int


class PhraseLayout:
    """A text whose added pieces leave room for a button behind them."""

    def __init__(self, pieces: Sequence[Piece], font: QFont, button: int) -> None:
        """Join the pieces; `button` is the width of what stands behind an added one, pixels."""
        metrics = QFontMetricsF(font)
        room = ceil((button + 3) / max(metrics.horizontalAdvance(_HARD_SPACE), 1.0))
        self._line_height = metrics.height() + LEADING
        spans: list[Span] = []
        text = ""
        for piece in pieces:
            start, behind = len(text), len(text) + len(piece.text)
            text += piece.text + (_HARD_SPACE * room if piece.addition is not None else "")
            spans.append(Span(piece, start, behind, len(text)))
            text += " "
        self.spans = tuple(spans)
        self.text = QTextLayout(text.rstrip(" "), font)

    def break_lines(self, width: float) -> None:
        """Break the text into lines of a width, pixels."""
        self._break(self.text, width)

    def height(self, width: float) -> int:
        """What the text takes in a width, pixels; its own lines stay as they are."""
        trial = QTextLayout(self.text.text(), self.text.font())
        return ceil(self._break(trial, width)) if self.spans else 0

    def areas(self, span: Span) -> list[QRectF]:
        """The rectangles a span covers, one a line."""
        areas = []
        for number in range(self.text.lineCount()):
            line = self.text.lineAt(number)
            first = max(span.start, line.textStart())
            last = min(span.end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x_in(line, first), _x_in(line, last)
                areas.append(QRectF(left - 2, line.y() - 1.5, right - left + 4, line.height() + 3))
        return areas

    def button_place(self, span: Span, side: int) -> QPointF | None:
        """The upper left corner of the button behind a span; None before the lines are broken."""
        line = self.text.lineForTextPosition(span.room)
        if not line.isValid():
            return None
        return QPointF(_x_in(line, span.room) + 2, line.y() + (line.height() - side) / 2)

    def _break(self, layout: QTextLayout, width: float) -> float:
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 4.0, 40.0))
            line.setPosition(QPointF(2.0, y + LEADING / 2))
            y += self._line_height
        layout.endLayout()
        return y


def _x_in(line: QTextLine, position: int) -> float:
    """Where a character begins on its line; the binding gives the position back beside it."""
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
