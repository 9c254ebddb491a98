"""The clip beside what its materials promise and beside the computed solution."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.laws import Departure, LawReport
from desktop_app.domain.scales import time_unit
from desktop_app.ui.reading.law_words import estimate_text, kept_promise, number
from desktop_app.ui.theme import set_role


class ComparisonBlock(QWidget):
    """Fourier number, and how far the reading is from the solution.

    Signals:
        frame_selected: where the largest departure is, clicked.
    """

    frame_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: LawReport | None = None
        self._time_s: NDArray[np.float64] = np.empty(0)
        self._heading = QLabel(wordWrap=True)
        self.fourier = QLabel(wordWrap=True)
        self.promise = QLabel(wordWrap=True)
        self.rmse = QLabel(wordWrap=True)
        self.largest = QLabel(wordWrap=True)
        self.show_largest = QPushButton()
        self.show_largest.setAutoDefault(False)
        self.show_largest.clicked.connect(self._on_show_clicked)
        for widget, role in (
            (self._heading, "heading"),
            (self.fourier, "value"),
            (self.promise, "muted"),
            (self.rmse, "value"),
            (self.largest, "muted"),
            (self.show_largest, "link"),
        ):
            set_role(widget, role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 4)
        layout.setSpacing(2)
        layout.addWidget(self._heading)
        layout.addWidget(self.fourier)
        layout.addWidget(self.promise)
        layout.addSpacing(6)
        layout.addWidget(self.rmse)
        layout.addWidget(self.largest)
        layout.addWidget(self.show_largest, 0, Qt.AlignmentFlag.AlignLeft)
        self._write()

    def show_report(self, report: LawReport, time_s: NDArray[np.float64]) -> None:
        """Compare.

        Args:
            report: with the numbers.
            time_s: (frame,) of the clip's frames, as the plots tell them; may be empty.
        """
        self._report, self._time_s = report, time_s
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    @Slot()
    def _on_show_clicked(self) -> None:
        if self._report is not None and self._report.departure is not None:
            self.frame_selected.emit(self._report.departure.frame)

    def _write(self) -> None:
        self._heading.setText(self.tr("Beside the computed solution"))
        self.show_largest.setText(self.tr("Show this moment"))
        self.show_largest.setAccessibleName(self.tr("Show the moment of the largest departure"))
        if self._report is not None:
            self._write_fourier(self._report)
            self._write_departure(self._report.departure)

    def _write_fourier(self, report: LawReport) -> None:
        found, promised = report.fourier_number, report.promised_fourier_number
        if found is None:
            self.fourier.setText(self.tr("Fourier number at the end: cannot be told"))
            self.fourier.setToolTip("")
        else:
            self.fourier.setText(
                self.tr("Fourier number at the end: {estimate}").format(
                    estimate=estimate_text(found.value, found.interval)
                )
            )
            self.fourier.setToolTip(
                self.tr("αt/L² along the probe, as the colours show it; in brackets its 95 % interval")
            )
        if promised is None:
            self.promise.setText(self.tr("No materials are known that promise one."))
        elif found is None:
            self.promise.setText(self.tr("The materials promise {value}.").format(value=number(promised)))
        else:
            inside = self.tr("The materials promise {value}: inside the interval.")
            outside = self.tr("The materials promise {value}: outside the interval.")
            template = inside if kept_promise(found, promised) else outside
            self.promise.setText(template.format(value=number(promised)))

    def _write_departure(self, departure: Departure | None) -> None:
        for widget in (self.largest, self.show_largest):
            widget.setVisible(departure is not None)
        if departure is None:
            self.rmse.setText(self.tr("There is no computed solution to compare with."))
            return
        self.rmse.setText(
            self.tr("Away from the solution: {rmse} K (root mean square)").format(
                rmse=number(departure.rmse_K)
            )
        )
        self.largest.setText(
            self.tr("Most: {largest} K at {time}, position {position}").format(
                largest=number(departure.largest_K),
                time=self._time_of(departure.frame),
                position=f"{departure.position:.2f}",
            )
        )

    def _time_of(self, frame: int) -> str:
        if frame < len(self._time_s):
            return time_unit(float(self._time_s[-1])).text(float(self._time_s[frame]))
        return self.tr("frame {number}").format(number=frame + 1)
