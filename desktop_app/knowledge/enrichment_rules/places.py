"""Places of a body in words."""

from __future__ import annotations

from desktop_app.domain.concept import Concept, Heating, Where
from desktop_app.knowledge.enrichment_rules.drivers import place_on_body, stands

_GENERAL: dict[Where, str] = {
    "left": "its left side",
    "right": "its right side",
    "top": "its top",
    "bottom": "its underside",
    "both_ends": "both ends",
    "centre": "its middle",
    "spot": "a small spot in its middle",
    "all_around": "its whole surface",
    "inside": "its middle",
    "base": "its base",
}
_LYING_ROD: dict[Where, str] = {"left": "its left end", "right": "its right end"}
_STANDING_ROD: dict[Where, str] = {"top": "its upper end", "bottom": "its lower end"}
_FACE_ON: dict[Where, str] = {
    "left": "its left edge",
    "right": "its right edge",
    "top": "its upper edge",
    "bottom": "its lower edge",
    "both_ends": "its left and right edges",
}
_SLAB: dict[Where, str] = {
    "left": "its left face",
    "right": "its right face",
    "top": "its upper face",
    "bottom": "its lower face",
    "both_ends": "both faces",
}
_BY_SHAPE: dict[str, dict[Where, str]] = {
    "fin": {"left": "its base at the left", "bottom": "its base at the bottom", "right": "its tip"},
    "heat_sink": {
        "base": "the underside of its base",
        "bottom": "the underside of its base",
        "top": "its fins",
    },
    "ring": {
        "inside": "its inner surface",
        "centre": "its inner surface",
        "spot": "its inner surface",
        "all_around": "its outer surface",
        "both_ends": "its left and right sides",
    },
    "l_bracket": {
        "left": "the outer face of its standing leg",
        "right": "the far end of its foot",
        "top": "the upper end of its standing leg",
    },
    "stack": {"bottom": "the bottom layer", "top": "the top layer"},
    "contact": {"left": "the left end", "right": "the right end"},
    "room": {
        "inside": "the air in the room",
        "centre": "the air in the room",
        "spot": "the air in the room",
        "all_around": "the outside of its walls",
        "left": "the outside of its left wall",
        "right": "the outside of its right wall",
        "top": "its roof",
        "bottom": "its floor",
    },
}


def place(concept: Concept, heating: Heating) -> str:
    """Where on the body a heating acts, as in `its left end`."""
    where = place_on_body(concept, heating)
    own = _BY_SHAPE.get(concept.shape or "", {})
    if concept.shape == "rod":
        own = _STANDING_ROD if stands(concept) else _LYING_ROD
    if concept.shape == "plate":
        own = _SLAB if concept.section == "cut" else _FACE_ON
    return own.get(where, _GENERAL[where])
