"""The rule `spread`: which way the heat goes, and how fast."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.enrichment_rules.appearance import plain_words
from desktop_app.knowledge.enrichment_rules.body import noun
from desktop_app.knowledge.enrichment_rules.drivers import (
    Drivers,
    changes_evenly,
    drivers_of,
    ends_early,
    is_slender,
    place_on_body,
    push,
)
from desktop_app.knowledge.enrichment_rules.places import place
from desktop_app.knowledge.enrichment_rules.prompt_words import fluid
from desktop_app.knowledge.prompt_text import number

SPEEDS = ((8e-5, "quickly"), (1e-5, "steadily"), (1e-6, "slowly"), (0.0, "very slowly"))
"""Words by thermal diffusivity, m²/s: copper and aluminium; iron and steel; stone; wood."""
FAR_BY_MID_CLIP, NEAR_BY_MID_CLIP = 0.6, 0.25
"""Reach from which a slow word, and to which a quick one, would belie the solution."""
MUCH, NOTICEABLY = 3.0, 1.3
"""Ratios of thermal diffusivities from which one material is much faster, and faster, than another."""

WEAKER = 0.7
"""Share of the strongest push from which on another one is as strong."""

_ALONG = "from the middle toward both ends"
_DIRECTIONS: dict[Where, str] = {
    "left": "from the left to the right",
    "right": "from the right to the left",
    "top": "from the top downward",
    "bottom": "from the bottom upward",
    "both_ends": "from both ends toward the middle",
    "centre": "from the centre outward",
    "spot": "outward from the heated spot",
    "all_around": "from the surface inward",
    "inside": "from the inside outward",
    "base": "from the base upward",
}
_BY_SHAPE: dict[str, dict[Where, str]] = {
    "rod": {
        "centre": _ALONG,
        "spot": _ALONG,
        "inside": _ALONG,
    },
    "fin": {
        "left": "from the base to the tip",
        "bottom": "from the base upward",
        "right": "from the tip to the base",
    },
    "heat_sink": {
        "base": "from the base up into the fins",
        "bottom": "from the base up into the fins",
        "top": "from the fins down into the base",
        "all_around": "from the fins down into the base",
    },
    "ring": {
        "inside": "from the inner surface outward",
        "centre": "from the inner surface outward",
        "spot": "from the inner surface outward",
        "all_around": "from the outer surface inward",
        "left": "both ways around the ring from its left side",
        "right": "both ways around the ring from its right side",
        "top": "both ways around the ring from its top",
        "bottom": "both ways around the ring from its underside",
        "both_ends": "around the ring from its left and right sides",
    },
    "l_bracket": {
        "right": "along the foot and up the standing leg",
        "top": "down the standing leg and along the foot",
        "left": "from the standing leg into the foot",
        "both_ends": "from both sides inward",
    },
    "stack": {"bottom": "upward layer by layer", "top": "downward layer by layer"},
    "contact": {
        "left": "from the left to the right across the joint",
        "right": "from the right to the left across the joint",
    },
    "room": {
        "inside": "from the air outward through the walls",
        "centre": "from the air outward through the walls",
        "spot": "from the air outward through the walls",
        "all_around": "from outside inward through the walls",
    },
}  # fmt: skip


def spread(concept: Concept) -> Addition | None:
    """Direction from shape and place, speed from the thermal diffusivity."""
    drivers = drivers_of(concept)
    if not drivers.all:
        return None
    if changes_evenly(concept):
        verb = "cools" if drivers.cold else "warms up"
        return Addition(
            f"the whole body {verb} almost evenly, fast at first and then ever more slowly",
            "spread",
            say("The Biot number is below 0.1: heat moves inside faster than through the surface."),
        )
    phrase = f"{_course(concept, drivers)}{_among_materials(concept)}{_joint(concept)}"
    return Addition(phrase, "spread", _reason(concept))


def _course(concept: Concept, drivers: Drivers) -> str:
    speed = _speed(concept)
    if drivers.hot and drivers.cold:
        source, sink = place(concept, drivers.hot[0]), _sink(concept, drivers.cold[0])
        return f"heat flows {speed}from {source} {sink}{_compared(concept)}"
    subject = "heat spreads" if drivers.hot else f"the {noun(concept)} cools"
    first = drivers.all[0]
    where = _from_several(concept, drivers.all) if len(drivers.all) > 1 else _direction(concept, first)
    tail = "fast at first and then ever more slowly"
    if ends_early(concept, first):
        tail = "and evens out once its source is gone"
    return f"{subject} {speed}{where}{_compared(concept)}, {tail}"


def _from_several(concept: Concept, drivers: tuple[Heating, ...]) -> str:
    """Where it comes from, the strongest first."""
    first, second = drivers[:2]
    weak = abs(push(concept, second)) < WEAKER * abs(push(concept, first))
    joint = ", and more weakly from " if weak else " and from "
    return f"from {place(concept, first)}{joint}{place(concept, second)}"


def _sink(concept: Concept, heating: Heating) -> str:
    if (
        heating.kind == "convection"
        and heating.where == "all_around"
        and concept.shape not in ("ring", "room")
    ):
        return f"out into the {fluid(concept, heating).removeprefix('a ')}"
    return f"to {place(concept, heating)}"


def _direction(concept: Concept, heating: Heating) -> str:
    where = place_on_body(concept, heating)
    if concept.shape == "plate" and where in ("spot", "centre"):
        along = is_slender(concept)
        return _ALONG if along else "outward from the heated spot in widening circles"
    return _BY_SHAPE.get(concept.shape or "", {}).get(where, _DIRECTIONS[where])


def _bodies(concept: Concept) -> tuple[Material, ...]:
    return tuple(dict.fromkeys(part.material for part in concept.parts if not part.mixed))


def _speed(concept: Concept) -> str:
    """A word and a space; nothing where materials differ or the word would belie the solution."""
    materials = _bodies(concept)
    across = any(p.material.through_conductivity is not None and p.through_axis != "z" for p in concept.parts)
    if len(materials) != 1 or across:
        return ""
    word = next(word for least, word in SPEEDS if materials[0].thermal_diffusivity >= least)
    if concept.story is not None:
        reach, slow = concept.story.reach_at_mid_clip, word.endswith("slowly")
        if (slow and reach > FAR_BY_MID_CLIP) or (word == "quickly" and reach < NEAR_BY_MID_CLIP):
            return ""
    return f"{word} "


def _compared(concept: Concept) -> str:
    """How the first material compares with those of the variants."""
    if not concept.variants or not concept.parts:
        return ""
    own = concept.parts[0].material
    words = [
        f"{_ratio_words(own.thermal_diffusivity / variant.parts[0].material.thermal_diffusivity)} in "
        f"{plain_words(variant.parts[0].material)}"
        for variant in sorted(concept.variants, key=lambda v: v.parts[0].material.thermal_diffusivity)
        if variant.parts and variant.parts[0].material != own
    ]
    return f", {' and '.join(words)}" if words else ""


def _ratio_words(ratio: float) -> str:
    if 1 / NOTICEABLY < ratio < NOTICEABLY:
        return "about as fast as"
    much = "much " if max(ratio, 1 / ratio) >= MUCH else ""
    return f"{much}{'faster' if ratio > 1 else 'more slowly'} than"


def _among_materials(concept: Concept) -> str:
    """Which of several materials is the faster, where it also conducts more heat."""
    materials = sorted(_bodies(concept), key=lambda material: -material.thermal_diffusivity)
    if len(materials) < 2:
        return ""
    fast, slow = materials[0], materials[-1]
    ratio = fast.thermal_diffusivity / slow.thermal_diffusivity
    if min(ratio, fast.thermal_conductivity.value / slow.thermal_conductivity.value) < NOTICEABLY:
        return ""
    much = "much " if ratio >= MUCH else ""
    return f", {much}faster through the {plain_words(fast)} than through the {plain_words(slow)}"


def _joint(concept: Concept) -> str:
    touching = concept.shape != "room" and len(concept.parts) > 1 and concept.contact_resistance_m2K_W > 0
    return ", with a small jump of temperature where they touch" if touching else ""


def _reason(concept: Concept) -> Text:
    materials = _bodies(concept)
    if len(materials) != 1:
        return say("Heat flows from hot to cold; how fast it spreads depends on the materials.")
    return say(
        "The thermal diffusivity is {value} mm²/s; a heated depth grows with the square root of time.",
        value=number(materials[0].thermal_diffusivity * 1e6),
    )
