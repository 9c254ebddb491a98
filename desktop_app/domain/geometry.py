"""Where the parts of a body are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.material import Material

Role = Literal[
    "body", "base", "fin", "layer", "chip", "paste", "spreader", "sink", "board", "first", "second", "leg",
    "foot", "wall", "air",
]  # fmt: skip
Section = Literal["round", "plan", "cut"]
"""What the picture shows of a body.

`round`: a body of revolution about the picture's horizontal mid-line (a rod). `plan`: a thin flat body seen
face on, which also loses heat through its two faces. `cut`: a cut through a body that goes on out of the
picture, where no heat is lost that way.
"""


@dataclass(frozen=True)
class Box:
    """A rectangle: m from the body's left and lower edges."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Extent along x, m."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Extent along y, m."""
        return self.y1 - self.y0


@dataclass(frozen=True)
class Annulus:
    """A ring about the middle of the body's bounding square: radii in m."""

    inner_radius: float
    outer_radius: float

    @property
    def x1(self) -> float:
        """Right edge of the bounding square, m."""
        return 2.0 * self.outer_radius

    @property
    def y1(self) -> float:
        """Upper edge of the bounding square, m."""
        return 2.0 * self.outer_radius


Outline = Box | Annulus


@dataclass(frozen=True)
class Part:
    """A piece of a body that is of one material.

    Attributes:
        role: what it is to the whole.
        outline: where it is.
        material: what it is made of.
        through_axis: the axis across the plane of a sheet material; `z` is out of the picture.
        mixed: whether it is so well stirred that all of it has one temperature (a room's air).
    """

    role: Role
    outline: Outline
    material: Material
    through_axis: Literal["x", "y", "z"] = "z"
    mixed: bool = False
