"""The sketch as a widget: its height, its colours, what it tells on hover and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from support.concepts import STILL_AIR, contact, plate, ring, rod, room, round_rod, stack
from support.house import make_house
from support.window import chinese, dressed

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.look import Look
from desktop_app.ui.concept.schematic import schematic_view
from desktop_app.ui.concept.schematic.dimension_lines import number_area
from desktop_app.ui.concept.schematic.frame import Frame
from desktop_app.ui.concept.schematic.hover import words_at
from desktop_app.ui.concept.schematic.schematic_view import SchematicView
from desktop_app.ui.theme import DARK, LIGHT, Theme

SILENT = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform, of a tooltip
HOT_TOP = Heating("top", "temperature", 373.15, "K")


@pytest.fixture
def view(qtbot: QtBot) -> SchematicView:
    made = SchematicView()
    qtbot.addWidget(made)
    made.resize(330, 300)
    made.show()
    return made


@pytest.fixture
def inferno(tmp_path: Path) -> Look:
    return make_house(tmp_path).looks.get("inferno")


def shown(view: SchematicView, concept: Concept, width: int = 330) -> Frame:
    view.show_concept(concept)
    view.resize(width, view.heightForWidth(width))
    frame = view._frame
    assert frame is not None
    return frame


def field(concept: Concept, low_K: float = 293.15, high_K: float = 373.15) -> TemperatureField:
    """Rising from the lower to the upper edge in two saved times."""
    width, height = concept.extent
    x, y = (np.arange(40) + 0.5) / 40 * width, (np.arange(30) + 0.5) / 30 * height
    last = np.broadcast_to(np.linspace(low_K, high_K, 30)[:, None], (30, 40))
    both = np.stack([np.full((30, 40), low_K), last]).astype(np.float32)
    return TemperatureField(both, np.array([0.0, concept.duration_s]), x, y, (width, height))


def hover(view: SchematicView, place: QPointF) -> str:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place.toPoint(), view.mapToGlobal(place.toPoint()))
    QApplication.sendEvent(view, event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


@pytest.mark.parametrize("width", [270, 330, 450, 600])
@pytest.mark.parametrize("make", [round_rod, plate, ring, stack, contact])
def test_everything_stays_within_the_widget(
    view: SchematicView, make: Callable[[], Concept], width: int, qapp: QApplication
):
    with dressed(qapp, DARK):
        frame = shown(view, make(), width)
        inside = view.rect().toRectF().adjusted(-1, -1, 1, 1)
        assert view.height() == round(frame.height)
        assert inside.contains(frame.body)
        assert frame.body.width() > 0.3 * width
        for words in frame.words:
            assert inside.contains(words.area)
        assert all(x < width for x in frame.measure_columns)


@pytest.mark.parametrize("width", [240, 270, 330, 600])
@pytest.mark.parametrize("make", [round_rod, ring, stack, contact])
def test_numbers_of_widths_are_written_within_the_widget_and_over_nothing(
    view: SchematicView, make: Callable[[], Concept], width: int, qapp: QApplication
):
    with dressed(qapp, DARK):
        frame = shown(view, make(), width)
        metrics = QFontMetricsF(view.font())
        across = [m for m in frame.scene.measures if m.axis == "x"]
        for measure in across:
            area = number_area(frame, measure, metrics)
            if area is not None:
                assert area.left() >= 0
                assert area.right() <= width
                for other in across:
                    ends = [frame.point(m, 0).x() for m in (other.start, other.end)]
                    apart = other == measure or other.row != measure.row
                    assert apart or area.right() <= ends[0] or area.left() >= ends[1]
        assert number_area(frame, across[-1], metrics) is not None


def test_a_long_caption_leaves_the_colour_scale_a_row_of_its_own(view: SchematicView, qapp: QApplication):
    with dressed(qapp, DARK), chinese(qapp):
        foot = shown(view, stack(), 264).foot
        assert foot.scale is not None
        assert foot.scale.top() > foot.captions[-1][0].bottom() + 2


def test_nothing_is_tall_and_a_concept_is(view: SchematicView):
    assert view.heightForWidth(330) == 0
    view.show_concept(rod())
    assert view.heightForWidth(330) > 60
    view.clear()
    assert view.heightForWidth(330) == 0
    assert view.accessibleDescription() == ""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_last_field_fills_the_body_in_the_look_s_colours(
    view: SchematicView, inferno: Look, qapp: QApplication, theme: Theme
):
    with dressed(qapp, theme):
        concept = plate(HOT_TOP)
        frame = shown(view, concept)
        before = view.grab().toImage()
        view.show_field(field(concept), inferno)
        after = view.grab().toImage()
        ratio = after.devicePixelRatio()
        places = [
            QPointF(frame.body.right() - 20, frame.body.top() + s * frame.body.height()) for s in (0.1, 0.9)
        ]
        top, bottom = (after.pixelColor((p * ratio).toPoint()) for p in places)
        share = round(0.9 * 255)
        assert close(top, QColor(*inferno.palette[share]))
        assert close(bottom, QColor(*inferno.palette[255 - share]))
        assert not close(before.pixelColor((places[0] * ratio).toPoint()), top)


def test_another_concept_takes_the_field_away(view: SchematicView, inferno: Look):
    concept = plate(HOT_TOP)
    shown(view, concept)
    empty = view.grab().toImage()
    view.show_field(field(concept), inferno)
    assert view.grab().toImage() != empty
    view.show_concept(concept)
    assert view.grab().toImage() == empty


def test_what_is_not_solved_is_sketched_without_colours(view: SchematicView, inferno: Look):
    concept = plate(HOT_TOP, supported=False)
    frame = shown(view, concept)
    before = view.grab().toImage()
    view.show_field(field(concept), inferno)
    assert view.grab().toImage() == before
    assert frame.foot.scale is None


def test_a_natural_look_has_colours_too(view: SchematicView, tmp_path: Path):
    concept = plate(HOT_TOP)
    shown(view, concept)
    before = view.grab().toImage()
    view.show_field(field(concept), make_house(tmp_path).looks.get("natural"))
    assert view.grab().toImage() != before


def test_painting_does_not_arrange_anew(view: SchematicView, inferno: Look, monkeypatch: pytest.MonkeyPatch):
    concept = plate(HOT_TOP)
    shown(view, concept)
    view.show_field(field(concept), inferno)
    view.grab()

    def never(*_: object) -> None:
        raise AssertionError("arranged while painting")

    for name in ("frame_of", "scene_of", "field_image"):
        monkeypatch.setattr(schematic_view, name, never)
    view.grab()


@SILENT
def test_a_part_tells_its_material_with_sources_and_the_temperature_there(view: SchematicView, inferno: Look):
    concept = plate(HOT_TOP)
    frame = shown(view, concept)
    assert "401 W/(m·K) (a test, unverified)" in hover(view, frame.body.center())
    view.show_field(field(concept), inferno)
    told = re.match(r"(\d+\.?\d*) °C here at the end", hover(view, frame.body.center()))
    assert told is not None
    assert float(told[1]) == pytest.approx(60, abs=2)


@SILENT
def test_signs_tell_their_numbers(view: SchematicView):
    frame = shown(view, plate(HOT_TOP, Heating("left", "convection", 25.0, "W/(m²·K)", 293.15, 0.9)))
    body = frame.body
    assert "373.15 K" in hover(view, QPointF(body.center().x(), body.top() - 3))
    assert "emissivity 0.9" in hover(view, QPointF(body.left() - 12, body.center().y()))
    assert hover(view, QPointF(body.right() + 3, body.center().y())) == "Insulated: no heat passes."
    assert words_at(frame, QPointF(2, 2), None) == ""


def test_it_is_told_in_words_in_both_languages(view: SchematicView, inferno: Look, qapp: QApplication):
    concept = round_rod(Heating("left", "temperature", 373.15, "K"))
    shown(view, concept)
    view.show_field(field(concept, low_K=303.15), inferno)
    assert view.accessibleDescription() == (
        "Rod of Copper, 200 mm × ⌀ 20 mm; Left end: held at 100 °C; other surfaces insulated; not to scale; "
        "at the end between 30 °C and 100 °C"
    )
    with chinese(qapp):
        assert "棒" in view.accessibleDescription()
        assert "绝热" in view.accessibleDescription()


def test_materials_are_named_where_there_is_room_and_else_numbered(view: SchematicView, qapp: QApplication):
    with dressed(qapp, DARK):
        assert [tag.text for tag in shown(view, plate(), 600).tags] == ["Copper"]
        drawn = room()
        walls = replace(drawn.parts[0].material, name="brick", id="brick")
        parts = tuple(replace(p, material=walls) if p.role == "wall" else p for p in drawn.parts)
        frame = shown(view, replace(drawn, parts=parts), 300)
        assert {tag.text for tag in frame.tags} == {"1", "2"}
        assert [tag.text for tag in frame.foot.legend] == ["1", "Brick", "2", "Copper"]


def test_convection_all_around_is_written_once(view: SchematicView):
    frame = shown(view, plate(STILL_AIR))
    assert [line for words in frame.words for line in words.lines] == ["h 10 W/(m²·K) · 20 °C"]


def close(first: QColor, second: QColor) -> bool:
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 12 for a, b in pairs)


def test_different_colours_are_told_apart():
    assert close(QColor(10, 10, 10), QColor(20, 10, 10))
    assert not close(QColor(10, 10, 10), QColor(40, 10, 10))
