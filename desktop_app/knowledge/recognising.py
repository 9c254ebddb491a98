"""Everything the recognisers find in one prompt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.concept import Language
from desktop_app.domain.material import Material
from desktop_app.knowledge.beside_the_sink import sinks_first, sizes_beside_the_sink
from desktop_app.knowledge.comparisons import compared_materials
from desktop_app.knowledge.composites import fins_and_base, is_composite, without_halves
from desktop_app.knowledge.contact_resistance import NamedResistance, find_contact_resistance
from desktop_app.knowledge.fin_count import find_fin_count
from desktop_app.knowledge.heating_words import HeatingWords, find_heating_words
from desktop_app.knowledge.layer_lists import NamedLayer, stacking_order, without_levels
from desktop_app.knowledge.layer_mentions import find_layers
from desktop_app.knowledge.looks import find_look, without_look
from desktop_app.knowledge.material_mentions import MaterialMentions, find_materials
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.notation import spelled_out
from desktop_app.knowledge.other_shapes import OtherShape, find_other_shape
from desktop_app.knowledge.prompt_text import blanked, language_of, normalised
from desktop_app.knowledge.properties import PropertyName, find_properties
from desktop_app.knowledge.quantities import Quantity, find_quantities
from desktop_app.knowledge.shapes import NamedShape, find_shape
from desktop_app.knowledge.sizes import NamedSizes, find_floor_area, find_sizes, without_measured_places
from desktop_app.knowledge.typos import corrected


@dataclass(frozen=True)
class Reading:
    """What one prompt says, before anything is assumed.

    Attributes:
        text: the prompt as the recognisers read it; spans are in it.
        quantities: those that are no contact's.
        other_shape: a body that is none of the shapes.
        sizes: lengths that measure the body.
        mentions: materials of the body, without those only compared with.
        compared: what it is to be compared with.
        layers: of a stack, in the order of naming; empty for any other shape.
        order: their numbers from the lowest up.
        composite: whether a rod is of several materials one after the other.
        base_and_fins: whether a heat sink's base and fins are of two materials.
        fins_first: whether those of the fins is named first.
        floor_area: of a room, m².
        heating: what is said of heating and cooling.
    """

    prompt: str
    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    shape: NamedShape | None
    other_shape: OtherShape | None
    sizes: NamedSizes
    mentions: MaterialMentions
    compared: tuple[Material, ...]
    layers: tuple[NamedLayer, ...]
    order: tuple[int, ...]
    composite: bool
    base_and_fins: bool
    fins_first: bool
    num_fins: int | None
    floor_area: float | None
    contact: NamedResistance
    properties: Mapping[PropertyName, float]
    heating: HeatingWords
    look: str | None

    @property
    def about_heat(self) -> bool:
        """Whether the prompt names a body, what it is made of, or a place on it; a fire alone is no body."""
        mentions = self.mentions
        named = self.shape or mentions.solids or mentions.surroundings or self.properties
        return bool(named or self.heating.places)


def recognise(prompt: str, materials: MaterialTable) -> Reading:
    """Run every recogniser over a prompt.

    Raises:
        InvalidInput: a number in it contradicts physics.
    """
    text = spelled_out(corrected(normalised(prompt)))
    look = find_look(text)
    plain = without_look(text)
    everything = find_quantities(plain)
    contact = find_contact_resistance(plain, everything)
    quantities = tuple(q for q in everything if q.span != contact.span)
    named = find_materials(plain, materials)
    composite = is_composite(plain, named)
    lengths = [q for q in quantities if q.dimension == "length"]
    shape = find_shape(plain, named, find_layers(plain, named.solids, lengths))
    compared = compared_materials(plain, named, shape.shape if shape else None, composite)
    mentions = named.without(compared)
    stacked = shape is not None and shape.shape == "stack"
    other = find_other_shape(plain, shape) if len(mentions.materials) < 2 else None
    layers = find_layers(plain, mentions.solids, lengths) if stacked else ()
    plain_of_contact = without_measured_places(blanked(plain, contact.span or (0, 0)))
    placed = without_levels(without_halves(plain_of_contact) if composite else plain_of_contact, layers)
    heating = find_heating_words(placed, quantities, shape.shape if shape else None)
    source = heating.extent.span if heating.extent is not None else (0, 0)
    named_source = heating.extent.words if heating.extent is not None else (0, 0)
    used = [layer.length for layer in layers] + [q for q in lengths if source[0] <= q.span[0] < source[1]]
    thicknesses = [layer.length for layer in layers if layer.length is not None]
    sink = shape is not None and shape.shape == "heat_sink"
    beside = sizes_beside_the_sink(plain) if sink else ()
    used += [q for q in lengths if any(start <= q.span[0] < end for start, end in beside)]
    sizes = find_sizes(blanked(plain, named_source), [q for q in lengths if q not in used], thicknesses)
    left_out = (*sizes.left_out, *(plain[slice(*span)].strip(" ,:(") for span in beside))
    base_and_fins, fins_first = fins_and_base(plain, mentions)
    if sink and not base_and_fins:
        mentions = replace(mentions, solids=sinks_first(plain, mentions.solids))
    return Reading(
        prompt=prompt,
        text=text,
        language=language_of(prompt),
        quantities=quantities,
        shape=shape,
        other_shape=other,
        sizes=replace(sizes, left_out=left_out),
        mentions=mentions,
        compared=compared,
        layers=layers,
        order=stacking_order(plain, layers),
        composite=composite,
        base_and_fins=base_and_fins,
        fins_first=fins_first,
        num_fins=find_fin_count(plain) if shape is not None and shape.shape == "heat_sink" else None,
        floor_area=find_floor_area(plain),
        contact=contact,
        properties=find_properties(plain, quantities),
        heating=heating,
        look=look[0] if look else None,
    )
