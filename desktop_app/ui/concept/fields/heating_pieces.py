"""One thing done to the body: where, what, how much, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop_app.domain.concept import Concept, Heating, HeatingKind, Shape, Where
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.ui.concept import words
from desktop_app.ui.concept.fields.origins import origin
from desktop_app.ui.concept.fields.pieces import Amount, Change, Pick, Piece, Word
from desktop_app.ui.concept.fields.quantity_text import show_quantity
from desktop_app.ui.concept.fields.units import MEASURES, Dimension
from desktop_app.ui.translation import in_words

KINDS: dict[HeatingKind, Text] = {
    "temperature": say("held at"),
    "flame": say("flame"),
    "flux": say("heat flux"),
    "power": say("heating power"),
    "convection": say("convection"),
}
ROOM_K = 20.0 + ZERO_CELSIUS_K
NEW: dict[HeatingKind, Heating] = {
    "temperature": Heating("left", "temperature", 100.0 + ZERO_CELSIUS_K, "K"),
    "flame": Heating("left", "flame", 800.0 + ZERO_CELSIUS_K, "K"),
    "flux": Heating("left", "flux", 1e4, "W/m²"),
    "power": Heating("left", "power", 10.0, "W"),
    "convection": Heating("left", "convection", 10.0, "W/(m²·K)", ROOM_K),
}
"""What a heating begins with when a person adds one or changes its kind."""
_DIMENSIONS: dict[HeatingKind, Dimension] = {
    "temperature": "temperature",
    "flame": "temperature",
    "flux": "heat_flux",
    "power": "power",
    "convection": "heat_transfer_coefficient",
}
_EVERYWHERE: tuple[Where, ...] = (
    "left", "right", "both_ends", "top", "bottom", "centre", "spot", "all_around",
)  # fmt: skip
_ALSO: dict[Shape, tuple[Where, ...]] = {
    "fin": ("base",),
    "heat_sink": ("base",),
    "ring": ("inside",),
    "room": ("inside",),
    "block": ("inside",),
}
_NOTHING: dict[str, Text] = {"end_s": say("the end"), "extent_m": say("not said")}
"""Fields that may have no value, and what is said then."""
_CALLED = {"ambient_K": "surroundings", "extent_m": "across"}
"""What notes call a field, where they do not call it by its name."""
ChangeOf = Callable[[Callable[[Heating], Heating]], Change]
"""From a change of one heating to a change of the choices."""


def places(concept: Concept) -> tuple[Where, ...]:
    """Where something can be done to the body, the likeliest first."""
    return (*_ALSO.get(concept.shape or "rod", ()), *_EVERYWHERE)


class HeatingPieces:
    """Makes the pieces of one heating.

    Args:
        concept: whose heating it is.
        number: its place in the list, from 0.
        heating: as it is now.
        before: what the prompt has in its place; None where it has nothing there.
        change: how a change of it becomes one of the choices.
    """

    def __init__(
        self, concept: Concept, number: int, heating: Heating, before: Heating | None, change: ChangeOf
    ) -> None:
        self._concept = concept
        self._number = number
        self._heating = heating
        self._before = before
        self._change = change

    def main(self) -> tuple[Piece, ...]:
        """Where, what and how much."""
        heating = self._heating
        value = self._amount("value", say("value"), _DIMENSIONS[heating.kind], heating.value)
        if heating.kind != "convection" or heating.ambient_K is None:
            return self._where(), self._kind(), value
        ambient = self._amount("ambient_K", say("surroundings"), "temperature", heating.ambient_K)
        return self._where(), self._kind(), value, Word("to", in_words(say("to")), caption=True), ambient

    def details(self) -> tuple[Piece, ...]:
        """What is rarely said: radiation, extent, and when."""
        heating = self._heating
        pieces: list[Piece] = []
        if heating.kind == "convection":
            pieces += self._captioned("emissivity", say("emissivity"), "ratio", heating.emissivity)
        if heating.where in ("spot", "centre") or heating.kind in ("power", "flux"):
            pieces += self._captioned("extent_m", say("across"), "length", heating.extent_m)
        pieces += self._captioned("start_s", say("from"), "time", heating.start_s)
        pieces += self._captioned("end_s", say("until"), "time", heating.end_s)
        return tuple(pieces)

    def _where(self) -> Pick:
        here = self._heating.where
        options = dict.fromkeys((*places(self._concept), here))
        return Pick(
            key="where",
            name=self._name(say("where")),
            options=tuple((place, in_words(words.PLACES[place])) for place in options),
            current=here,
            change=lambda choices, value: self._change(lambda h: replace(h, where=_place(value)))(choices),
            hover=self._origin("where", ""),
            edited=self._changed("where"),
        )

    def _kind(self) -> Pick:
        return Pick(
            key="kind",
            name=self._name(say("kind")),
            options=tuple((kind, in_words(text)) for kind, text in KINDS.items()),
            current=self._heating.kind,
            change=lambda choices, value: self._change(lambda h: _of_kind(h, value))(choices),
            hover=self._origin("kind", ""),
            edited=self._changed("kind"),
        )

    def _captioned(
        self, field: str, name: Text, dimension: Dimension, value: float | None
    ) -> tuple[Piece, Piece]:
        return Word(f"{field}.name", in_words(name), caption=True), self._amount(
            field, name, dimension, value
        )

    def _amount(self, field: str, name: Text, dimension: Dimension, value: float | None) -> Amount:
        nothing = _NOTHING.get(field)
        shown = show_quantity(value, dimension) if value is not None else None
        text = shown.text if shown is not None else in_words(nothing or say("not said"))
        return Amount(
            key=field,
            name=self._name(name),
            text=text,
            dimension=dimension,
            unit=shown.unit if shown is not None else MEASURES[dimension].units[0],
            change=lambda choices, number: self._change(lambda h: _with(h, field, number))(choices),
            hover=self._origin(field, text),
            edited=self._changed(field),
            empties=("", in_words(nothing)) if nothing is not None else (),
        )

    def _changed(self, field: str) -> bool:
        if self._before is None:
            return True
        return bool(getattr(self._before, field) != getattr(self._heating, field))

    def _origin(self, field: str, shown: str) -> str:
        if field in ("start_s", "end_s") and not self._changed(field):
            return in_words(say("The whole clip, unless the prompt says otherwise."))
        return origin(self._concept, (_CALLED.get(field, field),), shown, edited=self._changed(field))

    def _name(self, what: Text) -> str:
        return in_words(say("Heating {n}: {what}", n=self._number + 1, what=what))


def _with(heating: Heating, field: str, value: float | None) -> Heating:
    fields: dict[str, Any] = {field: value}
    return replace(heating, **fields)


def _place(value: str) -> Where:
    return next(place for place in words.PLACES if place == value)


def _of_kind(heating: Heating, value: str) -> Heating:
    """Another kind, with the value it begins with; a temperature stays what it is."""
    kind = next(kind for kind in KINDS if kind == value)
    new = NEW[kind]
    held = heating.value if heating.unit == new.unit == "K" else new.value
    return replace(
        heating, kind=kind, value=held, unit=new.unit, ambient_K=new.ambient_K, emissivity=new.emissivity
    )
