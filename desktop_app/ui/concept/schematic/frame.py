"""Where the body and the words around it go in a widget of some width, in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath

from desktop_app.domain.concept import Face
from desktop_app.domain.geometry import Annulus, Part
from desktop_app.ui.concept.schematic.edges import Edge
from desktop_app.ui.concept.schematic.labels import Label, Places, labels_of, places_of
from desktop_app.ui.concept.schematic.marks import Mark, MarkKind, Tone
from desktop_app.ui.concept.schematic.scene import Scene

PAD = 6.0
GAP = 4.0
TALLEST_BODY = 230.0
LOWEST_BODY = 42.0
BODY_SHARE = 0.52
"""Of the widget's width, for the body: labels beside it move above or below it before it gets less."""
DEPTHS: Mapping[MarkKind, float] = {
    "held": 7.0,
    "flame": 25.0,
    "source": 23.0,
    "convection": 25.0,
    "insulated": 8.0,
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
        body: the rectangle around the body.
        words: the numbers of the signs.
        measure_rows: y of the measuring lines below the body, the nearest first.
        measure_columns: x of those to its right, the nearest first.
        foot: the row for the caption and the colour scale.
        line: height of a line of text.
        height: of all of it.
    """

    scene: Scene
    body: QRectF
    words: tuple[Words, ...]
    measure_rows: tuple[float, ...]
    measure_columns: tuple[float, ...]
    foot: QRectF
    line: float
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


def frame_of(scene: Scene, width: float, metrics: QFontMetricsF) -> Frame:
    """Arrange a scene in a width, pixels; the height follows."""
    line = metrics.height()
    depths = depths_of(scene)
    columns = _column_widths(scene, metrics)
    room = width - 2 * PAD - depths["left"] - depths["right"] - sum(columns) - 2 * GAP
    places = places_of(labels_of(scene), metrics, width - 2 * PAD, room, BODY_SHARE * width)
    texts = {face: label.width(metrics) + GAP for face, label in places.beside.items()}
    left = PAD + texts.get("left", 0.0) + depths["left"]
    right = PAD + texts.get("right", 0.0) + depths["right"] + sum(columns)
    above = [_lines(row, metrics, width) for row in places.above]
    below = [_lines(row, metrics, width) for row in places.below]
    top = PAD + sum(above) * line + depths["top"]
    body = _body(scene, QPointF(left, top), width - left - right, line)
    words = _words(places, body, depths, metrics, width)
    rows = 1 + max((m.row for m in scene.measures if m.axis == "x"), default=-1)
    y = body.bottom() + depths["bottom"] + sum(below) * line + GAP
    measure_rows = tuple(y + (n + 0.5) * (line + 2) for n in range(rows))
    foot = QRectF(PAD, y + rows * (line + 2) + GAP, width - 2 * PAD, line + 2)
    x = body.right() + depths["right"] + texts.get("right", 0.0)
    measure_columns = tuple(x + sum(columns[:n]) + 8 for n in range(len(columns)))
    return Frame(scene, body, words, measure_rows, measure_columns, foot, line, foot.bottom() + PAD)


def outermost(scene: Scene, mark: Mark, face: Face) -> list[Edge]:
    """The edges of a mark that look to a side and lie on the body's bounding rectangle."""
    limit = {"left": 0.0, "bottom": 0.0, "right": scene.x.extent, "top": scene.y.extent}[face]
    near = 1e-6 * max(scene.x.extent, scene.y.extent)
    return [edge for edge in mark.edges if edge.face == face and abs(edge.at - limit) <= near]


def depth_of(mark: Mark) -> float:
    """How far a mark reaches from the surface, pixels."""
    return PATCH_DEPTH if mark.patch else DEPTHS[mark.kind]


def depths_of(scene: Scene) -> dict[Face, float]:
    """How far the signs of each side reach."""
    depths = dict.fromkeys(FACES, GAP)
    for mark in scene.marks:
        around = any(rim.side == "outer" for rim in mark.rims)
        for face in FACES:
            if around or outermost(scene, mark, face):
                depths[face] = max(depths[face], depth_of(mark) + 3)
    return depths


def _body(scene: Scene, corner: QPointF, width: float, line: float) -> QRectF:
    """The body's rectangle, in the middle of its room where it would get too tall."""
    layers = len(scene.y.stops_m) - 1 if scene.concept.shape == "stack" else 1
    height = max(width * scene.aspect, LOWEST_BODY, layers * (line + 3) if layers > 1 else 0.0)
    tallest = max(TALLEST_BODY, layers * (line + 3))
    if height <= tallest:
        return QRectF(corner.x(), corner.y(), width, height)
    narrower = max(width * tallest / height, tallest * 0.2)
    return QRectF(corner.x() + (width - narrower) / 2, corner.y(), narrower, tallest)


def _column_widths(scene: Scene, metrics: QFontMetricsF) -> list[float]:
    """Room for the upright measuring lines: layers have their numbers beside them, the whole along its line."""
    rows = 1 + max((m.row for m in scene.measures if m.axis == "y"), default=-1)
    if rows == 2:
        inner = [m.text for m in scene.measures if m.axis == "y" and m.row == 0]
        return [16 + max(metrics.horizontalAdvance(text) for text in inner), metrics.height() + 11]
    return [metrics.height() + 11] * rows


def _lines(row: Sequence[Label], metrics: QFontMetricsF, width: float) -> int:
    return max(len(label.folded(metrics, width - 2 * PAD)) for label in row)


def _words(
    places: Places, body: QRectF, depths: Mapping[Face, float], metrics: QFontMetricsF, width: float
) -> tuple[Words, ...]:
    found = [_beside(label, body, depths, metrics) for label in places.beside.values()]
    y = PAD
    for row in places.above:
        found += _row(row, y, body, metrics, width)
        y += _lines(row, metrics, width) * metrics.height()
    y = body.bottom() + depths["bottom"]
    for row in places.below:
        found += _row(row, y, body, metrics, width)
        y += _lines(row, metrics, width) * metrics.height()
    return tuple(found)


def _beside(label: Label, body: QRectF, depths: Mapping[Face, float], metrics: QFontMetricsF) -> Words:
    height, width = len(label.lines) * metrics.height(), label.width(metrics)
    y = body.center().y() - height / 2
    if label.face == "left":
        x = body.left() - depths["left"] - width
        return Words(QRectF(x, y, width, height), label.lines, Qt.AlignmentFlag.AlignRight, label.tone)
    x = body.right() + depths["right"]
    return Words(QRectF(x, y, width, height), label.lines, Qt.AlignmentFlag.AlignLeft, label.tone)


def _row(row: Sequence[Label], y: float, body: QRectF, metrics: QFontMetricsF, width: float) -> list[Words]:
    found = []
    for label in row:
        lines = label.folded(metrics, width - 2 * PAD)
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        align, x = Qt.AlignmentFlag.AlignHCenter, body.center().x() - wide / 2
        if label.face == "left":
            align, x = Qt.AlignmentFlag.AlignLeft, PAD
        elif label.face == "right":
            align, x = Qt.AlignmentFlag.AlignRight, width - PAD - wide
        x = min(max(x, PAD), width - PAD - wide)
        found.append(Words(QRectF(x, y, wide, len(lines) * metrics.height()), lines, align, label.tone))
    return found
