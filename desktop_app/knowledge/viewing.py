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

_EDGE = words(r"edges?|ends?", r"边缘|端|(?<!两)边")
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
    text = reading.text
    fluids = [h for h in heating if h.kind == "convection"]
    if len(fluids) > 1 and places <= _SIDES:
        return "x"
    if places and places <= _SIDES and not _EDGE.search(text):
        only_thickness = reading.sizes.only_thickness
        crossing = (
            len(places) > 1 or "both_ends" in places or any(h.kind in ("flux", "convection") for h in heating)
        )
        if is_wall(reading.shape) or (only_thickness and crossing):
            return "x"
    if (
        places
        and places <= _UP_AND_DOWN | {"all_around"}
        and places & _UP_AND_DOWN
        and not _EDGE.search(text)
        and (_FACE.search(text) or is_wall(reading.shape))
    ):
        return "y"
    return None


def _is_lumped(body: Body, heating: Sequence[Heating], material: Material) -> bool:
    """Whether h·(depth/2)/k is below a tenth for all that cools it all around, where nothing holds it."""
    around = [h for h in heating if h.where == "all_around"]
    if not around or any(h.kind != "convection" for h in around):
        return False
    half_depth = body.size.thickness / 2
    return all(h.value * half_depth / material.thermal_conductivity.value < LUMPED_BIOT for h in around)
