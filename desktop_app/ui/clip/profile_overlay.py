"""The temperature profile of the frame in view, over the video."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop_app.domain.reading import Reading
from desktop_app.domain.scales import axis_ticks
from desktop_app.ui.clip.glass_pane import LegendEntry, glass_pane
from desktop_app.ui.clip.light_curve import LightCurve
from desktop_app.ui.reading.bare_view import bare_view
from desktop_app.ui.reading.beside import solution_of_frame
from desktop_app.ui.reading.faded_pen import faded_pen
from desktop_app.ui.reading.legend import line_pen
from desktop_app.ui.reading.units import celsius_range, to_celsius
from desktop_app.ui.theme import DARK

_AXIS = 44
_RIGHT = 16
_HEADER = 26
_BELOW = 24
_DASHES = (8.0, 5.0)
_PASSES_ADD_UP = 3.0


class ProfileOverlay(QWidget):
    """A pane of dark glass with T(x): read from the frame's colours, and beside it Fourier's law.

    It looks the same in every theme, since it lies on a picture. It can be dragged up and down, with the
    arrow keys too.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._solution_C: NDArray[np.float64] | None = None
        self._frame_index = 0
        self._span = (0.0, 1.0)
        self._grabbed_at: float | None = None
        self._glass = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._view = _transparent_view(self)
        plot = self._view.getPlotItem()
        dashes = line_pen(DARK.plot_solution, dashed=True, width=1.0, ratio=1.0)
        dashes.setDashPattern(_DASHES)
        self.solution_curve = LightCurve(pen=dashes)
        self.reading_curve = LightCurve()
        plot.addItem(self.reading_curve)
        plot.addItem(self.solution_curve)
        self._dress_axes()
        self.retranslate()

    def set_reading(self, reading: Reading | None) -> None:
        """Take a readable reading, or none."""
        self._reading = reading
        if reading is not None:
            low, high = celsius_range(reading.temperature_range_K)
            self._view.setYRange(low, high if high > low else low + 1.0, padding=0.05)
            self._write_ticks()
        self._draw()

    def set_solution(self, solution_C: NDArray[np.float64] | None) -> None:
        """Take the solution, (frame, sample) in °C, or none."""
        self._solution_C = solution_C
        self._draw()
        self._make_glass()

    def show_frame(self, index: int) -> None:
        """Draw frame `index`; nothing where it was not read yet."""
        self._frame_index = index
        self._draw()

    def align(self, start_x: float, end_x: float) -> None:
        """Lie so that the curve is above the body: the probe's ends, in the parent's coordinates.

        Where the probe is steep, or reaches behind the axis, the curve takes the whole width instead.
        """
        left, right = self._inner_span()
        start_x, end_x = start_x - self.x(), end_x - self.x()
        fits = min(start_x, end_x) >= left - 6 and max(start_x, end_x) <= right + 6
        if not fits or abs(end_x - start_x) < (right - left) / 3:
            start_x, end_x = left, right
        self._span = (start_x, end_x)
        per_px = 1.0 / (end_x - start_x)
        ends = ((left - start_x) * per_px, (right - start_x) * per_px)
        self._view.invertX(ends[1] < ends[0])
        self._view.setXRange(min(ends), max(ends), padding=0.0)
        self.update()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Temperature profile of the frame in view, in °C"))
        self.setToolTip(self.tr("Estimated from the video's colours. Drag up or down to move it."))
        self._make_glass()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._dress_axes()
            self._make_glass()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the plot below the legend."""
        super().resizeEvent(event)
        self._view.setGeometry(0, _HEADER, self.width(), self.height() - _HEADER)
        self._write_ticks()
        self._make_glass()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed_at = event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask to be moved."""
        if self._grabbed_at is not None:
            self.moved.emit(self.mapToParent(event.position()).y() - self._grabbed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go."""
        self._grabbed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move it."""
        step = {Qt.Key.Key_Up: -12.0, Qt.Key.Key_Down: 12.0}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self.y() + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._make_glass()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._make_glass()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the glass and its legend, made once for this size."""
        QPainter(self).drawPixmap(0, 0, self._glass)

    def _draw(self) -> None:
        self.update()
        reading, row = self._reading, self._frame_index
        if reading is None or row >= len(reading.temperature_K):
            self.reading_curve.setData([], [])
            self.solution_curve.setData([], [])
            return
        sure = reading.confidence[row] ** _PASSES_ADD_UP
        self.reading_curve.setPen(faded_pen(DARK.plot_reading, reading.position, sure, width=1.0))
        self.reading_curve.setData(reading.position, to_celsius(reading.temperature_K[row]))
        solution = solution_of_frame(reading, self._solution_C, row)
        if solution is None:
            self.solution_curve.setData([], [])
        else:
            self.solution_curve.setData(reading.position, solution, connect="finite")

    def _inner_span(self) -> tuple[float, float]:
        return float(_AXIS), float(max(self.width() - _RIGHT, _AXIS + 1))

    def _write_ticks(self) -> None:
        """As many temperatures as there is room for, both ends of the scale among them."""
        if self._reading is None:
            return
        low, high = celsius_range(self._reading.temperature_range_K)
        most = int((self._view.height() - _BELOW) // (1.5 * self.fontMetrics().height()))
        left = self._view.getPlotItem().getAxis("left")
        left.setTicks([axis_ticks(low, high, most)])

    def _dress_axes(self) -> None:
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.85)
        line = QColor(DARK.overlay_text)
        line.setAlphaF(0.35)
        for name in ("left", "bottom"):
            axis = self._view.getPlotItem().getAxis(name)
            axis.setStyle(
                tickFont=small, tickLength=-3, tickTextOffset=4, maxTickLevel=0, hideOverlappingLabels=False
            )
            axis.setTextPen(QColor(DARK.overlay_text))
            axis.setPen(line)
            axis.setTickPen(line)
        bottom = self._view.getPlotItem().getAxis("bottom")
        bottom.setTicks([[(0.0, "0"), (0.25, ""), (0.5, "0.5"), (0.75, ""), (1.0, "1")]])

    def _make_glass(self) -> None:
        """Paint what does not change from frame to frame."""
        entries = [LegendEntry(self.tr("read from colour (estimated)"), DARK.plot_reading, dashed=False)]
        if self._solution_C is not None:
            entries.append(LegendEntry(self.tr("Fourier's law"), DARK.plot_solution, dashed=True))
        self._glass = glass_pane(self, _HEADER, (_AXIS, _RIGHT), entries)
        self.update()


def _transparent_view(parent: QWidget) -> pg.PlotWidget:
    """A plot one can see through, with neither menus nor buttons, deaf to the mouse.

    It is painted when the video under it is, and never on its own account: left alone, Qt would paint video
    and plot once for the new picture and once more for the new curve.
    """
    view = bare_view(_AXIS)
    view.setParent(parent)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
    view.setBackground(None)
    view.setStyleSheet("background: transparent")
    view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.getPlotItem().layout.setContentsMargins(0, 2, _RIGHT, 4)
    return view
