"""Scenes for the corpus: ideas, and the sentences that say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from starter_model.ideas import HEATED as HEATED
from starter_model.ideas import RING_BORE as RING_BORE
from starter_model.ideas import SHAPES as SHAPES
from starter_model.ideas import (
    USUAL_SIZE,
    Idea,
    draw,
    draw_duration,
    draw_idea,
    draw_size,
    is_reserved,
    known,
)
from starter_model.wording import Wording, sentences, typed_in_chinese, typed_in_english

Language = Literal["en", "zh"]
Kind = Literal["warm", "held", "flame"]

LOOKS = ("iron", "inferno", "glow")
FEWEST_FINS, MOST_FINS = 4, 12
KINDS: Mapping[Kind, float] = {"warm": 6, "held": 3, "flame": 1}
HELD_C = (60, 80, 90, 100, 120, 150, 200, 250, 300, 400, 500)
FLAME_C = 500
"""As the app has it."""
TELLS_SIZE, TELLS_FINS, NAMES_INFERNO = 0.3, 0.6, 0.4
"""Shares of the sentences that say so."""
BODY_WHERE_HEATED: Mapping[tuple[str, str], str] = {
    ("rod", "top"): "rod_upright",
    ("rod", "bottom"): "rod_upright",
    ("stack", "left"): "stack_sideways",
    ("stack", "right"): "stack_sideways",
}
"""Bodies described in words of their own: rods that stand, and stacks whose layers the app shows side by
side, as heat crosses them from left or right."""


@dataclass(frozen=True)
class Scene:
    """A sentence and what it is meant to say.

    Attributes:
        shape, heated: as in `HEATED`.
        materials: their ids; one, or from the bottom (of what stands side by side, from the left).
        held_C: the temperature that is held, °C; None where it is left to the app.
        num_fins, duration_s: None where they are not said.
        unseen: whether the materials, the shape and the place are kept together from training.
        held_out_wording: whether the sentence's frame is kept from training.
    """

    prompt: str
    language: Language
    shape: str
    heated: str
    look: str
    materials: tuple[str, ...]
    held_C: float | None
    num_fins: int | None
    duration_s: float | None
    unseen: bool
    held_out_wording: bool


def draw_scene(
    random: np.random.Generator, *, unseen: bool, held_out_wording: bool, unseen_share: float
) -> Scene:
    """An idea and a sentence that says it, in English or in Chinese.

    Args:
        random: what it depends on, besides the other arguments.
        unseen: whether it is to be of the combinations that training never sees, or of the others.
        held_out_wording: whether it is to be in the frames that training never sees, or in the others.
        unseen_share: of all combinations.
    """
    idea = draw_idea(random)
    while is_reserved(idea.shape, idea.heated, idea.materials, unseen_share) != unseen:
        idea = draw_idea(random)
    language: Language = "en" if random.random() < 0.5 else "zh"
    kind, held_C = _draw_temperature(random, idea)
    size = draw_size(random, idea.shape)
    tells_size = random.random() < TELLS_SIZE
    look = LOOKS[int(random.integers(len(LOOKS)))]
    fins = int(random.integers(FEWEST_FINS, MOST_FINS + 1)) if idea.shape == "heat_sink" else None
    fins = fins if random.random() < TELLS_FINS else None
    seconds = draw_duration(random, idea, size if tells_size else USUAL_SIZE[idea.shape])
    said = {
        "size": tells_size,
        "fins": fins is not None,
        "time": seconds is not None,
        "look": look != "inferno" or random.random() < NAMES_INFERNO,
    }
    facets = frozenset(facet for facet, is_said in said.items() if is_said)
    rules = _rules(random, language, idea, kind, look, size)
    rules |= {"t": [str(held_C)], "fins": [str(fins)]}
    rules["duration"] = sentences(language)["durations"].get(str(seconds), [])
    sentence = Wording(random, rules, facets).say("held_out_frames" if held_out_wording else "frames")
    typed = typed_in_english if language == "en" else typed_in_chinese
    return Scene(
        prompt=typed(random, sentence),
        language=language,
        shape=idea.shape,
        heated=idea.heated,
        look=look,
        materials=idea.materials,
        held_C=held_C,
        num_fins=fins,
        duration_s=seconds,
        unseen=unseen,
        held_out_wording=held_out_wording,
    )


def _draw_temperature(random: np.random.Generator, idea: Idea) -> tuple[Kind, int | None]:
    """How it is heated, and what it is held at, °C, that no material minds; None where it is not said."""
    hottest_C = min(known(material)["hottest_C"] for material in idea.materials)
    kind = draw(random, {one: w for one, w in KINDS.items() if one != "flame" or hottest_C >= FLAME_C})
    if kind == "held":
        return kind, int(random.choice([t for t in HELD_C if t <= hottest_C]))
    return kind, FLAME_C if kind == "flame" else None


def _rules(
    random: np.random.Generator, language: Language, idea: Idea, kind: Kind, look: str, size: tuple[int, int]
) -> dict[str, Sequence[str]]:
    """The templates that fit an idea."""
    said = sentences(language)
    names = [str(random.choice(known(material)[language])) for material in idea.materials]
    body = BODY_WHERE_HEATED.get((idea.shape, idea.heated), idea.shape)
    nouns = said["nouns"][idea.shape]
    rules: dict[str, Sequence[str]] = {name: list_ for name, list_ in said.items() if isinstance(list_, list)}
    rules |= said["clauses"][kind]
    rules |= {"is": ["is"]} | said["places"][idea.shape][idea.heated]
    rules |= said["looks"][look]
    rules |= {
        "bare" if "measures" in said else "body": said["bodies"][body],
        "mw": said.get("measures", {}).get(body, []),
        "m": names,
        "n": nouns.get(known(idea.materials[0])["group"], nouns[""]),
        "size": said["sizes"][idea.shape],
        "w": [str(size[0])],
        "h": [str(size[1])],
        "count": said["counts"].get(str(len(names)), []),
        "layers": said["joined"],
        "rest": [said["comma"].join(names[:-1])],
        "last": names[-1:],
    }
    return rules
