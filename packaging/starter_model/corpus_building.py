"""From scenes to the corpus: understood by the app, checked, solved and written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.physics.body_grid import picture_cells
from desktop_app.workflow.context import Context
from desktop_app.workflow.solving import on_a_scale_that_holds, solve
from desktop_app.workflow.understanding import understand
from starter_model.config import Config
from starter_model.corpus import INDEX, SPLITS, Record, outline_row, read_index, solution_file
from starter_model.ideas import LEAST_FOURIER, MOST_FOURIER, materials_table
from starter_model.scenes import Scene, draw_scene

MOST_REFUSED = 0.1
"""Of all scenes drawn; beyond it the sentences are at fault."""
ATTEMPTS = 50
CELLS_ALONG = {"plate": 64, "ring": 96}
"""Of shapes whose pictures need fewer cells than the app's solutions have."""
FOURIER_SLACK = 2.0
"""How far the app's Fourier number may be beyond the limits a duration was drawn for."""
AT_LEAST_REACHES = 0.02
"""Of its way the heat goes by mid-clip."""
UNDERSTOOD_AS = {
    ("plate", "spot"): {"spot"},
    ("heat_sink", "bottom"): {"base"},
    ("ring", "centre"): {"inside", "centre"},
}
"""What the app calls a place, where that is not its name in `scenes.HEATED`."""
PRINT_EVERY = 50


class TooManyRefused(Exception):
    """More sentences were not understood as meant than `MOST_REFUSED`."""


def build_split(config: Config, folder: Path, split: str, limit: int | None = None) -> None:
    """Write a split's scenes, from the last one written on; `limit` at most.

    Raises:
        TooManyRefused: the app understands too many sentences otherwise than meant.
    """
    count = config.corpus.train if split == "train" else config.corpus.held_out
    wanted = count if limit is None else min(count, limit)
    records = _begun(folder)
    with (folder / INDEX).open("a", encoding="utf-8") as index:
        for number in range(len(records), wanted):
            record = _add(config, folder, split, number)
            index.write(record.model_dump_json() + "\n")
            index.flush()
            records.append(record)
            if len(records) % PRINT_EVERY == 0:
                print(f"{split}: {len(records)}/{wanted}", flush=True)
    refused = Counter(reason for record in records for reason in record.refused)
    drawn = len(records) + refused.total()
    print(f"{split}: {len(records)} scenes; refused {refused.total()} of {drawn} drawn: {dict(refused)}")
    if refused.total() > MOST_REFUSED * drawn:
        raise TooManyRefused(f"{refused.total()} of {drawn} scenes were refused: {dict(refused)}")


def refusal(scene: Scene, concept: Concept) -> str | None:
    """Why a scene cannot be taken: what the app understood otherwise than it was meant, or None."""
    if not concept.supported or concept.story is None:
        return "supported"
    places = UNDERSTOOD_AS.get((scene.shape, scene.heated), {scene.heated})
    heating = concept.heating[0]
    understood = {
        "shape": concept.shape == scene.shape,
        "heated": len(concept.heating) == 1 and heating.where in places,
        "temperature": scene.held_C is None or abs(heating.value - ZERO_CELSIUS_K - scene.held_C) < 0.01,
        "look": concept.look == scene.look,
        "materials": tuple(material.id for material in concept.materials) == scene.materials,
        "language": concept.language == scene.language,
        "fins": scene.num_fins in (None, concept.num_fins),
        "duration": scene.duration_s in (None, concept.duration_s),
        "fourier_number": scene.duration_s is None
        or LEAST_FOURIER / FOURIER_SLACK <= concept.story.fourier_number <= MOST_FOURIER * FOURIER_SLACK,
        "frozen": concept.story.reach_at_mid_clip >= AT_LEAST_REACHES,
    }
    return next((what for what, right in understood.items() if not right), None)


def understood(prompt: str) -> Concept:
    """What the app makes of a prompt, with the materials that come with it.

    Raises:
        InvalidInput: it contradicts itself.
    """
    only_materials = SimpleNamespace(materials=SimpleNamespace(table=materials_table(), problem=None))
    return understand(cast(Context, only_materials), prompt)


def _begun(folder: Path) -> list[Record]:
    """The records of scenes that were written before; a line that was cut off is dropped."""
    folder.mkdir(parents=True, exist_ok=True)
    index = folder / INDEX
    if not index.exists():
        index.touch()
    records = read_index(folder)
    whole = index.read_bytes().rpartition(b"\n")
    if whole[2]:
        _replace(index, whole[0] + whole[1])
    return records


def _add(config: Config, folder: Path, split: str, number: int) -> Record:
    refused: list[str] = []
    for attempt in range(ATTEMPTS):
        random = np.random.default_rng((config.seed, SPLITS.index(split), number, attempt))
        held_out = split == "held_out"
        scene = draw_scene(
            random,
            unseen=bool(random.random() < 0.5) and held_out,
            held_out_wording=bool(random.random() < 0.5) and held_out,
            unseen_share=config.corpus.unseen_share,
        )
        try:
            concept = understood(scene.prompt)
        except HeatSketchError as error:
            refused.append(type(error).__name__)
            continue
        reason = refusal(scene, concept)
        if reason is None:
            scaled = _solve(concept, solution_file(folder, number), config.clip.num_frames)
            return _record(number, scene, scaled, tuple(refused))
        refused.append(reason)
    raise TooManyRefused(f"Scene {number} was refused {ATTEMPTS} times: {refused}")


def _solve(concept: Concept, file: Path, num_times: int) -> Concept:
    """Write the solution; the concept with the scale that holds it."""
    along = CELLS_ALONG.get(concept.shape or "")
    cells = picture_cells(concept, along) if along is not None else None
    field = solve(concept, num_times, CancelToken(), cells)
    scaled = on_a_scale_that_holds(concept, field)
    low, high = scaled.temperature_range_K
    new = file.with_suffix(".new")
    with new.open("wb") as writing:
        np.savez_compressed(
            writing,
            level=((field.temperature_K - low) / (high - low)).astype(np.float16),
            outlines=np.array([outline_row(part.outline) for part in concept.parts]),
            size_m=np.array(field.size_m),
        )
    new.replace(file)
    return scaled


def _record(number: int, scene: Scene, concept: Concept, refused: tuple[str, ...]) -> Record:
    story = concept.story
    if story is None:
        raise ValueError(f"There is no story of {scene.prompt!r}.")
    return Record(
        number=number,
        prompt=scene.prompt,
        enriched_prompt=concept.enrichment.prompt,
        negative_prompt=concept.enrichment.negative_prompt,
        language=scene.language,
        shape=scene.shape,
        heated=scene.heated,
        look=scene.look,
        materials=scene.materials,
        diffusivity_m2_s=tuple(material.thermal_diffusivity for material in concept.materials),
        duration_s=concept.duration_s,
        duration_given=scene.duration_s is not None,
        fourier_number=story.fourier_number,
        reach_at_mid_clip=story.reach_at_mid_clip,
        temperature_range_K=concept.temperature_range_K,
        unseen=scene.unseen,
        held_out_wording=scene.held_out_wording,
        refused=refused,
    )


def _replace(file: Path, content: bytes) -> None:
    new = file.with_suffix(".new")
    new.write_bytes(content)
    new.replace(file)
