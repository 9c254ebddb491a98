"""The layers of a stack as the picture needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.geometry import Role
from desktop_app.domain.text import Text, say

LayerRole = Literal["chip", "paste", "spreader", "sink", "board", "layer"]

DEFAULT_THICKNESS_M: dict[LayerRole, float] = {
    "chip": 0.7e-3,
    "paste": 0.1e-3,
    "spreader": 3e-3,
    "sink": 5e-3,
    "board": 1.6e-3,
    "layer": 5e-3,
}
"""A diced wafer, a bond line, a lid, a sink's base, a circuit board; a layer of no known purpose."""

DEFAULT_MATERIAL: dict[LayerRole, str] = {
    "chip": "silicon",
    "paste": "thermal_paste",
    "spreader": "copper",
    "sink": "aluminium",
    "board": "fr4",
}

ROLE_WORDS: dict[LayerRole, Text] = {
    "chip": say("the chip"),
    "paste": say("the paste"),
    "spreader": say("the spreader"),
    "sink": say("the sink"),
    "board": say("the board"),
    "layer": say("a layer"),
}


@dataclass(frozen=True)
class Layer:
    """One layer of a stack: what it is for, and its thickness in m."""

    role: Role
    thickness: float
