"""Bodies that are none of the shapes: those refused by name, and those a rod stands in for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.text import Text, say
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import without
from desktop_app.knowledge.shapes import NamedShape

_REFUSED: tuple[tuple[re.Pattern[str], Text], ...] = (
    (words(r"spheres?|spherical|(?<!solder\s)balls?(?!\s+bearings?)", r"球(?![墨场队磨])"), say("sphere")),
    (words(r"cones?|conical|frustums?", r"圆锥|锥体|锥形"), say("cone")),
    (words(r"pyramids?", r"棱锥|金字塔"), say("pyramid")),
    (words(r"torus|toroids?|toroidal|do(?:ugh)?nuts?", r"圆环面|甜甜圈|螺绕环"), say("torus")),
    (
        words(
            r"(?:frying\s*|sauce\s*)?pans?|(?:tea|coffee)?\s*pots?|woks?|kettles?|skillets?", r"锅(?!炉)|水壶"
        ),
        say("pan or pot"),
    ),
)
_TRIANGULAR = (words(r"triang(?:le|ular)s?", r"三角(?:形|板|片)"), say("triangular plate"))
_LIKE_A_ROD = (
    (words(r"(?:table|tea)?spoons?", r"勺子?|汤匙"), say("spoon")),
    (words(r"chop\s*sticks?", r"筷子?"), say("chopstick")),
    (words(r"forks?", r"叉子"), say("fork")),
    (words(r"handles?", r"手柄|把手"), say("handle")),
)
_ONLY_NEAR_IT = words(
    r"(?:in|into|on|onto|inside|over|from)\s+(?:an?|the|its)\s+(?:\w+\s+){0,2}?(?:pans?|pots?)"
)


@dataclass(frozen=True)
class OtherShape:
    """A body that is none of the shapes.

    Attributes:
        name: what it is.
        refused: whether none of the shapes is like it.
    """

    name: Text
    refused: bool

    @property
    def note(self) -> Text:
        """What becomes of it."""
        if self.refused:
            return say(
                "HeatSketch has no {shape}: describe a rod, a plate, a block or a ring like it.",
                shape=self.name,
            )
        return say("A {thing} is not among the shapes: a rod is assumed in its place.", thing=self.name)


def find_other_shape(text: str, shape: NamedShape | None) -> OtherShape | None:
    """The body of a normalised prompt that is none of the shapes, or None.

    Args:
        text: the prompt.
        shape: the shape it names; one that is only told from a material or a Chinese measure word is none.
    """
    if shape is not None and shape.shape in ("plate", "fin") and _TRIANGULAR[0].search(text):
        return OtherShape(_TRIANGULAR[1], refused=True)
    if shape is not None and shape.word != "ice" and not re.fullmatch("[一这那]块", shape.word):
        return None
    plain = without(text, _ONLY_NEAR_IT)
    found = [
        (match.start(), OtherShape(name, refused))
        for table, refused in ((_REFUSED, True), (_LIKE_A_ROD, False))
        for pattern, name in table
        if (match := pattern.search(plain))
    ]
    like_a_rod = [item for item in found if not item[1].refused]
    return min(like_a_rod or found, key=lambda item: item[0])[1] if found else None
