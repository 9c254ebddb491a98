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


@dataclass(frozen=True)
class Label:
    """The numbers that stand at one side of the body."""

    face: Face
    lines: tuple[str, ...]
    tone: Tone

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
        for face in _sides(mark, found):
            before = found.get(face)
            if before is None:
                found[face] = Label(face, mark.lines, mark.tone)
            elif mark.lines != before.lines:
                tone = mark.tone if mark.tone == before.tone else "plain"
                found[face] = Label(face, (*before.lines, *mark.lines), tone)
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
    beside = {face: labels[face] for face in ("left", "right") if face in labels}
    while beside and room - sum(label.width(metrics) for label in beside.values()) < least:
        del beside[max(beside, key=lambda face: beside[face].width(metrics))]
    moved = [label for face, label in labels.items() if face in ("left", "right") and face not in beside]
    corners = _rows(sorted(moved, key=lambda label: label.face), metrics, width)
    above = [(labels["top"],)] if "top" in labels else []
    below = [(labels["bottom"],)] if "bottom" in labels else []
    if above and not below:
        below = [*below, *corners]
    else:
        above = [*corners, *above]
    return Places(beside, tuple(above), tuple(below))


def _rows(corners: list[Label], metrics: QFontMetricsF, width: float) -> list[tuple[Label, ...]]:
    single = [metrics.horizontalAdvance(BETWEEN.join(label.lines)) for label in corners]
    if len(corners) == 2 and sum(single) + CORNER_GAP <= width:
        return [tuple(corners)]
    return [(label,) for label in corners]


def _sides(mark: Mark, taken: Mapping[Face, Label]) -> list[Face]:
    if mark.spot is not None:
        return ["top"] if mark.spot.band != "none" else []
    if mark.rims:
        return ["top"] if any(rim.side == "outer" for rim in mark.rims) else []
    lengths: dict[Face, float] = {}
    for edge in mark.edges:
        lengths[edge.face] = lengths.get(edge.face, 0.0) + edge.length
    if mark.heating is not None and mark.heating.where == "all_around":
        free = [face for face in _PREFERRED if face in lengths and face not in taken]
        return free[:1] or list(lengths)[:1]
    return list(lengths)


_PREFERRED: tuple[Face, ...] = ("top", "bottom", "right", "left")
