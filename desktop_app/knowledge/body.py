"""A body with every size its picture needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.concept import Face, Shape, Size
from desktop_app.domain.geometry import Section
from desktop_app.knowledge.layers import Layer

PIECE_RATIO = 0.75
"""Shorter over longer side of the piece that is shown of a wall cut through its thickness."""


@dataclass(frozen=True)
class Body:
    """A shape and its sizes in m; what a shape does not have stays at its default.

    Attributes:
        size: as a person names it.
        upright: whether a rod stands.
        square: whether a rod has a rectangular cross-section.
        cut_through: a plate seen in a cut through its thickness, which lies along this axis of the picture.
        lumped: whether a block is so nearly of one temperature across its depth that what its front and
            back lose can be taken from all of it.
        num_fins, fin_thickness, base_thickness: of a heat sink.
        inner_diameter: of a ring.
        width: of an L-bracket, out of the picture.
        layers: of a stack, in the order of naming.
        order: the layers' numbers from the lowest up; parts are in the order of naming.
        sideways: whether layers stand side by side, the lowest at the left.
        fins_first: whether a heat sink's fins were named before its base.
        lengths: of bodies side by side, left to right.
        wall_thickness: of a room.
    """

    shape: Shape
    size: Size
    upright: bool = False
    square: bool = False
    cut_through: Literal["x", "y"] | None = None
    lumped: bool = False
    num_fins: int = 0
    fin_thickness: float = 0.0
    base_thickness: float = 0.0
    inner_diameter: float = 0.0
    width: float = 0.0
    layers: tuple[Layer, ...] = ()
    order: tuple[int, ...] = ()
    sideways: bool = False
    fins_first: bool = False
    lengths: tuple[float, ...] = ()
    wall_thickness: float = 0.0

    @property
    def section(self) -> Section:
        """What the picture shows.

        A rod that stands or is rectangular is seen as a flat body: its faces and edges together have the
        perimeter of its cross-section.
        """
        if self.shape == "rod":
            return "plan" if self.upright or self.square else "round"
        if self.shape == "plate":
            return "plan" if self.cut_through is None else "cut"
        return "plan" if self.shape == "fin" or self.lumped else "cut"

    @property
    def piece(self) -> tuple[float, float]:
        """Width and height of the piece of a cut-through plate that is shown, m."""
        size = self.size
        if self.cut_through == "x":
            return size.thickness, min(size.height, size.thickness * PIECE_RATIO)
        return min(size.length, size.thickness / PIECE_RATIO), size.thickness

    @property
    def depth(self) -> float:
        """Extent out of the picture, m; where a piece is shown, as much as gives the area of the whole."""
        if self.sideways:
            return self.size.length * self.size.thickness / (self.size.height * PIECE_RATIO)
        if self.cut_through is None:
            return self.width or self.size.thickness
        shown = self.piece[1] if self.cut_through == "x" else self.piece[0]
        return self.size.length * self.size.height / shown

    @property
    def cut_faces(self) -> tuple[Face, ...]:
        """Edges of the picture that are no surfaces."""
        if self.sideways:
            return ("top", "bottom")
        if self.cut_through is None:
            return ()
        return ("top", "bottom") if self.cut_through == "x" else ("left", "right")
