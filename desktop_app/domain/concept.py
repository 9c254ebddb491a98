"""What a prompt means: a body, what it is made of, and how it is heated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.material import Material
from desktop_app.domain.text import Text

Shape = Literal[
    "rod", "plate", "fin", "heat_sink", "block", "ring", "l_bracket", "stack", "contact", "room", "ice_block"
]
Where = Literal[
    "left", "right", "top", "bottom", "both_ends", "centre", "spot", "all_around", "inside", "base"
]
HeatingKind = Literal["temperature", "flux", "power", "convection", "flame"]
Language = Literal["en", "zh"]
Face = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True)
class Size:
    """Extent of the body in metres: along x, along y, and out of the picture."""

    length: float
    height: float
    thickness: float


@dataclass(frozen=True)
class Heating:
    """One thing done to the body.

    Attributes:
        where: which part of it.
        kind: `temperature` and `flame` hold a temperature; `convection` carries h and `ambient_K`.
        value: in `unit`.
        unit: `K`, `W/m²`, `W` or `W/(m²·K)`.
        ambient_K: temperature of the surroundings for `convection`, else None.
    """

    where: Where
    kind: HeatingKind
    value: float
    unit: str
    ambient_K: float | None = None


@dataclass(frozen=True)
class Concept:
    """A heat-dissipation idea as the app understood it; SI throughout.

    Attributes:
        language: of the prompt; notes are given in it.
        heating: what is held hottest first.
        duration_s: physical time the clip spans.
        clip_seconds: time the clip takes to watch.
        enriched_prompt: what the video model is given, English.
        notes: what was assumed and what was not understood.
        supported: whether the heat equation solved here covers it; if not, `notes` says why.
    """

    prompt: str
    language: Language
    shape: Shape | None
    size: Size
    materials: tuple[Material, ...]
    heating: tuple[Heating, ...]
    initial_temperature_K: float
    duration_s: float
    clip_seconds: float
    look: str
    enriched_prompt: str
    negative_prompt: str
    notes: tuple[Text, ...]
    supported: bool

    @property
    def time_lapse(self) -> float:
        """Physical seconds per second of the clip."""
        return self.duration_s / self.clip_seconds

    @property
    def temperature_range_K(self) -> tuple[float, float]:
        """Lowest and highest temperature among the initial and the held ones, K: the look's scale."""
        held = [h.value for h in self.heating if h.kind in ("temperature", "flame")]
        ambient = [h.ambient_K for h in self.heating if h.ambient_K is not None]
        values = [self.initial_temperature_K, *held, *ambient]
        return min(values), max(values)
