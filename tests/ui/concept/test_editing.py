"""Everything the card says can be typed over, and reaches the edits."""

from __future__ import annotations

from dataclasses import replace
from math import isclose

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.card import Card
from support.fake_verbs import FakeVerbs
from support.opened import named

from desktop_app.domain.concept import Heating
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
ROD = "a copper rod 20 cm long and 1 cm in diameter, left end held at 100 °C for 60 s"
PLATE = "an aluminium plate 20 x 10 cm, 2 mm thick, left side held at 100 °C"
SINK = "a finned aluminium heat sink with 8 fins, a 40 W chip under its base, still air at 20 °C"
PIPE = "a steel pipe of 60 mm outer and 40 mm inner diameter, held at 200 °C inside, air outside at 20 °C"
STACK = (
    "a stack of a 0.7 mm silicon chip, 0.1 mm thermal paste and a 3 mm copper spreader, 40 W chip, still air"
)
AIR = "a copper rod, left end held at 100 °C, cooled all around by air at 20 °C with h = 15 W/(m²·K)"


def differences(edits: Edits) -> dict[str, object]:
    """The fields of edits that are not as in `NO_EDITS`."""
    return {name: value for name, value in vars(edits).items() if value != getattr(NO_EDITS, name)}


@pytest.mark.parametrize(
    ("prompt", "field", "typed", "name", "value"),
    [
        (ROD, "Length", "1 in", "length", 0.0254 * 4),
        (ROD, "Diameter", "5 mm", "height", 0.005),
        (ROD, "Starts at", "300 K", "initial_temperature_K", 300.0),
        (ROD, "Starts at", "30", "initial_temperature_K", 303.15),
        (ROD, "Lasts", "2 min 30 s", "duration_s", 150.0),
        (PLATE, "Width", "5", "height", 0.05),
        (PLATE, "Thickness", "1 mm", "thickness", 0.001),
        (SINK, "Fin count", "12", "num_fins", 12),
        (PIPE, "Inner diameter", "30 mm", "inner_diameter_m", 0.03),
        (STACK, "Contact", "20 mm²·K/W", "contact_resistance_m2K_W", 2e-5),
    ],
)
def test_a_number_that_is_typed_over_is_an_edit(
    qtbot: QtBot, window: MainWindow, prompt: str, field: str, typed: str, name: str, value: float
):
    card = Card(qtbot, window, prompt)
    card.write(field, "4 in" if typed == "1 in" else typed)
    assert set(differences(card.edits)) == {name}
    assert isclose(getattr(card.edits, name), value)


def test_a_layer_is_made_thicker_by_its_number(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, STACK)
    card.write("Spreader: Thickness", "5 mm")
    assert card.edits.layers_m == (None, None, 0.005)
    assert "Spreader Copper 5 mm" in card.text


@pytest.mark.parametrize("typed", ["iron", "Fe", "铁", " IRON "])
def test_a_material_is_found_by_any_of_its_names(qtbot: QtBot, window: MainWindow, typed: str):
    card = Card(qtbot, window, ROD)
    card.write("Material", typed)
    assert card.edits == replace(NO_EDITS, materials=("iron",))
    assert "Material Iron" in card.text


def test_each_piece_has_a_material_of_its_own(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, STACK)
    card.write("Spreader", "aluminium")
    card.write("Aluminium: Density", "2.8 g/cm3")
    assert card.edits.materials == (None, None, "aluminium")
    assert card.edits.properties == ((2, "density", 2800.0),)
    assert "Chip Silicon" in card.text


def test_a_material_that_is_not_in_the_table_is_never_replaced_by_one_that_is(
    qtbot: QtBot, window: MainWindow
):
    card = Card(qtbot, window, ROD)
    field = card.write("Material", "aluminim", enter=False)
    qtbot.waitUntil(lambda: "There is no material “aluminim”." in card.text)
    assert "Similar names: Aluminium" in card.text
    assert field.text() == "aluminim"
    assert card.edits == NO_EDITS


def test_a_material_is_chosen_from_the_list(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    field = card.write("Material", "kupfer", enter=False)
    field.selectAll()
    qtbot.keyClicks(field, "stainl")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    card.settle()
    assert card.edits.materials[0].startswith("stainless_steel")
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_escape_puts_the_material_back_after_its_list_was_open(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    field = card.start("Material")
    field.selectAll()
    qtbot.keyClicks(field, "tit")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClicks(popup, "anixx")
    qtbot.waitUntil(lambda: not popup.isVisible() and field.hasFocus())
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    card.settle()
    assert field.text() == "Copper"
    assert card.edits == NO_EDITS


def test_properties_are_edits_and_say_so(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    assert "Source: " in card.field("Copper: Thermal conductivity").toolTip()
    card.write("Copper: Thermal conductivity", "390")
    assert card.edits.properties == ((0, "thermal_conductivity", 390.0),)
    field = card.field("Copper: Thermal conductivity")
    assert "Changed here." in field.toolTip()
    assert field.property("edited")
    card.write("Material", "iron")
    assert card.edits.properties == ()


@pytest.mark.parametrize(
    ("field", "typed", "heating"),
    [
        ("Heating 1: value", "150", Heating("left", "temperature", 423.15, "K")),
        ("Heating 2: value", "30", Heating("all_around", "convection", 30.0, "W/(m²·K)", 293.15)),
        ("Heating 2: surroundings", "280 K", Heating("all_around", "convection", 15.0, "W/(m²·K)", 280.0)),
    ],
)
def test_what_is_done_to_the_body_can_be_typed_over(
    qtbot: QtBot, window: MainWindow, field: str, typed: str, heating: Heating
):
    card = Card(qtbot, window, AIR)
    card.write(field, typed)
    assert heating in card.edits.heating
    assert len(card.edits.heating) == 2
    assert set(differences(card.edits)) == {"heating"}


def test_radiation_and_time_span_are_behind_a_button(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, AIR)
    more = "All around convection 15 W/(m²·K) to 20 °C emissivity 0 from 0 s until the end"
    named(window, f"{more}: radiation, extent and time span").click()
    card.write("Heating 2: emissivity", "0.9")
    card.write("Heating 2: from", "2 s")
    card.write("Heating 2: until", "1 min")
    assert card.edits.heating[1] == Heating(
        "all_around", "convection", 15.0, "W/(m²·K)", 293.15, 0.9, start_s=2.0, end_s=60.0
    )
    card.write("Heating 2: until", "the end")
    assert card.edits.heating[1].end_s is None


def test_where_and_how_it_is_heated_is_chosen(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    card.choose("Heating 1: where", "Right end")
    assert card.edits.heating == (Heating("right", "temperature", 373.15, "K"),)
    card.choose("Heating 1: kind", "flame")
    assert card.edits.heating == (Heating("right", "flame", 373.15, "K"),)
    card.choose("Heating 1: kind", "convection")
    assert card.edits.heating[0].ambient_K == 293.15
    card.choose("Heating 1: kind", "heating power")
    assert (card.edits.heating[0].unit, card.edits.heating[0].ambient_K) == ("W", None)


def test_heating_is_added_at_a_free_place_and_removed(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    menu = named(window, "Add heating or cooling").menu()
    next(action for action in menu.actions() if action.text() == "convection").trigger()
    card.settle()
    assert [h.where for h in card.edits.heating] == ["left", "right"]
    assert card.edits.heating[1].kind == "convection"
    assert QApplication.focusWidget() is named(window, "Heating 2: where")
    card.click("Remove: Right end: convection, 10 W/(m²·K) to 20 °C")
    assert card.edits == NO_EDITS
    card.click("Remove: Left end: held at 100 °C")
    assert card.edits.heating == ()
    card.click("All heating: back to what the prompt says")
    assert card.edits == NO_EDITS


def test_shape_and_look_are_chosen(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, PLATE)
    card.choose("Shape", "Block")
    assert card.edits == replace(NO_EDITS, shape="block")
    assert "Depth" in card.text
    card.choose("Look: how temperature becomes colour", "Rainbow")
    assert window.concept.choices.look == "rainbow"
    assert window.concept.order.look == "rainbow"


def test_an_edited_field_is_marked_and_goes_back_by_itself(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    back = named(window, "Length: back to what the prompt says", visible=False)
    assert not back.isVisible()
    card.write("Length", "30 cm")
    card.write("Starts at", "50")
    assert card.field("Length").property("edited")
    assert "20 cm" in card.field("Length").toolTip()
    assert "20 cm" in back.toolTip()
    back.click()
    card.settle()
    assert card.edits == replace(NO_EDITS, initial_temperature_K=323.15)
    assert card.field("Length").text() == "20 cm"
    assert not card.field("Length").property("edited")
    assert not back.isVisible()


def test_what_the_prompt_says_already_is_no_edit(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    card.write("Length", "30 cm")
    card.write("Length", "200 mm")
    card.write("Material", "Cu")
    assert card.edits == NO_EDITS
    assert card.field("Length").text() == "20 cm"


def test_one_link_takes_everything_back(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    assert not named(window, "Everything back to what the prompt says", visible=False).isVisible()
    card.write("Length", "30 cm")
    card.write("Material", "iron")
    card.choose("Heating 1: kind", "flame")
    card.choose("Look: how temperature becomes colour", "Rainbow")
    card.start("Diameter")
    qtbot.keyClicks(card.field("Diameter"), "thick")
    card.click("Everything back to what the prompt says")
    assert (card.edits, window.concept.choices.look) == (NO_EDITS, None)
    assert card.field("Diameter").text() == "1 cm"
    assert not named(window, "Everything back to what the prompt says", visible=False).isVisible()


def test_text_that_means_nothing_stays_and_says_what_to_write(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    card = Card(qtbot, window, ROD)
    asked = len(verbs.understood)
    field = card.write("Length", "long", enter=False)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "long"
    assert "“long” is not a length above zero. Write, for example, 20 cm." in card.text
    assert len(verbs.understood) == asked
    window.concept.generate_clicked.emit()
    assert field.hasFocus()
    assert verbs.orders == []
    card.write("Diameter", "2 cm")
    assert card.field("Length").text() == "long"
    card.write("Length", "30 cm")
    assert "is not a length" not in card.text


def test_a_change_that_makes_no_sense_is_refused_where_it_was_made(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, PIPE)
    field = card.start("Inner diameter")
    qtbot.keyClicks(field, "90 mm")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not fit" in card.text)
    assert "Inner diameter" in card.text.split("does not fit")[0].splitlines()[-2]
    assert "Outer diameter 6 cm" in card.text
    card.write("Inner diameter", "50 mm")
    assert "does not fit" not in card.text


def test_what_is_typed_stays_while_answers_come_until_enter(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    card = Card(qtbot, window, ROD)
    field = card.write("Length", "0.3 m", enter=False)
    qtbot.waitUntil(lambda: card.edits.length == 0.3)
    card.settle()
    assert field.text() == "0.3 m"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "30 cm")
    assert field.hasFocus()


def test_escape_puts_back_what_was_there_and_cancels_nothing_else(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    card = Card(qtbot, window, ROD)
    card.write("Length", "30 cm")
    verbs.hold_after = 1
    window.concept.generate_clicked.emit()
    qtbot.waitUntil(lambda: window.clip.frame_index > 0)
    field = card.write("Length", "40 cm", enter=False)
    qtbot.waitUntil(lambda: card.edits.length == 0.4)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    card.settle()
    assert card.edits.length == pytest.approx(0.3)
    assert field.text() == "30 cm"
    assert "Cancel" not in window.progress.text
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Cancelled" in window.progress.text)


def test_edits_hold_while_the_prompt_is_typed_and_go_with_an_example(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    card.write("Length", "30 cm")
    editor = named(window, "Prompt: your idea in one sentence")
    editor.setFocus()
    qtbot.keyClicks(editor, " in iron")
    qtbot.waitUntil(lambda: window.concept.prompt != ROD)
    card.settle()
    assert card.edits == replace(NO_EDITS, length=0.3)
    assert "Length 30 cm" in card.text
    card.click("Example: Hot spot")
    assert card.edits == NO_EDITS


def test_a_run_is_generated_with_the_edits_and_brings_them_back(
    qtbot: QtBot, window: MainWindow, verbs: FakeVerbs
):
    card = Card(qtbot, window, ROD)
    card.write("Length", "30 cm", enter=False)
    window.concept.generate_clicked.emit()
    qtbot.waitUntil(lambda: bool(verbs.kept))
    run = verbs.kept[0].run
    assert run.concept.edits == replace(NO_EDITS, length=0.3)
    qtbot.waitUntil(lambda: len(window.runs.runs) == 1)
    window.concept.set_prompt(PLATE)
    card.settle()
    assert card.edits == NO_EDITS
    window.runs.run_chosen.emit(run.id)
    qtbot.waitUntil(lambda: window.concept.prompt == ROD)
    card.settle()
    assert card.edits == run.concept.edits
    qtbot.waitUntil(lambda: bool(card.field("Length").property("edited")))


def test_the_keyboard_goes_through_the_card_from_top_to_bottom(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    card.write("Length", "30 cm")
    card.choose("Shape", "Block")
    card.choose("Shape", "Rod")
    names = ["Shape", "Length", "Length: back to what the prompt says", "Diameter", "Material"]
    names += [f"Copper: {what}" for what in ("Thermal conductivity", "Density", "Specific heat capacity")]
    names += [f"Heating 1: {what}" for what in ("where", "kind", "value")]
    named(window, names[0]).setFocus()
    seen = [QApplication.focusWidget().accessibleName()]
    for _ in names[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen == names


def test_the_wheel_scrolls_and_changes_nothing(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, ROD)
    box = named(window, "Shape")
    middle = QPointF(box.rect().center())
    turn = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "Rod"
    assert card.edits == NO_EDITS


def test_a_line_that_comes_again_is_as_new(qtbot: QtBot, window: MainWindow):
    card = Card(qtbot, window, PLATE)
    card.start("Thickness")
    card.type(card.field("Thickness"), "thick")
    window.concept.set_prompt(ROD)
    card.settle()
    assert "Thickness" not in card.text
    window.concept.set_prompt(PLATE)
    card.settle()
    assert card.field("Thickness").text() == "2 mm"
    assert not card.field("Thickness").property("bad")
