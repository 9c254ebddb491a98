"""Temperature over position and time, as a map."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.ui.reading.palette_key import PaletteKey
from desktop_app.ui.reading.time_plot import TimePlot
from desktop_app.ui.reading.units import celsius_range, temperature_text, to_celsius


def _inferno() -> NDArray[np.uint8]:
    table: NDArray[np.uint8] = pg.colormap.get("inferno").getLookupTable(nPts=256, mode="byte", alpha=False)
    return table


class KymographPlot(TimePlot):
    """The reading as a picture: time to the right, position upward, temperature as colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = pg.ImageItem(axisOrder="col-major")
        self.plot.addItem(self.image)
        self.plot.setYRange(0.0, 1.0, padding=0.0)
        self.palette_key = PaletteKey()
        row = QHBoxLayout()
        row.addWidget(self.palette_key)
        row.addStretch(1)
        self.body.insertLayout(1, row)
        self.plot.getAxis("left").setTicks([[(0.0, "0"), (0.5, "0.5"), (1.0, "1")]])
        self.show_look(None)
        self.retheme()
        self.retranslate()

    def show_look(self, look: Look | None) -> None:
        """Draw in a look's palette; in inferno where there is none."""
        palette = _inferno() if look is None or look.palette is None else look.palette
        self.image.setLookupTable(palette)
        self.palette_key.set_palette(palette)

    def show_reading(self, reading: Reading, num_frames: int) -> None:
        """Take a readable reading of a clip that will have `num_frames` frames."""
        self.take(reading, num_frames)
        low, high = celsius_range(reading.temperature_range_K)
        self.palette_key.set_range(low, high)
        self.image.setImage(
            to_celsius(reading.temperature_K), autoLevels=False, levels=(low, max(high, low + 1e-6))
        )
        self.image.setRect(_cells(reading.time_s, reading.position))
        self.refresh_hover()

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """The pixel of the map nearest to a time and a position."""
        if self.reading is None or not len(self.times):
            return None
        reading, row = self.reading, self.nearest_row(x)
        sample = int(np.abs(reading.position - y).argmin())
        low, high = reading.temperature_range_K
        text = self.tr("{time}, position {position}\n{temperature}, confidence {percent} %").format(
            time=self.unit.text(float(reading.time_s[row])),
            position=f"{reading.position[sample]:.2f}",
            temperature=temperature_text(
                float(to_celsius(reading.temperature_K[row, sample : sample + 1])[0]), high - low
            ),
            percent=round(100 * float(reading.confidence[row, sample])),
        )
        return float(reading.time_s[row]), float(reading.position[sample]), text

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Space-time map"))
        self.label_axis("left", self.tr("Position"))

    def retheme(self) -> None:
        """Set every colour anew; the cursor is white, since palettes are dark where it is cold."""
        super().retheme()
        self.cursor_line.setPen(self.pen("#ffffff", dashed=False, width=1.4))


def _cells(time_s: NDArray[np.float64], position: NDArray[np.float64]) -> QRectF:
    """The rectangle whose cells are centred on the samples."""
    frame_s = float(time_s[1] - time_s[0]) if len(time_s) > 1 else 1.0
    gap = float(position[1] - position[0]) if len(position) > 1 else 1.0
    return QRectF(
        float(time_s[0]) - frame_s / 2,
        float(position[0]) - gap / 2,
        frame_s * len(time_s),
        gap * len(position),
    )
