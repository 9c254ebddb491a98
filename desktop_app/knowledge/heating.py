"""How the body is heated and cooled: from what acts where to boundary values, every assumption noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.concept import Heating, HeatingKind, Where
from desktop_app.domain.text import Text, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.knowledge.binding import Action
from desktop_app.knowledge.boundary_reader import HOT_K, BoundaryReader
from desktop_app.knowledge.prompt_text import number
from desktop_app.knowledge.temperatures import ROOM_K, Temperatures


@dataclass(frozen=True)
class HeatingFound:
    """What is done to the body.

    Attributes:
        heating: held hottest first, convection last.
        initial_temperature_K: of the whole body before.
        notes: what was assumed.
    """

    heating: tuple[Heating, ...]
    initial_temperature_K: float
    notes: tuple[Text, ...]


def read_heating(actions: Sequence[Action], temperatures: Temperatures, default_place: Where) -> HeatingFound:
    """Boundary values from what acts where.

    Args:
        actions: what the prompt says is done, clause by clause.
        temperatures: of the prompt, by what they are.
        default_place: where heating happens if the prompt does not say.
    """
    reader = BoundaryReader(temperatures, default_place)
    body_kelvin = _temperature_of_the_body(actions, temperatures)
    if body_kelvin is not None:
        actions = _without_body_temperatures(actions, temperatures)
    reader.read(actions)
    initial = _initial(reader, temperatures, body_kelvin)
    return HeatingFound(_in_order(_ends_joined(reader.by_place)), initial, tuple(dict.fromkeys(reader.notes)))


def _temperature_of_the_body(actions: Sequence[Action], temperatures: Temperatures) -> float | None:
    """`a 300 °C rod cooled at its left end`: the rod starts at it, if something else is done to the rod."""
    others = [a for action in actions for a in action.agents if a.span not in temperatures.of_the_body]
    if not temperatures.of_the_body or not others:
        return None
    if not any(a.kind in ("cold", "convection") or a.value is not None for a in others):
        return None
    return next(kelvin for kelvin, span in temperatures.held if span in temperatures.of_the_body)


def _without_body_temperatures(actions: Sequence[Action], temperatures: Temperatures) -> list[Action]:
    return [
        Action(action.place, tuple(a for a in action.agents if a.span not in temperatures.of_the_body))
        for action in actions
    ]


def _initial(reader: BoundaryReader, temperatures: Temperatures, body_kelvin: float | None) -> float:
    if temperatures.initial is not None:
        return temperatures.initial
    if body_kelvin is not None:
        return body_kelvin
    if reader.spare_kelvin:
        return reader.spare_kelvin[0]
    kelvin = ROOM_K if temperatures.ambient is None else temperatures.ambient
    if all(h.kind == "convection" for h in reader.by_place.values()):
        kelvin = max(HOT_K, kelvin + 50)
    reader.notes.append(
        say("The body is taken to start at {celsius} °C throughout.", celsius=number(kelvin - ZERO_CELSIUS_K))
    )
    return kelvin


def _ends_joined(by_place: dict[Where, Heating]) -> list[Heating]:
    left, right = by_place.get("left"), by_place.get("right")
    joined = list(by_place.values())
    if left is not None and right is not None:
        same = (left.kind, left.value, left.ambient_K) == (right.kind, right.value, right.ambient_K)
        if same:
            joined = [h for h in joined if h not in (left, right)]
            joined.insert(0, Heating("both_ends", left.kind, left.value, left.unit, left.ambient_K))
    return joined


def _in_order(heating: Sequence[Heating]) -> tuple[Heating, ...]:
    def key(h: Heating) -> tuple[int, float]:
        return (_ORDER[h.kind], -h.value)

    return tuple(sorted(heating, key=key))


_ORDER: dict[HeatingKind, int] = {"flux": 0, "power": 0, "flame": 1, "temperature": 1, "convection": 2}
