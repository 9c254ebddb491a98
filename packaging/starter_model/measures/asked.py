"""What a clip was asked to show: a prompt, what the app understands by it, and its solution."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.concept import Concept, Where
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.geometry import Box
from desktop_app.physics.body_grid import picture_cells
from desktop_app.physics.spots import where_it_acts
from desktop_app.physics.way import driver
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import place_body
from desktop_app.workflow.context import Context
from desktop_app.workflow.solving import on_a_scale_that_holds, solve
from desktop_app.workflow.understanding import understand
from starter_model.corpus import Record
from starter_model.measures.maps import Maps, maps_of_solution
from starter_model.staging import Staging, paint_clip

SIZE = (320, 192)
NUM_FRAMES = 33
COARSE_CELLS = 48
"""Along the longer side of a rectangle, where only the place of the heat is looked for."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A prompt and its truth.

    Attributes:
        key: of the corpus.
        enriched: the prompt as the app enriches it.
        place: what is heated, as the physics takes it.
        unseen: whether training saw no clip of this material, shape and heating together.
        concept: on the scale that its solution is painted on.
        solution: at the clip's frames.
        record: of the corpus; None where it is not from there.
    """

    key: str
    prompt: str
    enriched: str
    language: str
    shape: str
    place: str
    look: str
    unseen: bool
    concept: Concept
    solution: TemperatureField
    record: Record | None = None

    @property
    def level(self) -> NDArray[np.float32]:
        """(frame, y, x) 0..1 of the scale, NaN outside the body."""
        return levels_of(self.solution, self.concept.temperature_range_K)

    @property
    def start_level(self) -> float:
        """Of the initial temperature."""
        low, high = self.concept.temperature_range_K
        return (self.concept.initial_temperature_K - low) / (high - low)

    @property
    def maps(self) -> Maps:
        """As the body is on the small grid."""
        box = place_body(self.solution.size_m, *SIZE)
        return maps_of_solution(self.level, (box.right - box.left) / (box.bottom - box.top))

    def paint(self, looks: LookTable, staging: Staging, look: str | None = None) -> Frames:
        """The clip a perfect model would make of it."""
        outlines = tuple(part.outline for part in self.concept.parts)
        return paint_clip(self.level, outlines, looks.get(look or self.look), staging)


def ask(context: Context, prompt: str, *, key: str = "", record: Record | None = None) -> Asked:
    """Understand a prompt and solve it; `record` is what the corpus knows of it.

    Raises:
        OutsideConduction: the solver does not cover it.
        InvalidInput: it means nothing.
    """
    concept = understand(context, prompt)
    solution = solve(concept, NUM_FRAMES, CancelToken())
    concept = on_a_scale_that_holds(concept, solution)
    return Asked(
        key=key,
        prompt=prompt,
        enriched=concept.enrichment.prompt,
        language=concept.language,
        shape=str(concept.shape),
        place=where_it_acts(concept, driver(concept)),
        look=concept.look,
        unseen=record is not None and record.unseen,
        concept=concept,
        solution=solution,
        record=record,
    )


def levels_of(solution: TemperatureField, scale_K: tuple[float, float]) -> NDArray[np.float32]:
    """(frame, y, x) of a solution, as shares of a scale."""
    low, high = scale_K
    return np.asarray(np.clip((solution.temperature_K - low) / (high - low), 0.0, 1.0), np.float32)


def heated_at(asked: Asked, place: Where, num_frames: int) -> NDArray[np.float32]:
    """Levels (frame, y, x) of the same body heated elsewhere, for the first `num_frames` frames.

    Raises:
        HeatSketchError: the solver does not cover it.
    """
    main = driver(asked.concept)
    heating = tuple(replace(one, where=place) if one is main else one for one in asked.concept.heating)
    part = (num_frames - 1) / (NUM_FRAMES - 1)
    moved = replace(asked.concept, heating=heating, duration_s=asked.concept.duration_s * part)
    coarse = all(isinstance(part.outline, Box) for part in moved.parts) and moved.shape != "heat_sink"
    cells = picture_cells(moved, COARSE_CELLS) if coarse else None
    solution = solve(moved, num_frames, CancelToken(), cells)
    return levels_of(solution, asked.concept.temperature_range_K)
