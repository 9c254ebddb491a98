"""Which sides of a body something acts on, in words and without a grid."""

from __future__ import annotations

from typing import Literal

from desktop_app.domain.concept import Concept, Face, Heating
from desktop_app.physics.spots import where_it_acts

Acted = Face | Literal["interior", "faces"]
"""A side of the picture's body; its interior; or the two faces of a flat body seen face on."""
SIDES: tuple[Face, ...] = ("left", "right", "bottom", "top")


def sides_acted_on(concept: Concept, heating: Heating) -> frozenset[Acted]:
    """Where a heating acts, as `physics.places` lays it out on a grid."""
    where = where_it_acts(concept, heating)
    if where in ("centre", "spot", "inside"):
        return frozenset(("interior",))
    if where == "all_around":
        sides: set[Acted] = {side for side in SIDES if side not in concept.cut_faces}
        return frozenset(sides | {"faces"}) if concept.section == "plan" else frozenset(sides)
    if where == "both_ends":
        stands = concept.shape == "rod" and concept.extent[1] > concept.extent[0]
        return frozenset(("bottom", "top") if stands else ("left", "right"))
    if where == "top" and concept.shape == "heat_sink" and heating.kind == "convection":
        return frozenset(("left", "right", "top"))
    return frozenset(side for side in SIDES if side == where)
