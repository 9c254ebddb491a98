"""Concepts as the evaluation of the starter model asks for them, and their painted clips."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
from starter_model.measures.asked import SIZE, Asked, ask
from starter_model.measures.memory import Memory
from starter_model.measures.profile import lines_of
from starter_model.measures.scoring import Judge
from starter_model.measures.shape import gallery_of
from starter_model.staging import Staging, draw_staging
from support.house import make_house

from desktop_app.domain.clip import Frames
from desktop_app.workflow.context import Context

PROMPTS = {
    "rod": "an iron rod heated at its left end, iron look",
    "plate": "a copper plate heated at the top, 20 cm x 15 cm, iron look",
    "ring": "a steel ring heated at the right, iron look",
    "heat_sink": "an aluminium heat sink with 7 fins heated at its base, iron look",
    "stack": "a stack of copper, glass and iron heated at the bottom, iron look",
}


@cache
def house() -> Context:
    return make_house(Path(mkdtemp(prefix="asked-")))


@cache
def asked(prompt: str) -> Asked:
    return ask(house(), prompt)


@cache
def of_shape(shape: str) -> Asked:
    return asked(PROMPTS[shape])


def staging_of(one: Asked, seed: int) -> Staging:
    return draw_staging(np.random.default_rng(seed), one.solution.size_m, SIZE)


def painted(one: Asked, seed: int = 0, look: str | None = None) -> Frames:
    return one.paint(house().looks, staging_of(one, seed), look)


@cache
def judge() -> Judge:
    """Its memory is a gallery of one clip of every shape."""
    pictures = [of_shape(shape) for shape in PROMPTS]
    gallery = gallery_of([(one.shape, one.maps) for one in pictures])
    return Judge(house(), Memory([], np.stack([lines_of(one.level) for one in pictures]), gallery))
