"""What a model that only remembers would show: the training clip that a prompt is nearest to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.painter import place_body
from starter_model.corpus import Corpus, Record
from starter_model.measures.asked import SIZE
from starter_model.measures.maps import maps_of_solution
from starter_model.measures.profile import apart, lines_of
from starter_model.measures.shape import MOMENTS, Gallery

LETTERS = 3
"""Of a prompt that are compared at a time."""


@dataclass(frozen=True, eq=False)
class Memory:
    """The training clips, small.

    Attributes:
        records: of every clip.
        lines: (clip, 3, frame, sample) levels, as `lines_of` gives them.
        gallery: their pictures.
    """

    records: Sequence[Record]
    lines: NDArray[np.float32]
    gallery: Gallery


@dataclass(frozen=True)
class Remembered:
    """How far from the asked solution it would be to show another clip, root mean square, share of the span.

    Attributes:
        by_prompt: the clip with the most similar prompt of the same language.
        by_tags: the one of the same shape heated at the same place whose Fourier number is nearest, which the
            prompt does not say: only who knows the law can look it up.
        best: the best of all.
    """

    by_prompt: float
    by_tags: float
    best: float


def remember(corpus: Corpus) -> Memory:
    """Take in a split of the corpus."""
    lines, filled, level, aspect = [], [], [], []
    for number in range(len(corpus)):
        entry = corpus.entry(number)
        box = place_body(entry.size_m, *SIZE)
        picture = maps_of_solution(
            entry.level[list(MOMENTS)], (box.right - box.left) / (box.bottom - box.top)
        )
        lines.append(lines_of(entry.level))
        filled.append(picture.filled)
        level.append(picture.level)
        aspect.append(picture.aspect)
    shapes = np.array([record.shape for record in corpus.records])
    gallery = Gallery(shapes, np.stack(filled), np.stack(level), np.array(aspect))
    return Memory(corpus.records, np.stack(lines), gallery)


def remembered(memory: Memory, asked: Record, line: NDArray[np.float32], which: int) -> Remembered:
    """What showing another clip instead would cost.

    Args:
        memory: of the training clips.
        asked: the record of what is asked for.
        line: (frame, sample), its solution along the line that the app reads along.
        which: of the three lines that is.
    """
    away = [apart(line, other[which]) for other in memory.lines]
    prompts = [
        -_likeness(asked.prompt, one.prompt) if one.language == asked.language else 1.0
        for one in memory.records
    ]
    return Remembered(
        away[int(np.argmin(prompts))],
        away[_nearest_by_tags(memory.records, asked)],
        min(away),
    )


def _nearest_by_tags(records: Sequence[Record], asked: Record) -> int:
    def far(one: Record) -> tuple[bool, bool, float]:
        fourier = abs(log(one.fourier_number / asked.fourier_number))
        return one.shape != asked.shape, one.heated != asked.heated, fourier

    return min(range(len(records)), key=lambda number: far(records[number]))


def _likeness(one: str, other: str) -> float:
    """Cosine between the counts of every few letters in a row, 0..1."""
    first, second = _letters(one), _letters(other)
    common = sum(count * second[letters] for letters, count in first.items())
    return common / sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))


@lru_cache(maxsize=10_000)
def _letters(text: str) -> Counter[str]:
    padded = f"  {text.lower()}  "
    return Counter(padded[at : at + LETTERS] for at in range(len(padded) - LETTERS + 1))
