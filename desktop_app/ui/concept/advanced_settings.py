"""Every number of a generation, for whoever wants to set it by hand."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.icons import icon
from desktop_app.ui.theme import set_role
from desktop_app.workflow import orders
from desktop_app.workflow.engines import EngineChoice
from desktop_app.workflow.orders import Settings

NARROWEST = 66


class AdvancedSettings(QWidget):
    """The numbers, as spin boxes.

    Signals:
        settings_changed: the `Settings`, by hand.
        enrich_toggled: whether the engine gets more words than were typed.
    """

    settings_changed = Signal(object)
    enrich_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seed = _whole(0, orders.LARGEST_SEED)
        self._dice = QToolButton()
        self._dice.setIcon(icon("dice"))
        self._dice.setIconSize(QSize(18, 18))
        self._dice.clicked.connect(self.roll_seed)
        self._width = _whole(orders.SMALLEST_SIDE, orders.LARGEST_SIDE, 32)
        self._height = _whole(orders.SMALLEST_SIDE, orders.LARGEST_SIDE, 32)
        self._num_frames = _whole(orders.FEWEST_FRAMES, orders.MOST_FRAMES, 4)
        self._fps = _whole(1, 120)
        self._steps = _whole(1, 200)
        self._guidance = QDoubleSpinBox(minimum=0.0, maximum=30.0, singleStep=0.5, decimals=1)
        _pad(self._guidance)
        self._enrich = QCheckBox()
        self._enrich.setChecked(True)
        self._one_size = QLabel(wordWrap=True)
        set_role(self._one_size, "small")
        self._labels = [QLabel() for _ in range(5)]
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def settings(self) -> Settings:
        """The numbers as they stand."""
        return Settings(
            self._width.value(),
            self._height.value(),
            self._num_frames.value(),
            self._fps.value(),
            self._steps.value(),
            self._guidance.value(),
        )

    @property
    def seed(self) -> int:
        """Of the initial noise."""
        return self._seed.value()

    @property
    def enrich(self) -> bool:
        """Whether the engine gets more words than were typed."""
        return bool(self._enrich.isChecked())

    def show_settings(self, settings: Settings, engine: EngineChoice) -> None:
        """Show numbers that somebody else chose; those that the engine knows only one of are not offered."""
        self.blockSignals(True)
        self._width.setValue(settings.width)
        self._height.setValue(settings.height)
        self._num_frames.setValue(settings.num_frames)
        self._fps.setValue(settings.fps)
        self._steps.setValue(settings.num_inference_steps)
        self._guidance.setValue(settings.guidance_scale)
        self.blockSignals(False)
        for part in (self._steps, self._guidance, self._seed, self._dice, self._enrich):
            part.setEnabled(not engine.computed)
        for box in (self._width, self._height, self._num_frames):
            box.setEnabled(not orders.has_one_size(engine))
        self._one_size.setVisible(orders.has_one_size(engine))

    def show_choices(self, seed: int, enrich: bool) -> None:
        """Show the seed and enrichment of an earlier run."""
        self._seed.setValue(seed)
        self._enrich.setChecked(enrich)

    @Slot()
    def roll_seed(self) -> None:
        """Another seed, by chance."""
        self._seed.setValue(secrets.randbelow(100_000))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language when told to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        seed_row = QHBoxLayout()
        seed_row.setSpacing(6)
        seed_row.addWidget(self._seed, 1)
        seed_row.addWidget(self._dice)
        size_row = QHBoxLayout()
        size_row.setSpacing(6)
        size_row.addWidget(self._width, 1)
        size_row.addWidget(QLabel("×"))
        size_row.addWidget(self._height, 1)
        clip_row = QHBoxLayout()
        clip_row.setSpacing(6)
        clip_row.addWidget(self._num_frames, 1)
        clip_row.addWidget(self._fps, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, label in zip((0, 1, 3, 4, 5), self._labels, strict=True):
            set_role(label, "muted")
            grid.addWidget(label, row, 0)
        grid.addLayout(size_row, 0, 1)
        grid.addLayout(clip_row, 1, 1)
        grid.addWidget(self._one_size, 2, 0, 1, 2)
        grid.addLayout(seed_row, 3, 1)
        grid.addWidget(self._steps, 4, 1)
        grid.addWidget(self._guidance, 5, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self._enrich)

    def _connect(self) -> None:
        for box in (self._width, self._height, self._num_frames, self._fps, self._steps, self._guidance):
            box.valueChanged.connect(self._on_value_changed)
        self._enrich.toggled.connect(self.enrich_toggled)

    def _retranslate(self) -> None:
        names = (
            self.tr("Size"),
            self.tr("Frames"),
            self.tr("Seed"),
            self.tr("Steps"),
            self.tr("Guidance"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self._one_size.setText(self.tr("The starter model makes clips of this size and length only."))
        self._width.setAccessibleName(self.tr("Width in pixels"))
        self._height.setAccessibleName(self.tr("Height in pixels"))
        self._num_frames.setAccessibleName(self.tr("Number of frames"))
        self._fps.setAccessibleName(self.tr("Frames per second"))
        self._fps.setSuffix(self.tr(" fps"))
        self._seed.setAccessibleName(self.tr("Seed of the initial noise"))
        self._dice.setAccessibleName(self.tr("Another seed"))
        self._dice.setToolTip(self.tr("Another seed"))
        self._steps.setAccessibleName(self.tr("Denoising steps"))
        self._steps.setToolTip(self.tr("Denoising steps: more take longer and show finer detail"))
        self._guidance.setAccessibleName(self.tr("Guidance scale"))
        self._guidance.setToolTip(self.tr("How closely the model follows the prompt"))
        self._enrich.setText(self.tr("Add what was understood"))
        self._enrich.setAccessibleName(self.tr("Add what was understood to the prompt the model gets"))
        self._enrich.setToolTip(
            self.tr("The model gets the prompt with material, shape and look spelled out")
        )

    @Slot()
    def _on_value_changed(self) -> None:
        self.settings_changed.emit(self.settings)


def _whole(low: int, high: int, increment: int = 1) -> QSpinBox:
    box = QSpinBox(minimum=low, maximum=high, singleStep=increment)
    _pad(box)
    return box


def _pad(box: QAbstractSpinBox) -> None:
    """Keep the digits off the edge: the style sheet's padding does not reach a spin box's own field."""
    box.setKeyboardTracking(False)
    box.setMinimumWidth(NARROWEST)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
