"""The points and regions on the video whose temperature is followed over time."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QMenu

from desktop_app.domain.clip import Place, SpotProbe
from desktop_app.domain.reading import PlaceReading
from desktop_app.ui.clip.place_mark import PlaceMark
from desktop_app.ui.clip.place_shape import anchor_of, grown, put
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.place_colours import MOST_PLACES, ON_VIDEO, place_letter
from desktop_app.ui.place_trace import shown_celsius
from desktop_app.ui.theme import DARK

_SIGMAS = 2.0


class PlaceMarks(QObject):
    """Shows places over a canvas, with the temperature of the frame in view, and lets them be moved.

    Signals:
        changed: every place there is now, after one was moved, resized, added or removed by hand.
    """

    changed = Signal(object)

    def __init__(self, canvas: VideoCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._places: tuple[Place, ...] = ()
        self._readings: tuple[PlaceReading, ...] = ()
        self._frame_index = 0
        self._below = canvas.painted_over
        self.marks = tuple(PlaceMark(index, canvas) for index in range(MOST_PLACES))
        for index, mark in enumerate(self.marks):
            mark.dragged.connect(partial(self._on_dragged, index))
            mark.nudged.connect(partial(self._on_nudged, index))
            mark.grown.connect(partial(self._on_grown, index))
            mark.removal_wanted.connect(partial(self.remove, index))
            mark.menu_wanted.connect(partial(self._on_menu_wanted, index))
        canvas.painted_over = self._paint
        canvas.geometry_changed.connect(self.lay_out)

    @property
    def places(self) -> tuple[Place, ...]:
        """What is shown."""
        return self._places

    @property
    def full(self) -> bool:
        """Whether no more can be added."""
        return len(self._places) >= MOST_PLACES

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show other places, which nobody moved by hand; `changed` is not told."""
        if places == self._places or any(mark.grabbed for mark in self.marks):
            return
        self._places, self._readings = places[:MOST_PLACES], ()
        self.lay_out()
        self._write()

    def show_readings(self, readings: tuple[PlaceReading, ...]) -> None:
        """Take what was read at the places, one reading each; of other places they say nothing."""
        self._readings = readings
        self._write()

    def show_frame(self, index: int) -> None:
        """Write the temperatures of frame `index`."""
        self._frame_index = index
        if self._places:
            self._write()

    def add(self, place: Place) -> None:
        """One place more, while there is room."""
        if not self.full:
            self._change((*self._places, place))
            self.marks[len(self._places) - 1].setFocus()

    def remove(self, index: int) -> None:
        """One place less; those after it take the letter before theirs."""
        if index < len(self._places):
            self._canvas.setFocus()
            self._change(self._places[:index] + self._places[index + 1 :])

    def remove_all(self) -> None:
        """No place any more."""
        self._canvas.setFocus()
        self._change(())

    def retranslate(self) -> None:
        """Name the marks."""
        self._write()

    def lay_out(self) -> None:
        """Lay every mark where its place is in the picture."""
        for index, mark in enumerate(self.marks):
            shown = index < len(self._places) and self._canvas.has_picture
            if shown:
                mark.centre_on(self._canvas.to_widget(QPointF(*anchor_of(self._places[index]))))
            if shown and mark.isHidden():
                mark.raise_()
            mark.setVisible(shown)
        self._canvas.update()

    def _change(self, places: tuple[Place, ...]) -> None:
        if places == self._places:
            return
        self._places = places
        self.lay_out()
        self._write()
        self.changed.emit(places)

    def _replace(self, index: int, place: Place) -> None:
        if index < len(self._places):
            self._change((*self._places[:index], place, *self._places[index + 1 :]))

    def _on_dragged(self, index: int, point: QPointF) -> None:
        self._put(index, self._canvas.to_frame(point))

    def _on_nudged(self, index: int, step: QPointF) -> None:
        self._put(index, QPointF(*anchor_of(self._places[index])) + step)

    def _put(self, index: int, anchor: QPointF) -> None:
        size = self._canvas.frame_size.toTuple()
        self._replace(index, put(self._places[index], anchor.toTuple(), size))

    def _on_grown(self, index: int, by: float) -> None:
        self._replace(index, grown(self._places[index], by, self._canvas.frame_size.toTuple()))

    def _on_menu_wanted(self, index: int, where: QPoint) -> None:
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = menu.addAction(self.tr("Remove {letter}").format(letter=place_letter(index)))
        remove.triggered.connect(partial(self._on_removal_chosen, index))
        menu.popup(where)

    def _on_removal_chosen(self, index: int, _checked: bool = False) -> None:
        self.remove(index)

    def _write(self) -> None:
        """The temperature beside every letter, and more of it in its tooltip."""
        help_text = self.tr("Drag, or use the arrow keys; + and − change its size, Delete removes it.")
        for index, (mark, place) in enumerate(zip(self.marks, self._places, strict=False)):
            kind = self.tr("Point {letter}") if isinstance(place, SpotProbe) else self.tr("Region {letter}")
            name = kind.format(letter=place_letter(index))
            value, error = self._now(index)
            unread = "?" if index < len(self._readings) else ""
            mark.show_value(f"{value:.0f} °C" if np.isfinite(value) else unread)
            mark.setAccessibleName(name)
            said = self.tr("no colour of the palette here")
            if np.isfinite(value):
                words = self.tr("{value} °C, give or take {error} °C, estimated from colour")
                said = words.format(value=f"{value:.1f}", error=f"{error:.1f}")
            mark.setToolTip(f"{name}: {said}\n{help_text}")

    def _now(self, index: int) -> tuple[float, float]:
        """°C and ±2σ in the frame in view; NaN where there is none."""
        reading = self._readings[index] if index < len(self._readings) else None
        if reading is None or self._frame_index >= len(reading.temperature_K):
            return float("nan"), float("nan")
        row = self._frame_index
        return float(shown_celsius(reading)[row]), _SIGMAS * float(reading.sigma_K[row])

    def _paint(self, painter: QPainter) -> None:
        """A ring as large as what is read, or the region's box."""
        if self._below is not None:
            self._below(painter)
        if not self._places:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dark = QColor(DARK.overlay)
        dark.setAlphaF(0.7)
        for place, colour in zip(self._places, ON_VIDEO, strict=False):
            for pen in (QPen(dark, 3.6), QPen(QColor(colour), 1.8)):
                painter.setPen(pen)
                if isinstance(place, SpotProbe):
                    radius = max(place.radius_px * self._canvas.scale, 3.0)
                    painter.drawEllipse(self._canvas.to_widget(QPointF(place.x, place.y)), radius, radius)
                else:
                    corners = ((place.box.left, place.box.top), (place.box.right, place.box.bottom))
                    painter.drawRect(QRectF(*(self._canvas.to_widget(QPointF(*each)) for each in corners)))
