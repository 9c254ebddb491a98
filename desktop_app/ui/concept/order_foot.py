"""What stays in sight however long the rest is: quality, what that comes to, and Generate."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.errors import HeatSketchError
from desktop_app.ui.concept.generate_bar import GenerateBar
from desktop_app.ui.concept.outside_notice import OutsideNotice
from desktop_app.ui.concept.quality_buttons import QualityButtons
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import in_words
from desktop_app.workflow.orders import Quality, Settings


class OrderFoot(QFrame):
    """The last things one looks at before Generate.

    Signals:
        quality_chosen: the `Quality`, by a click.
        computing_wanted: the clip is to be computed instead.
        generate_clicked, cancel_clicked.
    """

    quality_chosen = Signal(object)
    computing_wanted = Signal()
    generate_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "foot")
        self._settings: Settings | None = None
        self._denoised = False
        self._error: HeatSketchError | None = None
        self._quality = QualityButtons()
        self._summary = QLabel(wordWrap=True)
        set_role(self._summary, "small")
        self._problem = QLabel(wordWrap=True)
        set_role(self._problem, "bad")
        self._problem.hide()
        self._outside = OutsideNotice()
        self._bar = GenerateBar()
        self._quality.quality_chosen.connect(self.quality_chosen)
        self._outside.computing_wanted.connect(self.computing_wanted)
        self._bar.generate_clicked.connect(self.generate_clicked)
        self._bar.cancel_clicked.connect(self.cancel_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(7)
        column.addWidget(self._quality)
        column.addWidget(self._summary)
        column.addWidget(self._problem)
        column.addWidget(self._outside)
        column.addSpacing(3)
        column.addWidget(self._bar)

    @property
    def quality(self) -> Quality | None:
        """Which quality is chosen; None where the settings are somebody's own."""
        return self._quality.quality

    @property
    def problem(self) -> str:
        """Why the engine cannot make such a clip; empty where it can."""
        return "" if self._problem.isHidden() else self._problem.text()

    @property
    def outside(self) -> str:
        """Why the engine does not cover the idea; empty where it does."""
        return self._outside.text

    def show_settings(self, settings: Settings, quality: Quality | None, *, denoised: bool) -> None:
        """Say what the settings come to, and which quality they are."""
        self._settings, self._denoised = settings, denoised
        self._quality.show_quality(quality)
        self._show()

    def show_problem(self, error: HeatSketchError | None) -> None:
        """Say what the engine cannot do, or that all is well."""
        self._error = error
        self._show()

    def show_outside(self, error: HeatSketchError | None, *, computable: bool) -> None:
        """Say that the engine does not cover the idea, and whether computing does; or that all is well."""
        self._outside.show_error(error, computable=computable)

    def set_busy(self, busy: bool) -> None:
        """Whether a generation is going on."""
        self._bar.set_busy(busy)

    def set_cancelling(self) -> None:
        """The generation was asked to stop."""
        self._bar.set_cancelling()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        error, settings = self._error, self._settings
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.setText(f"{in_words(error.message)} {in_words(error.remedy)}")
        if settings is None:
            return
        template = (
            self.tr(
                "{width} × {height} px, {frames} frames, {seconds} s at {fps} fps, {steps} denoising steps"
            )
            if self._denoised
            else self.tr("{width} × {height} px, {frames} frames, {seconds} s at {fps} fps")
        )
        self._summary.setText(
            template.format(
                width=settings.width,
                height=settings.height,
                frames=settings.num_frames,
                seconds=f"{clip_seconds(settings):.1f}",
                fps=settings.fps,
                steps=settings.num_inference_steps,
            )
        )


def clip_seconds(settings: Settings) -> float:
    """How long a clip takes to watch."""
    return max(1, settings.num_frames - 1) / settings.fps
