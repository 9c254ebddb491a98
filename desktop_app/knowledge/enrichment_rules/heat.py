"""The rule `heat`: what is done to the body, where and how long."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.enrichment import Addition
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.enrichment_rules import prompt_words
from desktop_app.knowledge.enrichment_rules.drivers import ends_early
from desktop_app.knowledge.enrichment_rules.fractions import NEXT_TO_NOTHING, fraction
from desktop_app.knowledge.enrichment_rules.places import place
from desktop_app.knowledge.prompt_text import number


def heat(concept: Concept) -> Addition | None:
    """Every heating in words, hottest first, and the temperature it begins with."""
    phrases = [f"{phrase}{_timing(concept, h)}" for h in concept.heating if (phrase := _phrase(concept, h))]
    if not phrases:
        return None
    start = f"all of it at {degrees(concept.initial_temperature_K)} at first"
    return Addition("; ".join([*phrases, start]), "heat", say("Says where heat goes in and out."))


def degrees(kelvin: float) -> str:
    """A temperature for the video model: `100 degrees Celsius`."""
    return f"{celsius(kelvin)} degrees Celsius"


def celsius(kelvin: float) -> str:
    """°C, to as many digits as matter to a picture."""
    value = kelvin - ZERO_CELSIUS_K
    return number(round(value) if abs(value) >= 10 else round(value, 1) + 0.0)


def _phrase(concept: Concept, heating: Heating) -> str:
    where = place(concept, heating)
    match heating.kind:
        case "flame":
            flame = prompt_words.flame(concept)
            return f"a steady {flame} plays on {where} and keeps it at {degrees(heating.value)}"
        case "temperature":
            return f"{where} {_are(where)} held at {degrees(heating.value)}{_by_tool(concept, heating)}"
        case "power":
            return _power(concept, heating, where)
        case "flux":
            verb = "enters through" if heating.value > 0 else "is drawn out through"
            return f"a steady heat flux of {number(abs(heating.value))} watts per square metre {verb} {where}"
        case "convection":
            return _convection(concept, heating, where)


def _are(where: str) -> str:
    return "are" if where.endswith(("ends", "edges", "faces", "sides", "fins")) else "is"


def _by_tool(concept: Concept, heating: Heating) -> str:
    held = [h for h in concept.heating if h.kind == "temperature"]
    hot = heating.value > max([concept.initial_temperature_K, *(h.ambient_K or 0 for h in concept.heating)])
    tool = prompt_words.tool(concept)
    return f" by {tool}" if tool and len(held) == 1 and hot else ""


def _power(concept: Concept, heating: Heating, where: str) -> str:
    watts = f"{number(abs(heating.value))} watts"
    if heating.value < 0:
        return f"{watts} of heat are drawn out of {where}"
    if concept.shape == "stack":
        chip = any(part.role == "chip" for part in concept.parts) and heating.where in ("bottom", "top")
        return f"the chip gives off {watts} of heat" if chip else f"{watts} of heat enter {where}"
    source = prompt_words.source(concept)
    article = "an" if source[0] in "aeiouAEIOUL" and source != "laser beam" else "a"
    return f"{article} {source} of {watts} heats {where}"


def _convection(concept: Concept, heating: Heating, where: str) -> str:
    ambient = heating.ambient_K if heating.ambient_K is not None else concept.initial_temperature_K
    if heating.value <= 0 and heating.emissivity <= 0:
        return ""
    if heating.value <= 0:
        return f"{where} radiates to surroundings at {degrees(ambient)}"
    verb = {1: "warmed by", -1: "cooled by", 0: "in"}[_way(concept, heating, ambient)]
    radiating = " and by radiation" if heating.emissivity > 0 and verb == "cooled by" else ""
    fluid = prompt_words.fluid(concept, heating)
    return f"{where} {_are(where)} {verb} {fluid} at {degrees(ambient)}{radiating}"


def _way(concept: Concept, heating: Heating, ambient_K: float) -> int:
    """1 where a fluid is the hottest thing there is, −1 where it is the coldest, 0 between or unknown."""
    others = [h for h in concept.heating if h is not heating]
    levels = [h.value for h in others if h.kind in ("temperature", "flame")]
    levels += [h.ambient_K for h in others if h.ambient_K is not None]
    levels.append(concept.initial_temperature_K)
    sources = [h.value for h in others if h.kind in ("power", "flux")]
    warmer = max(levels) > ambient_K or any(value > 0 for value in sources)
    colder = min(levels) < ambient_K or any(value < 0 for value in sources)
    return 0 if warmer == colder else -1 if warmer else 1


def _timing(concept: Concept, heating: Heating) -> str:
    words = ""
    if heating.start_s > 0 and (begun := heating.start_s / concept.duration_s) < 1:
        words += f", beginning after {_share_of_clip(begun)}"
    if heating.end_s is not None and ends_early(concept, heating):
        done = "taken away" if heating.kind in ("flame", "temperature") else "switched off"
        words += f", {done} after {_share_of_clip(heating.end_s / concept.duration_s)}"
    return words


def _share_of_clip(share: float) -> str:
    return "the first moments of the clip" if share < NEXT_TO_NOTHING else f"{fraction(share)} of the clip"
