"""What the solver takes for granted where a concept leaves it open."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.geometry import Annulus
from desktop_app.domain.text import Text, say
from desktop_app.physics.spots import extent_of_middle, figure_of


def assumptions(concept: Concept) -> tuple[Text, ...]:
    """Each in a sentence, for the concept's notes."""
    said = [note for heating in concept.heating for note in _of_heating(concept, heating)]
    if concept.section == "round" and figure_of(concept) == "plane":
        said.append(say("A rod heated from one side is solved as a flat cut through its middle."))
    return tuple(dict.fromkeys(said))


def _of_heating(concept: Concept, heating: Heating) -> Iterator[Text]:
    in_the_middle = heating.where in ("centre", "spot") and heating.extent_m is None
    if isinstance(concept.parts[0].outline, Annulus):
        if heating.where in ("left", "right", "top", "bottom", "both_ends") and heating.extent_m is None:
            yield say("A side of the ring is taken to be a quarter of its outside.")
    elif in_the_middle and not any(part.mixed for part in concept.parts):
        width = extent_of_middle(concept, heating)
        yield say("What is heated in the middle is taken to be {width} mm wide.", width=f"{1e3 * width:.3g}")
    if concept.shape != "heat_sink":
        return
    if heating.where == "base" and heating.kind == "power" and heating.extent_m is None:
        yield say("The power enters over the whole of the base.")
    if heating.where == "top" and heating.kind == "convection":
        yield say("What cools the top reaches all of the fins.")
