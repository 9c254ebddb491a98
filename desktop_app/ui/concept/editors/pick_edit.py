"""One of a few words, chosen in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop_app.ui.concept.editors.hover import set_hover
from desktop_app.ui.concept.fields.pieces import Change, Pick
from desktop_app.ui.icons import pixmap
from desktop_app.ui.theme import restyle, set_role

_MARGIN = 15
_ARROW = 8


class PickEdit(QComboBox):
    """A list that looks like its word until it is pointed at, and is as wide as that.

    Signals:
        changed: a `Change` of the choices.
    """

    changed = Signal(object)

    def __init__(self, piece: Pick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "inline")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._piece = piece
        self.activated.connect(self._on_activated)
        self.show_piece(piece)

    def show_piece(self, piece: Pick) -> None:
        """Show the word as it is now."""
        if piece.options != self._piece.options or not self.count():
            self.clear()
            self.addItems([text for _, text in piece.options])
        self._piece = piece
        self.setCurrentIndex(next((i for i, o in enumerate(piece.options) if o[0] == piece.current), -1))
        self.setAccessibleName(piece.name)
        set_hover(self, piece.hover)
        self._mark(piece.edited)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the word."""
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + _MARGIN
        return QSize(width, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """A list as wide as its widest word."""
        widest = max(
            (self.fontMetrics().horizontalAdvance(text) for _, text in self._piece.options), default=0
        )
        self.view().setMinimumWidth(widest + 48)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an arrow only while it is pointed at or has the keyboard."""
        super().paintEvent(event)
        if self.underMouse() or self.hasFocus():
            side = _ARROW
            painter = QPainter(self)
            painter.drawPixmap(
                self.width() - side - 2,
                (self.height() - side) // 2,
                pixmap("chevron_down", side, "muted", self.devicePixelRatioF()),
            )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel, and changes nothing."""
        event.ignore()

    def _mark(self, edited: bool) -> None:
        if bool(self.property("edited")) != edited:
            self.setProperty("edited", edited)
            restyle(self)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        value = self._piece.options[index][0]
        if value != self._piece.current:
            self.changed.emit(_changed(self._piece, value))


def _changed(piece: Pick, value: str) -> Change:
    return lambda choices: piece.change(choices, value)
