"""Paints the signs of a scene around, and within, its body."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.domain.concept import Face
from desktop_app.ui.concept.schematic import symbols
from desktop_app.ui.concept.schematic.colours import tone_colour
from desktop_app.ui.concept.schematic.edges import Edge
from desktop_app.ui.concept.schematic.frame import FACES, PATCH_DEPTH, Frame, depth_of
from desktop_app.ui.concept.schematic.marks import Mark, outermost
from desktop_app.ui.theme import Theme

OUTWARD: dict[Face, QPointF] = {
    "left": QPointF(-1, 0),
    "right": QPointF(1, 0),
    "top": QPointF(0, -1),
    "bottom": QPointF(0, 1),
}
_SPACING = {"source": 19.0, "convection": 34.0, "flame": 40.0}
_MOST = {"source": 12, "convection": 9, "flame": 3}
_CLEAR = 2.0
_CLOSEST = 0.6
"""Of the usual distance: arrows that would stand closer become one."""


def paint_sign(painter: QPainter, frame: Frame, mark: Mark, theme: Theme) -> None:
    """One mark, wherever it is."""
    colour = tone_colour(mark.tone, theme)
    if mark.patch and mark.edges:
        _patch(painter, frame, mark, theme)
    elif mark.kind in ("held", "insulated", "cut"):
        for edge in mark.edges:
            _along(painter, mark, frame.segment(edge), OUTWARD[edge.face], theme)
    else:
        for face in FACES:
            _side(painter, frame, mark, outermost(frame.scene.concept, mark.edges, face), colour)


def _along(
    painter: QPainter, mark: Mark, ends: tuple[QPointF, QPointF], outward: QPointF, theme: Theme
) -> None:
    """What is drawn along an edge rather than at points of it."""
    if mark.kind == "held":
        symbols.held_edge(painter, *ends, outward, tone_colour(mark.tone, theme))
    elif mark.kind == "cut":
        symbols.break_line(painter, *ends, outward, QColor(theme.muted))
    else:
        symbols.hatch(painter, *ends, outward, QColor(theme.faint))


def _side(painter: QPainter, frame: Frame, mark: Mark, edges: Sequence[Edge], colour: QColor) -> None:
    """Arrows or flames in equal distances along one side."""
    if not edges:
        return
    outward = OUTWARD[edges[0].face]
    for foot in _feet(frame, mark, edges):
        if mark.kind == "flame":
            _flame_at(painter, foot, outward)
            continue
        near = foot + outward * _CLEAR
        far = foot + outward * (depth_of(mark) - 1)
        start, tip = (near, far) if mark.outward else (far, near)
        heat_arrow(painter, mark, start, tip, colour)
    if mark.kind == "flame":
        for edge in edges:
            start, end = frame.segment(edge)
            painter.setPen(QPen(colour, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(start + outward * 1.5, end + outward * 1.5)


def heat_arrow(painter: QPainter, mark: Mark, start: QPointF, tip: QPointF, colour: QColor) -> None:
    """Wavy where a fluid carries the heat, dashed where it is only radiated."""
    if mark.kind == "convection":
        radiates_only = mark.heating is not None and mark.heating.value <= 0
        symbols.wavy_arrow(painter, start, tip, colour, dashed=radiates_only)
    else:
        symbols.arrow(painter, start, tip, colour)


def _flame_at(painter: QPainter, foot: QPointF, outward: QPointF) -> None:
    width, height = symbols.FLAME
    if outward.y() > 0:
        symbols.flame(painter, foot + QPointF(0, height + 3.5))
    elif outward.y() < 0:
        symbols.flame(painter, foot - QPointF(0, 3.5))
    else:
        symbols.flame(painter, foot + outward * (width / 2 + 5) + QPointF(0, height / 2))


def _feet(frame: Frame, mark: Mark, edges: Sequence[Edge]) -> list[QPointF]:
    """Points on a side, evenly spread, each on the nearest of its edges."""
    ends = [frame.segment(edge) for edge in edges]
    level = edges[0].face in ("top", "bottom")
    spans = sorted(
        (min(a.x(), b.x()), max(a.x(), b.x())) if level else (min(a.y(), b.y()), max(a.y(), b.y()))
        for a, b in ends
    )
    low, high = spans[0][0], max(end for _, end in spans)
    count = max(1, min(_MOST[mark.kind], int((high - low) / _SPACING[mark.kind])))
    places = [low + (high - low) * (n + 0.5) / count for n in range(count)]
    across = ends[0][0].y() if level else ends[0][0].x()
    kept: list[float] = []
    for place in (_nearest(place, spans) for place in places):
        if not kept or abs(place - kept[-1]) >= _CLOSEST * _SPACING[mark.kind]:
            kept.append(place)
    return [QPointF(at, across) if level else QPointF(across, at) for at in kept]


def _nearest(place: float, spans: Sequence[tuple[float, float]]) -> float:
    """A place on the nearest span: where it is if it lies on one, else that span's middle."""
    start, end = min(spans, key=lambda s: max(s[0] - place, place - s[1], 0.0))
    return place if start <= place <= end else (start + end) / 2


def _patch(painter: QPainter, frame: Frame, mark: Mark, theme: Theme) -> None:
    """A component that sits on the surface and heats it."""
    ends = [point for edge in mark.edges for point in frame.segment(edge)]
    outward = OUTWARD[mark.edges[0].face]
    area = QRectF(
        QPointF(min(p.x() for p in ends), min(p.y() for p in ends)),
        QPointF(max(p.x() for p in ends), max(p.y() for p in ends)),
    ).united(
        QRectF(
            QPointF(min(p.x() for p in ends), min(p.y() for p in ends)) + outward * PATCH_DEPTH,
            QPointF(max(p.x() for p in ends), max(p.y() for p in ends)) + outward * PATCH_DEPTH,
        )
    )
    symbols.component(painter, area, QColor(theme.field), QColor(theme.text))
    colour = tone_colour(mark.tone, theme)
    for foot in _feet(frame, mark, mark.edges):
        symbols.arrow(painter, foot + outward * (PATCH_DEPTH - 3), foot + outward * 2, colour)
