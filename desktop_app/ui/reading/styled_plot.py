"""A pyqtgraph plot that looks like the rest of the window and can be read with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.reading.axis_style import LABEL_SIZE, style_axis
from desktop_app.ui.reading.bare_view import bare_view
from desktop_app.ui.reading.crosshair import Crosshair
from desktop_app.ui.reading.hover_chip import HoverChip
from desktop_app.ui.reading.legend import Key, line_pen
from desktop_app.ui.reading.plot_menu import PlotMenu
from desktop_app.ui.reading.reading_table import COLUMNS, Row
from desktop_app.ui.theme import current_theme, set_role

AXIS_WIDTH = 56
_BELOW = 56
_THEME_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class StyledPlot(QWidget):
    """Header, plot, crosshair, export.

    A subclass adds its curves to `plot`, says in `hover_text` what is under the crosshair and in `rows` what
    is drawn, and extends `retranslate` and `retheme`.

    Attributes:
        file_stem: how a file that it is saved to is called.
        plain_lines: whether lines of one colour are wanted at the moment; see `drawn_for`.
    """

    file_stem = "plot"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = QLabel()
        self._estimated = QLabel()
        set_role(self._title, "heading")
        set_role(self._estimated, "small")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._title)
        self.header.addWidget(self._estimated)
        self.header.addStretch(1)
        self.menu = PlotMenu(self)
        self.header.addWidget(self.menu)
        self.view = bare_view(AXIS_WIDTH)
        self.view.setMinimumHeight(90)
        self.view.getPlotItem().setContentsMargins(0, 6, 10, 0)
        self.view.viewport().installEventFilter(self)
        self.plot = self.view.getPlotItem()
        self._cross = Crosshair(self.plot)
        self._upright: tuple[str, ...] = ()
        self._export_ratio: float | None = None
        self.plain_lines = False
        self.hover_chip = HoverChip(self.view)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(4)
        self.body.addLayout(self.header)
        self.body.addWidget(self.view, 1)

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """What is read at a place of the plot: where to put the crosshair, and what to say."""
        raise NotImplementedError

    def rows(self) -> list[Row]:
        """What is drawn, as a table with these `columns`."""
        raise NotImplementedError

    @property
    def columns(self) -> Row:
        """What the columns of `rows` are called."""
        return COLUMNS

    @property
    def title(self) -> str:
        """What the plot is called."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """What a saved picture says beside the title, such as the time of the frame; may be empty."""
        return ""

    @property
    def legend(self) -> tuple[Key, ...]:
        """What the lines of a saved picture mean."""
        return ()

    def paint_scale(self, painter: QPainter, room: QRectF) -> None:
        """Paint a scale above a saved picture, where there is one."""

    @property
    def pen_ratio(self) -> float:
        """Device pixels to one of the window, or of the picture that is being saved."""
        return self._export_ratio or self.devicePixelRatioF()

    @contextmanager
    def drawn_for(self, size: QSize, ratio: float, plain: bool) -> Iterator[None]:
        """Draw for a picture of another size and density, without the crosshair, as long as the block runs.

        Args:
            size: of the plot in the picture.
            ratio: its pixels to one of the window.
            plain: draw no line in a gradient of colours, which SVG viewers leave out.
        """
        self.end_hover()
        before = self.view.size()
        self._export_ratio, self.plain_lines = ratio, plain
        try:
            self._redraw(size)
            yield
        finally:
            self._export_ratio, self.plain_lines = None, False
            self._redraw(before)

    def hover_at(self, x: float, y: float) -> str:
        """Put the crosshair near a place, in the axes' units; the text shown there, empty where none."""
        found = self.hover_text(x, y)
        if found is None:
            self.end_hover()
            return ""
        self._cross.put(*found[:2])
        where = self.view.mapFromScene(self.plot.vb.mapViewToScene(QPointF(*found[:2])))
        self.hover_chip.show_at(where, found[2])
        return found[2]

    def end_hover(self) -> None:
        """Take the crosshair away."""
        self._cross.hide()
        self.hover_chip.hide()

    def refresh_hover(self) -> None:
        """Read again under the crosshair, after the data changed."""
        if self._cross.place is not None:
            self.hover_at(*self._cross.place)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._estimated.setText(self.tr("estimated from colour"))

    def retheme(self) -> None:
        """Set every colour anew."""
        theme = current_theme()
        self.view.setBackground(theme.plot_background)
        self._cross.set_pen(self.pen(theme.faint, dashed=True, width=1.0))
        for name in ("left", "bottom"):
            style_axis(self.plot.getAxis(name), self.font(), theme.plot_axis, theme.plot_grid)

    def pen(self, colour: str, dashed: bool, width: float = 2.0) -> QPen:
        """The pen of a line in this plot, as wide on every screen."""
        return line_pen(colour, dashed, width, self.pen_ratio)

    def set_title(self, title: str) -> None:
        """The header's first words; also how a screen reader calls the plot."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def label_axis(self, name: str, *texts: str) -> None:
        """Write an axis' quantity and unit beside it: the first of several texts that fits, else the last."""
        text = texts[0]
        if len(texts) > 1:
            self._upright = texts
            room, metrics = self.view.height() - _BELOW, self.fontMetrics()
            fitting = (each for each in texts if metrics.horizontalAdvance(each) * LABEL_SIZE <= room)
            text = next(fitting, texts[-1])
        size = f"{self.font().pointSizeF() * LABEL_SIZE:.1f}pt"
        axis = self.plot.getAxis(name)
        axis.setLabel(text, **{"color": current_theme().plot_axis, "font-size": size})
        axis.resizeEvent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse over the plot, and write the upright label in full where it fits.

        The wheel is left to what the plot lies in: pyqtgraph's axes would keep it.
        """
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if event.type() == QEvent.Type.Resize and self._upright:
            self.label_axis("left", *self._upright)
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            place = self.view.mapToScene(event.position().toPoint())
            if self.plot.vb.sceneBoundingRect().contains(place):
                data = self.plot.vb.mapSceneToView(place)
                self.hover_at(data.x(), data.y())
            else:
                self.end_hover()
        elif event.type() == QEvent.Type.Leave:
            self.end_hover()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the crosshair, with Shift ten times as far; Escape takes it away."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.end_hover()
        elif step is None or not self.move_crosshair(*step, event.modifiers()):
            super().keyPressEvent(event)

    def move_crosshair(self, right: int, up: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Move the crosshair by hundredths of the plot; whether that was possible."""
        (left, x_end), (bottom, y_end) = self.plot.vb.viewRange()
        far = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        x, y = self._cross.place or ((left + x_end) / 2, (bottom + y_end) / 2)
        x = min(max(x + right * far * (x_end - left) / 100, left), x_end)
        y = min(max(y + up * far * (y_end - bottom) / 100, bottom), y_end)
        self.hover_at(x, y)
        return True

    def minimumSizeHint(self) -> QSize:
        """Room for the plot below a legend that goes on in a second line where it is narrow."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.body.minimumHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in _THEME_EVENTS:
            self.retheme()
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Follow the window to a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.retheme()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring and the crosshair."""
        super().focusOutEvent(event)
        self.end_hover()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A ring around what has the keyboard."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_theme().focus), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 8, 8)

    def _redraw(self, size: QSize) -> None:
        self.view.resize(size)
        self.retheme()
        self.retranslate()
