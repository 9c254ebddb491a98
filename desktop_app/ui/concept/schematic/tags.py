"""What each part is made of: its name within it where there is room, else a number and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.domain.geometry import Annulus
from desktop_app.domain.material import Material
from desktop_app.ui.concept import words
from desktop_app.ui.concept.schematic.scene import Scene
from desktop_app.ui.translation import current_language

_INSET = 6.0


@dataclass(frozen=True)
class Tag:
    """A name on a part, or its number in a circle."""

    area: QRectF
    text: str
    circled: bool = False


@dataclass(frozen=True)
class Tags:
    """What stands on the parts, and what is left for the legend.

    Attributes:
        legend: (number, name) of each material; a number of 0 where it needs none.
    """

    on_parts: tuple[Tag, ...]
    legend: tuple[tuple[int, str], ...]


def tags_of(scene: Scene, areas: Sequence[QRectF], metrics: QFontMetricsF) -> Tags:
    """Name the materials of a scene.

    Args:
        scene: what is drawn.
        areas: the rectangle each part is drawn in, pixels.
        metrics: of the font.
    """
    names = [name_of(material) for material in scene.materials]
    placed = [_within(scene, material, areas, metrics) for material in scene.materials]
    found = tuple(tag for tag in placed if tag is not None)
    if len(found) == len(names):
        return Tags(found, ())
    if len(names) == 1:
        return Tags((), ((0, names[0]),))
    return Tags(_numbers(scene, areas, metrics), tuple(enumerate(names, start=1)))


def name_of(material: Material) -> str:
    """A material's name in the language in force."""
    return words.material_words(material, current_language() == "zh")


def _within(scene: Scene, material: Material, areas: Sequence[QRectF], metrics: QFontMetricsF) -> Tag | None:
    """Its name in the upper left of its largest part; in the middle of a low one."""
    own = [
        area
        for part, area in zip(scene.parts, areas, strict=True)
        if part.material == material and not isinstance(part.outline, Annulus)
    ]
    if not own:
        return None
    area = max(own, key=lambda a: min(a.width(), 40.0) * a.height())
    text, line = name_of(material), metrics.height()
    wide = metrics.horizontalAdvance(text)
    if area.width() < wide + 2 * _INSET or area.height() < line:
        return None
    top = area.top() + min(3.0, (area.height() - line) / 2)
    return Tag(QRectF(area.left() + _INSET, top, wide + 1, line), text)


def _numbers(scene: Scene, areas: Sequence[QRectF], metrics: QFontMetricsF) -> tuple[Tag, ...]:
    side = metrics.height()
    tags = []
    for piece in scene.concept.pieces:
        own = [areas[scene.parts.index(part)] for part in piece]
        area = max(own, key=lambda a: min(a.width(), a.height()))
        number = scene.materials.index(piece[0].material) + 1
        x = area.center().x() - side / 2
        if isinstance(piece[0].outline, Annulus):
            x = area.right() - _wall(area, piece[0].outline) / 2 - side / 2
        tags.append(Tag(QRectF(x, area.center().y() - side / 2, side, side), str(number), True))
    return tuple(tags)


def _wall(area: QRectF, ring: Annulus) -> float:
    """How thick a ring's wall is drawn, pixels."""
    return (ring.outer_radius - ring.inner_radius) / (2 * ring.outer_radius) * area.width()
