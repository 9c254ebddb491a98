"""How edits change when one field does; a field that is set to what the prompt says is no edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isclose
from typing import Any, TypeVar

from desktop_app.domain.concept import Heating
from desktop_app.domain.edits import Edits
from desktop_app.ui.concept.fields.pieces import Change, Choices

T = TypeVar("T")
_WHOLE = ("num_fins",)


def edited(change: Callable[[Edits], Edits]) -> Change:
    """A change of choices from a change of edits."""

    def changed(choices: Choices) -> Choices:
        return replace(choices, edits=change(choices.edits))

    return changed


def set_field(name: str, was: object) -> Callable[[Choices, object], Choices]:
    """Set a field of the edits by its name.

    Args:
        name: of the field.
        was: what the prompt says; None where that is not known.
    """

    def change(choices: Choices, value: object) -> Choices:
        value = round(value) if name in _WHOLE and isinstance(value, float) else value
        return edited(_to(name, None if _same(value, was) else value))(choices)

    return change


def clear_field(name: str) -> Change:
    """Leave a field to the prompt."""
    return edited(_to(name, None))


def _to(name: str, value: object) -> Callable[[Edits], Edits]:
    fields: dict[str, Any] = {name: value}
    return lambda edits: replace(edits, **fields)


def set_material(piece: int, was: str | None) -> Callable[[Choices, str], Choices]:
    """Make a piece of another material; what was changed of the former one's properties goes."""

    def change(choices: Choices, material_id: str) -> Choices:
        edits = _without_properties(choices.edits, piece)
        kept = None if material_id == was else material_id
        return replace(choices, edits=replace(edits, materials=_at(edits.materials, piece, kept)))

    return change


def clear_material(piece: int) -> Change:
    """Leave the material of a piece, and everything about it, to the prompt."""

    def cleared(edits: Edits) -> Edits:
        edits = _without_properties(edits, piece)
        return replace(edits, materials=_at(edits.materials, piece, None))

    return edited(cleared)


def set_property(piece: int, name: str, was: float | None) -> Callable[[Choices, float | None], Choices]:
    """Give a piece's material another property; `was` is what it has by itself."""

    def change(choices: Choices, value: float | None) -> Choices:
        others = tuple(p for p in choices.edits.properties if p[:2] != (piece, name))
        own = () if value is None or _same(value, was) else ((piece, name, value),)
        return replace(choices, edits=replace(choices.edits, properties=tuple(sorted((*others, *own)))))

    return change


def clear_properties(piece: int) -> Change:
    """Leave all properties of a piece's material to the table."""
    return edited(lambda edits: _without_properties(edits, piece))


def set_layer(piece: int, was: float | None) -> Callable[[Choices, float | None], Choices]:
    """Make a layer thicker or thinner, m."""

    def change(choices: Choices, value: float | None) -> Choices:
        kept = None if _same(value, was) else value
        return replace(
            choices, edits=replace(choices.edits, layers_m=_at(choices.edits.layers_m, piece, kept))
        )

    return change


def clear_layer(piece: int) -> Change:
    """Leave the thickness of a layer to the prompt."""
    return edited(lambda edits: replace(edits, layers_m=_at(edits.layers_m, piece, None)))


def set_heating(heating: tuple[Heating, ...], was: tuple[Heating, ...] | None) -> Change:
    """Do these things to the body and nothing else."""
    kept = None if heating == was else heating
    return edited(lambda edits: replace(edits, heating=kept))


def _without_properties(edits: Edits, piece: int) -> Edits:
    return replace(edits, properties=tuple(p for p in edits.properties if p[0] != piece))


def _at(values: tuple[T | None, ...], number: int, value: T | None) -> tuple[T | None, ...]:
    """The same with one value in its place; without empty places at the end."""
    longer = [*values, *[None] * (number + 1 - len(values))]
    longer[number] = value
    while longer and longer[-1] is None:
        longer.pop()
    return tuple(longer)


def _same(value: object, was: object) -> bool:
    if isinstance(value, int | float) and isinstance(was, int | float):
        return isclose(value, was, rel_tol=1e-6)
    return value == was
