"""What lies between the parts of a body: the prompt's contact resistance, or what is assumed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.edits import Edits
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.body import Body
from desktop_app.knowledge.contact_resistance import checked_resistance
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.recognising import Reading

ROOM_SURFACE_M2K_W = 0.13
"""Between a room's air and its walls: internal surface resistance, horizontal heat flow (ISO 6946)."""


@dataclass(frozen=True)
class Contact:
    """Resistance between parts that touch, m²·K/W, and what was assumed or not used."""

    m2K_W: float
    notes: tuple[Text, ...] = ()


def contact_of(body: Body, reading: Reading, edits: Edits) -> Contact:
    """The contact resistance of a body, none where nothing touches.

    Raises:
        InvalidInput: an edit gives one no contact has.
    """
    if edits.contact_resistance_m2K_W is not None:
        return Contact(checked_resistance(edits.contact_resistance_m2K_W))
    given = reading.contact.m2K_W
    touches = body.shape in ("stack", "contact") or bool(body.lengths)
    if touches and given is not None:
        return Contact(given)
    if body.shape in ("stack", "contact"):
        return Contact(0.0, (say("Perfect contact is assumed between parts that touch."),))
    unused = (say("The contact resistance was not used: nothing touches."),) if given else ()
    if body.shape != "room":
        return Contact(0.0, unused)
    note = say(
        "Between a room's air and its walls {value} m²·K/W is assumed.", value=number(ROOM_SURFACE_M2K_W)
    )
    return Contact(ROOM_SURFACE_M2K_W, (note, *unused))
