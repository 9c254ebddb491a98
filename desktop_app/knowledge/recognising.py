"""Everything the recognisers find in one prompt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.concept import Language
from desktop_app.knowledge.agents import Agent, find_agents
from desktop_app.knowledge.looks import find_look, without_look
from desktop_app.knowledge.material_mentions import MaterialMentions, find_materials
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.places import PlaceMention, find_places
from desktop_app.knowledge.prompt_text import language_of, normalised
from desktop_app.knowledge.properties import PropertyName, find_properties
from desktop_app.knowledge.quantities import Quantity, find_quantities
from desktop_app.knowledge.shapes import NamedShape, find_shape
from desktop_app.knowledge.sizes import NamedSizes, find_sizes
from desktop_app.knowledge.temperatures import Temperatures, find_temperatures


@dataclass(frozen=True)
class Reading:
    """What one prompt says, before anything is assumed."""

    prompt: str
    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    shape: NamedShape | None
    sizes: NamedSizes
    mentions: MaterialMentions
    properties: Mapping[PropertyName, float]
    temperatures: Temperatures
    places: tuple[PlaceMention, ...]
    agents: tuple[Agent, ...]
    look: str | None

    @property
    def about_heat(self) -> bool:
        """Whether the prompt names a body, what it is made of, or a place on it; a fire alone is no body."""
        mentions = self.mentions
        return bool(self.shape or mentions.bodies or mentions.surroundings or self.places or self.properties)


def recognise(prompt: str, materials: MaterialTable) -> Reading:
    """Run every recogniser over a prompt.

    Raises:
        InvalidInput: a number in it contradicts physics.
    """
    text = normalised(prompt)
    look = find_look(text)
    plain = without_look(text)
    quantities = find_quantities(plain)
    temperatures = find_temperatures(plain, [q for q in quantities if q.dimension == "temperature"])
    return Reading(
        prompt=prompt,
        text=text,
        language=language_of(prompt),
        quantities=quantities,
        shape=find_shape(plain),
        sizes=find_sizes(plain, [q for q in quantities if q.dimension == "length"]),
        mentions=find_materials(plain, materials),
        properties=find_properties(plain, quantities),
        temperatures=temperatures,
        places=find_places(plain),
        agents=find_agents(plain, quantities, temperatures.held),
        look=look[0] if look else None,
    )
