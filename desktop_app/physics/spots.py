"""Where the middle of a body is that is heated, and how much of each cell it covers."""

from __future__ import annotations

from typing import Literal

import numpy as np

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.domain.geometry import Annulus
from desktop_app.physics.grid import FloatArray

Figure = Literal["plane", "round", "ring"]
SLENDER = 4.0
"""A body at least this many times longer than wide is heated over its full width at its centre."""
CENTRE_SHARE = 0.08
"""Width of a strip at the centre over the length of a slender body."""
SPOT_SHARE = 0.16
"""Diameter of a spot over the shorter side of the body."""


def figure_of(concept: Concept) -> Figure:
    """A rod that is not heated alike all around is no body of revolution any more."""
    if any(isinstance(part.outline, Annulus) for part in concept.parts):
        return "ring"
    even = all(heating.where not in ("top", "bottom") for heating in concept.heating)
    return "round" if concept.section == "round" and even else "plane"


def where_it_acts(concept: Concept, heating: Heating) -> Where:
    """The place of a heating: a base is a side, and so is a spot on a body that is cut through."""
    if heating.where == "base":
        lies = concept.shape in ("fin", "rod") and concept.extent[0] >= concept.extent[1]
        return "left" if lies else "bottom"
    enclosed = any(part.mixed for part in concept.parts)
    if heating.where != "spot" or concept.section != "cut" or enclosed:
        return heating.where
    return "left" if "top" in concept.cut_faces else "top"


def extent_of_middle(concept: Concept, heating: Heating) -> float:
    """How wide a `centre` or `spot` is, m: what is said of it, else a share of the body."""
    width, height = concept.extent
    if heating.extent_m is not None:
        return heating.extent_m
    on_a_side = where_it_acts(concept, heating) in ("left", "top")
    if on_a_side or not is_slender(concept):
        return SPOT_SHARE * min(width, height)
    return CENTRE_SHARE * max(width, height)


def is_slender(concept: Concept) -> bool:
    """Whether what is in the middle is a strip across the body; that of a round rod always is."""
    return figure_of(concept) == "round" or max(concept.extent) >= SLENDER * min(concept.extent)


def covered_lengths(edges: FloatArray, middle: float, extent: float) -> FloatArray:
    """(cells,), the share of each cell that an interval covers."""
    low, high = np.clip([middle - extent / 2, middle + extent / 2], edges[0], edges[-1])
    within = np.minimum(edges[1:], high) - np.maximum(edges[:-1], low)
    return np.asarray(np.maximum(within, 0.0) / np.diff(edges))


def covered_by_disc(
    x_edges: FloatArray, y_edges: FloatArray, middle: tuple[float, float], diameter: float
) -> FloatArray:
    """(ny, nx), the share of each rectangle that a disc covers, in closed form."""
    radius = diameter / 2
    x = np.clip((x_edges - middle[0]) / radius, -1.0, 1.0)
    y = np.clip((y_edges[:, None] - middle[1]) / radius, -1.0, 1.0)
    chord = np.sqrt(1 - y**2)
    at_the_rim = _half_disc(np.minimum(x, -chord)) + _half_disc(np.maximum(x, chord)) - _half_disc(chord)
    between = np.abs(y) * (np.clip(x, -chord, chord) + chord)
    below = _half_disc(x) + np.sign(y) * (at_the_rim + between)
    area = radius**2 * np.diff(np.diff(below, axis=0), axis=1)
    return np.asarray(np.maximum(area, 0.0) / np.outer(np.diff(y_edges), np.diff(x_edges)))


def _half_disc(x: FloatArray) -> FloatArray:
    """Of the upper half of a unit disc, the area left of `x`."""
    return np.asarray((x * np.sqrt(1 - x**2) + np.arcsin(x) + np.pi / 2) / 2)
