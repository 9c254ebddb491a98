"""The numbers of the signs: which side each stands at, and whether there is room for it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from desktop_app.domain.concept import Face
from desktop_app.ui.concept.schematic.marks import Mark, Tone
from desktop_app.ui.concept.schematic.scene import Scene

BETWEEN = " · "
CORNER_GAP = 14.0
_LOW = 0.3
"""Of the drawn height: whatever is lower down a side has its numbers below rather than above."""


@dataclass(frozen=True)
class Label:
    """The numbers that stand at one side of the body.

    Attributes:
        at: place along the side, m: the middle of what they belong to.
        low: whether that is far down a left or right side.
    """

    face: Face
    lines: tuple[str, ...]
    tone: Tone
    at: float
    low: bool = False

    def width(self, metrics: QFontMetricsF) -> float:
        """Of its widest line, pixels."""
        return max(metrics.horizontalAdvance(line) for line in self.lines)

    def folded(self, metrics: QFontMetricsF, room: float) -> tuple[str, ...]:
        """Its lines as few as they fit in a width."""
        rows: list[str] = []
        for line in self.lines:
            longer = f"{rows[-1]}{BETWEEN}{line}" if rows else line
            if rows and metrics.horizontalAdvance(longer) <= room:
                rows[-1] = longer
            else:
                rows.append(line)
        return tuple(rows)


def inner_label(scene: Scene) -> Label | None:
    """What is done to a ring from within."""
    marks = [mark for mark in scene.marks if mark.lines and any(rim.side == "inner" for rim in mark.rims)]
    if not marks:
        return None
    return Label("bottom", tuple(line for mark in marks for line in mark.lines), marks[0].tone, 0.0)


@dataclass(frozen=True)
class Places:
    """Where the labels stand.

    Attributes:
        beside: left and right of the body, at half of its height.
        above, below: rows of labels, the outermost first and last; a row has one label or two corners.
    """

    beside: Mapping[Face, Label]
    above: tuple[tuple[Label, ...], ...]
    below: tuple[tuple[Label, ...], ...]


def labels_of(scene: Scene) -> dict[Face, Label]:
    """One label a side; what acts on several sides is written at one, what acts at both ends at both."""
    found: dict[Face, Label] = {}
    for mark in scene.marks:
        if not mark.lines:
            continue
        for face, at in _sides(scene, mark, found):
            before = found.get(face)
            if before is None:
                found[face] = Label(face, mark.lines, mark.tone, at, low=scene.y.share(at) < _LOW)
            elif mark.lines != before.lines:
                tone = mark.tone if mark.tone == before.tone else "plain"
                found[face] = Label(face, (*before.lines, *mark.lines), tone, before.at)
    return found


def places_of(
    labels: Mapping[Face, Label], metrics: QFontMetricsF, width: float, room: float, least: float
) -> Places:
    """Stand labels left and right of the body while it keeps `least` pixels; else in the corners.

    Args:
        labels: one a side at most.
        metrics: of the font they are written in.
        width: of all of the sketch, pixels.
        room: what is left for the body and the labels beside it, pixels.
        least: what the body needs.
    """
    sides: tuple[Face, ...] = ("left", "right")
    beside = {face: labels[face] for face in sides if face in labels}
    while beside and room - sum(label.width(metrics) for label in beside.values()) < least:
        del beside[max(beside, key=lambda face: beside[face].width(metrics))]
    moved = [labels[face] for face in sides if face in labels and face not in beside]
    above: list[tuple[Label, ...]] = [(labels["top"],)] if "top" in labels else []
    below: list[tuple[Label, ...]] = [(labels["bottom"],)] if "bottom" in labels else []
    down = [label for label in moved if (above or label.low) and not below]
    up = _rows([label for label in moved if label not in down], metrics, width)
    return Places(beside, (*up, *above), (*below, *_rows(down, metrics, width)))


def _rows(corners: list[Label], metrics: QFontMetricsF, width: float) -> list[tuple[Label, ...]]:
    single = [metrics.horizontalAdvance(BETWEEN.join(label.lines)) for label in corners]
    if len(corners) == 2 and sum(single) + CORNER_GAP <= width:
        return [tuple(corners)]
    return [(label,) for label in corners]


def _sides(scene: Scene, mark: Mark, taken: Mapping[Face, Label]) -> list[tuple[Face, float]]:
    """The sides a mark is written at, with the place along each."""
    width, height = scene.x.extent, scene.y.extent
    if mark.spot is not None:
        if mark.spot.band == "none":
            return []
        return [("top", mark.spot.x)] if mark.spot.band == "upright" else [("right", mark.spot.y)]
    spans: dict[Face, list[float]] = {}
    for edge in mark.edges:
        spans.setdefault(edge.face, []).extend((edge.start, edge.end))
    for rim in mark.rims:
        if rim.face is not None:
            spans[rim.face] = [0.0, width if rim.face in ("top", "bottom") else height]
    if mark.heating is not None and mark.heating.where in ("all_around", "top"):
        faces = [face for face in _PREFERRED if face in spans and face not in taken][:1] or list(spans)[:1]
    else:
        faces = list(spans)
    return [(face, (min(spans[face]) + max(spans[face])) / 2) for face in faces]


_PREFERRED: tuple[Face, ...] = ("top", "bottom", "right", "left")
