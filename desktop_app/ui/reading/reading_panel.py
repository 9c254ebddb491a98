"""Everything that was read from the clip's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.laws import LawReport
from desktop_app.domain.look import Look
from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.ui.reading.hint_page import HintPage
from desktop_app.ui.reading.units import to_celsius
from desktop_app.ui.translation import in_words

if TYPE_CHECKING:
    from desktop_app.ui.reading.plots_page import PlotsPage


class ReadingPanel(QWidget):
    """Profile, space-time map, points over time and the laws; or why there are none.

    The plots are made when the first reading comes: importing pyqtgraph takes a quarter of a second, which
    the window's start does not have.

    Signals:
        frame_selected: a frame's number.
        law_hovered: the `LawMark` of the law that is pointed at; None where none is, or it has no mark.
    """

    frame_selected = Signal(int)
    law_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._complete = True
        self._solution_C: NDArray[np.float64] | None = None
        self._look: Look | None = None
        self._report: LawReport | None = None
        self._places: tuple[PlaceReading, ...] = ()
        self._laws_pending = False
        self._frame_index = 0
        self._plots: PlotsPage | None = None
        self.hint = HintPage("thermometer")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setMinimumWidth(290)
        self._retranslate()

    @property
    def plots(self) -> PlotsPage:
        """The page of plots, made at the first call."""
        if self._plots is None:
            from desktop_app.ui.reading.plots_page import PlotsPage

            self._plots = PlotsPage()
            self._plots.frame_selected.connect(self.frame_selected)
            self._plots.law_hovered.connect(self.law_hovered)
            self._pages.addWidget(self._plots)
        return self._plots

    def set_reading(self, reading: Reading | None, complete: bool) -> None:
        """Show a reading.

        Args:
            reading: of the frames read so far; None where there is none.
            complete: whether it is of the whole clip.
        """
        self._reading, self._complete = reading, complete
        if reading is None or not reading.readable or not len(reading.temperature_K):
            self._say_why_empty()
            self._pages.setCurrentWidget(self.hint)
            return
        self.plots.show_look(self._look)
        self.plots.show_solution(self._solution_C)
        self.plots.show_reading(reading, complete)
        self.plots.show_laws(self._report, self._laws_pending)
        self.plots.points.show_places(self._places)
        self.plots.show_frame(self._frame_index)
        self._pages.setCurrentWidget(self.plots)

    def set_solution(self, profile_K: NDArray[np.float32] | None) -> None:
        """Show what Fourier's law says, (frame, sample) K at the reading's positions, or nothing."""
        self._solution_C = None if profile_K is None else to_celsius(profile_K)
        if self._plots is not None:
            self._plots.show_solution(self._solution_C)

    def set_places(self, readings: tuple[PlaceReading, ...]) -> None:
        """Show what was read over time at points and regions, one reading each."""
        self._places = readings
        if self._plots is not None:
            self._plots.points.show_places(readings)

    def set_laws(self, report: LawReport | None, pending: bool) -> None:
        """Show what the clip does with the laws.

        Args:
            report: the last one made of the clip in view; None where there is none.
            pending: whether one is being made.
        """
        self._report, self._laws_pending = report, pending
        if self._plots is not None:
            self._plots.show_laws(report, pending)

    def set_look(self, look: Look | None) -> None:
        """Draw the space-time map in a look's palette; in inferno where there is none."""
        self._look = look
        if self._plots is not None:
            self._plots.show_look(look)

    def set_current_frame(self, index: int) -> None:
        """Show the profile of frame `index` and put the time cursors there."""
        self._frame_index = index
        if self._plots is not None:
            self._plots.show_frame(index)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Reading"))
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self._reading is not None and not self._reading.readable:
            reason = self._reading.reason
            sentence = self.tr("Its colours stand for no temperatures.")
            because = in_words(reason) if reason else sentence
            self.hint.set_text(
                self.tr("This clip cannot be read"),
                f"{because}\n\n{self.tr('So its laws cannot be judged either.')}",
            )
        else:
            self.hint.set_text(
                self.tr("Nothing read yet"),
                self.tr("Temperatures are estimated from the clip's colours as its frames arrive."),
            )
