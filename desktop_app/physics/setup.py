"""From a concept to a heat problem on a grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.boundary import BoundaryCondition, Dirichlet, Robin
from desktop_app.domain.concept import Concept, Face, Heating
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import say
from desktop_app.physics.problem import Grid, HeatProblem

CELLS_ALONG = 128
FEWEST_CELLS = 8
SPOT_RADIUS = 0.08
"""Radius of a held spot over the shorter side of a plate (an assumption; the prompt names no size)."""
CENTRE_HALF_WIDTH = 0.04
"""Half width of a held centre over the length of a rod (an assumption)."""
SLENDER = 4.0
"""A body at least this many times longer than wide is held over its full width at its centre."""

_FACES: dict[str, tuple[Face, ...]] = {
    "left": ("left",),
    "right": ("right",),
    "top": ("top",),
    "bottom": ("bottom",),
    "base": ("bottom",),
    "both_ends": ("left", "right"),
    "all_around": ("left", "right", "top", "bottom"),
}


def default_grid(concept: Concept) -> Grid:
    """128 cells along the longer side, as many square ones across, at least 8."""
    length, height = concept.size.length, concept.size.height
    across = round(CELLS_ALONG * min(length, height) / max(length, height))
    across = max(FEWEST_CELLS, across)
    nx, ny = (CELLS_ALONG, across) if length >= height else (across, CELLS_ALONG)
    return Grid(length, height, nx, ny)


def heat_problem(concept: Concept, grid: Grid) -> HeatProblem:
    """The problem a concept stands for.

    Raises:
        OutsideConduction: the concept is not one this solver covers.
    """
    if not concept.supported or not concept.materials:
        raise OutsideConduction(
            say(
                "No heat equation is solved for this idea: {why}",
                why=concept.notes[-1] if concept.notes else "",
            ),
            say("Describe a rod or a plate of one known material with a held temperature."),
        )
    material = concept.materials[0]
    shape = (grid.ny, grid.nx)
    conditions, held = _conditions(concept, grid)
    heat_capacity = material.density.value * material.specific_heat_capacity.value
    return HeatProblem(
        grid,
        thermal_conductivity=np.full(shape, material.thermal_conductivity.value),
        heat_capacity=np.full(shape, heat_capacity),
        initial_temperature=np.full(shape, concept.initial_temperature_K),
        held=held,
        **conditions,
    )


def _conditions(concept: Concept, grid: Grid) -> tuple[dict[Face, BoundaryCondition], NDArray[np.float64]]:
    """Boundary condition by face, and held temperatures; a held face wins over convection all around."""
    conditions: dict[Face, BoundaryCondition] = {}
    held = np.full((grid.ny, grid.nx), np.nan)
    general_last = sorted(concept.heating, key=lambda h: h.where == "all_around")
    for heating in general_last:
        if heating.where in ("centre", "spot", "inside"):
            held[_spot(grid)] = _held_temperature(heating)
            continue
        for face in _FACES[heating.where]:
            conditions.setdefault(face, _condition(heating))
    return conditions, held


def _condition(heating: Heating) -> BoundaryCondition:
    if heating.kind == "convection" and heating.ambient_K is not None:
        return Robin(heating.value, heating.ambient_K)
    return Dirichlet(_held_temperature(heating))


def _held_temperature(heating: Heating) -> float:
    if heating.kind in ("temperature", "flame"):
        return heating.value
    raise OutsideConduction(
        say("A heat source given as {kind} at this place is not solved yet.", kind=heating.kind),
        say("Give the temperature it is held at instead."),
    )


def _spot(grid: Grid) -> NDArray[np.bool_]:
    """Cells in the middle: a strip across a slender body, else a disc; at least the innermost cells."""
    x, y = np.meshgrid(grid.x - grid.length / 2, grid.y - grid.height / 2)
    if grid.length >= SLENDER * grid.height:
        return np.asarray(np.abs(x) <= max(CENTRE_HALF_WIDTH * grid.length, grid.dx))
    if grid.height >= SLENDER * grid.length:
        return np.asarray(np.abs(y) <= max(CENTRE_HALF_WIDTH * grid.height, grid.dy))
    radius = max(SPOT_RADIUS * min(grid.length, grid.height), np.hypot(grid.dx, grid.dy))
    return np.asarray(np.hypot(x, y) <= radius)
