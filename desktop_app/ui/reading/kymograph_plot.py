"""Temperature over position and time, as a map."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.laws import LawMark
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.ui.concept.editors.mini_button import MiniButton
from desktop_app.ui.reading.bounds import bounded_text
from desktop_app.ui.reading.isotherms import Isotherms
from desktop_app.ui.reading.map_marks import MapMarks
from desktop_app.ui.reading.palette_key import PaletteKey
from desktop_app.ui.reading.reading_table import Row, frame_rows
from desktop_app.ui.reading.time_plot import TimePlot
from desktop_app.ui.reading.units import celsius_range, to_celsius


def _inferno() -> NDArray[np.uint8]:
    table: NDArray[np.uint8] = pg.colormap.get("inferno").getLookupTable(nPts=256, mode="byte", alpha=False)
    return table


class KymographPlot(TimePlot):
    """The reading as a picture: time to the right, position upward, temperature as colour."""

    file_stem = "space-time-map"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = pg.ImageItem(axisOrder="col-major")
        self.plot.addItem(self.image)
        self.isotherms = Isotherms(self.plot)
        self.marks = MapMarks(self.plot)
        self.plot.setYRange(0.0, 1.0, padding=0.0)
        self.palette_key = PaletteKey()
        self.isotherms_button = MiniButton("isotherms")
        self.isotherms_button.setCheckable(True)
        self.isotherms_button.setChecked(True)
        self.isotherms_button.toggled.connect(self._on_isotherms_toggled)
        row = QHBoxLayout()
        row.addWidget(self.palette_key)
        row.addStretch(1)
        row.addWidget(self.isotherms_button)
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
        celsius = to_celsius(reading.temperature_K)
        self.image.setImage(celsius, autoLevels=False, levels=(low, max(high, low + 1e-6)))
        self.image.setRect(_cells(reading.time_s, reading.position))
        self.isotherms.show_map(celsius, reading.time_s, reading.position, (low, high))
        self.marks.set_times(reading.time_s)
        self.refresh_hover()

    def show_marks(self, marks: Iterable[LawMark]) -> None:
        """Outline where laws are broken."""
        self.marks.show_standing(marks)

    def point_at(self, mark: LawMark | None) -> None:
        """Stress where a verdict shows, or nothing."""
        self.marks.point_at(mark)

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """The pixel of the map nearest to a time and a position."""
        if self.reading is None or not len(self.times):
            return None
        reading, row = self.reading, self.nearest_row(x)
        sample = int(np.abs(reading.position - y).argmin())
        low, high = reading.temperature_range_K
        celsius = float(to_celsius(reading.temperature_K[row, sample : sample + 1])[0])
        text = self.tr("{time}, position {position}\n{temperature}, confidence {percent} %").format(
            time=self.unit.text(float(reading.time_s[row])),
            position=f"{reading.position[sample]:.2f}",
            temperature=bounded_text(celsius, high - low, int(reading.censored[row, sample])),
            percent=round(100 * float(reading.confidence[row, sample])),
        )
        return float(reading.time_s[row]), float(reading.position[sample]), text

    def rows(self) -> list[Row]:
        """Every sample of every frame."""
        if self.reading is None:
            return []
        frames = range(len(self.reading.time_s))
        return [row for frame in frames for row in frame_rows(self.reading, None, frame)]

    def paint_scale(self, painter: QPainter, room: QRectF) -> None:
        """The palette and what its ends stand for."""
        self.palette_key.paint_into(painter, room)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Space-time map"))
        self.label_axis("left", self.tr("Position"))
        self.isotherms_button.say(
            self.tr("Isotherms: lines of equal temperature in the map, lightly smoothed")
        )

    def retheme(self) -> None:
        """Set every colour anew; the cursor is white, since palettes are dark where it is cold."""
        super().retheme()
        self.cursor_line.setPen(self.pen("#ffffff", dashed=False, width=1.4))
        self.isotherms.set_pens(self.pen_ratio, self.font())
        self.marks.set_pens(self.pen_ratio)

    @Slot(bool)
    def _on_isotherms_toggled(self, wanted: bool) -> None:
        self.isotherms.set_visible(wanted)


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
