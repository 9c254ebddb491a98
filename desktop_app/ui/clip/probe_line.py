"""The line on the video along which temperature is read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent

from desktop_app.domain.clip import Probe
from desktop_app.ui.clip.probe_handle import ProbeHandle
from desktop_app.ui.clip.probe_paint import middle_of, paint_band_width, paint_probe
from desktop_app.ui.clip.probe_shape import (
    MOST_CORNERS,
    bent,
    nearest,
    shifted,
    straight,
    widened,
    with_corner,
    without_corner,
)
from desktop_app.ui.clip.video_canvas import VideoCanvas

_GRIP = 7.0


class ProbeLine(QObject):
    """Shows a probe over a canvas and lets it be moved: by an end, a corner, or as a whole.

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
        self.corners = tuple(ProbeHandle(False, canvas) for _ in range(MOST_CORNERS))
        self.end = ProbeHandle(True, canvas)
        self._connect()
        canvas.painted_over = self._paint
        canvas.geometry_changed.connect(self._place)
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)

    @property
    def handles(self) -> tuple[ProbeHandle, ...]:
        """Start, middle and end, and those of the corners there are."""
        bends = 0 if self._probe is None else len(self._probe.via)
        return self.start, self.middle, self.end, *self.corners[:bends]

    @property
    def probe(self) -> Probe | None:
        """What is shown."""
        return self._probe

    @property
    def held(self) -> bool:
        """Whether it is being dragged."""
        return self._grabbed_at is not None or any(handle.grabbed for handle in self._all)

    def show_probe(self, probe: Probe | None) -> None:
        """Show a probe, or none; one that was moved stays where the hand put it until that place is shown."""
        if probe is None or probe == self._awaited:
            self._awaited = None
        if probe is None or not (self.held or self._awaited):
            self._probe = probe
            self._place()

    def on_line(self, place: QPointF) -> bool:
        """Whether a place of the canvas is on the line."""
        if self._probe is None:
            return False
        points = [self._canvas.to_widget(QPointF(*corner)).toTuple() for corner in self._probe.corners]
        return nearest(tuple(points), (place.x(), place.y()))[0] <= _GRIP

    def bend(self, place: QPointF) -> None:
        """Put a corner at a place of the canvas."""
        if self._probe is not None:
            self._move_to(bent(self._probe, self._canvas.to_frame(place).toTuple()))

    def straighten(self) -> None:
        """Take every corner out."""
        if self._probe is not None:
            self._move_to(straight(self._probe))

    def release(self) -> None:
        """Wait for no place any more: the next probe shown is the one in force."""
        self._awaited = None

    def retranslate(self) -> None:
        """Name the handles."""
        self.start.setAccessibleName(self.tr("Start of the probe line"))
        self.middle.setAccessibleName(self.tr("Whole probe line"))
        self.end.setAccessibleName(self.tr("End of the probe line"))
        for number, handle in enumerate(self.corners, start=1):
            handle.setAccessibleName(self.tr("Corner {number} of the probe line").format(number=number))
        move = self.tr("Drag, or use the arrow keys; + and − or the wheel change the width of the band.")
        bend = self.tr("Double-click the line to bend it there.")
        remove = self.tr("Double-click or Delete takes the corner out.")
        for handle in self._all:
            more = remove if handle in self.corners else bend
            handle.setToolTip(f"{handle.accessibleName()}\n{move}\n{more}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let the line itself be dragged, bent and widened."""
        if self._probe is None:
            return False
        if isinstance(event, QWheelEvent):
            return self._on_wheel(event)
        if not isinstance(event, QMouseEvent):
            return False
        place, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and left and self.on_line(place):
            self._grabbed_at = self._canvas.to_frame(place)
            return True
        if event.type() == QEvent.Type.MouseButtonDblClick and left and self.on_line(place):
            self.bend(place)
            return True
        if event.type() == QEvent.Type.MouseMove:
            return self._on_mouse_moved(place)
        if event.type() == QEvent.Type.MouseButtonRelease and self._grabbed_at is not None:
            self._grabbed_at = None
            self._canvas.update()
            return True
        return False

    @property
    def _all(self) -> tuple[ProbeHandle, ...]:
        return self.start, self.middle, self.end, *self.corners

    def _connect(self) -> None:
        for number, handle in enumerate((self.start, *self.corners)):
            handle.dragged.connect(partial(self._put, number))
            handle.nudged.connect(partial(self._nudge, number))
        self.end.dragged.connect(partial(self._put, -1))
        self.end.nudged.connect(partial(self._nudge, -1))
        self.middle.dragged.connect(self._on_middle_dragged)
        self.middle.nudged.connect(self._shift)
        self.middle.double_clicked.connect(self._on_middle_double_clicked)
        for number, handle in enumerate(self.corners, start=1):
            handle.double_clicked.connect(partial(self._remove, number))
            handle.removal_wanted.connect(partial(self._remove, number))
        for handle in self._all:
            handle.widened.connect(self._widen)
            handle.activity_changed.connect(self._canvas.update)

    def _on_wheel(self, event: QWheelEvent) -> bool:
        if not event.angleDelta().y() or not self.on_line(event.position()):
            return False
        self._widen(2 if event.angleDelta().y() > 0 else -2)
        return True

    def _on_mouse_moved(self, place: QPointF) -> bool:
        if self._grabbed_at is not None:
            now = self._canvas.to_frame(place)
            self._shift(now - self._grabbed_at)
            self._grabbed_at = now
            return True
        near = self.on_line(place)
        self._canvas.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)
        return False

    def _put(self, number: int, place: QPointF) -> None:
        """Put a corner, or with 0 or −1 an end, where the hand is in the canvas."""
        self._put_in_frame(number, self._canvas.to_frame(place))

    def _nudge(self, number: int, step: QPointF) -> None:
        if self._probe is not None:
            self._put_in_frame(number, QPointF(*self._probe.corners[number]) + step)

    def _put_in_frame(self, number: int, point: QPointF) -> None:
        if self._probe is None:
            return
        size, count = self._canvas.frame_size, len(self._probe.corners)
        inside = (min(max(point.x(), 0.0), size.width()), min(max(point.y(), 0.0), size.height()))
        self._move_to(with_corner(self._probe, number % count, inside))

    def _remove(self, number: int) -> None:
        if self._probe is not None:
            self.middle.setFocus()
            self._move_to(without_corner(self._probe, number))

    def _on_middle_double_clicked(self) -> None:
        self.bend(QPointF(self.middle.geometry().center()))

    def _on_middle_dragged(self, point: QPointF) -> None:
        if self._probe is not None:
            self._shift(self._canvas.to_frame(point) - middle_of(self._probe))

    def _shift(self, by: QPointF) -> None:
        if self._probe is not None:
            self._move_to(shifted(self._probe, by.toTuple(), self._canvas.frame_size.toTuple()))

    def _widen(self, by: int) -> None:
        if self._probe is not None:
            self._move_to(widened(self._probe, by))

    def _move_to(self, probe: Probe) -> None:
        if probe != self._probe:
            self._probe = self._awaited = probe
            self._place()
            self.moved.emit(probe)

    def _place(self) -> None:
        probe = self._probe
        shown = self.handles if probe is not None and self._canvas.has_picture else ()
        for handle in self._all:
            handle.setVisible(handle in shown)
        if shown and probe is not None:
            start, *via, end = (QPointF(*corner) for corner in probe.corners)
            for handle, point in zip(shown, (start, middle_of(probe), end, *via), strict=True):
                handle.centre_on(self._canvas.to_widget(point))
                handle.raise_()
        self._canvas.update()

    def _paint(self, painter: QPainter) -> None:
        if self._probe is None:
            return
        paint_probe(painter, self._canvas, self._probe)
        if self._grabbed_at is not None or any(handle.active for handle in self.handles):
            text = self.tr("band {width} px").format(width=f"{self._probe.band_px:g}")
            paint_band_width(painter, self._canvas, self._probe, text)
