"""Where what the card says comes from."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.concept import Concept
from desktop_app.domain.material import FROM_EDIT, FROM_PROMPT, PropertyValue
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.assumptions import assumed
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.quantity_text import show_quantity
from desktop_app.ui.translation import in_words


def origin(concept: Concept, called: Iterable[str], shown: str, *, edited: bool, was: str = "") -> str:
    """Where the value of a field comes from, in a sentence.

    Args:
        concept: as it is shown.
        called: what a note may call the field, as `knowledge.assumptions` has it.
        shown: the value as it is shown.
        edited: whether a person chose the value.
        was: what the prompt says instead, if that is known.
    """
    if edited:
        return in_words(
            say("Changed here; the prompt gives {was}.", was=was) if was else say("Changed here.")
        )
    note = assumed(concept.notes, called, shown)
    return in_words(note if note is not None else say("From the prompt."))


def property_origin(name: Text, value: PropertyValue) -> str:
    """What a property of a material is, its source, and how sure it is."""
    known = say("{name} {value}", name=name, value=f"{words.plain_number(value.value)} {value.unit}")
    lines = [in_words(known)]
    if value.low is not None and value.high is not None:
        spread = say(
            "From {low} to {high}", low=words.plain_number(value.low), high=words.plain_number(value.high)
        )
        lines.append(in_words(spread))
    if value.temperature_K is not None:
        at = show_quantity(value.temperature_K, "temperature").text
        lines.append(in_words(say("At {temperature}", temperature=at)))
    lines.append(in_words(_source(value)))
    return "\n".join(lines)


def _source(value: PropertyValue) -> Text:
    if value.source == FROM_EDIT:
        return say("Changed here.")
    if value.source == FROM_PROMPT:
        return say("From the prompt.")
    return say("Source: {source}", source=value.citation)
