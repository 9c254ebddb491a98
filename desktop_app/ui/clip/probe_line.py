"""The line on the video along which temperature is read."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.probe_handle import ProbeHandle
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.theme import current_theme

_GRIP = 7.0
_SHORTEST = 8.0
_BANDS = (1.0, 101.0)


class ProbeLine(QObject):
    """Shows a probe over a canvas and lets it be moved: by either end, or as a whole.

    Every move is told in pixels of the frames, whatever size they are shown at.
    """

    moved = Signal(object)

    def __init__(self, canvas: VideoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._probe: Probe | None = None
        self._awaited: Probe | None = None
        self._grabbed_at: QPointF | None = None
        self.start = ProbeHandle(True, canvas)
        self.middle = ProbeHandle(False, canvas)
        self.end = ProbeHandle(True, canvas)
        self.start.dragged.connect(lambda point: self._put_end(0, canvas.to_frame(point)))
        self.end.dragged.connect(lambda point: self._put_end(1, canvas.to_frame(point)))
        self.middle.dragged.connect(self._on_middle_dragged)
        self.start.nudged.connect(lambda step: self._put_end(0, self._ends()[0] + step))
        self.end.nudged.connect(lambda step: self._put_end(1, self._ends()[1] + step))
        self.middle.nudged.connect(self._shift)
        for handle in self.handles:
            handle.widened.connect(self._widen)
            handle.activity_changed.connect(canvas.update)
        canvas.painted_over = self._paint
        canvas.geometry_changed.connect(self._place)
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)

    @property
    def handles(self) -> tuple[ProbeHandle, ProbeHandle, ProbeHandle]:
        """Start, middle and end."""
        return self.start, self.middle, self.end

    @property
    def probe(self) -> Probe | None:
        """What is shown."""
        return self._probe

    @property
    def held(self) -> bool:
        """Whether it is being dragged."""
        return self._grabbed_at is not None or any(handle.grabbed for handle in self.handles)

    def show_probe(self, probe: Probe | None) -> None:
        """Show a probe, or none; one that was moved stays where the hand put it until that place is shown."""
        if probe is None or probe == self._awaited:
            self._awaited = None
        if probe is None or not (self.held or self._awaited):
            self._probe = probe
            self._place()

    def retranslate(self) -> None:
        """Name the handles."""
        self.start.setAccessibleName(self.tr("Start of the probe line"))
        self.middle.setAccessibleName(self.tr("Whole probe line"))
        self.end.setAccessibleName(self.tr("End of the probe line"))
        help_text = self.tr("Drag, or use the arrow keys; + and − change the width of the band.")
        for handle in self.handles:
            handle.setToolTip(f"{handle.accessibleName()}\n{help_text}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let the line itself be dragged."""
        if self._probe is None or not isinstance(event, QMouseEvent):
            return False
        place = event.position()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            if self._on_line(place):
                self._grabbed_at = self._canvas.to_frame(place)
                return True
        elif event.type() == QEvent.Type.MouseMove:
            if self._grabbed_at is not None:
                now = self._canvas.to_frame(place)
                self._shift(now - self._grabbed_at)
                self._grabbed_at = now
                return True
            near = self._on_line(place)
            self._canvas.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._grabbed_at is not None:
            self._grabbed_at = None
            return True
        return False

    def _ends(self) -> tuple[QPointF, QPointF]:
        probe = self._probe
        assert probe is not None
        return QPointF(probe.x0, probe.y0), QPointF(probe.x1, probe.y1)

    def _on_line(self, place: QPointF) -> bool:
        a, b = (self._canvas.to_widget(end) for end in self._ends())
        along = b - a
        length2 = QPointF.dotProduct(along, along) or 1.0
        share = min(max(QPointF.dotProduct(place - a, along) / length2, 0.0), 1.0)
        away = place - (a + along * share)
        return math.hypot(away.x(), away.y()) <= _GRIP

    def _put_end(self, which: int, point: QPointF) -> None:
        if self._probe is None:
            return
        point, other = self._inside(point), self._ends()[1 - which]
        if math.hypot(point.x() - other.x(), point.y() - other.y()) < _SHORTEST:
            return
        probe = self._probe
        if which == 0:
            self._move_to(replace(probe, x0=point.x(), y0=point.y()))
        else:
            self._move_to(replace(probe, x1=point.x(), y1=point.y()))

    def _on_middle_dragged(self, point: QPointF) -> None:
        a, b = self._ends()
        self._shift(self._canvas.to_frame(point) - (a + b) / 2)

    def _shift(self, by: QPointF) -> None:
        if self._probe is None:
            return
        a, b = self._ends()
        size = self._canvas.frame_size
        dx = min(max(by.x(), -min(a.x(), b.x())), size.width() - max(a.x(), b.x()))
        dy = min(max(by.y(), -min(a.y(), b.y())), size.height() - max(a.y(), b.y()))
        self._move_to(replace(self._probe, x0=a.x() + dx, y0=a.y() + dy, x1=b.x() + dx, y1=b.y() + dy))

    def _widen(self, by: int) -> None:
        if self._probe is not None:
            band = min(max(self._probe.band_px + by, _BANDS[0]), _BANDS[1])
            self._move_to(replace(self._probe, band_px=band))

    def _inside(self, point: QPointF) -> QPointF:
        size = self._canvas.frame_size
        return QPointF(min(max(point.x(), 0.0), size.width()), min(max(point.y(), 0.0), size.height()))

    def _move_to(self, probe: Probe) -> None:
        if probe != self._probe:
            self._probe = self._awaited = probe
            self._place()
            self.moved.emit(probe)

    def _place(self) -> None:
        shown = self._probe is not None and self._canvas.has_picture
        for handle in self.handles:
            handle.setVisible(shown)
        if shown:
            a, b = self._ends()
            for handle, point in zip(self.handles, (a, (a + b) / 2, b), strict=True):
                handle.centre_on(self._canvas.to_widget(point))
                handle.raise_()
        self._canvas.update()

    def _paint(self, painter: QPainter) -> None:
        """The band as two hairlines, the line in the middle, the band's width beside it while in use."""
        if self._probe is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        a, b = (self._canvas.to_widget(end) for end in self._ends())
        along = b - a
        length = math.hypot(along.x(), along.y()) or 1.0
        across = QPointF(-along.y(), along.x()) / length * (self._probe.band_px * self._canvas.scale / 2)
        theme = current_theme()
        dark, light = QColor(theme.overlay), QColor(theme.overlay_text)
        dark.setAlphaF(0.55)
        painter.setPen(QPen(dark, 3.0))
        painter.drawLine(a, b)
        light.setAlphaF(0.45)
        painter.setPen(QPen(light, 1.0))
        painter.drawLine(a + across, b + across)
        painter.drawLine(a - across, b - across)
        light.setAlphaF(0.95)
        painter.setPen(QPen(light, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(a, b)
        if self._grabbed_at is not None or any(handle.active for handle in self.handles):
            self._paint_band_width(painter, (a + b) / 2, across)

    def _paint_band_width(self, painter: QPainter, middle: QPointF, across: QPointF) -> None:
        assert self._probe is not None
        text = self.tr("band {width} px").format(width=f"{self._probe.band_px:g}")
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 6
        above = abs(across.y()) + 14 + height
        card = QRectF(middle.x() - width / 2, middle.y() - above, width, height)
        room = self._canvas.rect().toRectF()
        if card.top() < room.top():
            card.moveTop(middle.y() + above - height)
        card.moveLeft(min(max(card.left(), 0.0), room.width() - width))
        theme = current_theme()
        ground = QColor(theme.overlay)
        ground.setAlphaF(0.82)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(card, 6, 6)
        painter.setPen(QColor(theme.overlay_text))
        painter.drawText(card, Qt.AlignmentFlag.AlignCenter, text)
