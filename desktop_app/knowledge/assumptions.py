"""Which field of a concept each note about an assumption is of."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.text import Text

_ABOUT: dict[str, str] = {
    "No shape was named: a rod is assumed.": "shape",
    "No length was given: {length} m is assumed.": "length",
    "No width was given: {width} m is assumed.": "height",
    "No diameter was given: {diameter} mm is assumed.": "height",
    "No thickness was given: {thickness} mm is assumed.": "thickness",
    "No material was named: {material} is assumed.": "material",
    "The body is taken to start at {celsius} °C throughout.": "initial_temperature",
    "No look was named: inferno is used.": "look",
}


def assumed(notes: Iterable[Text], field: str) -> Text | None:
    """The note that says what was assumed for a field; None where the prompt gives it."""
    return next((note for note in notes if _ABOUT.get(note.template) == field), None)
