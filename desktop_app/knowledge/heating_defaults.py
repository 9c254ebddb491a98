"""What is assumed of heating and cooling where a prompt leaves it open; each assumption is noted."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.concept import Heating, Where
from desktop_app.domain.material import Material
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.default_place import default_place
from desktop_app.knowledge.draft_book import DraftBook
from desktop_app.knowledge.drafts import Draft
from desktop_app.knowledge.fluids import OUTDOOR_AIR, STILL_AIR, VACUUM, assumed_h_note
from desktop_app.knowledge.heating_notes import (
    flame_assumed,
    nothing_said,
    source_unused,
    start_assumed,
    surroundings_assumed,
    temperature_assumed,
)
from desktop_app.knowledge.melting import asks_for_melting
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.temperatures import ROOM_K

HOT_K = 100.0 + ZERO_CELSIUS_K
FLAME_K = 500.0 + ZERO_CELSIUS_K
COLD_K = ZERO_CELSIUS_K
ICE_K = ZERO_CELSIUS_K - 10.0
"""Ice out of a freezer, on its way."""
ABOVE_MELTING_K = 50.0
"""By how much what is to be seen melting is heated beyond its melting point."""
WARM_K = 40.0 + ZERO_CELSIUS_K
"""Fluids beyond it are there to heat."""
_NAMES_AIR = words(
    r"air|winds?|windy|breezes?|convecti\w+|ambient|surroundings?|fans?|vacuum|radiat\w+",
    r"空气|风|对流|换热|环境|周围",
)
_OPPOSITE_FACES: frozenset[Where] = frozenset({"left", "right", "top", "bottom"})
PAINTED_EMISSIVITY = 0.9
"""Of paints and most non-metals: 0.89 to 0.97 (J. R. Thome, Radiative heat transfer, EPFL 2008, table)."""
ROOM_HEATER_W = 1000.0
"""A common portable heater."""


def add_what_goes_without_saying(book: DraftBook, *, starts_apart: bool) -> None:
    """Draft something that heats, or the air a hot body cools in, where nothing is said to act.

    Args:
        book: the drafts of what the prompt says.
        starts_apart: whether the body's temperature before is given.
    """
    air = Draft("all_around", "convection", len(book.text), fluid=STILL_AIR)
    if book.open_h and not book.convections:
        book.drafts.append(air)
    only_radiates = bool(book.drafts) and all(draft.fluid is VACUUM for draft in book.drafts)
    if book.drafts and not only_radiates:
        return
    if only_radiates and (starts_apart or book.spare_kelvin or book.cools):
        return
    cools = book.cools or (starts_apart and bool(book.spare_kelvin))
    in_the_open = book.shape == "ice_block" or (book.shape == "room" and bool(book.open_ambient))
    if not only_radiates and (cools or in_the_open):
        book.drafts.append(air)
        return
    where = book.bare_places[0] if book.bare_places else default_place(book.shape, book.upright, ())
    book.drafts.append(Draft(where, "hot", 0))
    if not book.bare_places:
        book.notes.append(nothing_said(where))


def hold_faces_of_a_wall(book: DraftBook) -> None:
    """A wall said to be at temperatures inside and outside, with no air named, is held at them."""
    if book.shape not in ("plate", "stack") or book.open_h or _NAMES_AIR.search(book.text):
        return
    still = (None, STILL_AIR, OUTDOOR_AIR)
    airs = [d for d in book.convections if d.fluid in still and d.where in _OPPOSITE_FACES]
    if len(book.drafts) < 2 or any(d.value is not None or d.ambient_K is None or d.radiates for d in airs):
        return
    for draft in airs:
        draft.kind, draft.value, draft.fluid, draft.ambient_K = "temperature", draft.ambient_K, None, None


def drop_sources_at_held_faces(book: DraftBook) -> None:
    """Leave out, with a note, a power or a flux into a face that is held at a temperature all the while."""
    always = {d.where for d in book.drafts if d.holds and d.start_s == 0.0 and d.end_s is None}
    for draft in [d for d in book.drafts if d.is_source and d.where in always & _OPPOSITE_FACES]:
        book.drafts.remove(draft)
        if draft.kind in ("power", "flux") and draft.value is not None:
            book.notes.append(source_unused(draft.kind, draft.value, draft.where))


def assume_held(book: DraftBook, material: Material | None) -> None:
    """Name the temperatures nobody has named: spare ones first."""
    for draft in book.drafts:
        if draft.lacks_temperature and book.spare_kelvin:
            book.name_temperature(draft, book.spare_kelvin.pop(0))
    for draft in book.drafts:
        if not draft.lacks_temperature:
            continue
        if book.shape == "room" and draft.kind == "hot":
            draft.kind, draft.value = "power", ROOM_HEATER_W
            book.notes.append(say("The heater is taken to give {watts} W.", watts=number(ROOM_HEATER_W)))
        elif draft.kind == "flame":
            draft.value = _flame(book)
            book.notes.append(flame_assumed(draft.value))
        else:
            book.name_temperature(draft, COLD_K if draft.kind == "cold" else _hot(book, material))
            book.notes.append(temperature_assumed(draft.where, draft.value or 0.0))


def _flame(book: DraftBook) -> float:
    """What a flame holds its place at; melt water gets no hotter than it boils."""
    return HOT_K if book.shape == "ice_block" else FLAME_K


def _hot(book: DraftBook, material: Material | None) -> float:
    if material is None or material.melting_point is None or not asks_for_melting(book.text):
        return HOT_K
    if not material.melts or material.melting_point.value < ZERO_CELSIUS_K + 1:
        return HOT_K
    return max(HOT_K, round(material.melting_point.value + ABOVE_MELTING_K, -1))


def assume_convection(book: DraftBook, material: Material | None) -> float | None:
    """Give every convection its coefficient, its surroundings and its emissivity.

    Returns:
        The temperature of the surroundings in general, K, where there is one.
    """
    general = book.open_ambient[0] if book.open_ambient else None
    for draft in book.convections:
        fluid = draft.fluid or STILL_AIR
        if book.shape == "room" and fluid is STILL_AIR:
            fluid = OUTDOOR_AIR
        if draft.value is None and book.open_h:
            draft.value = book.open_h[0]
        if draft.value is None:
            draft.value = fluid.h
            if fluid is not VACUUM:
                book.notes.append(assumed_h_note(fluid))
        if draft.ambient_K is None:
            draft.ambient_K = general
        if draft.ambient_K is None:
            draft.ambient_K = ROOM_K if fluid.ambient_K is None else fluid.ambient_K
            book.notes.append(surroundings_assumed(draft.ambient_K))
        if draft.radiates and draft.emissivity is None:
            draft.emissivity, note = _emissivity(material)
            book.notes.append(note)
    own = [draft.ambient_K for draft in book.convections if draft.where == "all_around"]
    return general if general is not None else own[0] if own else None


def _emissivity(material: Material | None) -> tuple[float, Text]:
    known = material.emissivity if material is not None else None
    if known is None:
        return PAINTED_EMISSIVITY, say(
            "An emissivity of {value} is assumed, that of paint and rough surfaces; bare metal has far less.",
            value=number(PAINTED_EMISSIVITY),
        )
    return known.value, say(
        "The surface radiates with the emissivity of its material, {value} ({source}).",
        value=number(known.value),
        source=known.citation,
    )


def _warms(book: DraftBook, surroundings: set[float]) -> bool:
    """Whether a fluid is so warm that a body put into it is meant to warm up."""
    return not book.cools and min(surroundings) > WARM_K


def assumed_start(book: DraftBook, heating: Sequence[Heating], ambient: float | None) -> float:
    """The temperature of the body before, K: that of what is around it, or hot where it only cools."""
    kelvin = ROOM_K if ambient is None else ambient
    if book.shape == "ice_block":
        kelvin = ICE_K
    elif book.shape != "room" and all(h.kind == "convection" for h in heating):
        surroundings = {h.ambient_K for h in heating if h.ambient_K is not None}
        if len(surroundings) == 1:
            kelvin = ROOM_K if _warms(book, surroundings) else max(HOT_K, kelvin + 50)
        elif ambient is None:
            kelvin = min(surroundings)
    book.notes.append(start_assumed(kelvin))
    return kelvin
