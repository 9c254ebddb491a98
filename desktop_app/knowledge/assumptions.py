"""Which field of a concept each note about an assumption is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.text import Text

ABOUT: dict[str, str] = {
    "No shape was named: a rod is assumed.": "shape",
    "A {thing} is not among the shapes: a rod is assumed in its place.": "shape",
    "A disc {diameter} across is taken as a square plate of the same area, {side} wide.": "length",
    "The number of fins was not given: {count} are assumed.": "fins",
    "No material was named: {material} is assumed.": "material",
    "The walls are taken to be of {material}.": "material",
    "The properties the prompt does not give are those of {material}.": "material",
    "No thickness was given for {layer}: {value} is assumed.": "layer",
    "Perfect contact is assumed between parts that touch.": "contact",
    "Between a room's air and its walls {value} m²·K/W is assumed.": "contact",
    "Where it is heated was not said: {place} is assumed.": "where",
    "Nothing was said about heating: heat at {place} is assumed.": "where",
    "No temperature was given for {place}: {celsius} °C is assumed.": "value",
    "The flame is taken to hold the place at {celsius} °C; a real flame's effect depends on the burner.": (
        "value"
    ),
    "The heater is taken to give {watts} W.": "value",
    "A heat transfer coefficient of {value} W/(m²·K) is assumed for {fluid} (ISO 6946).": "value",
    "A heat transfer coefficient of {value} W/(m²·K) is assumed for {fluid} (Berk, Food Process "
    "Engineering and Technology, table 3.3).": "value",
    "An emissivity of {value} is assumed, that of paint and rough surfaces; bare metal has far less.": (
        "emissivity"
    ),
    "The surface radiates with the emissivity of its material, {value} ({source}).": "emissivity",
    "The surroundings are taken to be at {celsius} °C.": "surroundings",
    "What is heated in the middle is taken to be {width} mm wide.": "across",
    "The body is taken to start at {celsius} °C throughout.": "start",
    "No duration was given: the clip spans {seconds} s.": "duration",
    "No duration was given: the clip spans {seconds} s, a Fourier number of {fourier_number} over "
    "{length} m.": "duration",
    "No duration was given: the clip spans {seconds} s, {times} times the {constant} s in which the body "
    "follows its surroundings, a Fourier number of {fourier_number} over {length} m.": "duration",
    "No duration was given: the clip spans {seconds} s, about as long as melting takes, a Fourier number of "
    "{fourier_number} over {length} m.": "duration",
    "No look was named: inferno is used.": "look",
}
"""The field by the note's template."""
SIZE = "No {extent} was given: {value} is assumed."
"""The template whose `extent` says of which size it is; the field is that word."""
SEVERAL = frozenset({"value", "emissivity", "surroundings"})
"""Fields a concept can have several of: a note is of the one with its number."""


def assumed(notes: Iterable[Text], fields: Iterable[str], shown: str) -> Text | None:
    """The note that says what was assumed for a field; None where the prompt gives it.

    Args:
        notes: of the concept.
        fields: what the field may be called; a size by the English word for it.
        shown: the field's value as it is shown.
    """
    names = set(fields)
    for note in notes:
        field = _field(note)
        if field in names and (field not in SEVERAL or _gives(note, shown)):
            return note
    return None


def _field(note: Text) -> str | None:
    if note.template == SIZE:
        return str(dict(note.values)["extent"])
    return ABOUT.get(note.template)


def _gives(note: Text, shown: str) -> bool:
    """Whether the note has the number that is shown."""
    return any(f"{shown} ".startswith(f"{number} ") for number in _numbers(note))


def _numbers(note: Text) -> Iterator[str]:
    return (str(value).replace("-", "−") for _, value in note.values)
