"""The live sketch of a concept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.look import Look
from desktop_app.ui.concept.schematic.frame import Frame, frame_of
from desktop_app.ui.concept.schematic.painting import paint_frame
from desktop_app.ui.concept.schematic.scene import Scene, scene_of
from desktop_app.ui.theme import current_theme

NARROWEST = 240


class SchematicView(QWidget):
    """Parts, boundary conditions and measures the way engineers draw them; the solved field inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._frame: Frame | None = None
        self._field: TemperatureField | None = None
        self._look: Look | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(NARROWEST)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * 0.88)
        self.setFont(small)

    def show_concept(self, concept: Concept) -> None:
        """Sketch a concept, as yet without its field."""
        self._scene = scene_of(concept)
        self._field = None
        self._arrange()

    def show_field(self, field: TemperatureField | None, look: Look) -> None:
        """Paint the last temperatures of a solution into the body, in a look's colours."""
        self._field, self._look = field, look
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._scene = self._field = self._look = None
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the sketch, pixels."""
        if self._scene is None:
            return 0
        return round(frame_of(self._scene, width, QFontMetricsF(self.font())).height)

    def sizeHint(self) -> QSize:
        """As wide as a dock is on the first day."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """No narrower than its words need."""
        return QSize(NARROWEST, self.heightForWidth(max(NARROWEST, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font, theme and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what was arranged."""
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_frame(painter, self._frame, None, current_theme())

    def _arrange(self) -> None:
        self._frame = None
        if self._scene is not None and self.width() > 0:
            self._frame = frame_of(self._scene, self.width(), QFontMetricsF(self.font()))
        self.updateGeometry()
        self.update()
