"""Step 1: the corpus, solutions of the heat equation and the sentences that ask for them."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from desktop_app.domain.clip import Frames
from desktop_app.domain.geometry import Annulus, Box, Outline
from desktop_app.domain.look import Look
from desktop_app.thermography.looks import LookTable
from starter_model.config import load_config
from starter_model.ideas import RESOURCES
from starter_model.scenes import LOOKS, Language
from starter_model.staging import Staging, paint_clip

INDEX = "index.jsonl"
SPLITS = ("train", "held_out")


class Record(BaseModel):
    """What is known of a solved scene besides its solution.

    Attributes:
        prompt: as a person types it.
        enriched_prompt, negative_prompt: as the app gives them to the video model.
        heated: where, as `scenes.HEATED` has it.
        look: the look that the prompt asks for.
        materials: ids, from the bottom or the left.
        diffusivity_m2_s: of each of them.
        fourier_number, reach_at_mid_clip: as in `Story`.
        unseen, held_out_wording: as in `Scene`.
        refused: why scenes that were drawn before this one were not taken.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    prompt: str
    enriched_prompt: str
    negative_prompt: str
    language: Language
    shape: str
    heated: str
    look: str
    materials: tuple[str, ...]
    diffusivity_m2_s: tuple[float, ...]
    duration_s: float
    duration_given: bool
    fourier_number: float
    reach_at_mid_clip: float
    temperature_range_K: tuple[float, float]
    unseen: bool
    held_out_wording: bool
    refused: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Entry:
    """A scene with its solution.

    Attributes:
        record: its prompts and tags.
        look: that it asks for.
        size_m: width and height of the body.
        level: (time, y, x) 0 at the coldest of the scale and 1 at the hottest, y upward;
            NaN outside the body.
        outlines: of the body's parts.
    """

    record: Record
    look: Look
    size_m: tuple[float, float]
    level: NDArray[np.float16]
    outlines: tuple[Outline, ...]

    @property
    def prompt(self) -> str:
        """As a person types it."""
        return self.record.prompt

    @property
    def enriched_prompt(self) -> str:
        """As the app gives it to the video model."""
        return self.record.enriched_prompt

    def paint(self, staging: Staging, look: Look) -> Frames:
        """The clip (frame, row, column, RGB) in a look, which need not be the one asked for."""
        return paint_clip(self.level, self.outlines, look, staging)


class Corpus:
    """What `starter_model.corpus` has written of one split so far."""

    def __init__(self, folder: Path) -> None:
        """Read the index of a split.

        Args:
            folder: of the split.

        Raises:
            FileNotFoundError: there is none yet.
        """
        self._folder = folder
        self.records = read_index(folder)
        table = LookTable(RESOURCES / "palettes")
        self.looks = {name: table.get(name) for name in LOOKS}

    def __len__(self) -> int:
        return len(self.records)

    def entry(self, number: int) -> Entry:
        """One of the scenes, 0 to `len` − 1."""
        record = self.records[number]
        with np.load(solution_file(self._folder, number)) as saved:
            outlines = tuple(_outline(row) for row in saved["outlines"])
            width, height = (float(side) for side in saved["size_m"])
            level = saved["level"]
        return Entry(record, self.looks[record.look], (width, height), level, outlines)

    def draw(self, random: np.random.Generator) -> Entry:
        """A scene, each as likely."""
        return self.entry(int(random.integers(len(self))))

    def draw_look(self, random: np.random.Generator) -> Look:
        """A look, each as likely."""
        return self.looks[LOOKS[int(random.integers(len(LOOKS)))]]


def read_index(folder: Path) -> list[Record]:
    """The records of a split's whole lines."""
    whole, newline, _ = (folder / INDEX).read_text(encoding="utf-8").rpartition("\n")
    return [Record.model_validate_json(line) for line in whole.split("\n")] if newline else []


def solution_file(folder: Path, number: int) -> Path:
    """Where a scene's solution is."""
    return folder / f"{number:05d}.npz"


def outline_row(outline: Outline) -> tuple[float, ...]:
    """An outline as numbers, m: the edges of a box, or a ring's radii with NaN for the other two."""
    if isinstance(outline, Box):
        return outline.x0, outline.y0, outline.x1, outline.y1
    return outline.inner_radius, outline.outer_radius, np.nan, np.nan


def _outline(row: NDArray[np.float64]) -> Outline:
    first, second, *others = (float(value) for value in row)
    return Annulus(first, second) if np.isnan(others).any() else Box(first, second, *others)


def main() -> None:
    """Build the corpus, or go on building it."""
    from starter_model.corpus_building import build_split

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--split", choices=[*SPLITS, "both"], default="both")
    parser.add_argument("--limit", type=int, help="scenes in a split at most")
    options = parser.parse_args()
    config = load_config()
    for split in SPLITS if options.split == "both" else [options.split]:
        build_split(config, options.work / "corpus" / split, split, options.limit)


if __name__ == "__main__":
    main()
