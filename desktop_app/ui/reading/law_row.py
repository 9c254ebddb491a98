"""One law and what the clip does with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.laws import LawVerdict
from desktop_app.ui.icons import pixmap
from desktop_app.ui.reading.law_words import (
    LAW_NAMES,
    VERDICT_ICONS,
    VERDICT_TONES,
    VERDICT_WORDS,
    full_numbers,
    numbers_of,
)
from desktop_app.ui.theme import current_theme, set_role
from desktop_app.ui.translation import in_words

_ICON = 20
_BAR = 3.0
_GO_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LawRow(QWidget):
    """Icon, name, number and sentence of one verdict.

    Signals:
        entered_or_left: the mouse or the keyboard came or went.
        activated: clicked, or Enter or Space; carries the row.
        moved_on: an arrow key asks for the row below (1) or above (-1); carries the row and which.
    """

    entered_or_left = Signal()
    activated = Signal(object)
    moved_on = Signal(object, int)

    def __init__(self, verdict: LawVerdict, when: str, parent: QWidget | None = None) -> None:
        """Make the row.

        Args:
            verdict: what is shown.
            when: time in the clip where it shows; empty where nothing particular shows it.
            parent: owner.
        """
        super().__init__(parent)
        self.verdict = verdict
        self._when = when
        self.pointed_at = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.icon = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self.name = QLabel(wordWrap=True)
        self.numbers = QLabel(wordWrap=True)
        self.why = QLabel(wordWrap=True)
        self.when = QLabel(wordWrap=True)
        for label, role in (
            (self.name, "heading"),
            (self.numbers, "small"),
            (self.why, "muted"),
            (self.when, "small"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
        self._lay_out()
        if verdict.mark is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()
        self._retheme()

    @property
    def in_use(self) -> bool:
        """Whether the mouse is over it or it has the keyboard."""
        return self.pointed_at or self.hasFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        verdict = self.verdict
        name, word = in_words(LAW_NAMES[verdict.law]), in_words(VERDICT_WORDS[verdict.verdict])
        why = in_words(verdict.why)
        self.name.setText(name)
        self.why.setText(why)
        numbers = numbers_of(verdict)
        self.numbers.setText("" if numbers is None else in_words(numbers))
        self.numbers.setVisible(numbers is not None)
        self.when.setText(self.tr("See {time}").format(time=self._when))
        self.when.setVisible(bool(self._when))
        in_full = " ".join(in_words(sentence) for sentence in full_numbers(verdict))
        self.setAccessibleName(self.tr("{law}: {verdict}").format(law=name, verdict=word))
        self.setAccessibleDescription(f"{why} {in_full}")
        self.icon.setAccessibleName(word)
        self.icon.setToolTip(word)
        self.setToolTip("\n".join(in_words(sentence) for sentence in full_numbers(verdict)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._retheme()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse came."""
        super().enterEvent(event)
        self._point(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse went."""
        super().leaveEvent(event)
        self._point(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went."""
        super().focusOutEvent(event)
        self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go there, arrows to the next row, Escape lets go."""
        key = Qt.Key(event.key())
        if key in _GO_KEYS:
            self.activated.emit(self)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved_on.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A ground under the row in use, a bar beside a broken law."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.in_use:
            painter.setPen(QPen(QColor(theme.focus), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(room, 8, 8)
        if self.verdict.verdict == "broken":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.bad))
            bar = QRectF(room.left() + 1, room.top() + 7, _BAR, room.height() - 14)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(2)
        for label in (self.name, self.numbers, self.why, self.when):
            text.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(9)
        layout.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

    def _retheme(self) -> None:
        self.when.setStyleSheet(f"color: {current_theme().focus}")
        verdict = self.verdict.verdict
        tone = VERDICT_TONES[verdict]
        self.icon.setPixmap(pixmap(VERDICT_ICONS[verdict], _ICON, tone, self.devicePixelRatioF()))

    def _point(self, here: bool) -> None:
        self.pointed_at = here
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.entered_or_left.emit()
