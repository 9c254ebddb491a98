"""Puts the numbers of the signs beside, above, below and within the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import hypot

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop_app.domain.concept import Face
from desktop_app.domain.text import say
from desktop_app.ui.concept.schematic.frame import PAD, Frame, Words
from desktop_app.ui.concept.schematic.labels import BETWEEN, Label, Places, inner_label
from desktop_app.ui.concept.words import PLACES
from desktop_app.ui.translation import in_words


def rows_needed(rows: Sequence[Sequence[Label]], metrics: QFontMetricsF, width: float) -> int:
    """How many lines some rows of labels take."""
    return sum(_lines(row, metrics, width) for row in rows)


def placed_words(
    places: Places, frame: Frame, depths: Mapping[Face, float], metrics: QFontMetricsF, width: float
) -> tuple[Words, ...]:
    """All labels in their places.

    Args:
        places: which side each stands at.
        frame: with the body in its place.
        depths: how far the signs of each side reach, pixels.
        metrics: of the font.
        width: of all of the sketch, pixels.
    """
    found = [_beside(label, frame, depths, metrics) for label in places.beside.values()]
    y = PAD
    for row in places.above:
        found += [_in_row(label, y, frame, metrics, width) for label in row]
        y += _lines(row, metrics, width) * frame.line
    y = frame.body.bottom() + depths["bottom"]
    for row in places.below:
        found += [_in_row(label, y, frame, metrics, width) for label in row]
        y += _lines(row, metrics, width) * frame.line
    return tuple(found)


def words_inside(frame: Frame, metrics: QFontMetricsF) -> tuple[Words | None, tuple[tuple[int, str], ...]]:
    """The numbers in the middle of a ring; where they do not fit, an entry of the legend."""
    label = inner_label(frame.scene)
    if label is None:
        return None, ()
    hole = frame.circle(min(rim.radius for mark in frame.scene.marks for rim in mark.rims))
    whole = (label, replace(label, lines=tuple(" ".join(w) for line in label.lines for w in _halves(line))))
    for each in whole:
        wide, tall = each.width(metrics) + 4, len(each.lines) * frame.line
        if hypot(wide, tall) <= 0.96 * hole.width():
            area = QRectF(hole.center().x() - wide / 2, hole.center().y() - tall / 2, wide, tall)
            return Words(area, each.lines, Qt.AlignmentFlag.AlignCenter, each.tone), ()
    words = say("{where}: {what}", where=PLACES["inside"], what=BETWEEN.join(label.lines))
    return None, ((0, in_words(words)),)


def _halves(line: str) -> list[list[str]]:
    """A long line in two: the number, and its unit."""
    pieces = line.split(" ")
    return [pieces] if len(pieces) < 3 else [pieces[:-1], pieces[-1:]]


def _beside(label: Label, frame: Frame, depths: Mapping[Face, float], metrics: QFontMetricsF) -> Words:
    height, width = len(label.lines) * frame.line, label.width(metrics)
    y = frame.point(0, label.at).y() - height / 2
    if label.face == "left":
        x = frame.body.left() - depths["left"] - width
        return Words(QRectF(x, y, width, height), label.lines, Qt.AlignmentFlag.AlignRight, label.tone)
    x = frame.body.right() + depths["right"]
    return Words(QRectF(x, y, width, height), label.lines, Qt.AlignmentFlag.AlignLeft, label.tone)


def _in_row(label: Label, y: float, frame: Frame, metrics: QFontMetricsF, width: float) -> Words:
    lines = label.folded(metrics, width - 2 * PAD)
    wide = max(metrics.horizontalAdvance(line) for line in lines) + 1
    align, x = Qt.AlignmentFlag.AlignHCenter, frame.point(label.at, 0).x() - wide / 2
    if label.face == "left":
        align, x = Qt.AlignmentFlag.AlignLeft, PAD
    elif label.face == "right":
        align, x = Qt.AlignmentFlag.AlignRight, width - PAD - wide
    x = min(max(x, PAD), width - PAD - wide)
    return Words(QRectF(x, y, wide, len(lines) * frame.line), lines, align, label.tone)


def _lines(row: Sequence[Label], metrics: QFontMetricsF, width: float) -> int:
    return max(len(label.folded(metrics, width - 2 * PAD)) for label in row)
