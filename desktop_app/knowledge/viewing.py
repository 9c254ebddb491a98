"""What the picture shows of a body: face on, or in a cut through its thickness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from desktop_app.domain.concept import Heating, Where
from desktop_app.domain.material import Material
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.recognising import Reading
from desktop_app.knowledge.slender_bodies import is_wall

LUMPED_BIOT = 0.1
"""Below which a body's temperature hardly varies across its depth (Incropera & DeWitt, section 5.1)."""

_EDGE = words(r"edges?|ends?", r"边缘|边沿|侧边|端")
_FACE = words(
    r"(?:hot|heating)[\s-]?plate|stoves?|from\s+(?:below|underneath|above)|under\s*(?:side|neath)|faces?|surfaces?"
    r"|beneath|cold[\s-]?plate",
    r"热板|加热板|电热板|冷板|炉|表面|下方|上方|底面|顶面|上面|下面",
)
_SIDES: frozenset[Where] = frozenset({"left", "right", "both_ends"})
_UP_AND_DOWN: frozenset[Where] = frozenset({"top", "bottom"})


def seen(body: Body, reading: Reading, heating: Sequence[Heating], pieces: Sequence[Material]) -> Body:
    """The body with what the picture shows of it decided.

    Layers stand side by side where heat only goes in and out at their left and right. A wall is cut through
    where heat crosses it; a plate too, if only its thickness is given and heat goes in or out at opposite
    faces, or if it lies on something hot. A block that is cooled all around and so good a conductor that its
    depth does not matter is seen face on, so that its front and back cool it too.
    """
    if body.shape == "plate":
        return replace(body, cut_through=_cut_through(reading, heating))
    if body.shape == "stack":
        places = {h.where for h in heating}
        return replace(body, sideways=bool(places) and places <= _SIDES)
    if body.shape in ("block", "ice_block") and pieces:
        return replace(body, lumped=_is_lumped(body, heating, pieces[0]))
    return body


def _cut_through(reading: Reading, heating: Sequence[Heating]) -> Literal["x", "y"] | None:
    places = {h.where for h in heating}
    edges = bool(_EDGE.search(reading.text))
    if places and places <= _SIDES and _crosses(reading, heating, edges):
        return "x"
    faces = bool(_FACE.search(reading.text)) or is_wall(reading.shape)
    if places & _UP_AND_DOWN and places <= _UP_AND_DOWN | {"all_around"} and faces and not edges:
        return "y"
    return None


def _crosses(reading: Reading, heating: Sequence[Heating], edges: bool) -> bool:
    """Whether heat at the left and right is meant to cross a plate's thickness and not to run along it."""
    flows = [h.kind in ("flux", "convection") for h in heating]
    opposite = len(heating) > 1 or heating[0].where == "both_ends"
    if opposite and all(h.kind == "convection" for h in heating):
        return True
    if edges:
        return False
    if is_wall(reading.shape):
        return True
    sizes = reading.sizes
    if not sizes.nothing_in_its_plane:
        return False
    return (opposite or any(flows)) if sizes.lengths else opposite and any(flows)


def _is_lumped(body: Body, heating: Sequence[Heating], material: Material) -> bool:
    """Whether h·(depth/2)/k is below a tenth for all that cools it all around, where nothing holds it."""
    around = [h for h in heating if h.where == "all_around"]
    if not around or any(h.kind != "convection" for h in around):
        return False
    half_depth = body.size.thickness / 2
    return all(h.value * half_depth / material.thermal_conductivity.value < LUMPED_BIOT for h in around)
