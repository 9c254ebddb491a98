"""What the two plots over time share: the time axis and the cursor on it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.reading import Reading
from desktop_app.domain.scales import TimeUnit, time_unit
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.theme import current_theme


class TimePlot(StyledPlot):
    """A plot over the clip's time, with a cursor at the frame in view that can be dragged."""

    frame_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self.unit: TimeUnit = time_unit(1.0)
        self._frame_index = 0
        self.cursor_line = pg.InfiniteLine(0.0, angle=90, movable=True)
        self.cursor_line.setZValue(40)
        self.cursor_line.setCursor(Qt.CursorShape.SizeHorCursor)
        self.cursor_line.sigDragged.connect(self._on_cursor_dragged)
        self.plot.addItem(self.cursor_line, ignoreBounds=True)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)

    def take(self, reading: Reading, num_frames: int) -> None:
        """Take a readable reading of a clip that will have `num_frames` frames."""
        self.reading = reading
        times = reading.time_s
        frame_s = float(times[1] - times[0]) if len(times) > 1 else 1.0
        end_s = float(times[0]) + frame_s * max(num_frames - 1, 1)
        self.unit = time_unit(end_s)
        self.plot.getAxis("bottom").setScale(1.0 / self.unit.seconds)
        self.plot.setXRange(float(times[0]), end_s + 1e-6 * abs(end_s), padding=0.0)
        self.cursor_line.setBounds((float(times[0]), end_s))
        self.show_frame(self._frame_index)
        self._label_time()

    def show_frame(self, index: int) -> None:
        """Put the cursor at frame `index`."""
        self._frame_index = index
        if self.reading is not None and len(self.reading.time_s):
            self.cursor_line.setValue(float(self.reading.time_s[self.row]))

    @property
    def row(self) -> int:
        """The row of the reading that belongs to the frame in view, or the last that was read."""
        return min(self._frame_index, len(self.times) - 1)

    @property
    def times(self) -> NDArray[np.float64]:
        """(frame,) seconds of the frames that were read."""
        return self.reading.time_s if self.reading is not None else np.empty(0)

    def nearest_row(self, time_s: float) -> int:
        """The row of the reading nearest to a time."""
        return int(np.abs(self.times - time_s).argmin())

    def move_crosshair(self, right: int, up: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Left and right select frames; up and down move the crosshair along the cursor."""
        if self.reading is None or not len(self.times):
            return False
        if right:
            far = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self._select(min(max(self.row + right * far, 0), len(self.times) - 1))
        (_, _), (bottom, top) = self.plot.vb.viewRange()
        y = self._cross.place[1] if self._cross.place else (bottom + top) / 2
        y = min(max(y + up * (top - bottom) / 50, bottom), top)
        self.hover_at(float(self.times[self.row]), y)
        return True

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.cursor_line.setToolTip(self.tr("Drag to another frame"))
        self._label_time()

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        theme = current_theme()
        self.cursor_line.setPen(self.pen(theme.text, dashed=False, width=1.4))
        self.cursor_line.setHoverPen(self.pen(theme.accent, dashed=False, width=3.0))

    def _label_time(self) -> None:
        self.label_axis("bottom", self.tr("Time ({unit})").format(unit=self.unit.symbol))

    def _select(self, row: int) -> None:
        if row != self._frame_index:
            self.show_frame(row)
            self.frame_selected.emit(row)

    def _on_cursor_dragged(self) -> None:
        if len(self.times):
            self._select(self.nearest_row(float(self.cursor_line.value())))

    def _on_clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        inside = self.plot.vb.sceneBoundingRect().contains(event.scenePos())
        if inside and len(self.times) and event.button() == Qt.MouseButton.LeftButton:
            self._select(self.nearest_row(self.plot.vb.mapSceneToView(event.scenePos()).x()))
