"""The rows below a sketch: the legend, what is not to scale, and the colour scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.domain.concept import Concept
from desktop_app.domain.text import Text, say
from desktop_app.ui.concept import words
from desktop_app.ui.concept.schematic.amounts import length_text
from desktop_app.ui.concept.schematic.scene import Scene
from desktop_app.ui.concept.schematic.tags import Tag
from desktop_app.ui.translation import in_words

SCALE_BAR = 62.0
_GAP = 8.0
_ABOVE_SCALE = 3.0
_BETWEEN = " · "


@dataclass(frozen=True)
class Foot:
    """Everything below the body and its measures.

    Attributes:
        legend: materials; a tag whose text is a number is followed by its name.
        captions: lines of small print with their areas.
        scale: room for the colour scale; None where there will be no field.
        bottom: where it ends, pixels.
    """

    legend: tuple[Tag, ...]
    captions: tuple[tuple[QRectF, str], ...]
    scale: QRectF | None
    bottom: float


def foot_of(scene: Scene, names: Sequence[tuple[int, str]], area: QRectF, metrics: QFontMetricsF) -> Foot:
    """Lay the foot out from the top of an area as wide as it may be; names numbered 0 join the captions."""
    line = metrics.height()
    sentences = captions_of(scene)
    sentences = [*(name for number, name in names if number == 0), *sentences]
    legend, y = _flow([entry for entry in names if entry[0]], area, metrics)
    scale_width = SCALE_BAR + 2 * (metrics.horizontalAdvance("−888 °C") + 6)
    wants_scale = scene.concept.supported
    beside = area.width() - scale_width - _GAP
    lines = _folded(sentences, area.width(), metrics)
    shares_row = bool(lines) and metrics.horizontalAdvance(lines[-1]) <= beside
    captions = tuple((QRectF(area.left(), y + n * line, area.width(), line), t) for n, t in enumerate(lines))
    y += len(lines) * line
    if not wants_scale:
        return Foot(legend, captions, None, y)
    top = y - line if shares_row else y + _ABOVE_SCALE
    scale = QRectF(area.right() - scale_width, top, scale_width, line)
    return Foot(legend, captions, scale, max(y, scale.bottom()))


def captions_of(scene: Scene) -> list[str]:
    """What cannot be seen in the picture: its depth, what resists at joints, and liberties taken."""
    return [in_words(text) for text in _captions(scene)]


def _captions(scene: Scene) -> list[Text]:
    concept = scene.concept
    found: list[Text] = []
    if concept.cut_faces:
        found.append(say("only a piece is shown"))
    elif concept.section == "plan":
        found.append(say("{depth} thick", depth=length_text(concept.depth_m)))
    elif concept.section == "cut":
        found.append(say("{depth} deep", depth=length_text(concept.depth_m)))
    if concept.num_fins:
        found.append(say("{count} fins", count=concept.num_fins))
    if any(joint.resists for joint in scene.joints):
        found.append(_resistance(concept))
    if not scene.to_scale:
        found.append(say("not to scale"))
    return found


def _resistance(concept: Concept) -> Text:
    """A room's inner surfaces in the unit of building physics, joints in that of thermal interfaces."""
    if any(part.mixed for part in concept.parts):
        value = words.number(concept.contact_resistance_m2K_W)
        return say("{value} m²·K/W between air and walls", value=value)
    return say("{value} cm²·K/W at each joint", value=words.number(concept.contact_resistance_m2K_W * 1e4))


def _folded(sentences: Sequence[str], width: float, metrics: QFontMetricsF) -> list[str]:
    lines: list[str] = []
    for sentence in sentences:
        longer = f"{lines[-1]}{_BETWEEN}{sentence}" if lines else sentence
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(sentence)
    return lines


def _flow(
    names: Sequence[tuple[int, str]], area: QRectF, metrics: QFontMetricsF
) -> tuple[tuple[Tag, ...], float]:
    """Numbers and names in rows; where the rows end."""
    line, x, y = metrics.height(), area.left(), area.top()
    tags: list[Tag] = []
    for number, name in names:
        wide = metrics.horizontalAdvance(name) + 1
        if x > area.left() and x + line + 5 + wide > area.right():
            x, y = area.left(), y + line + 3
        tags.append(Tag(QRectF(x, y, line, line), str(number), True))
        tags.append(Tag(QRectF(x + line + 5, y, wide, line), name))
        x += line + 5 + wide + 12
    return tuple(tags), (y + line + 4 if names else y)
