"""The space-time map of one of the two clips, on the scale of both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop_app.ui.compare.head_clock import HeadClock
from desktop_app.ui.reading.kymograph_plot import KymographPlot

if TYPE_CHECKING:
    from desktop_app.domain.look import Look
    from desktop_app.workflow.comparing import ComparedClip


class ClipMap(KymographPlot):
    """Its axis of time and its colours are those of the other clip's map."""

    def __init__(self, second: bool, parent: QWidget | None = None) -> None:
        self._second = second
        super().__init__(parent)

    @property
    def file_stem(self) -> str:  # type: ignore[override]
        """How a file that it is saved to is called."""
        return "space-time-map-second" if self._second else "space-time-map-first"

    def show_clip(
        self, clip: ComparedClip, range_K: tuple[float, float], look: Look | None, clock: HeadClock
    ) -> None:
        """Draw a clip's reading, if there is one.

        Args:
            clip: of the pair.
            range_K: the scale of both.
            look: in whose palette; None draws in inferno.
            clock: of both.
        """
        self.show_look(look)
        reading = clip.reading
        readable = reading.readable and reading.temperature_K.size > 0
        self.image.setVisible(readable)
        if readable:
            times = (clock.second_s if self._second else clock.first_s)[: len(reading.time_s)]
            shared = replace(reading, temperature_range_K=range_K, time_s=np.asarray(times))
            self.show_reading(shared, len(times))
        end = float(clock.time_s[-1]) or 1.0
        self.unit = clock.unit
        self.plot.getAxis("bottom").setScale(1.0 / clock.unit.seconds)
        self.plot.setXRange(0.0, end * (1 + 1e-6), padding=0.0)
        self._label_time()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.set_title(self.tr("Second clip over time") if self._second else self.tr("First clip over time"))
