"""What the window asks of the workflow, imported part by part when first used: the window opens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, PixelBox, Place, Probe
from desktop_app.domain.concept import Concept, Language
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.events import WorkflowEvent
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.laws import LawReport
from desktop_app.domain.look import Look
from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.domain.review import Purpose, Review
from desktop_app.domain.run import Run
from desktop_app.services.opening_order import OpeningOrder

if TYPE_CHECKING:
    from desktop_app.domain.material import Material
    from desktop_app.domain.own_material import OwnMaterial
    from desktop_app.knowledge.material_properties import MaterialProperty
    from desktop_app.knowledge.materials import MaterialTable
    from desktop_app.workflow.comparing import Comparison
    from desktop_app.workflow.context import Context
    from desktop_app.workflow.engines import EngineChoice
    from desktop_app.workflow.history import SavedRun
    from desktop_app.workflow.materials import MaterialList
    from desktop_app.workflow.orders import GenerationOrder, Settings


class Verbs:
    """The workflow with its context bound; a test replaces it as a whole."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._keeping = Lock()  # what is kept of a run is read, changed and written back

    @property
    def app_version(self) -> str:
        """The version of HeatSketch."""
        return self._context.app_version

    @property
    def look_names(self) -> tuple[str, ...]:
        """Every look that clips are painted in."""
        return self._context.looks.painted_names

    @property
    def readable_looks(self) -> tuple[str, ...]:
        """Every look whose colours can be read as temperatures."""
        looks = self._context.looks
        return tuple(name for name in looks.names if looks.get(name).readable)

    def look(self, name: str) -> Look:
        """The look of that name."""
        return self._context.looks.get(name)

    def engines(self) -> tuple[EngineChoice, ...]:
        """What can generate on this computer."""
        from desktop_app.workflow.engines import engine_choices

        return engine_choices(self._context)

    def first_engines(self) -> tuple[EngineChoice, ...]:
        """What can be offered at once, no folder looked through."""
        from desktop_app.workflow.engines import first_choices

        return first_choices(self._context)

    def engine_at(self, folder: Path) -> EngineChoice:
        """The engine in a model folder, wherever it is; `ModelUnusable` where it cannot be used."""
        from desktop_app.workflow.engines import engine_named

        return engine_named(self._context, str(folder))

    def default_engine(self, engines: tuple[EngineChoice, ...]) -> EngineChoice:
        """The one of these that a newcomer gets; may ask for a graphics processor, which takes seconds."""
        from desktop_app.workflow.engines import default_among

        return default_among(engines)

    def check_settings(self, engine: EngineChoice, settings: Settings) -> None:
        """Raise `InvalidInput` with the nearest valid values where the engine cannot do this."""
        from desktop_app.workflow.orders import check_settings

        check_settings(engine, settings)

    def understand(self, prompt: str, look: str | None, edits: Edits = NO_EDITS) -> Concept:
        """What a prompt means; `InvalidInput` where it means nothing."""
        from desktop_app.workflow.understanding import understand

        return understand(self._context, prompt, look, edits)

    def preview(self, concept: Concept, cancel: CancelToken) -> TemperatureField:
        """The coarse solution of a concept, for a thumbnail."""
        from desktop_app.workflow.solving import preview

        return preview(concept, cancel)

    def generate(self, order: GenerationOrder, cancel: CancelToken) -> Iterator[WorkflowEvent]:
        """Generate a clip and read it, event by event."""
        from desktop_app.workflow.generation import generate

        return generate(self._context, order, cancel)

    def look_of(self, run: Run) -> Look:
        """What a run's clip is read with."""
        from desktop_app.workflow.reading import look_of

        return look_of(self._context, run)

    def read_run(self, saved: SavedRun, probe: Probe | None) -> Reading:
        """Temperatures along a probe, from the clip's colours alone."""
        from desktop_app.workflow.reading import read_run

        return read_run(self._context, saved, probe)

    def read_places(self, saved: SavedRun) -> tuple[PlaceReading, ...]:
        """Temperatures over time at a run's points and regions."""
        from desktop_app.workflow.reading import read_places

        return read_places(self._context, saved)

    def scale_from(
        self, run: Run, picture: Frames, first: tuple[float, float, float], second: tuple[float, float, float]
    ) -> tuple[float, float]:
        """A run's scale, K, from two places of a picture: x, y in pixels and K; else `InvalidInput`."""
        from desktop_app.workflow.references import Reference, scale_from
        from desktop_app.workflow.scale_range import check_range

        span = scale_from((Reference(*first), Reference(*second)), picture, self.look_of(run))
        check_range(span)
        return span

    def printed_scale(self, saved: SavedRun) -> PixelBox | None:
        """Where a run's frames show a scale in the palette they are read with; None where they do not."""
        from desktop_app.workflow.reading import printed_scale

        return printed_scale(self._context, saved)

    def solution_along(self, saved: SavedRun, reading: Reading) -> NDArray[np.float32] | None:
        """The heat equation's solution where a reading was taken; None where there is none."""
        from desktop_app.workflow.comparison import solution_beside

        return solution_beside(saved, reading)

    def judge(self, saved: SavedRun, reading: Reading, cancel: CancelToken) -> LawReport:
        """The laws of heat conduction in a run, one by one."""
        from desktop_app.workflow.judging import judge_run

        return judge_run(self._context, saved, reading, cancel)

    def compare(self, first_id: str, second_id: str, cancel: CancelToken) -> Comparison:
        """Two kept runs side by side; `RunUnreadable` where one is gone or damaged."""
        from desktop_app.workflow.comparing import compare_runs

        first = self.open_run(first_id)
        cancel.check()
        return compare_runs(self._context, first, self.open_run(second_id), cancel)

    def runs(self) -> tuple[Run, ...]:
        """Every kept run, newest first."""
        from desktop_app.workflow.history import list_runs

        return list_runs(self._context)

    def find_run(self, run_id: str) -> Run:
        """What is kept of a run, without its frames; `RunUnreadable` where it is gone or damaged."""
        from desktop_app.workflow.history import find_run

        return find_run(self._context, run_id)

    def open_run(self, run_id: str) -> SavedRun:
        """A run with its frames, reading and solution."""
        from desktop_app.workflow.history import open_run

        return open_run(self._context, run_id)

    def delete_run(self, run_id: str) -> None:
        """Remove a run from the disk."""
        from desktop_app.workflow.history import delete_run

        delete_run(self._context, run_id)

    def open_clip(
        self, order: OpeningOrder, cancel: CancelToken, on_progress: Callable[[int, int], None]
    ) -> str:
        """Take a clip from the disk into the library; returns the id of its run."""
        from desktop_app.workflow.opening import open_clip
        from desktop_app.workflow.reading_plan import Wishes

        wishes = Wishes(
            look=order.look,
            reversed_palette=order.reversed_palette,
            temperature_range_K=order.temperature_range_K,
            prompt=order.prompt or None,
        )
        return open_clip(self._context, order.path, wishes, cancel, on_progress).run.id

    def keep_places(self, run_id: str, places: tuple[Place, ...]) -> Run:
        """Remember which points and regions of a run are followed over time."""
        from desktop_app.workflow.history import keep_places

        with self._keeping:
            return keep_places(self._context, run_id, places)

    def keep_scale(self, run_id: str, scale_K: tuple[float, float] | None) -> Run:
        """Remember what the ends of a run's palette stand for."""
        from desktop_app.workflow.history import keep_scale

        with self._keeping:
            return keep_scale(self._context, run_id, scale_K)

    def thumbnail(self, run_id: str) -> Path | None:
        """A small PNG of a run."""
        from desktop_app.workflow.history import thumbnail

        return thumbnail(self._context, run_id)

    def keep_reading(self, run_id: str, reading: Reading) -> Run:
        """Remember where a run was read last, and what was read there."""
        from desktop_app.workflow.history import keep_reading

        with self._keeping:
            return keep_reading(self._context, run_id, reading)

    def stop_engines(self) -> None:
        """End whatever still works outside this process."""
        self._context.worker.close()

    def export_video(
        self,
        saved: SavedRun,
        path: Path,
        language: Language,
        cancel: CancelToken,
        on_progress: Callable[[int, int], None],
        purpose: Purpose = "concept_talk",
        report: LawReport | None = None,
    ) -> None:
        """Write the annotated MP4; a clip for teaching is judged first where that is not done yet."""
        from desktop_app.workflow.exporting import export_video
        from desktop_app.workflow.intended_use import IntendedUse

        if purpose == "teaching" and report is None and saved.reading is not None:
            report = self.judge(saved, saved.reading, cancel)
        use = IntendedUse(purpose, report)
        export_video(self._context, saved, path, language, cancel, on_progress, use)

    def review(self, run_id: str, review: Review | None) -> Run:
        """Remember what a person said of a run; None takes it back."""
        from desktop_app.workflow.history import keep_review

        with self._keeping:
            return keep_review(self._context, run_id, review)

    def export_profile(self, saved: SavedRun, path: Path) -> None:
        """Write the profile as CSV."""
        from desktop_app.workflow.exporting import export_profile

        export_profile(saved, path)

    def export_reading(self, saved: SavedRun, path: Path) -> None:
        """Write the reading's arrays as NPZ."""
        from desktop_app.workflow.exporting import export_reading

        export_reading(saved, path)

    def save_report(
        self,
        saved: SavedRun,
        path: Path,
        language: Language,
        cancel: CancelToken,
        report: LawReport | None = None,
    ) -> None:
        """Write the one-page report on a run; the laws are judged first where that is not done yet."""
        from desktop_app.workflow.report_page import save_report_page

        save_report_page(self._context, saved, path, language, cancel, report)

    def export_places(self, saved: SavedRun, path: Path) -> None:
        """Write points and regions over time as CSV."""
        from desktop_app.workflow.exporting import export_places

        export_places(self._context, saved, path)

    def material_table(self) -> MaterialTable:
        """The table names of materials are looked up in, as it is now."""
        return self._context.materials.table

    def materials(self) -> MaterialList:
        """Every material there is now, and which are the person's own."""
        from desktop_app.workflow.materials import materials

        return materials(self._context)

    def save_material(self, entry: OwnMaterial, instead_of: str | None = None) -> Material:
        """Add or replace a material of one's own; `InvalidInput` where it cannot be taken."""
        from desktop_app.workflow.materials import save_material

        return save_material(self._context, entry, instead_of)

    def remove_material(self, material_id: str) -> None:
        """Take out a material of one's own."""
        from desktop_app.workflow.materials import remove_material

        remove_material(self._context, material_id)

    def convert(self, value_text: str, unit_text: str, name: MaterialProperty) -> float:
        """A value as typed, in the unit its property is kept in; `InvalidInput` says what is wrong."""
        from desktop_app.workflow.materials import convert

        return convert(value_text, unit_text, name)
