"""Materials that a prompt only asks to compare with."""

from __future__ import annotations

import re

from desktop_app.domain.concept import Shape
from desktop_app.domain.material import Material
from desktop_app.knowledge.comparison_words import COMPARED, WHICH
from desktop_app.knowledge.material_mentions import MaterialMentions
from desktop_app.knowledge.patterns import FLAGS

_COMPARED_WITH = re.compile(
    r"(?:(?:compared|relative|in\s+comparison|as\s+opposed|in\s+contrast)\s+(?:to|with)|unlike|versus|than)"
    r"\s+(?:(?:an?|the|one\s+of|that\s+of|pure)\s+)*$|(?:和|跟|与|同|比起|相比于?|相较于?|换成|改成|换作)(?:一[根块片个])?$",
    FLAGS,
)
"""What stands before a material that another one, named later, is compared with."""
_CLAUSE_END = re.compile(r"[,;。!?\n]|\.(?![0-9])")
_PARTED: frozenset[Shape] = frozenset({"stack", "contact", "room"})


def compared_materials(
    text: str, mentions: MaterialMentions, shape: Shape | None, composite: bool
) -> tuple[Material, ...]:
    """Which of the materials named are not of the body but to be compared with it.

    Where the shape is of one material, a comparison is with every material but the first. Where it is of
    several, it is with those of the comparison's own clause, if two others are left.

    Args:
        text: the normalised prompt.
        mentions: the materials it names.
        shape: what it calls the body.
        composite: whether a body of one piece is said to be made of several materials.
    """
    found = COMPARED.search(text) or (None if shape == "contact" else WHICH.search(text))
    named = mentions.materials
    if found is None or len(named) < 2:
        return ()
    if shape not in _PARTED and not composite:
        main = _main(text, mentions)
        return tuple(material for material in named if material != main)
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, found.start())), default=0)
    end_match = _CLAUSE_END.search(text, found.end())
    end = end_match.start() if end_match else len(text)
    outside = {m.material for m in mentions.solids if not start <= m.span[0] < end}
    inside = tuple(m for m in named if m not in outside)
    return inside if len(outside) > 1 else ()


def _main(text: str, mentions: MaterialMentions) -> Material:
    """The material the prompt is about: the first that is not named as what it is compared with."""
    for mention in mentions.solids:
        if not _COMPARED_WITH.search(text, max(0, mention.span[0] - 30), mention.span[0]):
            return mention.material
    return mentions.solids[0].material
