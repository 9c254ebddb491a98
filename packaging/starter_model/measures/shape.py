"""Whether a clip shows the shape that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from starter_model.measures.maps import Maps

SHAPES = ("rod", "plate", "ring", "heat_sink", "stack")
MOMENTS = (2, 5, 10, 16, 24, 32)
OUTLINE_APART = 0.05
"""Share of the box by which outlines differ that counts as much as the following two."""
ASPECT_APART = 0.25
"""Of the logarithm of width over height."""
LEVEL_APART = 0.08
"""Of the scale, root mean square."""
NOTHING_COMMON = 5.0
"""Distance by levels where two bodies have no cell in common."""
STRETCHES = (0.7, 1.0, 1.43)
"""How much wider than usual a body may be framed: `staging` scales its sides apart, by 0.72 to 1.12."""


@dataclass(frozen=True, eq=False)
class Gallery:
    """Pictures of known shapes.

    Attributes:
        shapes: (picture,) names.
        filled: (picture, row, column) 0..1.
        level: (picture, moment, row, column), NaN outside the body.
        aspect: (picture,) width over height.
    """

    shapes: NDArray[np.str_]
    filled: NDArray[np.float32]
    level: NDArray[np.float32]
    aspect: NDArray[np.float64]

    def with_own(self, shape: str, maps: Maps) -> Gallery:
        """With the asked concept's own picture, framed in some ways."""
        own = gallery_of([(shape, maps)] * len(STRETCHES))
        return Gallery(
            np.concatenate([self.shapes, own.shapes]),
            np.concatenate([self.filled, own.filled]),
            np.concatenate([self.level, own.level]),
            np.concatenate([self.aspect, own.aspect * np.array(STRETCHES)]),
        )


def gallery_of(pictures: Sequence[tuple[str, Maps]]) -> Gallery:
    """Of shapes and bodies; those with fewer frames than the last moment are held at their end."""
    return Gallery(
        np.array([shape for shape, _ in pictures]),
        np.stack([maps.filled for _, maps in pictures]),
        np.stack([_at_moments(maps) for _, maps in pictures]),
        np.array([maps.aspect for _, maps in pictures]),
    )


def shape_seen(maps: Maps, gallery: Gallery) -> str:
    """The shape of the picture that a clip's body is nearest to.

    Bodies are laid upon each other by their bounding boxes. What keeps them apart is how much of the box only
    one of them fills, how their proportions differ, and how their levels do where both are: nothing but that
    tells a stack of layers from a plate, and a slender plate from a rod. Which materials, place and pace the
    nearest picture has does not matter.
    """
    outline = np.abs(gallery.filled - maps.filled).mean(axis=(1, 2)) / OUTLINE_APART
    aspect = np.log(gallery.aspect / maps.aspect) / ASPECT_APART
    known = np.isfinite(gallery.level) & np.isfinite(_at_moments(maps))
    square = np.where(known, gallery.level - _at_moments(maps), 0.0) ** 2
    count = known.sum(axis=(1, 2, 3))
    level = np.sqrt(square.sum(axis=(1, 2, 3)) / np.maximum(count, 1)) / LEVEL_APART
    level = np.where(count > 0, level, NOTHING_COMMON)
    return str(gallery.shapes[(outline**2 + aspect**2 + level**2).argmin()])


def _at_moments(maps: Maps) -> NDArray[np.float32]:
    return maps.level[[min(moment, len(maps.level) - 1) for moment in MOMENTS]]
