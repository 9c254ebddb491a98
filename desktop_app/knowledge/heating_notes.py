"""What is assumed of heating and cooling, in sentences."""

from __future__ import annotations

from desktop_app.domain.concept import HeatingKind, Where
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.drafts import UNITS
from desktop_app.knowledge.prompt_text import number

PLACE_WORDS: dict[Where, Text] = {
    "left": say("the left end"),
    "right": say("the right end"),
    "top": say("the top"),
    "bottom": say("the bottom"),
    "both_ends": say("both ends"),
    "centre": say("the centre"),
    "spot": say("a spot in the middle"),
    "all_around": say("every side"),
    "inside": say("the inside"),
    "base": say("the base"),
}


def celsius(kelvin: float) -> str:
    """A temperature for a sentence, °C without the unit."""
    return number(kelvin - ZERO_CELSIUS_K)


def place_assumed(where: Where) -> Text:
    """Where it is heated was left open."""
    return say("Where it is heated was not said: {place} is assumed.", place=PLACE_WORDS[where])


def nothing_said(where: Where) -> Text:
    """Whether it is heated was left open."""
    return say("Nothing was said about heating: heat at {place} is assumed.", place=PLACE_WORDS[where])


def temperature_assumed(where: Where, kelvin: float) -> Text:
    """How hot a place is was left open."""
    return say(
        "No temperature was given for {place}: {celsius} °C is assumed.",
        place=PLACE_WORDS[where],
        celsius=celsius(kelvin),
    )


def flame_assumed(kelvin: float) -> Text:
    """How hot a flame makes what it meets was left open."""
    return say(
        "The flame is taken to hold the place at {celsius} °C; a real flame's effect depends on the burner.",
        celsius=celsius(kelvin),
    )


def surroundings_assumed(kelvin: float) -> Text:
    """How warm the surroundings are was left open."""
    return say("The surroundings are taken to be at {celsius} °C.", celsius=celsius(kelvin))


def total_power(count: int, each: float) -> Text:
    """Several sources were added."""
    return say(
        "{count} sources of {each} W each: {total} W in all, taken as one source.",
        count=count,
        each=number(each),
        total=number(count * each),
    )


def start_assumed(kelvin: float) -> Text:
    """How warm the body is before was left open."""
    return say("The body is taken to start at {celsius} °C throughout.", celsius=celsius(kelvin))


def temperature_unused(kelvin: float) -> Text:
    """A temperature found no use."""
    return say("The temperature of {celsius} °C was not used.", celsius=celsius(kelvin))


def source_unused(kind: HeatingKind, value: float, where: Where) -> Text:
    """A power or a flux acts where a temperature is held, which it cannot change."""
    return say(
        "The {value} {unit} at {place} was not used: that place is held at a temperature.",
        value=number(value),
        unit=UNITS[kind],
        place=PLACE_WORDS[where],
    )
