"""A sketch's geometry in pixels: where the body and everything around it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from desktop_app.domain.concept import Face
from desktop_app.domain.geometry import Annulus, Part
from desktop_app.ui.concept.schematic.edges import Edge
from desktop_app.ui.concept.schematic.foot import Foot
from desktop_app.ui.concept.schematic.marks import Mark, MarkKind, Tone
from desktop_app.ui.concept.schematic.scene import Scene
from desktop_app.ui.concept.schematic.tags import Tag

PAD = 3.0
GAP = 4.0
DEPTHS: Mapping[MarkKind, float] = {
    "held": 7.0,
    "flame": 25.0,
    "source": 23.0,
    "convection": 23.0,
    "insulated": 8.0,
    "cut": 6.0,
}
"""How far a sign reaches from the surface, pixels."""
PATCH_DEPTH = 17.0
FACES: tuple[Face, ...] = ("left", "right", "top", "bottom")


@dataclass(frozen=True)
class Words:
    """Lines of text in their place, in the tone of the sign they belong to."""

    area: QRectF
    lines: tuple[str, ...]
    align: Qt.AlignmentFlag
    tone: Tone


@dataclass(frozen=True)
class Frame:
    """The sketch's geometry, pixels.

    Attributes:
        scene: what is drawn.
        body: the rectangle around the body; silhouette: its outline, all parts together.
        words: the numbers of the signs; inside: those within a ring, where there is room for them.
        measure_rows: y of the measuring lines below the body, the nearest first.
        measure_columns: x of those to its right, the nearest first.
        tags: what the parts are made of, on them.
        foot: legend, captions and colour scale.
        line: height of a line of text.
        width, height: of all of it.
    """

    scene: Scene
    body: QRectF
    silhouette: QPainterPath
    words: tuple[Words, ...]
    inside: Words | None
    measure_rows: tuple[float, ...]
    measure_columns: tuple[float, ...]
    tags: tuple[Tag, ...]
    foot: Foot
    line: float
    width: float
    height: float

    def point(self, x: float, y: float) -> QPointF:
        """Where a place of the body, m, is drawn."""
        across = self.body.left() + self.scene.x.share(x) * self.body.width()
        return QPointF(across, self.body.bottom() - self.scene.y.share(y) * self.body.height())

    def outline(self, part: Part) -> QPainterPath:
        """A part's outline."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        if isinstance(part.outline, Annulus):
            path.addEllipse(self.circle(part.outline.outer_radius))
            if part.outline.inner_radius > 0:
                path.addEllipse(self.circle(part.outline.inner_radius))
        else:
            box = part.outline
            path.addRect(QRectF(self.point(box.x0, box.y1), self.point(box.x1, box.y0)))
        return path

    def circle(self, radius: float) -> QRectF:
        """The square around a circle about the body's middle; radius in m."""
        half = radius / self.scene.x.extent * self.body.width()
        middle = self.body.center()
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)

    def segment(self, edge: Edge) -> tuple[QPointF, QPointF]:
        """The ends of an edge."""
        if edge.face in ("left", "right"):
            return self.point(edge.at, edge.start), self.point(edge.at, edge.end)
        return self.point(edge.start, edge.at), self.point(edge.end, edge.at)


def depth_of(mark: Mark) -> float:
    """How far a mark reaches from the surface, pixels."""
    return PATCH_DEPTH if mark.patch else DEPTHS[mark.kind]
