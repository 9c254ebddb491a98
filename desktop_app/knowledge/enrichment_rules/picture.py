"""The rules `palette`, `camera`, `framing`, `background` and `smoothness`: how it is filmed."""

from __future__ import annotations

from desktop_app.domain.concept import Concept
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.text import say
from desktop_app.knowledge.enrichment_rules.body import noun
from desktop_app.knowledge.enrichment_rules.drivers import drivers_of
from desktop_app.knowledge.enrichment_rules.heat import celsius
from desktop_app.knowledge.enrichment_rules.hot_look import GLOWS_FROM_K, hottest

_PALETTES: dict[str, str] = {
    "inferno": "heat map colours from black{low} through purple and orange to pale yellow{high}, hottest "
    "brightest",
    "iron": "infrared thermal camera image, ironbow palette from dark blue{low} through magenta and "
    "orange to white{high}, hottest brightest",
    "rainbow": "infrared thermal camera image, rainbow palette from blue{low} through green and yellow to "
    "red{high}, hottest red",
    "white_hot": "infrared thermal camera image in greyscale from black{low} to white{high}, hottest white",
    "glow": "the hot part glows from dull red through orange to yellow-white, the cold part dark, hottest "
    "brightest",
    "natural": "natural colours, photographed in soft even light",
}
_WITH_SCALE = frozenset({"inferno", "iron", "rainbow", "white_hot"})


def palette(concept: Concept) -> Addition:
    """The look's colours, which end is the hot one, and the temperatures at its ends."""
    low_K, high_K = concept.temperature_range_K
    low, high = celsius(low_K), celsius(high_K)
    known = concept.look in _WITH_SCALE and low != high and _whole_range_known(concept)
    phrase = _PALETTES[concept.look].format(
        low=f" at {low}" if known else "", high=f" at {high} degrees Celsius" if known else ""
    )
    if concept.look == "natural":
        reason = say("Natural colours have no scale: no temperatures can be read back.")
    elif concept.look == "glow" and hottest(concept) < GLOWS_FROM_K:
        reason = say(
            "A scale of its own that temperatures can be read back from: nothing so cool really glows."
        )
    else:
        reason = say("Temperatures can be read back only from a known palette.")
    return Addition(phrase, "palette", reason)


def _whole_range_known(concept: Concept) -> bool:
    """What a power or a flux leads to is only known from the story."""
    return concept.story is not None or not any(h.kind in ("power", "flux") for h in concept.heating)


def camera(_: Concept) -> Addition:
    """A camera that does not move."""
    return Addition(
        "fixed camera, one continuous shot", "camera", say("A moving camera cannot be read as temperature.")
    )


def framing(concept: Concept) -> Addition:
    """All of the body, from where the solution shows it."""
    return Addition(
        f"locked framing, the whole {noun(concept)} in view and centred, {_view(concept)}",
        "framing",
        say("The body must stay where it is, so that the clip can be laid beside the solution."),
    )


def _view(concept: Concept) -> str:
    match concept.shape:
        case "heat_sink":
            return "seen straight from its end so that every fin shows"
        case "room" | "stack":
            return "seen as a flat cross-section"
        case "ring":
            return "seen straight on"
        case "plate" | "fin" if concept.section == "plan":
            return "seen face on"
        case "plate":
            return "seen as a flat cross-section"
        case _:
            return "seen straight from the side"


def background(_: Concept) -> Addition:
    """Nothing behind the body."""
    return Addition(
        "plain dark uniform background",
        "background",
        say("Nothing else in the picture may look like heat."),
    )


def smoothness(concept: Concept) -> Addition:
    """No jumps of colour in time, and in space only where there are some."""
    phrase = "smooth continuous colour gradient"
    if concept.shape == "room":
        phrase = "the air of the room in one single even colour, a smooth gradient only inside the walls"
    elif concept.contact_resistance_m2K_W > 0 and len(concept.parts) > 1:
        phrase = "smooth continuous colour gradient within each body"
    elif concept.look == "natural" or not drivers_of(concept).all:
        phrase = "smooth gradual change"
    return Addition(
        f"{phrase}, no flicker",
        "smoothness",
        say("Conduction changes temperature smoothly in space and time."),
    )
