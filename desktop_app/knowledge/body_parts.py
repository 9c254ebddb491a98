"""From a shape and its size to the parts it consists of."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.concept import Shape, Size
from desktop_app.domain.geometry import Box, Part, Section
from desktop_app.domain.material import Material

_SECTIONS: dict[Shape, Section] = {"rod": "round", "plate": "plan", "fin": "plan"}


def section_of(shape: Shape | None) -> Section:
    """What the picture shows of a shape."""
    return "cut" if shape is None else _SECTIONS.get(shape, "cut")


def body_parts(size: Size, materials: Sequence[Material]) -> tuple[Part, ...]:
    """One part that fills the body; none without a material."""
    if not materials:
        return ()
    return (Part("body", Box(0.0, 0.0, size.length, size.height), materials[0]),)
