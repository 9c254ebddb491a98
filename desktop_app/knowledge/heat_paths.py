"""The way heat takes through a body: how far, past what, and how slowly."""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop_app.domain.concept import Concept, Where
from desktop_app.domain.geometry import Annulus, Part

_ENDS: frozenset[Where] = frozenset({"left", "right", "both_ends"})
_UP_AND_DOWN: frozenset[Where] = frozenset({"top", "bottom", "base"})


@dataclass(frozen=True)
class HeatPath:
    """The way heat takes.

    Attributes:
        length: m.
        from_both_sides: whether it comes in at both ends of the way, so that half of it is all it takes.
        delay_s: the time constant of the way, heated at one end and insulated at the other: the mean of how
            long each of its layers waits, Σ cⱼ·(Σ of the resistances before it + half its own). For one layer
            it is L²/(2·α), a Fourier number of one half (W. C. Elmore, J. Appl. Phys. 19 (1948) 55, for RC
            ladders; heat conduction is one).
    """

    length: float
    from_both_sides: bool
    delay_s: float

    @property
    def diffusivity(self) -> float:
        """Of a single layer with the same delay, m²/s."""
        return self.length**2 / (2 * self.delay_s)


def heat_path(concept: Concept) -> HeatPath:
    """The way heat takes from where it comes in (or leaves, if nothing else acts)."""
    places = {h.where for h in concept.heating if h.kind != "convection"}
    places = places or {h.where for h in concept.heating}
    first = concept.parts[0]
    width, height = concept.extent
    if isinstance(first.outline, Annulus):
        return _through_a_ring(concept, first.outline, places)
    if places & {"centre", "spot", "inside"}:
        return _plain(concept, max(width, height) / 2, False)
    if places & _UP_AND_DOWN and not places & _ENDS and not _lies(concept):
        return _along(concept, "y", height, {"top", "bottom"} <= places)
    if "all_around" in places:
        return _plain(concept, min(width, height), True)
    standing = concept.shape == "rod" and height > width
    if standing:
        return _along(concept, "y", height, "both_ends" in places)
    return _along(concept, "x", width, "both_ends" in places)


def _through_a_ring(concept: Concept, ring: Annulus, places: set[Where]) -> HeatPath:
    """Through the wall from inside or outside; from a place on it along the wall's middle to the far side."""
    if places & {"inside", "centre", "all_around"}:
        both = {"inside", "all_around"} <= places
        return _plain(concept, ring.outer_radius - ring.inner_radius, both)
    half_way_round = math.pi * (ring.inner_radius + ring.outer_radius) / 2
    return _plain(concept, half_way_round, "both_ends" in places)


def _lies(concept: Concept) -> bool:
    """Whether the base of the body is at its left (a fin)."""
    return concept.shape == "fin" and any(h.where == "base" for h in concept.heating)


def _plain(concept: Concept, length: float, both: bool) -> HeatPath:
    """A way through the first part's material."""
    return HeatPath(length, both, length**2 / (2 * concept.parts[0].material.thermal_diffusivity))


def _along(concept: Concept, axis: str, length: float, both: bool) -> HeatPath:
    """A way through parts one after the other along an axis; where they are not, through the first."""
    layers = _layers(concept, axis)
    if layers is None:
        return _plain(concept, length, both)
    if _comes_from_the_far_end(concept, axis):
        layers = layers[::-1]
    delay = passed = 0.0
    for number, (thickness, conductivity, capacity) in enumerate(layers):
        if number:
            passed += concept.contact_resistance_m2K_W
        own = thickness / conductivity
        delay += capacity * thickness * (passed + own / 2)
        passed += own
    return HeatPath(length, both, delay)


def _layers(concept: Concept, axis: str) -> list[tuple[float, float, float]] | None:
    """Thickness, conductivity along the axis and heat capacity of each part, or None where they branch."""
    if concept.shape not in ("stack", "contact", "rod", "plate", "block", "ice_block", "fin"):
        return None
    parts = sorted(concept.parts, key=lambda part: _start(part, axis))
    layers: list[tuple[float, float, float]] = []
    for part in parts:
        if isinstance(part.outline, Annulus):
            return None
        thickness = part.outline.width if axis == "x" else part.outline.height
        layers.append((thickness, _conductivity(part, axis), part.material.volumetric_heat_capacity))
    return layers


def _start(part: Part, axis: str) -> float:
    if isinstance(part.outline, Annulus):
        return 0.0
    return part.outline.x0 if axis == "x" else part.outline.y0


def _conductivity(part: Part, axis: str) -> float:
    through = part.material.through_conductivity
    if through is not None and part.through_axis == axis:
        return through.value
    return part.material.thermal_conductivity.value


def _comes_from_the_far_end(concept: Concept, axis: str) -> bool:
    hottest = concept.heating[0].where if concept.heating else "left"
    return hottest == ("right" if axis == "x" else "top")


def radiation_coefficient(emissivity: float, kelvin: float) -> float:
    """H = 4·ε·σ·T³ of a surface near the temperature of its surroundings, W/(m²·K) (Incropera, eq. 1.9)."""
    return 4 * emissivity * STEFAN_BOLTZMANN * kelvin**3


STEFAN_BOLTZMANN = 5.670374419e-8
"""W/(m²·K⁴), CODATA 2018."""
