"""A plot as a file: picture, drawing or table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.domain.files import atomic_write
from desktop_app.domain.text import say
from desktop_app.ui.reading.legend import GAP, SAMPLE, Key, paint_key
from desktop_app.ui.reading.reading_table import csv_text
from desktop_app.ui.theme import current_theme
from desktop_app.ui.translation import in_words

if TYPE_CHECKING:
    from desktop_app.ui.reading.styled_plot import StyledPlot

SIZE = QSize(760, 460)
RATIO = 2.0
_MARGIN = 18.0
_LINE = 24.0
_SMALL = 0.92


def save_plot(plot: StyledPlot, path: Path) -> None:
    """Write a plot to a file, whole or not at all.

    Args:
        plot: what is in view.
        path: ends in `.csv` for a table, `.svg` for a drawing, anything else for a PNG picture.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        content = csv_text(plot.rows(), plot.columns).encode()
    elif suffix == ".svg":
        content = svg_of(plot)
    else:
        content = png_of(plot)
    with atomic_write(path) as part:
        part.write_bytes(content)


def png_of(plot: StyledPlot) -> bytes:
    """A plot as a PNG file's content, at twice the density of the screen's pixels."""
    image = QImage(SIZE * RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    image.setText("Description", _warning())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(plot, painter, RATIO, plain=False)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def svg_of(plot: StyledPlot) -> bytes:
    """A plot as an SVG file's content."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setResolution(plot.logicalDpiX())
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(plot.title)
    generator.setDescription(_warning())
    painter = QPainter(generator)
    _paint(plot, painter, 1.0, plain=True)
    painter.end()
    return bytes(content.data())


def _warning() -> str:
    return in_words(say("Estimated from colour; not a measurement"))


def _paint(plot: StyledPlot, painter: QPainter, ratio: float, plain: bool) -> None:
    """Title, legend, the plot itself, and under it what it is not."""
    theme = current_theme()
    width, height = float(SIZE.width()), float(SIZE.height())
    painter.fillRect(QRectF(0, 0, width, height), QColor(theme.plot_background))
    line = QRectF(_MARGIN, 10, width - 2 * _MARGIN, _LINE)
    _write(painter, plot, line, _title(plot))
    small = QFont(plot.font())
    small.setPointSizeF(plot.font().pointSizeF() * _SMALL)
    painter.setFont(small)
    line.translate(0, _LINE + 2)
    plot.paint_scale(painter, line)
    _paint_legend(painter, line, plot.legend)
    room = QRect(round(_MARGIN), round(line.bottom()) + 4, round(width - 2 * _MARGIN), 0)
    room.setBottom(round(height - _LINE - 14))
    with plot.drawn_for(room.size(), ratio, plain):
        plot.view.render(painter, QRectF(room), plot.view.viewport().rect())
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    foot = QRectF(_MARGIN, height - _LINE - 8, width - 2 * _MARGIN, _LINE)
    painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _warning())


def _title(plot: StyledPlot) -> str:
    return f"{plot.title} · {plot.subtitle}" if plot.subtitle else plot.title


def _write(painter: QPainter, plot: StyledPlot, room: QRectF, text: str) -> None:
    font = QFont(plot.font())
    font.setPointSizeF(plot.font().pointSizeF() * 1.15)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(current_theme().text))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_legend(painter: QPainter, room: QRectF, keys: tuple[Key, ...]) -> None:
    metrics = QFontMetricsF(painter.font())
    x = room.left()
    for key in keys:
        width = SAMPLE + GAP + metrics.horizontalAdvance(key.text) + 4
        paint_key(painter, QRectF(x, room.top(), width, room.height()), key)
        x += width + 3 * GAP
