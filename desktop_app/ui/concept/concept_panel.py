"""The left dock: from an idea to an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.look import Look
from desktop_app.domain.run import Run
from desktop_app.services.understanding import Misunderstanding, Understanding
from desktop_app.ui.concept.advanced_fold import AdvancedFold
from desktop_app.ui.concept.editors.material_book import MaterialBook
from desktop_app.ui.concept.engine_picker import EnginePicker
from desktop_app.ui.concept.fields.pieces import NO_CHOICES, Choices
from desktop_app.ui.concept.model_prompt_card import ModelPromptCard
from desktop_app.ui.concept.order_foot import OrderFoot, clip_seconds
from desktop_app.ui.concept.prompt_editor import PromptEditor
from desktop_app.ui.concept.understood_card import UnderstoodCard
from desktop_app.ui.theme import set_role
from desktop_app.workflow.engines import SOLUTION, EngineChoice
from desktop_app.workflow.orders import (
    QUALITIES,
    GenerationOrder,
    Settings,
    default_quality,
    fitted,
    settings_for,
)
from desktop_app.workflow.starter_coverage import outside_engine


class ConceptPanel(QWidget):
    """Prompt, what was understood, engine, quality, numbers, Generate.

    Signals:
        concept_wanted: prompt or choices have changed; whoever understands prompts answers with
            `show_understanding`.
        order_changed: engine or numbers have changed; the answer is `show_settings_problem`.
        folder_wanted: another model folder is to be chosen.
        generate_clicked, cancel_clicked.
    """

    concept_wanted = Signal()
    order_changed = Signal()
    folder_wanted = Signal()
    generate_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._prompt = PromptEditor()
        self._card = UnderstoodCard()
        self._told = ModelPromptCard()
        self._engine = EnginePicker()
        self._fold = AdvancedFold()
        self._advanced = self._fold.settings
        self._foot = OrderFoot()
        self._lay_out()
        self._connect()

    @property
    def prompt(self) -> str:
        """What is written."""
        return self._prompt.prompt

    @property
    def understood(self) -> str:
        """What the card says was understood."""
        return self._card.text

    @property
    def concept(self) -> Concept | None:
        """What was understood last; None where nothing is."""
        return self._card.concept

    @property
    def settings_problem(self) -> str:
        """Why the engine cannot make such a clip; empty where it can."""
        return self._foot.problem

    @property
    def outside(self) -> str:
        """Why the engine does not cover what was understood; empty where it does."""
        return self._foot.outside

    @property
    def choices(self) -> Choices:
        """What was changed by hand of what was understood."""
        return self._card.choices

    @property
    def order(self) -> GenerationOrder:
        """What pressing Generate asks for."""
        return GenerationOrder(
            self.prompt,
            self._engine.engine,
            self._advanced.settings,
            self._advanced.seed,
            self.choices.look,
            self._advanced.enrich,
            self.choices.edits,
        )

    def offer(self, engines: Sequence[EngineChoice], default: EngineChoice) -> None:
        """Say which engines there are to choose from."""
        self._engine.set_engines(engines, default)
        self._use(default)

    def set_tables(self, materials: Callable[[], MaterialBook], look_names: Sequence[str]) -> None:
        """Say which materials and looks there are to choose from."""
        self._card.set_tables(materials, look_names)

    def add_engines(self, engines: Sequence[EngineChoice], chosen: EngineChoice | None = None) -> None:
        """Offer more engines, and choose one of them where that is wanted."""
        self._engine.add_engines(engines)
        if chosen is not None:
            self._use(chosen)

    def set_prompt(self, prompt: str) -> None:
        """Write another idea; what was changed of the former one is forgotten."""
        self._card.set_choices(NO_CHOICES)
        self._prompt.set_prompt(prompt)

    def set_choices(self, choices: Choices) -> None:
        """Take these as what was changed by hand; nobody is told."""
        self._card.set_choices(choices)

    def commit(self) -> bool:
        """Take over what is being typed; whether all of it means something."""
        return self._card.commit()

    def restore(self, run: Run) -> None:
        """Show the order a run was made from; nothing of it is understood anew."""
        request = run.request
        self._engine.choose(request.model)
        self._advanced.show_settings(
            Settings(
                request.width,
                request.height,
                request.num_frames,
                request.fps,
                request.num_inference_steps,
                request.guidance_scale,
            ),
            self._engine.engine,
        )
        enriched = request.prompt == run.concept.enrichment.prompt
        self._advanced.show_choices(request.seed, enriched)
        self._show_quality()
        self._prompt.restore(run.concept.prompt)
        self.set_choices(Choices(run.concept.edits, request.look))

    def show_understanding(self, answer: Understanding, look: Look) -> None:
        """Say what was understood."""
        self._card.show_answer(answer, look)
        self._told.show_concept(answer.concept)
        self._show_outside()

    def show_field(self, field: TemperatureField) -> None:
        """Show the solution of what was understood last."""
        self._card.show_field(field)

    def show_preview_problem(self, error: HeatSketchError) -> None:
        """Say why there is no solution of what was understood last."""
        self._card.show_preview_problem(error)

    def show_misunderstanding(self, answer: Misunderstanding | None) -> None:
        """Say why nothing was understood; None where nothing is written."""
        if answer is None:
            self._card.show_nothing()
        elif answer.edits_at_fault:
            self._card.show_refusal(answer.error)
        else:
            self._card.show_error(answer.error)
        if self.concept is None:
            self._told.show_concept(None)
        self._show_outside()

    def show_settings_problem(self, error: HeatSketchError | None) -> None:
        """Say what the engine cannot do, or that all is well."""
        self._foot.show_problem(error)

    def set_busy(self, busy: bool) -> None:
        """Whether a generation is going on."""
        self._foot.set_busy(busy)

    def set_cancelling(self) -> None:
        """The generation was asked to stop."""
        self._foot.set_cancelling()

    def focus_prompt(self) -> None:
        """Put the keyboard where the idea is written."""
        self._prompt.setFocus()

    def _lay_out(self) -> None:
        content = QWidget()
        set_role(content, "scrolled")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(14)
        inner.addWidget(self._prompt)
        inner.addWidget(self._card)
        inner.addWidget(self._told)
        inner.addWidget(self._engine)
        inner.addWidget(self._fold)
        inner.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._foot)
        self.setMinimumWidth(300)

    def _connect(self) -> None:
        self._prompt.prompt_settled.connect(self.concept_wanted)
        self._prompt.example_chosen.connect(self._on_example_chosen)
        self._card.choices_changed.connect(self.concept_wanted)
        self._engine.engine_chosen.connect(self._on_engine_chosen)
        self._engine.folder_wanted.connect(self.folder_wanted)
        self._told.changed.connect(self._card.apply)
        self._foot.quality_chosen.connect(self._on_quality_chosen)
        self._advanced.settings_changed.connect(self._on_settings_changed)
        self._advanced.enrich_toggled.connect(self._show_use)
        self._foot.computing_wanted.connect(self._on_computing_wanted)
        self._foot.generate_clicked.connect(self.generate_clicked)
        self._foot.cancel_clicked.connect(self.cancel_clicked)

    def _show_quality(self) -> None:
        """Press the button whose settings these are, if there is one."""
        engine, settings = self._engine.engine, self._advanced.settings
        quality = next((q for q in QUALITIES if settings_for(q, engine) == settings), None)
        self._foot.show_settings(settings, quality, denoised=not engine.computed)
        self._card.show_clip_seconds(clip_seconds(settings))
        self._show_use()

    @Slot()
    def _show_use(self) -> None:
        """Say whether the engine is told anything, and what; and whether it covers the idea."""
        self._told.show_use(used=not self._engine.engine.computed, enriched=self._advanced.enrich)
        self._show_outside()

    def _show_outside(self) -> None:
        concept = self.concept
        outside = None if concept is None else outside_engine(self._engine.engine, concept)
        self._foot.show_outside(outside, computable=concept is not None and concept.supported)

    def _use(self, engine: EngineChoice) -> None:
        """Choose an engine, with the quality it is first offered with."""
        self._engine.choose(engine.id)
        quality = default_quality(engine)
        self._on_quality_chosen(quality)

    @Slot(str)
    def _on_example_chosen(self, prompt: str) -> None:
        self.set_prompt(prompt)

    @Slot(object)
    def _on_engine_chosen(self, engine: EngineChoice) -> None:
        quality = self._foot.quality
        own = self._advanced.settings
        settings = settings_for(quality, engine) if quality is not None else fitted(engine, own)
        self._advanced.show_settings(settings, engine)
        self._on_settings_changed()

    @Slot()
    def _on_computing_wanted(self) -> None:
        self._engine.choose(SOLUTION)

    @Slot(object)
    def _on_quality_chosen(self, quality: object) -> None:
        chosen = next(q for q in QUALITIES if q == quality)
        engine = self._engine.engine
        self._advanced.show_settings(settings_for(chosen, engine), engine)
        self._on_settings_changed()

    @Slot()
    def _on_settings_changed(self) -> None:
        self._show_quality()
        self.order_changed.emit()
