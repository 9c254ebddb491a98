"""Line icons from resources/icons, drawn in the theme's colours at any size and pixel density."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QDir, QFile, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.ui.theme import Theme, current_theme

Tone = Literal["text", "muted", "accent", "on_accent", "overlay_text", "good", "caution", "bad"]


def use_icons(folder: Path) -> None:
    """Say where the SVG files are; the style sheet finds its indicators there too (`icons:name.svg`)."""
    QDir.setSearchPaths("icons", [str(folder)])


@cache
def icon(name: str, tone: Tone = "text") -> QIcon:
    """The icon `name`, tinted by the theme in force whenever it is painted.

    Kept for the life of the process: the icon owns its engine, whose Python half must outlive every copy.

    Raises:
        FileNotFoundError: no such SVG file, or `use_icons` was not called.
    """
    engine = _LineIconEngine(_svg(name), tone)
    _engines.append(engine)
    return QIcon(engine)


def app_icon() -> QIcon:
    """The application's own icon, in its own colours."""
    return QIcon("icons:heatsketch.svg")


def pixmap(name: str, size: int, tone: Tone = "text", ratio: float = 1.0) -> QPixmap:
    """An icon as a square pixmap of `size` logical pixels at a device pixel ratio."""
    side = round(size * ratio)
    made = _render(_svg(name), QSize(side, side), _colour(tone, current_theme()))
    made.setDevicePixelRatio(ratio)
    return made


class _LineIconEngine(QIconEngine):
    """Paints one SVG in the colour its tone has in the current theme."""

    def __init__(self, svg: str, tone: Tone) -> None:
        super().__init__()
        self._svg = svg
        self._tone = tone
        self._made: dict[tuple[int, int, str], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a rectangle of the painter's device, at that device's density."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        """The icon at a size in device pixels."""
        theme = current_theme()
        colour = theme.faint if mode == QIcon.Mode.Disabled else _colour(self._tone, theme)
        key = (size.width(), size.height(), colour)
        if key not in self._made:
            self._made[key] = _render(self._svg, size, colour)
        return self._made[key]

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon for a dense screen: Qt gives the size in logical pixels (before 6.8: in device pixels)."""
        return self.pixmap(size * scale, mode, state)

    def clone(self) -> QIconEngine:
        """A copy for a `QIcon` that is being changed."""
        copy = _LineIconEngine(self._svg, self._tone)
        _engines.append(copy)
        return copy


_engines: list[_LineIconEngine] = []


def _colour(tone: Tone, theme: Theme) -> str:
    return str(getattr(theme, tone))


@cache
def _svg(name: str) -> str:
    file = QFile(f"icons:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"no icon named {name!r} in {QDir.searchPaths('icons')}")
    return bytes(file.readAll().data()).decode()


def _render(svg: str, size: QSize, colour: str) -> QPixmap:
    if size.isEmpty():  # a button that is painted before it is laid out
        return QPixmap()
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(corner.x(), corner.y(), side, side))
    painter.end()
    return made
