"""From a concept to a heat problem on a grid."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.geometry import Part
from desktop_app.domain.material import Material, PropertyValue
from desktop_app.domain.text import say
from desktop_app.physics.body_grid import BodyGrid
from desktop_app.physics.conditions import conditions_of
from desktop_app.physics.heat_problem import FloatArray, HeatProblem, Melting

INNER_SURFACE_RESISTANCE = 0.13
"""m²·K/W between the air of a room and its walls (ISO 6946, horizontal heat flow)."""


def check_solvable(concept: Concept) -> None:
    """Return where a concept is one that the solver covers.

    Raises:
        OutsideConduction: it is not.
    """
    if concept.supported and concept.parts:
        return
    raise OutsideConduction(
        say(
            "No heat equation is solved for this idea: {why}", why=concept.notes[-1] if concept.notes else ""
        ),
        say("Describe a body of a known material and how it is heated or cooled."),
    )


def heat_problem(concept: Concept, body: BodyGrid, *, melting: bool) -> HeatProblem:
    """The problem a concept stands for.

    Args:
        concept: what is to be solved.
        body: its body on a grid.
        melting: whether what can melt is followed beyond its melting point.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
    """
    check_solvable(concept)
    along_x, along_y = _conductivities(concept, body)
    resistance_x, resistance_y = _resistances(concept, body)
    conditions = conditions_of(concept, body)
    mixed = _by_part(body, concept, lambda part: float(part.mixed)) > 0
    return HeatProblem(
        body.grid,
        body.body,
        conductivity_x=along_x,
        conductivity_y=along_y,
        heat_capacity=_by_part(body, concept, lambda part: part.material.volumetric_heat_capacity),
        initial_temperature=np.full(body.part.shape, concept.initial_temperature_K),
        surfaces=tuple(conditions.surfaces),
        sources=tuple(conditions.sources),
        holds=tuple(conditions.holds),
        face_losses=tuple(conditions.face_losses),
        resistance_x=resistance_x,
        resistance_y=resistance_y,
        mixed=mixed & body.body if mixed.any() else None,
        melting=_melting(concept, body) if melting else None,
    )


def jumps_between_parts(concept: Concept) -> bool:
    """Whether temperature may jump where parts touch: at a contact, and at the walls of a room."""
    return concept.contact_resistance_m2K_W > 0 or any(part.mixed for part in concept.parts)


def _by_part(body: BodyGrid, concept: Concept, value: Callable[[Part], float]) -> FloatArray:
    """(ny, nx) of a number of each part; that of the first outside the body."""
    return np.array([value(part) for part in concept.parts])[np.maximum(body.part, 0)]


def _conductivities(concept: Concept, body: BodyGrid) -> tuple[FloatArray, FloatArray]:
    """Along the grid's x and y."""
    along_x = _by_part(body, concept, lambda part: conductivity(part, "x"))
    along_y = _by_part(body, concept, lambda part: conductivity(part, "y"))
    return along_x, along_y


def conductivity(part: Part, axis: str) -> float:
    """Along `x` or `y`, W/(m·K)."""
    through = part.material.through_conductivity
    if through is not None and part.through_axis == axis:
        return through.value
    return part.material.thermal_conductivity.value


def _resistances(concept: Concept, body: BodyGrid) -> tuple[FloatArray | None, FloatArray | None]:
    """Between neighbours along x and along y: of contacts, and of a room's air with its walls."""
    if not jumps_between_parts(concept):
        return None, None
    mixed = _by_part(body, concept, lambda part: float(part.mixed)) > 0
    part, own = body.part, concept.contact_resistance_m2K_W

    def between(first: tuple[slice, slice], second: tuple[slice, slice]) -> FloatArray:
        touching = (part[first] != part[second]) & (part[first] >= 0) & (part[second] >= 0)
        if mixed.any():
            at_air = touching & (mixed[first] != mixed[second])
            return np.where(at_air, own or INNER_SURFACE_RESISTANCE, 0.0)
        return np.where(touching, own, 0.0)

    return between(np.s_[:, :-1], np.s_[:, 1:]), between(np.s_[:-1, :], np.s_[1:, :])


def _melting(concept: Concept, body: BodyGrid) -> Melting | None:
    if not any(part.material.melts for part in concept.parts):
        return None

    def of(value: Callable[[Material], float], other: Callable[[Material], float]) -> FloatArray:
        return _by_part(body, concept, lambda p: value(p.material) if p.material.melts else other(p.material))

    return Melting(
        temperature=of(lambda m: _value(m.melting_point), lambda _m: np.nan),
        latent_heat=of(lambda m: _value(m.latent_heat) * m.density.value, lambda _m: 0.0),
        liquid_conductivity=of(
            lambda m: _value(m.liquid_conductivity), lambda m: m.thermal_conductivity.value
        ),
        liquid_heat_capacity=of(
            lambda m: _value(m.liquid_specific_heat_capacity) * m.density.value,
            lambda m: m.volumetric_heat_capacity,
        ),
    )


def _value(known: PropertyValue | None) -> float:
    if known is None:
        raise ValueError("a property of a material that melts is missing")
    return known.value
