"""What the video model is told besides the prompt: a list of phrases, each with its rule and reason."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating, Shape, Where
from desktop_app.domain.enrichment import Addition, Enrichment
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.prompt_text import number

NEGATIVE_PROMPT = (
    "flicker, flashing, strobing, sudden colour changes, camera motion, zoom, pan, "
    "shake, cut, scene change, text, letters, numbers, "
    "caption, watermark, logo, people, hands, clutter, smoke, motion blur, distortion, low quality"
)


def enrich(concept: Concept) -> Enrichment:
    """Add what helps a video model and what physics says.

    The result is English whatever the prompt's language: an English prompt is kept and comes first, any
    other is replaced by the description of what was understood.
    """
    additions = tuple(
        addition
        for addition in (_body(concept), _heat(concept), _spread(concept), _palette(concept), *_FRAMING)
        if addition is not None
    )
    own = " ".join(concept.prompt.split()).rstrip(" .。") if concept.language == "en" else ""
    whole = Enrichment(own, additions, NEGATIVE_PROMPT, concept.edits.enriched_prompt)
    return whole.without(concept.edits.removed_rules)


_FRAMING = (
    Addition(
        "fixed camera, locked framing, one continuous shot",
        "camera",
        say("A moving camera cannot be read as temperature."),
    ),
    Addition(
        "plain dark uniform background, the whole object in view, seen from the side",
        "background",
        say("Nothing else in the picture may look like heat."),
    ),
    Addition(
        "smooth continuous colour gradient, no flicker",
        "smoothness",
        say("Conduction changes temperature smoothly in space and time."),
    ),
)

_SHAPES: dict[Shape, str] = {
    "rod": "a long straight {material} rod lying horizontally",
    "plate": "a flat rectangular {material} plate",
    "fin": "a thin straight {material} fin",
    "heat_sink": "a finned {material} heat sink",
    "block": "a rectangular {material} block",
    "ring": "a {material} ring",
    "l_bracket": "an L-shaped {material} bracket",
    "stack": "a stack of {material} layers",
    "contact": "two {material} bodies pressed together",
    "room": "a cross-section of a room",
    "ice_block": "a block of clear ice",
}

_APPEARANCE: dict[str, str] = {
    "copper": "reddish polished copper",
    "silver": "bright polished silver",
    "gold": "polished gold",
    "aluminium": "pale brushed aluminium",
    "iron": "dark grey iron",
    "brass": "yellow polished brass",
    "glass": "clear glass",
}

_PLACES: dict[Where, str] = {
    "left": "at its left end",
    "right": "at its right end",
    "top": "along its top",
    "bottom": "along its bottom",
    "both_ends": "at both ends",
    "centre": "at its centre",
    "spot": "at one small spot in the middle",
    "all_around": "all around",
    "inside": "from the inside",
    "base": "at its base",
}

_SPREADS: dict[Where, str] = {
    "left": "from the left to the right",
    "right": "from the right to the left",
    "top": "from the top downward",
    "bottom": "from the bottom upward",
    "both_ends": "from both ends toward the middle",
    "centre": "from the centre outward",
    "spot": "outward from the spot in widening circles",
    "all_around": "from the surface inward",
    "inside": "from the inside outward",
    "base": "from the base upward",
}

_SPEEDS = ((8e-5, "quickly"), (1e-5, "steadily"), (1e-6, "slowly"), (0.0, "very slowly"))

_PALETTES: dict[str, str] = {
    "inferno": "heat map colours from black through purple and orange to pale yellow, hottest brightest",
    "iron": "infrared thermal camera image, ironbow palette from dark blue through magenta and "
    "orange to white",
    "rainbow": "infrared thermal camera image, rainbow palette from blue through green and yellow to red",
    "white_hot": "infrared thermal camera image in greyscale, hottest white",
    "glow": "the hot part glows from dull red through orange to yellow-white, the cold part dark",
    "natural": "natural colours, photographed in soft even light",
}


def _body(concept: Concept) -> Addition | None:
    if concept.shape is None:
        return None
    material = (
        _APPEARANCE.get(concept.materials[0].id, concept.materials[0].name) if concept.materials else ""
    )
    phrase = " ".join(_SHAPES[concept.shape].format(material=material).split())
    return Addition(phrase, "body", say("A plain description of the body keeps its outline still."))


def _heat(concept: Concept) -> Addition | None:
    phrases = [phrase for heating in concept.heating if (phrase := _heat_phrase(heating))]
    if not phrases:
        return None
    return Addition(", ".join(phrases), "heat", say("Says where heat goes in and out."))


def _heat_phrase(heating: Heating) -> str:
    place = _PLACES[heating.where]
    if heating.kind == "flame":
        return f"held in a steady flame {place}"
    if heating.kind == "convection":
        return f"cooled by air {place}"
    if heating.kind == "temperature":
        return f"held at {number(heating.value - ZERO_CELSIUS_K)} degrees Celsius {place}"
    return f"heated {place}"


def _spread(concept: Concept) -> Addition | None:
    sources = [h for h in concept.heating if h.kind != "convection"]
    if not sources or not concept.materials:
        return None
    diffusivity = concept.materials[0].thermal_diffusivity
    speed = next(word for least, word in _SPEEDS if diffusivity >= least)
    phrase = f"heat spreads {speed} {_SPREADS[sources[0].where]}, fast at first and then ever more slowly"
    return Addition(
        phrase,
        "spread",
        say(
            "The thermal diffusivity is {value} mm²/s; a heated depth grows with the square root of time.",
            value=number(diffusivity * 1e6),
        ),
    )


def _palette(concept: Concept) -> Addition | None:
    phrase = _PALETTES[concept.look]
    return Addition(phrase, "palette", say("Temperatures can be read back only from a known palette."))
