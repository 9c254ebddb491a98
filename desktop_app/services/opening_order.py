"""What a person says of a clip that is to be opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OpeningOrder:
    """A path, and what is said of the clip.

    Attributes:
        look: a name, or `auto`.
        reversed_palette: whether the palette's usual hot end is the cold one.
        temperature_range_K: what the palette's ends stand for; None where that is not said.
        prompt: what the clip shows, in words; empty where that is not said.
    """

    path: Path
    look: str
    reversed_palette: bool
    temperature_range_K: tuple[float, float] | None
    prompt: str
