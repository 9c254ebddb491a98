"""Where a body is heated if the prompt does not say."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.concept import Shape, Where
from desktop_app.knowledge.agents import Agent


def default_place(shape: Shape | None, upright: bool, agents: Iterable[Agent]) -> Where:
    """The place that fits what heats the body, else the one that fits its shape."""
    words = {agent.word.lower() for agent in agents}
    if words & _AT_A_SPOT:
        return "spot"
    if words & _FROM_BELOW:
        return "bottom"
    if shape in _HEATED_AT:
        return _HEATED_AT[shape]
    return "bottom" if upright else "left"


_AT_A_SPOT = frozenset({"laser", "lasers", "激光"})
_FROM_BELOW = frozenset(
    {"hot plate", "hot plates", "hotplate", "hot-plate", "stove", "stoves", "热板", "加热板", "炉"}
)
_HEATED_AT: dict[Shape | None, Where] = {
    "fin": "base",
    "heat_sink": "base",
    "room": "inside",
    "ring": "inside",
    "stack": "bottom",
    "ice_block": "all_around",
}
