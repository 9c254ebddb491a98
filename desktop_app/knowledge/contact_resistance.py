"""How much two bodies that touch resist the heat between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.knowledge.numerals import DIGITS, parse_number
from desktop_app.knowledge.patterns import FLAGS, words
from desktop_app.knowledge.prompt_text import Span, number
from desktop_app.knowledge.quantities import Quantity

LARGEST_M2K_W = 10.0
"""More than any layer of air leaves between two bodies that touch."""

_CONDUCTANCE_BEFORE = re.compile(
    r"(?:(?:contact|interface|interfacial|joint|gap|interfacial\s+thermal)\s+(?:thermal\s+)?(?:conductance"
    r"|heat[\s-]transfer\s+coefficient|coefficient|h)|conductance\s+of\s+the\s+(?:joint|contact|interface)"
    r"|接触(?:面)?(?:热导率?|导热系数|传热系数|换热系数|热传导系数)|界面(?:热导|换热系数|传热系数)|h_?c)"
    r"[\s:=,(]*(?:is|of|at|about|为|是|取|约|h_?c)*[\s:=]*$",
    FLAGS,
)
_BARE = re.compile(
    r"(?:contact\s+(?:thermal\s+)?resistance|thermal\s+contact\s+resistance|接触热阻|界面热阻|R_?c)"
    rf"[\s:=]*(?:is|of|为|是|取|约|R_?c|R)*[\s:=]*(?P<value>-?{DIGITS})",
    FLAGS,
)
_PERFECT = words(
    r"(?:perfect|ideal)(?:ly)?\s+(?:thermal\s+)?(?:contact|bond(?:ed|ing)?|joint|interface)|contact\s+is\s+perfect"
    r"|(?:no|zero|without|neglect(?:ing)?|ignor(?:e|ing)|negligible)\s+(?:any\s+)?(?:thermal\s+)?contact\s+resistance",
    r"(?:忽略|不计|不考虑|无|没有)接触热阻|理想接触|完全接触|完美接触|接触良好",
)


@dataclass(frozen=True)
class NamedResistance:
    """What a prompt says of a contact.

    Attributes:
        m2K_W: its resistance, m²·K/W; None where nothing is said.
        span: of a quantity that is the contact's and so no cooling.
    """

    m2K_W: float | None
    span: Span | None = None


def find_contact_resistance(text: str, quantities: Iterable[Quantity]) -> NamedResistance:
    """The contact resistance a normalised prompt gives, also as a conductance.

    Raises:
        InvalidInput: it is negative, or no contact resists so much.
    """
    for quantity in quantities:
        if quantity.dimension == "contact_resistance":
            return NamedResistance(checked_resistance(quantity.value), quantity.span)
        if quantity.dimension == "heat_transfer_coefficient" and _CONDUCTANCE_BEFORE.search(
            text, max(0, quantity.span[0] - 60), quantity.span[0]
        ):
            inverse = 1.0 / quantity.value if quantity.value else float("inf")
            return NamedResistance(checked_resistance(inverse), quantity.span)
    bare = _BARE.search(text)
    if bare is not None:
        return NamedResistance(checked_resistance(parse_number(bare["value"])), bare.span())
    return NamedResistance(0.0 if _PERFECT.search(text) else None)


def checked_resistance(m2K_W: float) -> float:
    """`m2K_W` if a contact can resist so much.

    Raises:
        InvalidInput: it cannot.
    """
    if 0.0 <= m2K_W <= LARGEST_M2K_W:
        return m2K_W
    raise InvalidInput(
        say("No contact has a thermal resistance of {value} m²·K/W.", value=number(m2K_W)),
        say("Give a value from 0 to {limit} m²·K/W.", limit=number(LARGEST_M2K_W)),
    )
