"""What a prompt says of heating and cooling, as the recognisers find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.concept import Shape
from desktop_app.knowledge.agents import find_agents
from desktop_app.knowledge.bare_temperatures import bare_temperatures
from desktop_app.knowledge.binding import Action, bind
from desktop_app.knowledge.places import PlaceMention, find_places
from desktop_app.knowledge.quantities import Quantity
from desktop_app.knowledge.source_extents import SourceExtent, find_source_extent
from desktop_app.knowledge.stages import Stage, find_stages
from desktop_app.knowledge.temperatures import Temperatures, find_temperatures


@dataclass(frozen=True)
class HeatingWords:
    """What the recognisers found of heating in one prompt.

    Attributes:
        text: the normalised prompt.
        temperatures: by what they are.
        places: on the body.
        actions: what the prompt says is done, clause by clause.
        stages: times at which something stops or begins.
        extent: of what heats.
    """

    text: str
    temperatures: Temperatures
    places: tuple[PlaceMention, ...]
    actions: tuple[Action, ...]
    stages: tuple[Stage, ...]
    extent: SourceExtent | None


def find_heating_words(text: str, quantities: Sequence[Quantity], shape: Shape | None) -> HeatingWords:
    """Run the recognisers of heating over a normalised prompt.

    Args:
        text: the prompt, words for a look blanked out.
        quantities: its quantities.
        shape: of the body, None where it names none.

    Raises:
        InvalidInput: a temperature contradicts physics.
    """

    def of(dimension: str) -> list[Quantity]:
        return [quantity for quantity in quantities if quantity.dimension == dimension]

    with_units = of("temperature")
    named = sorted([*with_units, *bare_temperatures(text, with_units)], key=lambda q: q.span)
    temperatures = find_temperatures(text, named, shape)
    places = find_places(text)
    agents = find_agents(text, quantities, temperatures)
    return HeatingWords(
        text=text,
        temperatures=temperatures,
        places=places,
        actions=bind(text, places, agents),
        stages=find_stages(text, of("time")),
        extent=find_source_extent(text, of("length")) if shape != "stack" else None,
    )
