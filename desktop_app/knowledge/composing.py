"""From what was recognised to a concept: every assumption is noted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.concept import Concept, Shape
from desktop_app.domain.edits import Edits
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.beside_the_sink import left_out_notes
from desktop_app.knowledge.bodies import BodyFound, find_body
from desktop_app.knowledge.body_parts import body_parts, piece_roles
from desktop_app.knowledge.contacts import contact_of
from desktop_app.knowledge.durations import WITHOUT_MATERIAL_S, find_duration
from desktop_app.knowledge.edit_checks import checked_duration, checked_heating, checked_initial
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.heating import HeatingFound, read_heating
from desktop_app.knowledge.layer_lists import chip_is_lowest_by_default
from desktop_app.knowledge.layer_mentions import unlisted_layers
from desktop_app.knowledge.looks import DEFAULT_LOOK, checked_look
from desktop_app.knowledge.material_choice import MaterialChoice, choose_materials
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.outside import outside_conduction
from desktop_app.knowledge.overriding import with_edits
from desktop_app.knowledge.recognising import Reading
from desktop_app.knowledge.slender_bodies import DEFAULT_ROD
from desktop_app.knowledge.source_fit import check_source_fits, nothing_removes_heat
from desktop_app.knowledge.stages import counted_from_the_start
from desktop_app.knowledge.support import unsupported
from desktop_app.knowledge.telling_durations import telling_duration
from desktop_app.knowledge.temperatures import ROOM_K
from desktop_app.knowledge.unused_numbers import unused_numbers
from desktop_app.knowledge.viewing import seen


@dataclass(frozen=True)
class _Plan:
    """All of a concept but what its pieces are made of."""

    reading: Reading
    shape: Shape | None
    found: BodyFound | None
    heating: HeatingFound
    look: str
    clip_seconds: float
    edits: Edits


def compose(
    reading: Reading, materials: MaterialTable, look: str | None, clip_seconds: float, edits: Edits
) -> Concept:
    """The concept of a prompt, with a variant for each material it is to be compared with.

    Args:
        reading: what the recognisers found.
        materials: for defaults and edits.
        look: name of a look; overrides the one the prompt asks for.
        clip_seconds: how long the clip plays.
        edits: what a person changed of what was understood.

    Raises:
        InvalidInput: there is no such look or material, or numbers contradict each other or physics.
    """
    shape = edits.shape or _shape(reading)
    if shape == "stack" and not reading.layers:
        layers = unlisted_layers(reading.mentions.materials)
        reading = replace(reading, layers=layers, order=tuple(range(len(layers))))
    heating = _heating(reading, shape, edits)
    if shape == "stack" and _heated_at_its_top(heating):
        reading = _with_its_chip_on_top(reading)
    chosen_look = checked_look(look) if look else reading.look or DEFAULT_LOOK
    found = find_body(shape, reading, edits) if shape is not None else None
    if found is not None and edits.heating is None:
        check_source_fits(found.body, heating.heating)
    plan = _Plan(reading, shape, found, heating, chosen_look, clip_seconds, edits)
    choice = _materials(plan, materials)
    look_notes = () if look or reading.look else (say("No look was named: inferno is used."),)
    concept = _concept(plan, choice.pieces, None, choice.notes, look_notes)
    main = choice.pieces[_compared_piece(plan)] if choice.pieces else None
    variants = tuple(
        _concept(
            plan,
            tuple(other if piece == main else piece for piece in choice.pieces),
            concept.duration_s,
            choice.notes,
            look_notes,
        )
        for other in reading.compared
        if main is not None and other.id != main.id
    )
    return replace(concept, variants=variants)


def _compared_piece(plan: _Plan) -> int:
    """The piece whose material a comparison is about: of a stack the thickest but for its chip and paste."""
    layers = plan.found.body.layers if plan.found is not None else ()
    spread = [i for i, layer in enumerate(layers) if layer.role not in ("chip", "paste")]
    return max(spread, key=lambda i: layers[i].thickness, default=0)


def _shape(reading: Reading) -> Shape | None:
    if reading.shape is not None:
        return reading.shape.shape
    return "rod" if reading.about_heat else None


def _heating(reading: Reading, shape: Shape | None, edits: Edits) -> HeatingFound:
    if shape is None:
        found = HeatingFound((), ROOM_K, ())
    else:
        upright = reading.shape is not None and reading.shape.upright
        found = read_heating(
            reading.heating,
            shape,
            upright=upright,
            from_above=shape == "stack" and _source_on_top(reading),
            material=next(iter(reading.mentions.materials), None),
        )
    if edits.heating is not None:
        found = replace(found, heating=checked_heating(edits.heating), notes=())
    if edits.initial_temperature_K is not None:
        found = replace(found, initial_temperature_K=checked_initial(edits.initial_temperature_K))
    return found


def _heated_at_its_top(heating: HeatingFound) -> bool:
    sources = {h.where for h in heating.heating if h.kind in ("power", "flux")}
    return sources == {"top"}


def _with_its_chip_on_top(reading: Reading) -> Reading:
    """The same with the chip highest, where a power on top of the stack is the chip's."""
    if not chip_is_lowest_by_default(reading.text, reading.layers, reading.order):
        return reading
    return replace(reading, order=reading.order[::-1])


def _source_on_top(reading: Reading) -> bool:
    """Whether the chip of a stack, else the layer named first, is its highest."""
    chips = [i for i, layer in enumerate(reading.layers) if layer.role == "chip"] or [0]
    return reading.order[-1:] == (chips[0],)


def _materials(plan: _Plan, table: MaterialTable) -> MaterialChoice:
    if plan.found is None:
        return MaterialChoice((), ())
    body, edits = plan.found.body, plan.edits
    reading = plan.reading
    if edits.materials[:1] not in ((), (None,)):
        reading = replace(reading, properties={})
    choice = choose_materials(body, reading, table)
    if not (edits.materials or edits.properties):
        return choice
    pieces = with_edits(choice.pieces, len(piece_roles(body)), edits, table)
    named = any(name is not None for name in edits.materials)
    return MaterialChoice(pieces, () if named or not choice.pieces else choice.notes)


def _concept(
    plan: _Plan,
    pieces: tuple[Material, ...],
    duration_s: float | None,
    material_notes: tuple[Text, ...],
    look_notes: tuple[Text, ...],
) -> Concept:
    """The concept with these materials; over `duration_s` where it is a variant."""
    reading, heating = plan.reading, plan.heating
    view = seen(plan.found.body, reading, heating.heating, pieces) if plan.found is not None else None
    parts = body_parts(view, pieces) if view is not None else ()
    size = view.size if view is not None else DEFAULT_ROD
    contact = contact_of(view, reading, plan.edits) if view is not None else None
    concept = Concept(
        prompt=reading.prompt,
        language=reading.language,
        shape=plan.shape,
        size=size,
        parts=parts,
        section=view.section if view is not None else "cut",
        depth_m=view.depth if view is not None else size.thickness,
        heating=heating.heating,
        initial_temperature_K=heating.initial_temperature_K,
        duration_s=WITHOUT_MATERIAL_S,
        clip_seconds=plan.clip_seconds,
        look=plan.look,
        enrichment=Enrichment("", (), ""),
        notes=(),
        supported=True,
        contact_resistance_m2K_W=contact.m2K_W if contact is not None else 0.0,
        num_fins=view.num_fins or None if view is not None else None,
        cut_faces=tuple(dict.fromkeys((*view.cut_faces, *heating.insulated))) if view is not None else (),
        edits=plan.edits,
    )
    seconds, duration_notes = _duration(plan, concept) if duration_s is None else (duration_s, ())
    outside = outside_conduction(reading.text, {quantity.dimension for quantity in reading.quantities})
    reasons = outside or unsupported(concept, reading.text)
    if concept.materials[:1] == reading.mentions.surroundings[:1] != ():
        reasons += (say("Liquids and gases carry heat by moving, which conduction does not cover."),)
    other = reading.other_shape if plan.edits.shape is None and plan.shape is not None else None
    if other is not None and other.refused:
        reasons += (other.note,)
    assumed = _assumptions(plan, contact.notes if contact is not None else ())
    notes = (*material_notes, *assumed, *duration_notes, *look_notes, *reasons)
    concept = replace(concept, duration_s=seconds, notes=tuple(dict.fromkeys(notes)), supported=not reasons)
    return replace(concept, enrichment=enrich(concept))


def _duration(plan: _Plan, concept: Concept) -> tuple[float, tuple[Text, ...]]:
    if plan.edits.duration_s is not None:
        return checked_duration(plan.edits.duration_s), ()
    stages = plan.reading.heating.stages
    taken = {stage.span for stage in stages}
    apart = [q for q in plan.reading.quantities if q.dimension == "time" and q.span not in taken]
    times = counted_from_the_start(plan.reading.text, apart, stages)
    named = find_duration(plan.reading.text, times)
    if named.seconds is not None:
        return named.seconds, named.unused
    if not concept.materials or not concept.heating:
        return WITHOUT_MATERIAL_S, named.unused
    seconds, note = telling_duration(concept)
    return seconds, (*named.unused, note)


def _assumptions(plan: _Plan, contact_notes: tuple[Text, ...]) -> tuple[Text, ...]:
    if plan.found is None:
        return ()
    notes: list[Text] = []
    if plan.reading.shape is None and plan.edits.shape is None:
        other = plan.reading.other_shape
        if other is None:
            notes.append(say("No shape was named: a rod is assumed."))
        elif not other.refused:
            notes.append(other.note)
    notes += [*plan.found.notes, *contact_notes, *plan.heating.notes]
    reading = plan.reading
    unknown = reading.text.find(reading.mentions.unknown or "\n")
    names = [mention.span for mention in reading.mentions.solids]
    names += [reading.contact.span] if reading.contact.span is not None else []
    names += [(unknown, unknown + len(reading.mentions.unknown or ""))] if unknown >= 0 else []
    notes += unused_numbers(reading.text, reading.quantities, names)
    if plan.shape == "heat_sink":
        notes += left_out_notes(reading.text)
    notes += nothing_removes_heat(plan.heating.heating)
    if not any(h.where == "all_around" for h in plan.heating.heating):
        notes.append(say("Surfaces not mentioned are insulated."))
    return tuple(notes)
