"""Where in time the frame in view is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import current_theme

_GAP = 14


class Readout(QWidget):
    """A few short texts in a row, the first one strong.

    Painted rather than made of labels: a label asks for a new layout whenever its text changes, and this
    one changes with every frame (1.2 ms of the 41 there are at 24 fps).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._widest: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        """Everything that is written."""
        return " · ".join(self._texts)

    def show_texts(self, *texts: str) -> None:
        """Write other texts; what follows a text keeps its place where the text grows shorter."""
        if texts == self._texts:
            return
        if len(texts) != len(self._texts):
            self._widest = [0.0] * len(texts)
        self._texts = texts
        metrics = self.fontMetrics()
        widths = (float(metrics.horizontalAdvance(text)) for text in texts)
        self._widest = [max(old, new) for old, new in zip(self._widest, widths, strict=True)]
        self.setAccessibleName(self.text)
        self.update()

    def reset(self) -> None:
        """Write nothing, and forget how wide the texts were."""
        self._texts, self._widest = (), []
        self.update()

    def sizeHint(self) -> QSize:
        """Enough for the usual texts."""
        metrics = self.fontMetrics()
        return QSize(42 * metrics.averageCharWidth(), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Enough for the first text."""
        metrics = self.fontMetrics()
        return QSize(16 * metrics.averageCharWidth(), metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the texts that fit; the last of them is elided."""
        theme = current_theme()
        painter = QPainter(self)
        metrics = self.fontMetrics()
        left = 0.0
        for number, (text, width) in enumerate(zip(self._texts, self._widest, strict=True)):
            room = self.width() - left
            if room <= 0:
                break
            painter.setPen(QColor(theme.muted if number else theme.text))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += width + _GAP
