"""The live sketch of a concept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.look import Look
from desktop_app.thermography.shades import shades_of
from desktop_app.ui.concept.schematic.arranging import frame_of
from desktop_app.ui.concept.schematic.colour_key import paint_key
from desktop_app.ui.concept.schematic.field_image import field_image, reached, scale_of
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.hover import words_at
from desktop_app.ui.concept.schematic.painting import paint_frame
from desktop_app.ui.concept.schematic.scene import Scene, scene_of
from desktop_app.ui.concept.schematic.telling import description
from desktop_app.ui.theme import current_theme

NARROWEST = 240
MOST_WIDTHS = 8


@dataclass(frozen=True, eq=False)
class _Painted:
    """A field, and the colours of its temperatures."""

    field: TemperatureField
    palette: NDArray[np.uint8]
    range_K: tuple[float, float]


class SchematicView(QWidget):
    """Parts, boundary conditions and measures the way engineers draw them; the solved field inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._frame: Frame | None = None
        self._frames: dict[int, Frame] = {}
        self._painted: _Painted | None = None
        self._image: QImage | None = None
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
        self._painted = self._image = None
        self._arrange()

    def show_field(self, field: TemperatureField | None, look: Look) -> None:
        """Paint the last temperatures of a solution into the body, in a look's colours."""
        self._painted = self._image = None
        concept = self._scene.concept if self._scene is not None else None
        if field is not None and concept is not None and concept.supported:
            self._painted = _Painted(field, shades_of(look, 256), scale_of(concept, field))
        self._tell()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._scene = self._painted = self._image = None
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the sketch, pixels."""
        if self._scene is None:
            return 0
        return round(self._framed(self._scene, width).height)

    def sizeHint(self) -> QSize:
        """As wide as a dock is on the first day."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """No narrower than its words need."""
        return QSize(NARROWEST, self.heightForWidth(max(NARROWEST, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything in the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font, theme and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._arrange()

    def event(self, event: QEvent) -> bool:
        """Tell what lies under the mouse."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or self._frame is None:
            return super().event(event)
        field = None if self._painted is None else self._painted.field
        QToolTip.showText(event.globalPos(), words_at(self._frame, QPointF(event.pos()), field), self)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what was arranged."""
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_frame(painter, self._frame, self._picture(self._frame), current_theme())
        if self._painted is not None and self._frame.foot.scale is not None:
            paint_key(
                painter, self._frame.foot.scale, self._painted.palette, self._painted.range_K, current_theme()
            )

    def _picture(self, frame: Frame) -> QImage | None:
        """The field in the body's proportions, made once for every size."""
        if self._painted is None:
            return None
        size = frame.body.size() * self.devicePixelRatioF()
        pixels = (max(1, round(size.width())), max(1, round(size.height())))
        if self._image is None or (self._image.width(), self._image.height()) != pixels:
            painted, scene = self._painted, frame.scene
            self._image = field_image(
                painted.field, painted.palette, painted.range_K, (scene.x, scene.y), pixels
            )
        return self._image

    def _framed(self, scene: Scene, width: int) -> Frame:
        """The scene arranged in a width; layouts ask for the same few widths again and again."""
        if width not in self._frames:
            if len(self._frames) >= MOST_WIDTHS:
                self._frames.clear()
            self._frames[width] = frame_of(scene, width, QFontMetricsF(self.font()))
        return self._frames[width]

    def _arrange(self) -> None:
        """Forget what was arranged: the scene, the font or the language is another."""
        self._frames.clear()
        self._fit()

    def _fit(self) -> None:
        self._frame = None
        if self._scene is not None and self.width() > 0:
            self._frame = self._framed(self._scene, self.width())
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        """Say the sketch in words."""
        self.setAccessibleName(self.tr("Sketch of the concept"))
        range_K = None if self._painted is None else reached(self._painted.field)
        self.setAccessibleDescription("" if self._scene is None else description(self._scene, range_K))
