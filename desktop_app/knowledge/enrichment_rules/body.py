"""The rule `body`: what stands in the picture."""

from __future__ import annotations

from itertools import groupby

from desktop_app.domain.concept import Concept
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.geometry import Annulus, Box, Part
from desktop_app.domain.text import say
from desktop_app.knowledge.enrichment_rules.appearance import COLOURED_BY_MATERIAL, words_for
from desktop_app.knowledge.enrichment_rules.drivers import stands
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import normalised

SLENDER_RATIO = 40.0
"""Length over thickness from which a rod is called thin."""
THICK_WALL, THIN_WALL = 0.5, 0.8
"""Inner over outer radius below which a ring's wall is called thick, and from which it is called thin."""

_PIPE = words("pipes?|tub(?:e|es|ing)", "管")
_ALIKE = 1.02
"""Sides of a block that differ by no more than this factor make a cube."""
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ROLES = {
    "chip": "a chip of {material}",
    "paste": "a thin layer of {material}",
    "spreader": "a heat spreader of {material}",
    "sink": "a base plate of {material}",
    "board": "a board of {material}",
}


def body(concept: Concept) -> Addition | None:
    """Shape, number of fins, layers in order, and materials."""
    if concept.shape is None:
        return None
    phrase = _DESCRIPTIONS[concept.shape](concept)
    if concept.look in COLOURED_BY_MATERIAL:
        return Addition(phrase, "body", say("A plain description of the body keeps its outline still."))
    return Addition(
        phrase,
        "body",
        say(
            "A plain description of the body keeps its outline still. Its own colour is left out, since "
            "every colour of this look stands for a temperature."
        ),
    )


def noun(concept: Concept) -> str:
    """What to call the body in a sentence."""
    if concept.shape == "ring" and _PIPE.search(normalised(concept.prompt)):
        return "pipe"
    if concept.shape == "plate" and concept.section == "cut":
        return "slab"
    names = {
        "heat_sink": "heat sink",
        "l_bracket": "bracket",
        "contact": "object",
        "ice_block": "block",
    }
    return names.get(concept.shape or "", concept.shape or "object")


def _of(concept: Concept, material_of: Part | None = None) -> str:
    """` of copper`; nothing where no material is known."""
    if material_of is None and concept.parts:
        material_of = concept.parts[0]
    return f" of {words_for(material_of.material, concept)}" if material_of is not None else ""


def _rod(concept: Concept) -> str:
    width, height = concept.extent
    thin = "thin" if max(width, height) >= SLENDER_RATIO * min(width, height) else "long"
    how = "standing upright" if stands(concept) else "lying horizontally"
    if len(concept.parts) < 2:
        return f"a {thin} straight rod{_of(concept)} {how}"
    pieces = [words_for(part.material, concept) for part in concept.parts]
    order = "from the lower end up" if stands(concept) else "from left to right"
    return f"a {thin} straight rod {how}, made of {_listed(pieces)} {order}"


def _plate(concept: Concept) -> str:
    if concept.section == "cut":
        return f"a flat slab{_of(concept)}, cut through its thickness"
    return f"a thin flat rectangular plate{_of(concept)}, seen face on"


def _fin(concept: Concept) -> str:
    lies = concept.extent[0] >= concept.extent[1]
    where = "its base at the left and its tip at the right" if lies else "its base at the bottom"
    return f"a thin straight cooling fin{_of(concept)}, {where}"


def _heat_sink(concept: Concept) -> str:
    base = next((part for part in concept.parts if part.role == "base"), None)
    fin = next((part for part in concept.parts if part.role == "fin"), None)
    count = concept.num_fins or sum(part.role == "fin" for part in concept.parts)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    standing = f"{number} straight upright fin{'' if count == 1 else 's'}"
    if base is not None and fin is not None and base.material != fin.material:
        return (
            f"a heat sink in profile: a flat base{_of(concept, base)} carrying {standing}{_of(concept, fin)}"
        )
    return f"a heat sink{_of(concept)} in profile: a flat base carrying {standing}"


def _block(concept: Concept) -> str:
    sides = (*concept.extent, concept.size.thickness)
    kind = "cube" if max(sides) <= _ALIKE * min(sides) else "rectangular block"
    return f"a solid {kind}{_of(concept)}"


def _ring(concept: Concept) -> str:
    outline = concept.parts[0].outline if concept.parts else None
    ratio = outline.inner_radius / outline.outer_radius if isinstance(outline, Annulus) else None
    pipe = noun(concept) == "pipe"
    width = ""
    if ratio is not None and ratio < THICK_WALL:
        width = "thick-walled " if pipe else "broad "
    if ratio is not None and ratio >= THIN_WALL:
        width = "thin-walled " if pipe else "narrow "
    kind = f"the round cross-section of a {width}pipe" if pipe else f"a flat {width}ring"
    return f"{kind}{_of(concept)}, an open hole in its middle"


def _l_bracket(concept: Concept) -> str:
    legs = "one leg stands upright at the left, its foot lies along the bottom"
    return f"an L-shaped bracket{_of(concept)}: {legs}"


def _stack(concept: Concept) -> str:
    if not concept.parts:
        return "a stack of flat layers"
    boxes = [(part.outline, part) for part in concept.parts if isinstance(part.outline, Box)]
    sideways = any(box.x0 > 0 for box, _ in boxes)
    ordered = sorted(boxes, key=lambda pair: (pair[0].x0, pair[0].y0))
    described = [_layer(concept, part) for _, part in ordered]
    count = len(described)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    order = "side by side, from left to right" if sideways else "from bottom to top"
    return f"a stack of {number} flat layers {order}: {_listed(described)}"


def _layer(concept: Concept, part: Part) -> str:
    return _ROLES.get(part.role, "{material}").format(material=words_for(part.material, concept))


def _contact(concept: Concept) -> str:
    pieces = [words_for(part.material, concept) for part in concept.parts]
    if not pieces:
        return "two solid bodies pressed together end to end"
    same = [name for name, _ in groupby(pieces)]
    if len(same) == 1:
        return f"{_NUMBERS[len(pieces)]} solid bodies of {same[0]} pressed together end to end"
    kind = "bar" if concept.extent[0] > 2 * len(pieces) * concept.extent[1] else "block"
    return (
        f"{_listed([f'a {kind} of {one}' for one in pieces])} pressed together end to end, from left to right"
    )


def _room(concept: Concept) -> str:
    wall = next((part for part in concept.parts if part.role == "wall"), None)
    walls = f"walls{_of(concept, wall)}" if wall is not None else "plain walls"
    return f"a cross-section through an empty room: {walls} all around one large volume of air"


def _ice_block(concept: Concept) -> str:
    return _block(concept) if concept.parts else "a solid block of ice"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


_DESCRIPTIONS = {
    "rod": _rod,
    "plate": _plate,
    "fin": _fin,
    "heat_sink": _heat_sink,
    "block": _block,
    "ring": _ring,
    "l_bracket": _l_bracket,
    "stack": _stack,
    "contact": _contact,
    "room": _room,
    "ice_block": _ice_block,
}
