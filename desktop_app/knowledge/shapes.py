"""Which of the known shapes a prompt names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.concept import Shape
from desktop_app.knowledge import shape_words as table
from desktop_app.knowledge.comparison_words import is_comparison
from desktop_app.knowledge.composites import is_composite
from desktop_app.knowledge.fin_count import find_fin_count
from desktop_app.knowledge.layer_lists import NamedLayer
from desktop_app.knowledge.layer_roles import find_roles
from desktop_app.knowledge.material_mentions import MaterialMentions
from desktop_app.knowledge.prompt_text import without


@dataclass(frozen=True)
class NamedShape:
    """A shape and the word that named it.

    Attributes:
        upright: whether a rod stands instead of lying.
        rectangular: whether a rod's cross-section is not round.
        long: whether bodies in contact are rods.
        round: whether a plate is a disc.
    """

    shape: Shape
    word: str
    upright: bool = False
    rectangular: bool = False
    long: bool = False
    round: bool = False


def find_shape(text: str, mentions: MaterialMentions, layers: Sequence[NamedLayer]) -> NamedShape | None:
    """The most particular shape a normalised prompt names, or None.

    A stack beats its plates and a heat sink its fins; hot plate, 一块 and room temperature are not shapes; a
    contact needs two bodies.

    Args:
        text: the prompt.
        mentions: the materials it names.
        layers: what its layers would be if it were a stack.
    """
    bodies = without(without(text, table.NOT_THE_BODY), table.CLASSIFIER)
    if table.L_BRACKET.search(bodies) is None:
        found = _of_several(bodies, text, mentions, layers)
        if found is not None:
            return found
    shape, match = _of_one_piece(bodies)
    if match is not None and not (shape == "plate" and _of_a_room(bodies, match)):
        tall = table.ROUND_ROD.search(text) is not None and table.TALL.search(text) is not None
        upright = shape == "rod" and (tall or bool(table.UPRIGHT.search(text)))
        if shape == "block" and mentions.materials and mentions.materials[0].id == "ice":
            shape = "ice_block"
        if shape == "fin" and (find_fin_count(text) or 1) > 1:
            shape = "heat_sink"
        return NamedShape(
            shape,
            match[0],
            upright,
            bool(table.RECTANGULAR.search(text)),
            round=shape == "plate" and bool(table.ROUND_PLATE.search(text)),
        )
    room = table.ROOM.search(bodies)
    if room is not None:
        return NamedShape("room", room[0])
    block = re.search("[一这那]块", text)
    if mentions.materials and mentions.materials[0].id == "ice":
        return NamedShape("ice_block", "ice")
    return NamedShape("block", block[0]) if block else None


def _of_one_piece(bodies: str) -> tuple[Shape, re.Match[str] | None]:
    """The most particular shape; of a rod, a plate and a block that which is named first."""
    for shape, pattern in table.PARTICULAR:
        match = pattern.search(bodies)
        if match is not None:
            return shape, match
    found = [(shape, match) for shape, pattern in table.PLAIN if (match := pattern.search(bodies))]
    return min(found, key=lambda item: item[1].start()) if found else ("rod", None)


def _of_several(
    bodies: str, text: str, mentions: MaterialMentions, layers: Sequence[NamedLayer]
) -> NamedShape | None:
    """A shape of several parts, or None."""
    sink = table.HEAT_SINK.search(bodies)
    if not (sink and table.FIN_COUNT.search(bodies)):
        layered = table.LAYERED.search(bodies)
        if layered is not None and len(layers) >= 2:
            return NamedShape("stack", layered[0])
        if layered is not None and mentions.solids and table.TWO_BODIES.search(text):
            return NamedShape("contact", layered[0])
        if _lie_on_each_other(text, mentions, layers):
            return NamedShape("stack", "stack")
    if sink is not None:
        return NamedShape("heat_sink", sink[0])
    contact = table.CONTACT.search(bodies) or table.CONTACT_VALUE.search(text)
    if contact is not None and (len(mentions.materials) >= 2 or table.TWO_BODIES.search(text)):
        rods = table.ROD.search(bodies) is not None
        return NamedShape("contact", contact[0], long=rods)
    return None


def _lie_on_each_other(text: str, mentions: MaterialMentions, layers: Sequence[NamedLayer]) -> bool:
    """Whether bodies can only be layers: a chip with its paste and spreader, or several thicknesses."""
    roles = {role for role, _ in find_roles(text)}
    if len(layers) >= 2 and is_composite(text, mentions) and _of_one_piece(text)[0] == "plate":
        return True
    compared = is_comparison(text)
    if {"paste", "spreader"} & roles and len(roles) >= 2 and len(layers) >= (3 if compared else 2):
        return True
    if compared:
        return False
    if "paste" in roles and len(mentions.materials) >= 2 and len(layers) == 3:
        return True
    thick = [layer for layer in layers if layer.material is not None and layer.length is not None]
    return len({layer.material for layer in thick}) >= 2 and not table.LONG.search(text)


def _of_a_room(bodies: str, wall: re.Match[str]) -> bool:
    """Whether a wall is only that of a room whose air is meant."""
    room = table.ROOM.search(bodies)
    if room is None or not table.WALL.search(wall[0]) or table.WALL_OF_A_ROOM.search(bodies):
        return False
    return room.start() <= wall.end() + 1
