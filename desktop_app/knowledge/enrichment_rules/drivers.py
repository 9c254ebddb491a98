"""What changes a body's temperature, and which way."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.domain.geometry import Annulus

LEAST_PUSH = 0.1
"""Share of the strongest push below which another one is not worth a word; what a story's reach counts."""
SLENDER = 4.0
"""Length over width from which a body's middle is a strip across it."""
LUMPED_BIOT = 0.1
"""Below which a body's temperature hardly varies inside (Incropera & DeWitt, section 5.1)."""


@dataclass(frozen=True)
class Drivers:
    """What drives a concept, strongest first.

    Attributes:
        hot: what warms the body from its initial temperature.
        cold: what cools it.
    """

    hot: tuple[Heating, ...]
    cold: tuple[Heating, ...]

    @property
    def all(self) -> tuple[Heating, ...]:
        """Everything that drives it."""
        return (*self.hot, *self.cold)

    @property
    def only(self) -> Heating | None:
        """What drives it alone; None where several things do."""
        return self.all[0] if len(self.all) == 1 else None


def drivers_of(concept: Concept) -> Drivers:
    """What changes the temperature of a concept's body; what hardly does is left out."""
    pushes = sorted(((push(concept, h), h) for h in concept.heating), key=lambda one: -abs(one[0]))
    most = max((abs(value) for value, _ in pushes if abs(value) < inf), default=0.0)
    strong = [(value, h) for value, h in pushes if value != 0 and abs(value) >= LEAST_PUSH * most]
    return Drivers(
        hot=tuple(h for value, h in strong if value > 0), cold=tuple(h for value, h in strong if value < 0)
    )


def push(concept: Concept, heating: Heating) -> float:
    """How far a heating can take the temperature from the initial one, K: warmer is positive."""
    initial = concept.initial_temperature_K
    if heating.kind in ("power", "flux"):
        if concept.story is None or heating.value == 0:
            return inf if heating.value > 0 else -inf if heating.value < 0 else 0.0
        low, high = concept.story.temperature_range_K
        return high - initial if heating.value > 0 else low - initial
    if heating.kind == "convection":
        acts = heating.value > 0 or heating.emissivity > 0
        return (heating.ambient_K or initial) - initial if acts else 0.0
    return heating.value - initial


def place_on_body(concept: Concept, heating: Heating) -> Where:
    """The place as the body has it: a base is a side, and so is a spot on what is cut through."""
    if heating.where == "base" and concept.shape != "heat_sink":
        lies = concept.shape in ("fin", "rod") and concept.extent[0] >= concept.extent[1]
        return "left" if lies else "bottom"
    if heating.where != "spot" or concept.section != "cut" or concept.shape == "room":
        return heating.where
    return "left" if "top" in concept.cut_faces else "top"


def ends_early(concept: Concept, heating: Heating) -> bool:
    """Whether it stops while the clip still goes on."""
    return heating.end_s is not None and heating.end_s < 0.97 * concept.duration_s


def is_slender(concept: Concept) -> bool:
    """Whether what is in the middle of a body seen face on reaches across it, as the solver has it."""
    return max(concept.extent) >= SLENDER * min(concept.extent)


def stands(concept: Concept) -> bool:
    """Whether a rod is upright."""
    return concept.shape == "rod" and concept.extent[1] > concept.extent[0]


def changes_evenly(concept: Concept) -> bool:
    """Whether the whole body warms or cools at one temperature: convection alone, at a small Biot number.

    Bi = h·L/k with half of the body's least extent for L, which is no less than volume over surface.
    """
    acting = [h for h in concept.heating if push(concept, h) != 0]
    if not acting or any(h.kind != "convection" or h.where != "all_around" for h in acting):
        return False
    if not concept.parts or any(isinstance(part.outline, Annulus) for part in concept.parts):
        return False
    if len(concept.materials) != 1 or concept.materials[0].melts:
        return False
    across = min(concept.extent) if concept.section == "cut" else min(*concept.extent, concept.depth_m)
    coefficient = sum(h.value + radiative_coefficient(concept, h) for h in acting)
    return coefficient * across / 2 / concept.materials[0].thermal_conductivity.value < LUMPED_BIOT


def radiative_coefficient(concept: Concept, heating: Heating) -> float:
    """h_r = ε·σ·(T + T∞)·(T² + T∞²), W/(m²·K), at the start (Incropera & DeWitt, section 1.2.3)."""
    body, around = concept.initial_temperature_K, heating.ambient_K or concept.initial_temperature_K
    return heating.emissivity * 5.670374419e-8 * (body + around) * (body**2 + around**2)
