"""What the plots over the shared time have in common: the axis and the play head on it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.compare.head_clock import SHARE, HeadClock
from desktop_app.ui.reading.styled_plot import StyledPlot
from desktop_app.ui.theme import current_theme


class HeadPlot(StyledPlot):
    """A plot over the time of both clips, with a play head that can be dragged.

    Signals:
        stop_selected: number of a stop of the play head.
    """

    stop_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: HeadClock | None = None
        self.stop = 0
        self.head = pg.InfiniteLine(0.0, angle=90, movable=True)
        self.head.setZValue(40)
        self.head.setCursor(Qt.CursorShape.SizeHorCursor)
        self.head.sigDragged.connect(self._on_dragged)
        self.plot.addItem(self.head, ignoreBounds=True)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        self.plot.setYRange(0.0, 1.0, padding=0.0)
        self.plot.getAxis("left").setTicks([[(0.0, "0"), (0.5, "0.5"), (1.0, "1")]])

    def take_clock(self, clock: HeadClock) -> None:
        """Lay the time axis out."""
        self.clock = clock
        end = float(clock.time_s[-1]) or 1.0
        self.plot.getAxis("bottom").setScale(1.0 / clock.unit.seconds)
        self.plot.setXRange(0.0, end * (1 + 1e-6), padding=0.0)
        self.head.setBounds((0.0, end))
        self.show_stop(0)
        self._label_time()

    def show_stop(self, stop: int) -> None:
        """Put the play head somewhere."""
        self.stop = stop
        if self.clock is not None:
            self.head.setValue(float(self.clock.time_s[stop]))

    def move_crosshair(self, right: int, up: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Left and right move the play head; up and down the crosshair along it."""
        if self.clock is None:
            return False
        if right:
            far = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self._select(min(max(self.stop + right * far, 0), len(self.clock.time_s) - 1))
        (_, _), (bottom, top) = self.plot.vb.viewRange()
        y = self._cross.place[1] if self._cross.place else (bottom + top) / 2
        y = min(max(y + up * (top - bottom) / 50, bottom), top)
        self.hover_at(float(self.clock.time_s[self.stop]), y)
        return True

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self._label_time()

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        theme = current_theme()
        self.head.setPen(self.pen(theme.text, dashed=False, width=1.4))
        self.head.setHoverPen(self.pen(theme.accent, dashed=False, width=3.0))

    def _label_time(self) -> None:
        if self.clock is None:
            return
        if self.clock.unit is SHARE:
            self.label_axis("bottom", self.tr("Share of each clip (%)"))
        else:
            self.label_axis("bottom", self.tr("Time ({unit})").format(unit=self.clock.unit.symbol))

    def _select(self, stop: int) -> None:
        if stop != self.stop:
            self.show_stop(stop)
            self.stop_selected.emit(stop)

    def _on_dragged(self) -> None:
        if self.clock is not None:
            self._select(self.clock.stop_at(float(self.head.value())))

    def _on_clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        inside = self.plot.vb.sceneBoundingRect().contains(event.scenePos())
        if inside and self.clock is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(self.clock.stop_at(self.plot.vb.mapSceneToView(event.scenePos()).x()))
