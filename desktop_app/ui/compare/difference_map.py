"""Where and when the first clip is hotter than the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.compare.head_plot import HeadPlot
from desktop_app.ui.reading.law_words import number
from desktop_app.ui.reading.palette_key import PaletteKey
from desktop_app.ui.reading.reading_table import Row

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import Comparison
    from desktop_app.workflow.comparing_differences import Difference

_LEAST_K = 1.0
"""Of the scale's two ends: less is noise in most clips, and would look like much."""
_HEAD = "#2a9461"
_STOPS = ((5, 48, 97), (67, 147, 195), (247, 247, 247), (214, 96, 77), (103, 0, 31))
"""RdBu of C. Brewer, colorbrewer2.org, turned round: blue, white in the middle, red."""


def diverging() -> NDArray[np.uint8]:
    """(255, 3): the middle one is white."""
    at = np.linspace(0, len(_STOPS) - 1, 255)
    stops = np.array(_STOPS, float)
    channels = [np.interp(at, np.arange(len(_STOPS)), stops[:, channel]) for channel in range(3)]
    return np.asarray(np.rint(np.stack(channels, axis=1)), np.uint8)


class DifferenceKey(PaletteKey):
    """The palette between two differences, K."""

    def set_limit(self, limit_K: float) -> None:
        """Show it from less than nothing to more."""
        said = number(limit_K)
        self._texts = (f"\u2212{said}", f"+{said} K")
        self.setAccessibleName(" – ".join(self._texts))
        self.updateGeometry()
        self.update()


class DifferenceMap(HeadPlot):
    """First less second: time to the right, position upward, white where they agree."""

    file_stem = "difference-map"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self.image = pg.ImageItem(axisOrder="col-major")
        self.image.setLookupTable(diverging())
        self.plot.addItem(self.image)
        self.key = DifferenceKey()
        self.key.set_palette(diverging())
        row = QHBoxLayout()
        row.addWidget(self.key)
        row.addStretch(1)
        self.body.insertLayout(1, row)
        self.retheme()
        self.retranslate()

    def show_comparison(self, comparison: Comparison, clock: HeadClock) -> None:
        """Draw the difference where both clips last."""
        self._difference = apart = comparison.difference
        self.image.setVisible(apart is not None)
        if apart is not None:
            limit = max(apart.largest_K, _LEAST_K)
            self.key.set_limit(limit)
            self.image.setImage(apart.difference_K, autoLevels=False, levels=(-limit, limit))
            self.image.setRect(_cells(apart))
        self.take_clock(clock)

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """The difference at a place, with its noise."""
        apart = self._difference
        if apart is None or self.clock is None:
            return None
        row, sample = int(np.abs(apart.time_s - x).argmin()), int(np.abs(apart.position - y).argmin())
        text = self.tr("{time}, position {position}\n{difference} K, ±2σ {noise} K").format(
            time=self.clock.unit.text(float(apart.time_s[row])),
            position=f"{apart.position[sample]:.2f}",
            difference=number(float(apart.difference_K[row, sample])),
            noise=number(2 * float(apart.sigma_K[row, sample])),
        )
        return float(apart.time_s[row]), float(apart.position[sample]), text

    @property
    def columns(self) -> Row:
        """Time, position, difference and its noise."""
        return ("time_s", "position", "difference_K", "sigma_K")

    def rows(self) -> list[Row]:
        """Every cell of the map."""
        apart = self._difference
        if apart is None:
            return []
        return [
            (
                f"{time_s:.6g}",
                f"{position:.6g}",
                f"{apart.difference_K[row, sample]:.5g}",
                f"{apart.sigma_K[row, sample]:.4g}",
            )
            for row, time_s in enumerate(apart.time_s)
            for sample, position in enumerate(apart.position)
        ]

    def paint_scale(self, painter: QPainter, room: QRectF) -> None:
        """The palette and what its ends stand for."""
        self.key.paint_into(painter, room)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Difference: first less second"))
        self.label_axis("left", self.tr("Position"))

    def retheme(self) -> None:
        """Set every colour anew; the play head is green, which neither the map nor its ground is."""
        super().retheme()
        self.head.setPen(self.pen(_HEAD, dashed=False, width=1.6))


def _cells(apart: Difference) -> QRectF:
    """The rectangle whose cells are centred on the grid's points."""
    times, places = apart.time_s, apart.position
    gap_s = float(times[1] - times[0]) if len(times) > 1 else 1.0
    gap = float(places[1] - places[0]) if len(places) > 1 else 1.0
    return QRectF(float(times[0]) - gap_s / 2, -gap / 2, gap_s * len(times), gap * len(places))
