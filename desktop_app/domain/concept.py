"""What a prompt means: a body, what it is made of, and how it is heated."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.concept_types import Face as Face
from desktop_app.domain.concept_types import Heating as Heating
from desktop_app.domain.concept_types import HeatingKind as HeatingKind
from desktop_app.domain.concept_types import Language as Language
from desktop_app.domain.concept_types import Shape as Shape
from desktop_app.domain.concept_types import Size as Size
from desktop_app.domain.concept_types import Where as Where
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.geometry import Part, Section
from desktop_app.domain.material import Material
from desktop_app.domain.story import Story
from desktop_app.domain.text import Text


@dataclass(frozen=True)
class Concept:
    """A heat-dissipation idea as the app understood it; SI throughout.

    Attributes:
        language: of the prompt; notes are given in it.
        parts: what the body consists of; empty where no material is known.
        section: what the picture shows of the body.
        depth_m: extent out of the picture, over which a power is spread.
        heating: what is held hottest first.
        duration_s: physical time the clip spans.
        clip_seconds: time the clip takes to watch.
        enrichment: what the video model is told, English.
        notes: what was assumed and what was not understood.
        supported: whether the heat equation solved here covers it; if not, the last of `notes` says why.
        contact_resistance_m2K_W: between parts that touch, m²·K/W; of a room, between its air and its walls.
        num_fins: of a heat sink.
        cut_faces: edges of the picture where only a piece of the body ends, so that no heat crosses them
            even where something acts `all_around`.
        variants: the same idea of other materials, over the same time.
        edits: what a person changed of what was understood.
        story: what a quick solution says; None where there is none.
    """

    prompt: str
    language: Language
    shape: Shape | None
    size: Size
    parts: tuple[Part, ...]
    section: Section
    depth_m: float
    heating: tuple[Heating, ...]
    initial_temperature_K: float
    duration_s: float
    clip_seconds: float
    look: str
    enrichment: Enrichment
    notes: tuple[Text, ...]
    supported: bool
    contact_resistance_m2K_W: float = 0.0
    num_fins: int | None = None
    cut_faces: tuple[Face, ...] = ()
    variants: tuple[Concept, ...] = ()
    edits: Edits = NO_EDITS
    story: Story | None = None

    @property
    def materials(self) -> tuple[Material, ...]:
        """What the body is made of, each material once, in the order of the parts."""
        return tuple(dict.fromkeys(part.material for part in self.parts))

    @property
    def pieces(self) -> tuple[tuple[Part, ...], ...]:
        """The parts, as one those that can only be of one material: all fins of a sink, all walls of a room.

        Their order is that of the parts; `Edits` number materials and layers by it.
        """
        together: dict[object, list[Part]] = {}
        for number, part in enumerate(self.parts):
            key = part.role if part.role in ("fin", "wall") else number
            together.setdefault(key, []).append(part)
        return tuple(tuple(parts) for parts in together.values())

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the body in the picture, m: what its parts reach to.

        It differs from `size` where a rod stands, a room has walls around its air, or a wall is cut through.
        """
        if not self.parts:
            return self.size.length, self.size.height
        return max(part.outline.x1 for part in self.parts), max(part.outline.y1 for part in self.parts)

    @property
    def time_lapse(self) -> float:
        """Physical seconds per second of the clip."""
        return self.duration_s / self.clip_seconds

    @property
    def temperature_range_K(self) -> tuple[float, float]:
        """The look's scale, K: the initial, held and surrounding temperatures, and what a source leads to."""
        held = [h.value for h in self.heating if h.kind in ("temperature", "flame")]
        ambient = [h.ambient_K for h in self.heating if h.ambient_K is not None]
        values = [self.initial_temperature_K, *held, *ambient]
        if self.story is not None and any(h.kind in ("power", "flux") for h in self.heating):
            values += self.story.temperature_range_K
        return min(values), max(values)
