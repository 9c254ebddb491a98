"""How far the generation is, along the foot of the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop_app.domain.events import Stage, StageProgressed
from desktop_app.domain.text import Text, say
from desktop_app.services.pace import PaceMeter
from desktop_app.ui.elided_label import ElidedLabel
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words

STAGES: dict[Stage, Text] = {
    "solving": say("Solving the heat equation"),
    "loading": say("Loading the model"),
    "encoding": say("Reading the prompt"),
    "denoising": say("Denoising"),
    "decoding": say("Decoding frames"),
    "painting": say("Painting frames"),
    "saving": say("Saving"),
    "exporting": say("Exporting"),
    "opening": say("Opening the clip"),
}
TICK_MS = 500


class ProgressStrip(QWidget):
    """Stage, number, bar, elapsed and remaining time; a sentence while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace: PaceMeter | None = None
        self._progress: StageProgressed | None = None
        self._ending: Text = say("Ready")
        self._stage = ElidedLabel()
        set_role(self._stage, "muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(220)
        self._times = QLabel()
        set_role(self._times, "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.setSpacing(14)
        layout.addWidget(self._stage, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._times)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """Everything it says."""
        return f"{self._stage.text()} {self._times.text()}".strip()

    @property
    def elapsed_s(self) -> float:
        """Seconds since the generation began; 0 where none is going on."""
        return self._pace.elapsed_s if self._pace is not None else 0.0

    def start(self, earlier_s: Mapping[str, float]) -> None:
        """A generation begins; `earlier_s` are the seconds of each stage of an earlier, similar run."""
        self._pace, self._progress = PaceMeter(earlier_s), None
        self._tick.start()
        self._show()

    def note(self, progress: StageProgressed) -> None:
        """One report of a stage."""
        if self._pace is not None:
            self._pace.note(progress)
            self._progress = progress
            self._show()

    def end(self, ending: Text) -> None:
        """The generation is over; say how."""
        self._pace, self._progress, self._ending = None, None, ending
        self._tick.stop()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @Slot()
    def _show(self) -> None:
        running = self._pace is not None
        self._bar.setVisible(running)
        self._times.setVisible(running)
        self._bar.setAccessibleName(self.tr("Progress of this stage"))
        if self._pace is None:
            self._times.setText("")
            self._stage.setText(in_words(self._ending))
            return
        self._stage.setText(self._stage_words())
        total = self._progress.total if self._progress is not None else 0
        self._bar.setMaximum(total)
        self._bar.setValue(self._progress.done if self._progress is not None and total else 0)
        self._times.setText(self._time_words(self._pace))

    def _stage_words(self) -> str:
        if self._progress is None:
            return self.tr("Starting …")
        stage = in_words(STAGES[self._progress.stage])
        if self._progress.total <= 1:
            return self.tr("{stage} …").format(stage=stage)
        template = (
            self.tr("{stage}, step {done} of {total}")
            if self._progress.stage == "denoising"
            else self.tr("{stage}, {done} of {total}")
        )
        return template.format(stage=stage, done=self._progress.done, total=self._progress.total)

    def _time_words(self, pace: PaceMeter) -> str:
        elapsed = self.tr("{elapsed} elapsed").format(elapsed=_clock(pace.elapsed_s))
        if pace.remaining_s is None:
            return elapsed
        left = _clock(max(1.0, pace.remaining_s))
        if pace.sees_the_end:
            return f"{elapsed}  ·  {self.tr('about {left} left').format(left=left)}"
        return f"{elapsed}  ·  {self.tr('about {left} left in this stage').format(left=left)}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
