"""Ideas for the corpus: what is drawn from, and the sentences that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Language = Literal["en", "zh"]
LOOKS = ("iron", "inferno", "glow")
SHAPES = ("rod", "plate", "ring", "heat_sink", "stack")
HEATED = ("left", "right", "top", "bottom", "both_ends", "centre", "spot")


@dataclass(frozen=True)
class Scene:
    """A sentence and what it is meant to say.

    Attributes:
        heated: one of `HEATED`.
        materials: their ids; one, or from bottom to top.
    """

    prompt: str
    language: Language
    shape: str
    heated: str
    look: str
    materials: tuple[str, ...]
