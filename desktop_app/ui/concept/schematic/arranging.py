"""Arranges a scene in a width: margins, the body's rectangle, and the rows around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from desktop_app.domain.concept import Face
from desktop_app.ui.concept.schematic.foot import Foot, foot_of
from desktop_app.ui.concept.schematic.frame import FACES, GAP, PAD, Frame, depth_of
from desktop_app.ui.concept.schematic.labels import labels_of, places_of
from desktop_app.ui.concept.schematic.marks import outermost
from desktop_app.ui.concept.schematic.scene import Scene
from desktop_app.ui.concept.schematic.tags import tags_of
from desktop_app.ui.concept.schematic.wording import placed_words, rows_needed, words_inside

TALLEST_BODY = 230.0
TALLEST_SHARE = 0.62
"""Of the widget's width."""
LOWEST_BODY = 42.0
BODY_SHARE = 0.45
"""Of the widget's width, for the body: labels beside it move above or below it before it gets less."""
DETAILS_SHARE = 0.72
"""Of the room between the signs: what the body keeps before measures of details are left out."""


def frame_of(scene: Scene, width: float, metrics: QFontMetricsF) -> Frame:
    """Arrange a scene in a width, pixels; the height follows."""
    line = metrics.height()
    depths = depths_of(scene)
    scene = _without_details(scene, width - 2 * PAD - depths["left"] - depths["right"], metrics)
    columns = _column_widths(scene, metrics)
    room = width - 2 * PAD - depths["left"] - depths["right"] - sum(columns) - 2 * GAP
    places = places_of(labels_of(scene), metrics, width - 2 * PAD, room, BODY_SHARE * width)
    texts = {face: label.width(metrics) + GAP for face, label in places.beside.items()}
    left = PAD + texts.get("left", 0.0) + depths["left"]
    right = PAD + texts.get("right", 0.0) + depths["right"] + sum(columns)
    above, below = (rows_needed(rows, metrics, width) for rows in (places.above, places.below))
    top = PAD + above * line + depths["top"]
    body = _body(scene, QPointF(left, top), width - left - right, line)
    bare = Frame(scene, body, QPainterPath(), (), None, (), (), (), Foot((), (), None, 0.0), line, width, 0.0)
    outlines = [bare.outline(part) for part in scene.parts]
    tags = tags_of(scene, [outline.boundingRect() for outline in outlines], metrics)
    words = placed_words(places, bare, depths, metrics, width)
    rows = 1 + max((m.row for m in scene.measures if m.axis == "x"), default=-1)
    y = body.bottom() + depths["bottom"] + below * line + GAP
    measure_rows = tuple(y + (n + 0.5) * (line + 2) for n in range(rows))
    area = QRectF(PAD, y + rows * (line + 2) + GAP, width - 2 * PAD, 0.0)
    inside, left_over = words_inside(bare, metrics)
    foot = foot_of(scene, (*tags.legend, *left_over), area, metrics)
    x = body.right() + depths["right"] + texts.get("right", 0.0)
    measure_columns = tuple(x + sum(columns[:n]) + 8 for n in range(len(columns)))
    return replace(
        bare,
        silhouette=_united(outlines),
        words=words,
        inside=inside,
        measure_rows=measure_rows,
        measure_columns=measure_columns,
        tags=tags.on_parts,
        foot=foot,
        height=foot.bottom + PAD,
    )


def _without_details(scene: Scene, room: float, metrics: QFontMetricsF) -> Scene:
    """The scene, less the upright measures it can do without where they take too much of its room."""
    if room - sum(_column_widths(scene, metrics)) > DETAILS_SHARE * room:
        return scene
    kept = [m for m in scene.measures if m.axis == "x" or not m.dispensable]
    if any(m.dispensable and m.axis == "y" for m in scene.measures):
        kept = [replace(m, row=0) if m.axis == "y" else m for m in kept]
    return replace(scene, measures=tuple(kept))


def _united(outlines: Sequence[QPainterPath]) -> QPainterPath:
    """One outline of all; halves first, since uniting with a long outline takes long."""
    if len(outlines) == 1:
        return outlines[0]
    middle = len(outlines) // 2
    return _united(outlines[:middle]).united(_united(outlines[middle:]))


def depths_of(scene: Scene) -> dict[Face, float]:
    """How far the signs of each side reach."""
    depths = dict.fromkeys(FACES, GAP)
    for mark in scene.marks:
        round_sides = {rim.face for rim in mark.rims}
        for face in FACES:
            if face in round_sides or outermost(scene.concept, mark.edges, face):
                depths[face] = max(depths[face], depth_of(mark) + 3)
    return depths


def _body(scene: Scene, corner: QPointF, width: float, line: float) -> QRectF:
    """The body's rectangle, in the middle of its room where it would get too tall."""
    lowest = LOWEST_BODY
    if scene.concept.shape == "stack":
        lowest = (line + 2) / min(after - before for before, after in pairwise(scene.y.shares))
    height = max(width * scene.aspect, lowest)
    tallest = max(min(TALLEST_BODY, TALLEST_SHARE * (corner.x() + width)), lowest)
    if height <= tallest:
        return QRectF(corner.x(), corner.y(), width, height)
    narrower = max(width * tallest / height, tallest * 0.2)
    return QRectF(corner.x() + (width - narrower) / 2, corner.y(), narrower, tallest)


def _column_widths(scene: Scene, metrics: QFontMetricsF) -> list[float]:
    """Room for the upright measuring lines: numbers stand beside those of layers, else along them."""
    rows = 1 + max((m.row for m in scene.measures if m.axis == "y"), default=-1)
    if rows == 2:
        inner = [m.text for m in scene.measures if m.axis == "y" and m.row == 0]
        return [16 + max(metrics.horizontalAdvance(text) for text in inner), metrics.height() + 11]
    return [metrics.height() + 11] * rows
