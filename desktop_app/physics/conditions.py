"""From what is done to a body to surfaces, sources, holds and losses of the solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

import numpy as np

from desktop_app.domain.boundary import BoundaryCondition, Dirichlet, Neumann, Robin
from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.errors import OutsideConduction
from desktop_app.domain.text import say
from desktop_app.physics.body_grid import BodyGrid
from desktop_app.physics.finite_volumes import outer_areas
from desktop_app.physics.heat_problem import FaceLoss, FloatArray, Hold, Side, Source, Surface
from desktop_app.physics.places import SIDES, BoolArray, Place, place_of

HELD = ("temperature", "flame")


@dataclass
class Conditions:
    """Everything that acts on a body from outside."""

    surfaces: list[Surface] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    face_losses: list[FaceLoss] = field(default_factory=list)


def conditions_of(concept: Concept, body: BodyGrid) -> Conditions:
    """What a concept's heating does to a body.

    Where several things act on a face at once, what holds a temperature wins, what is said of a place wins
    over `all_around`, and fluxes and convection at one place add.

    Raises:
        OutsideConduction: something cannot be done at its place.
    """
    made = Conditions()
    acting = sorted(concept.heating, key=lambda h: (h.where == "all_around", h.kind not in HELD))
    taken = _Taken(concept, body)
    for heating in acting:
        place = place_of(concept, heating, body)
        if place.cells.any():
            _act_on_cells(made, concept, heating, place, body)
            continue
        condition = _condition(heating, place, body)
        for side, cells in place.faces.items():
            for start, end, free in taken.free(heating, side, cells):
                made.surfaces.append(Surface(side, free, condition, start, end))
            taken.add(heating, side, cells)
        if place.face_on:
            _act_on_the_two_faces(made, concept, heating, condition, body)
    return made


class _Taken:
    """Which faces are taken, when, and by what."""

    def __init__(self, concept: Concept, body: BodyGrid) -> None:
        ends = {time for h in concept.heating for time in (h.start_s, _end(h))}
        self._times = sorted({0.0, inf} | ends)
        self._held = {
            (side, t): np.zeros(body.part.shape, dtype=np.bool_) for side in SIDES for t in self._times
        }
        self._named = {key: cells.copy() for key, cells in self._held.items()}

    def free(
        self, heating: Heating, side: Side, cells: BoolArray
    ) -> Iterator[tuple[float, float, BoolArray]]:
        """The times in which a heating acts on its faces, with those it acts on then."""
        blocking = self._named if heating.where == "all_around" else self._held
        began, last = 0.0, None
        for start, _ in self._intervals(heating):
            now = cells & ~blocking[side, start]
            if last is not None and not np.array_equal(now, last):
                if last.any():
                    yield began, start, last
                last = None
            if last is None:
                began, last = start, now
        if last is not None and last.any():
            yield began, _end(heating), last

    def add(self, heating: Heating, side: Side, cells: BoolArray) -> None:
        """Take the faces while a heating acts."""
        for start, _ in self._intervals(heating):
            self._named[side, start] |= cells
            if heating.kind in HELD:
                self._held[side, start] |= cells

    def _intervals(self, heating: Heating) -> Iterator[tuple[float, float]]:
        for start, end in pairwise(self._times):
            if heating.start_s <= start and end <= _end(heating):
                yield start, end


def _end(heating: Heating) -> float:
    return inf if heating.end_s is None else heating.end_s


def _condition(heating: Heating, place: Place, body: BodyGrid) -> BoundaryCondition:
    if heating.kind in HELD:
        return Dirichlet(heating.value)
    if heating.kind == "convection":
        share = place.face_share
        return Robin(share * heating.value, _ambient(heating), share * heating.emissivity)
    if heating.kind == "flux":
        return Neumann(place.face_share * heating.value)
    area = sum(float(outer_areas(body.grid, side)[cells].sum()) for side, cells in place.faces.items())
    if place.face_on:
        area += 2 * _shown_area(body) / body.whole
    return Neumann(heating.value / (area * body.whole))


def _ambient(heating: Heating) -> float:
    if heating.ambient_K is None:
        raise ValueError("convection without a temperature of the surroundings")
    return heating.ambient_K


def _shown_area(body: BodyGrid) -> float:
    """Of the body in the picture, m²."""
    return float(body.grid.volumes[body.body].sum())


def _act_on_the_two_faces(
    made: Conditions, concept: Concept, heating: Heating, condition: BoundaryCondition, body: BodyGrid
) -> None:
    """Air and fluxes all around a flat body also reach the two faces that the picture shows."""
    everywhere = np.where(body.body, 2 / concept.depth_m, 0.0)
    match condition:
        case Robin():
            made.face_losses.append(_face_loss(heating, everywhere))
        case Neumann(heat_flux):
            made.sources.append(_source(heating, heat_flux * everywhere))


def _act_on_cells(made: Conditions, concept: Concept, heating: Heating, place: Place, body: BodyGrid) -> None:
    one_face = place.shares / concept.depth_m
    flat = concept.section == "plan"
    if heating.kind in HELD:
        held = np.where(place.cells, heating.value, np.nan)
        made.holds.append(Hold(held, heating.start_s, _end(heating)))
    elif heating.kind == "power":
        volume = float((place.shares * body.grid.volumes).sum()) * body.whole
        made.sources.append(_source(heating, heating.value / volume * place.shares))
    elif heating.kind == "flux" and flat:
        made.sources.append(_source(heating, heating.value * one_face))
    elif heating.kind == "convection" and flat:
        made.face_losses.append(_face_loss(heating, one_face))
    else:
        raise OutsideConduction(
            say("A heat flux or an air flow cannot act inside the body."),
            say("Give its power in watts, or the temperature it is held at."),
        )


def _face_loss(heating: Heating, faces_per_depth: FloatArray) -> FaceLoss:
    return FaceLoss(
        heating.value * faces_per_depth,
        heating.emissivity * faces_per_depth,
        _ambient(heating),
        heating.start_s,
        _end(heating),
    )


def _source(heating: Heating, power_density: FloatArray) -> Source:
    return Source(power_density, heating.start_s, _end(heating))
