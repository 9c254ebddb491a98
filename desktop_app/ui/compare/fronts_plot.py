"""How far heat has come in both clips, over time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.compare.head_plot import HeadPlot
from desktop_app.ui.compare.side_colours import first_colour, second_colour
from desktop_app.ui.flow_layout import FlowLayout
from desktop_app.ui.reading.legend import Key, LegendKey
from desktop_app.ui.reading.reading_table import Row
from desktop_app.ui.theme import current_theme

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import ComparedClip, Comparison

_THINNEST, _THICKER = 1.2, 1.0


class FrontsPlot(HeadPlot):
    """Where a few temperatures are, the hotter the thicker."""

    file_stem = "fronts"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self.curves: list[tuple[Callable[[], str], float, pg.PlotCurveItem]] = []
        self._keys = (
            LegendKey("line", first_colour),
            LegendKey("line", second_colour),
            LegendKey("line", lambda: current_theme().plot_axis),
        )
        legend = FlowLayout(gap=3)
        for key in self._keys:
            legend.addWidget(key)
        self.body.insertLayout(1, legend)
        self.retheme()
        self.retranslate()

    def show_comparison(self, comparison: Comparison, clock: HeadClock) -> None:
        """Draw the fronts of both."""
        self._comparison = comparison
        for _, _, curve in self.curves:
            self.plot.removeItem(curve)
        self.curves = []
        sides = (
            (comparison.first, clock.first_s, first_colour),
            (comparison.second, clock.second_s, second_colour),
        )
        for clip, times, colour in sides:
            for number in range(clip.fronts.shape[1]):
                curve = pg.PlotCurveItem(antialias=True)
                frames = min(len(times), len(clip.fronts))
                curve.setData(times[:frames], clip.fronts[:frames, number], connect="finite")
                self.plot.addItem(curve)
                self.curves.append((colour, _THINNEST + _THICKER * number, curve))
        places = [clip.fronts[np.isfinite(clip.fronts)] for clip in (comparison.first, comparison.second)]
        furthest = float(np.concatenate([*places, np.array([0.1])]).max())
        self.plot.setYRange(0.0, min(1.0, 1.06 * furthest), padding=0.0)
        self.plot.getAxis("left").setTicks(None)
        self.take_clock(clock)
        self.retheme()
        self.retranslate()

    def hover_text(self, x: float, y: float) -> tuple[float, float, str] | None:
        """The front nearest to a place."""
        if self._comparison is None or self.clock is None:
            return None
        told: list[tuple[float, float, float, str]] = []
        names = (self.tr("first clip"), self.tr("second clip"))
        both = ((self._comparison.first, self.clock.first_s), (self._comparison.second, self.clock.second_s))
        for name, (clip, times) in zip(names, both, strict=True):
            if not clip.fronts.size:
                continue
            frame = min(int(np.abs(times - x).argmin()), len(clip.fronts) - 1)
            for level, place in zip(self._comparison.levels_K, clip.fronts[frame], strict=True):
                if np.isfinite(place):
                    text = self.tr("{clip}, {time}\n{temperature} °C at position {position}").format(
                        clip=name,
                        time=self.clock.unit.text(float(times[frame])),
                        temperature=_celsius(level),
                        position=f"{place:.2f}",
                    )
                    told.append((abs(float(place) - y), float(times[frame]), float(place), text))
        return min(told)[1:] if told else None

    @property
    def columns(self) -> Row:
        """Clip, frame, time, level, position."""
        return ("clip", "frame", "time_s", "level_K", "front_position")

    def rows(self) -> list[Row]:
        """Every front in every frame; an empty position where it is not on the probe."""
        if self._comparison is None or self.clock is None:
            return []
        first = _rows("first", self._comparison, self._comparison.first, self.clock.first_s)
        return first + _rows("second", self._comparison, self._comparison.second, self.clock.second_s)

    @property
    def legend(self) -> tuple[Key, ...]:
        """The clips by their colours, the temperatures by their widths."""
        return tuple(key.key for key in self._keys if not key.isHidden())

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Fronts over time"))
        self._keys[0].set_text(self.tr("first clip"))
        self._keys[1].set_text(self.tr("second clip"))
        levels_K = self._comparison.levels_K if self._comparison is not None else ()
        levels = " · ".join(_celsius(level) for level in levels_K)
        self._keys[2].set_text(self.tr("thin to thick: {levels} °C").format(levels=levels))
        self._keys[2].setVisible(bool(levels))
        self.label_axis("left", self.tr("Position (share that is hotter)"), self.tr("Position"))

    def retheme(self) -> None:
        """Set every colour anew."""
        super().retheme()
        for colour, width, curve in self.curves:
            curve.setPen(self.pen(colour(), dashed=False, width=width))


def _rows(name: str, comparison: Comparison, clip: ComparedClip, times: NDArray[np.float64]) -> list[Row]:
    made: list[Row] = []
    for frame, places in enumerate(clip.fronts):
        for level, place in zip(comparison.levels_K, places, strict=False):
            where = f"{place:.6g}" if np.isfinite(place) else ""
            made.append((name, str(frame), f"{times[frame]:.6g}", f"{level:.6g}", where))
    return made


def _celsius(level_K: float) -> str:
    return f"{level_K - ZERO_CELSIUS_K:.0f}"
