"""Two runs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.run import Run
from desktop_app.ui.clip.playback import Playback
from desktop_app.ui.clip.transport_bar import TransportBar
from desktop_app.ui.compare.answer_block import AnswerBlock
from desktop_app.ui.compare.clip_side import ClipSide
from desktop_app.ui.compare.head_clock import HeadClock, clock_of
from desktop_app.ui.theme import set_role

if TYPE_CHECKING:
    from desktop_app.ui.compare.plots import ComparePlots
    from desktop_app.workflow.comparing import Comparison

_SIZE = (1240, 900)
_LEAST = (820, 620)


class CompareWindow(QDialog):
    """A window of its own beside the main one: answer, two pictures, one play head, plots.

    Signals:
        pair_chosen: the ids of the runs to be compared.
    """

    pair_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        set_role(self, "stage")
        self._clock: HeadClock | None = None
        self._comparison: Comparison | None = None
        self._pair = ("", "")
        self.plots: ComparePlots | None = None
        self.playback = Playback(parent=self)
        self.answer = AnswerBlock()
        self.first, self.second = ClipSide(second=False), ClipSide(second=True)
        self.transport = TransportBar()
        self.transport.profile.hide()
        self.transport.tools.hide()
        self._plot_room = QScrollArea()
        self._plot_room.setWidgetResizable(True)
        self._plot_room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._connect()
        self.transport.loop.setChecked(self.playback.loop)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._retranslate()

    def show_runs(self, runs: Sequence[Run], first_id: str, second_id: str) -> None:
        """Offer runs, and say that two of them are being compared."""
        self._pair = (first_id, second_id)
        self.first.show_runs(runs, first_id)
        self.second.show_runs(runs, second_id)
        self.wait()

    def wait(self) -> None:
        """Say that something is being worked out; what was in view goes."""
        self.playback.load(1, 1.0)
        self._clock = self._comparison = None
        self.answer.show_comparison(None)
        self.first.clear()
        self.second.clear()
        self.transport.show_extent(0, 0)
        self.transport.show_nothing()
        if self.plots is not None:
            self.plots.hide()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a pair from its beginning."""
        self._comparison = comparison
        clock = self._clock = clock_of(comparison)
        self.answer.show_comparison(comparison)
        self.first.show_clip(comparison.first, with_bar=not comparison.one_scale)
        self.second.show_clip(comparison.second, with_bar=True)
        plots = self._made_plots()
        plots.show_comparison(comparison, clock)
        plots.show()
        stops = len(clock.time_s)
        self.playback.load(stops, clock.fps)
        self.playback.set_arrived(stops)
        self.transport.show_extent(stops, stops)
        self._show(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or K plays and pauses, J steps ten back, L loops, arrows step, Escape closes."""
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        match Qt.Key(event.key()):
            case Qt.Key.Key_Space | Qt.Key.Key_K:
                self.playback.toggle()
            case Qt.Key.Key_Left:
                self.playback.step(-far)
            case Qt.Key.Key_Right:
                self.playback.step(far)
            case Qt.Key.Key_J:
                self.playback.step(-10)
            case Qt.Key.Key_Home:
                self.playback.seek(0)
            case Qt.Key.Key_End if self._clock is not None:
                self.playback.seek(len(self._clock.time_s) - 1)
            case Qt.Key.Key_L:
                self.playback.set_loop(not self.playback.loop)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def done(self, result: int) -> None:
        """Stop playing before going."""
        self.playback.pause()
        super().done(result)

    def _made_plots(self) -> ComparePlots:
        """Made when the first pair comes: importing pyqtgraph takes a quarter of a second."""
        if self.plots is None:
            from desktop_app.ui.compare.plots import ComparePlots

            self.plots = ComparePlots()
            self.plots.stop_selected.connect(self.playback.seek)
            set_role(self.plots, "scrolled")
            self._plot_room.setWidget(self.plots)
        return self.plots

    def _lay_out(self) -> None:
        pictures = QWidget()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        upper = QVBoxLayout(pictures)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addLayout(row, 1)
        upper.addWidget(self.transport)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(pictures)
        split.addWidget(self._plot_room)
        split.setChildrenCollapsible(False)
        split.setSizes([330, 470])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.answer)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.playback.frame_changed.connect(self._show)
        self.playback.playing_changed.connect(self.transport.show_playing)
        self.playback.loop_changed.connect(self.transport.loop.setChecked)
        self.transport.play_clicked.connect(self.playback.toggle)
        self.transport.step_clicked.connect(self.playback.step)
        self.transport.loop_toggled.connect(self.playback.set_loop)
        self.transport.frame_scrubbed.connect(self.playback.seek)
        self.first.run_chosen.connect(self._on_first_chosen)
        self.second.run_chosen.connect(self._on_second_chosen)

    @Slot(int)
    def _show(self, stop: int) -> None:
        clock = self._clock
        if clock is None or stop >= len(clock.time_s):
            return
        for side, frame, over in zip(
            (self.first, self.second), clock.frames_at(stop), clock.over_at(stop), strict=True
        ):
            side.show_frame(frame, over=over)
        if self.plots is not None:
            self.plots.show_stop(stop)
        said = clock.unit.text(float(clock.time_s[stop])) if clock.physical else ""
        self.transport.show_frame(stop, len(clock.time_s), stop / clock.fps, said)

    @Slot(str)
    def _on_first_chosen(self, run_id: str) -> None:
        self._choose(run_id, self._pair[1])

    @Slot(str)
    def _on_second_chosen(self, run_id: str) -> None:
        self._choose(self._pair[0], run_id)

    def _choose(self, first_id: str, second_id: str) -> None:
        if (first_id, second_id) != self._pair:
            self._pair = (first_id, second_id)
            self.wait()
            self.pair_chosen.emit(first_id, second_id)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare two runs"))
