"""One of the two clips: which run it is, its picture, its colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.run import Run
from desktop_app.ui.clip.colour_bar import ColourBar
from desktop_app.ui.clip.disclaimer_strip import DisclaimerStrip
from desktop_app.ui.clip.video_canvas import VideoCanvas
from desktop_app.ui.runs.run_words import date_words
from desktop_app.ui.theme import set_role
from desktop_app.ui.translation import current_language

if TYPE_CHECKING:
    from desktop_app.workflow.comparing import ComparedClip

_LEAST_HEIGHT = 150


class ClipSide(QWidget):
    """A list to choose the run from, its picture beside its colour bar, and what it is not.

    Signals:
        run_chosen: the id of a run, picked from the list.
    """

    run_chosen = Signal(str)

    def __init__(self, second: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._runs: tuple[Run, ...] = ()
        self._clip: ComparedClip | None = None
        self._over = False
        self._heading = QLabel()
        self.runs = QComboBox()
        self.runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.runs.setMinimumContentsLength(12)
        self.runs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.over = QLabel()
        self.canvas = VideoCanvas()
        self.canvas.setMinimumHeight(_LEAST_HEIGHT)
        self.colour_bar = ColourBar()
        kept = self.colour_bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that both pictures have one size
        self.colour_bar.setSizePolicy(kept)
        self.disclaimer = DisclaimerStrip()
        set_role(self._heading, "heading")
        set_role(self.over, "caution")
        self._lay_out()
        self.runs.activated.connect(self._on_activated)
        self.canvas.geometry_changed.connect(self._on_geometry_changed)
        self._retranslate()

    def show_runs(self, runs: Sequence[Run], chosen: str) -> None:
        """Offer these runs, one of which is the one in view."""
        self._runs = tuple(runs)
        self.runs.clear()
        language = current_language()
        for run in self._runs:
            self.runs.addItem(f"{run.concept.prompt}  ·  {date_words(run, language)}", run.id)
        self.runs.setCurrentIndex(self.runs.findData(chosen))

    def show_clip(self, clip: ComparedClip, with_bar: bool) -> None:
        """Show a clip's first frame, and its colours where `with_bar`."""
        self._clip = clip
        run = clip.saved.run
        self.colour_bar.show_look(clip.look, run.temperature_range_K)
        self.colour_bar.setVisible(with_bar and clip.look.palette is not None)
        if run.of_unknown_origin:
            self.disclaimer.set_unknown()
        else:
            self.disclaimer.set_computed(run.computed)
        self.show_frame(0, over=False)

    def show_frame(self, index: int, *, over: bool) -> None:
        """Show a frame; `over` says that the clip has ended before the play head."""
        if self._clip is None or not len(self._clip.saved.clip.frames):
            return
        self.canvas.show_picture(self._clip.saved.clip.frames[index])
        if over != self._over:
            self._over = over
            self.over.setText(self.tr("ended") if over else "")

    def clear(self) -> None:
        """Show no clip."""
        self._clip = None
        self.canvas.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.run_chosen.emit(self.runs.itemData(index))

    @Slot()
    def _on_geometry_changed(self) -> None:
        room = self.canvas.video_rect()
        self.colour_bar.set_span(room.top(), room.bottom())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self.over)
        head.addWidget(self.runs, 1)
        picture = QHBoxLayout()
        picture.setSpacing(8)
        picture.addWidget(self.canvas, 1)
        picture.addWidget(self.colour_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(picture, 1)
        layout.addWidget(self.disclaimer)

    def _retranslate(self) -> None:
        name = self.tr("Second clip") if self._second else self.tr("First clip")
        self._heading.setText(name)
        self.runs.setAccessibleName(name)
        self.canvas.setAccessibleName(
            self.tr("Picture of the second clip") if self._second else self.tr("Picture of the first clip")
        )
        self.over.setText(self.tr("ended") if self._over else "")
        if self._runs:
            self.show_runs(self._runs, self.runs.currentData())
