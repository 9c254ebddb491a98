"""What a concept says of the problem that its clip shows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.concept import Concept, Face, Heating
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.geometry import Box
from desktop_app.domain.setting import ProbeEnd, Setting
from desktop_app.physics.acting import Acted, sides_acted_on
from desktop_app.physics.spots import extent_of_middle
from desktop_app.workflow.mirroring import mirror_of, mirrors_probe

HELD = ("temperature", "flame")
EDGE_SHARE = 0.02
"""Of the body's extent within which a probe's end counts as lying at its edge."""
LATERAL_SHARE = 0.03
"""Of the span of temperatures that may lie across the way of the heat for it to count as one-dimensional."""


def setting_of(
    concept: Concept,
    solution: TemperatureField | None,
    body: PixelBox,
    probe: Probe,
    temperature_range_K: tuple[float, float],
) -> Setting:
    """The problem as the laws are asked about it.

    Args:
        concept: what the clip shows.
        solution: its solution, which tells whether heat flows one way and whether it is mirrored; None where
            there is none.
        body: where the body is in the picture.
        probe: what the clip was read along.
        temperature_range_K: of the clip's scale.
    """
    level = _Scale(temperature_range_K)
    ends = _sides_at_ends(concept, body, probe)
    acting = [(heating, sides_acted_on(concept, heating)) for heating in concept.heating]
    axis_sides = {"left", "right"} if ends and ends[0] in ("left", "right") else {"bottom", "top"}
    sideways = [h for h, sides in acting if sides - axis_sides - {"interior"}]
    along = (
        ends is not None
        and all("interior" not in sides for _, sides in acting)
        and all(h.extent_m is None and h.where != "spot" for h in concept.heating)
        and all(h.kind == "convection" for h in sideways)
        and _flows_one_way(solution, upright="bottom" in axis_sides)
    )
    mirror = mirror_of(concept, solution, body, probe)
    return Setting(
        start_level=level.of(concept.initial_temperature_K),
        ends=(
            _end(acting, ends[0] if ends else None, level, concept),
            _end(acting, ends[1] if ends else None, level, concept),
        ),
        heated_s=_heated(concept.heating),
        along_the_heat=along,
        homogeneous=len(concept.materials) == 1 and concept.contact_resistance_m2K_W == 0,
        sideways="losing" if sideways else "insulated",
        ambient_level=next((level.of(h.ambient_K) for h in sideways if h.ambient_K is not None), None),
        sources=tuple(_sources(concept, acting, body)),
        section_visible=bool(concept.parts)
        and concept.supported
        and not _heated_through_faces(acting, concept),
        melts=_melts(concept, temperature_range_K),
        mirror=mirror,
        mirrored_along_probe=mirrors_probe(mirror, body, probe),
        diffusivity_per_s=_diffusivity(concept, body, probe),
        assumed=False,
    )


class _Scale:
    def __init__(self, temperature_range_K: tuple[float, float]) -> None:
        self._low, high = temperature_range_K
        self._span = max(high - self._low, 1e-9)

    def of(self, kelvin: float) -> float:
        return (kelvin - self._low) / self._span


def _sides_at_ends(concept: Concept, body: PixelBox, probe: Probe) -> tuple[Face, Face] | None:
    """The sides of a body of rectangles that a straight probe runs between; None where it does not."""
    if probe.via or not concept.parts or not all(isinstance(part.outline, Box) for part in concept.parts):
        return None
    if concept.shape in ("heat_sink", "l_bracket", "room"):
        return None
    width, height = body.right - body.left, body.bottom - body.top

    def side(x: float, y: float) -> Face | None:
        near: list[tuple[float, Face]] = [
            (abs(x - body.left) / width, "left"),
            (abs(body.right - x) / width, "right"),
            (abs(y - body.top) / height, "top"),
            (abs(body.bottom - y) / height, "bottom"),
        ]
        flat = abs(probe.y1 - probe.y0) / height < abs(probe.x1 - probe.x0) / width
        own = [each for each in near if (each[1] in ("left", "right")) == flat]
        distance, found = min(own)
        return found if distance <= EDGE_SHARE else None

    start, end = side(probe.x0, probe.y0), side(probe.x1, probe.y1)
    return (start, end) if start is not None and end is not None and start != end else None


def _end(
    acting: list[tuple[Heating, frozenset[Acted]]], side: Face | None, level: _Scale, concept: Concept
) -> ProbeEnd:
    if side is None:
        return ProbeEnd("unknown")
    here = [heating for heating, sides in acting if side in sides]
    held = [heating for heating in here if heating.kind in HELD]
    if len(held) == 1 and held[0].start_s == 0 and _lasts(held[0], concept):
        return ProbeEnd("held", level.of(held[0].value))
    if not here:
        return ProbeEnd("insulated")
    ambient = next((heating.ambient_K for heating in here if heating.ambient_K is not None), None)
    return ProbeEnd("exchanging", None if ambient is None else level.of(ambient))


def _lasts(heating: Heating, concept: Concept) -> bool:
    return heating.end_s is None or heating.end_s >= concept.duration_s


def _melts(concept: Concept, temperature_range_K: tuple[float, float]) -> bool:
    """Whether a part has its melting point within what the clip can show."""
    low, high = temperature_range_K
    points = [part.material.melting_point for part in concept.parts if part.material.melts]
    return any(point is not None and low <= point.value <= high for point in points)


def _heated(heating: Iterable[Heating]) -> tuple[float, float | None]:
    """When everything that acts is on."""
    several = list(heating)
    ends = [each.end_s for each in several if each.end_s is not None]
    return max((each.start_s for each in several), default=0.0), min(ends, default=None)


def _flows_one_way(solution: TemperatureField | None, *, upright: bool) -> bool:
    """Whether nearly all of a solution's differences lie along x, or along y where `upright`."""
    if solution is None:
        return False
    field = solution.temperature_K
    if np.isnan(field).any():
        return False
    span = float(field.max() - field.min())
    across = np.ptp(field, axis=2 if upright else 1)
    return span > 0 and float(np.quantile(across, 0.95)) <= LATERAL_SHARE * span


def _sources(
    concept: Concept, acting: list[tuple[Heating, frozenset[Acted]]], body: PixelBox
) -> Iterable[PixelBox]:
    """Boxes about what is heated or cooled inside the body's outline."""
    width, height = concept.extent if concept.parts else (1.0, 1.0)
    across, down = (body.right - body.left) / width, (body.bottom - body.top) / height
    for part in concept.parts:
        if part.mixed and isinstance(part.outline, Box):
            box = part.outline
            yield PixelBox(
                body.left + box.x0 * across,
                body.bottom - box.y1 * down,
                body.left + box.x1 * across,
                body.bottom - box.y0 * down,
            )
    for heating, sides in acting:
        if "interior" in sides:
            half = extent_of_middle(concept, heating) / 2
            x, y = (body.left + body.right) / 2, (body.top + body.bottom) / 2
            yield PixelBox(x - half * across, y - half * down, x + half * across, y + half * down)


def _heated_through_faces(acting: list[tuple[Heating, frozenset[Acted]]], concept: Concept) -> bool:
    """Whether what comes through the faces of a flat body, which nobody sees, leads beyond all else."""
    others = [h.value for h, _ in acting if h.kind in HELD] + [concept.initial_temperature_K]
    through = [h.ambient_K for h, sides in acting if "faces" in sides and h.ambient_K is not None]
    fluxes = any("faces" in sides and h.kind != "convection" for h, sides in acting)
    return fluxes or any(not min(others) <= ambient <= max(others) for ambient in through)


def _diffusivity(concept: Concept, body: PixelBox, probe: Probe) -> float | None:
    """α/L² of the probe's length in the body, 1/s."""
    if len(concept.materials) != 1 or probe.via:
        return None
    width, height = concept.extent
    along_x = (probe.x1 - probe.x0) / (body.right - body.left) * width
    along_y = (probe.y1 - probe.y0) / (body.bottom - body.top) * height
    length2 = along_x**2 + along_y**2
    return concept.materials[0].thermal_diffusivity / length2 if length2 > 0 else None
