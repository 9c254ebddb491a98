"""The table of materials: what it lists, how it is searched, and one's own entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs
from support.opened import dialog, named
from support.window import chinese

from desktop_app.domain.own_material import OwnMaterial, OwnValue
from desktop_app.ui.dialogs.materials.material_form import MaterialForm
from desktop_app.ui.dialogs.materials.material_search import search
from desktop_app.ui.dialogs.materials.material_table_model import MaterialTableModel
from desktop_app.ui.dialogs.materials_dialog import MaterialsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import DARK

OWN = OwnMaterial(
    "my alloy",
    OwnValue(120.0, "W/(m·K)", "data sheet 12"),
    OwnValue(2.7, "g/cm³"),
    OwnValue(900.0, "J/(kg·K)"),
    aliases=("mystery metal",),
)


@pytest.fixture
def materials(qtbot: QtBot, verbs: FakeVerbs) -> Iterator[MaterialsDialog]:
    made = MaterialsDialog(verbs)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def table(materials: MaterialsDialog) -> QTableView:
    return materials.findChild(QTableView)


def column(materials: MaterialsDialog, number: int = 0) -> list[str]:
    model = table(materials).model()
    return [model.index(row, number).data() or "" for row in range(model.rowCount())]


def look_for(materials: MaterialsDialog, words: str) -> None:
    materials.findChild(QLineEdit).setText(words)


def answer(materials: MaterialsDialog) -> str:
    said = [w.text() for w in materials.findChildren(QLabel) if w.isVisible()]
    return next((text for text in said if text.startswith("Nothing")), "")


def details(materials: MaterialsDialog) -> str:
    return materials.findChild(QTextBrowser).toPlainText()


def form(qtbot: QtBot, materials: MaterialsDialog) -> MaterialForm:
    made = dialog(qtbot, materials, MaterialForm)
    assert isinstance(made, MaterialForm)
    return made


def write(where: QWidget, name: str, text: str) -> None:
    field = named(where, name)
    if isinstance(field, QComboBox):
        field.setCurrentText(text)
        field.lineEdit().editingFinished.emit()
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)
        field.editingFinished.emit()


def fill(made: MaterialForm, **changes: str) -> None:
    texts = {
        "Name": "my alloy",
        "Thermal conductivity": "120",
        "Density": "2700",
        "Specific heat capacity": "900",
    }
    for name, text in {**texts, **changes}.items():
        write(made, name, text)


def test_every_material_is_listed_with_its_values(materials: MaterialsDialog, verbs: FakeVerbs):
    known = verbs.materials().materials
    assert len(column(materials)) == len(known) >= 60
    row = column(materials).index("Copper")
    assert [column(materials, n)[row] for n in (1, 2, 3, 4)] == ["401", "8933", "385", "116.6"]


def test_the_model_keeps_qt_s_rules(materials: MaterialsDialog, qtmodeltester: ModelTester):
    qtmodeltester.check(table(materials).model())
    qtmodeltester.check(MaterialTableModel(materials))


def test_headings_give_symbol_and_unit_and_the_whole_name_on_hover(materials: MaterialsDialog):
    model = table(materials).model()
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in (1, 4)] == ["k\nW/(m·K)", "α\nmm²/s"]
    assert model.headerData(1, across, Qt.ItemDataRole.ToolTipRole) == "Thermal conductivity"


def test_sources_are_told_on_hover_and_in_the_details(materials: MaterialsDialog):
    look_for(materials, "Cu")
    index = table(materials).model().index(0, 1)
    assert "Incropera" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Thermal conductivity: 401 W/(m·K) at 300 K" in details(materials)
    assert "Incropera & DeWitt" in details(materials)
    assert "Thermal diffusivity: 116.597 mm²/s" in details(materials)


def test_values_whose_source_was_not_opened_are_marked(materials: MaterialsDialog, verbs: FakeVerbs):
    doubtful = next(m for m in verbs.materials().materials if not m.specific_heat_capacity.verified)
    look_for(materials, doubtful.id)
    index = table(materials).model().index(0, 3)
    assert index.data().endswith("?")
    assert "unverified" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.ForegroundRole).name().upper() == DARK.caution
    assert "unverified" in details(materials)
    assert table(materials).model().index(0, 4).data().endswith("?")  # the diffusivity is derived from it
    look_for(materials, "copper")
    assert not any(table(materials).model().index(0, n).data().endswith("?") for n in (3, 4))


@pytest.mark.parametrize("written", ["copper", "Cu", "紫铜", "COPPER"])
def test_an_exact_name_comes_first(materials: MaterialsDialog, written: str):
    look_for(materials, written)
    assert column(materials)[0] == "Copper"
    assert materials.chosen.id == "copper"
    assert answer(materials) == ""


def test_a_part_of_a_name_finds_all_that_have_it(materials: MaterialsDialog):
    look_for(materials, "6061-T6")
    assert column(materials)[0].startswith("Aluminium 6061")
    look_for(materials, "alumin")
    assert {"Aluminium", "Alumina, polycrystalline"} <= set(column(materials))


def test_a_near_name_is_only_suggested(materials: MaterialsDialog):
    look_for(materials, "coppper")
    assert answer(materials) == "Nothing is called “coppper”. Names like it:"
    assert column(materials)[0] == "Copper"
    assert len(column(materials)) <= 5


def test_what_is_like_nothing_is_said_to_be_unknown(materials: MaterialsDialog):
    look_for(materials, "qqqqqq")
    assert column(materials) == []
    assert "You can add it" in answer(materials)
    assert materials.chosen is None
    assert "Choose a material" in details(materials)


@pytest.mark.parametrize("written", ["aluminium", "teflon"])
def test_known_traps_of_fuzzy_search(verbs: FakeVerbs, written: str):
    table = verbs.material_table()
    found = search(table, written)
    assert found.answer == "exact"
    assert [id for id, rank in found.ranks.items() if rank == 0] == [table.find(written).id]


def test_columns_sort_by_number(materials: MaterialsDialog):
    table(materials).sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert column(materials)[0].startswith("Diamond")
    table(materials).sortByColumn(1, Qt.SortOrder.AscendingOrder)
    values = [float(text.rstrip(" ?").replace("\u202f", "")) for text in column(materials, 1)]
    assert values == sorted(values)


def test_one_s_own_material_is_added_and_marked(materials: MaterialsDialog, qtbot: QtBot, verbs: FakeVerbs):
    named(materials, "Add a material of your own").click()
    made = form(qtbot, materials)
    fill(made, Density="2.7", **{"Density: unit": "g/cm³"})
    with qtbot.waitSignal(materials.materials_changed):
        named(made, "Save the material").click()
    assert not made.isVisible()
    assert materials.chosen.name == "my alloy"
    assert materials.chosen.density.value == pytest.approx(2700)
    assert "● My alloy" in column(materials)
    assert "Your own material" in details(materials)
    assert verbs.understand("a my alloy rod, left end at 100 °C", None).materials[0].name == "my alloy"


def test_a_unit_of_something_else_is_refused_in_one_sentence(materials: MaterialsDialog, qtbot: QtBot):
    named(materials, "Add a material of your own").click()
    made = form(qtbot, materials)
    fill(made)
    write(made, "Thermal conductivity: unit", "W/m")
    hint = made._fields["thermal_conductivity"].hint
    assert hint.startswith("“W/m” is not a unit of thermal conductivity, which is wanted in W/(m·K).")
    named(made, "Save the material").click()
    assert made.isVisible()
    assert "W/(m·K)" in made.problem
    write(made, "Thermal conductivity: unit", "BTU/(hr·ft·°F)")
    assert made._fields["thermal_conductivity"].hint == "= 207.688 W/(m·K)"


@pytest.mark.parametrize(
    ("field", "text"),
    [("Name", " "), ("Density", ""), ("Density", "heavy"), ("Density", "-3"), ("Emissivity", "7")],
)
def test_what_makes_no_material_is_refused(
    materials: MaterialsDialog, qtbot: QtBot, verbs: FakeVerbs, field: str, text: str
):
    named(materials, "Add a material of your own").click()
    made = form(qtbot, materials)
    fill(made, **{field: text})
    named(made, "Save the material").click()
    assert made.isVisible()
    assert made.problem
    assert verbs.materials().own_ids == ()


def test_a_copy_of_a_shipped_material_takes_its_place(
    materials: MaterialsDialog, qtbot: QtBot, verbs: FakeVerbs
):
    look_for(materials, "copper")
    named(materials, "Edit a copy…").click()
    made = form(qtbot, materials)
    assert named(made, "Thermal conductivity").text() == "401"
    write(made, "Thermal conductivity", "390")
    named(made, "Save the material").click()
    assert materials.chosen.thermal_conductivity.value == 390
    assert verbs.understand("铜棒左端 100 °C", None).materials[0].thermal_conductivity.value == 390


def test_a_copy_says_what_it_will_lack(materials: MaterialsDialog, qtbot: QtBot):
    look_for(materials, "graphite_sheet")
    named(materials, "Edit a copy…").click()
    made = form(qtbot, materials)
    assert any(
        "It will not have: Conductivity across the sheet" in w.text() for w in made.findChildren(QLabel)
    )


def test_editing_one_s_own_under_another_name_leaves_one(
    materials: MaterialsDialog, qtbot: QtBot, verbs: FakeVerbs
):
    verbs.save_material(OWN)
    materials._load()
    look_for(materials, "mystery metal")
    named(materials, "Edit…").click()
    made = form(qtbot, materials)
    assert named(made, "Other names (optional)").text() == "mystery metal"
    write(made, "Name", "our alloy")
    named(made, "Save the material").click()
    assert [m.name for m in verbs.materials().materials if m.id in verbs.materials().own_ids] == ["our alloy"]


def test_only_one_s_own_can_be_removed_and_only_after_a_question(
    materials: MaterialsDialog, qtbot: QtBot, verbs: FakeVerbs
):
    verbs.save_material(OWN)
    materials._load()
    look_for(materials, "copper")
    remove = named(materials, "Remove this material of yours")
    assert not remove.isEnabled()
    look_for(materials, "my alloy")
    remove.click()
    question = dialog(qtbot, materials, QMessageBox)
    named(question, "Keep the material").click()
    assert verbs.materials().own_ids == ("my_alloy",)
    remove.click()
    with qtbot.waitSignal(materials.materials_changed):
        named(dialog(qtbot, materials, QMessageBox), "Remove the material").click()
    assert verbs.materials().own_ids == ()
    assert "● My alloy" not in column(materials)


def test_a_damaged_file_is_told_with_its_sentence(qtbot: QtBot, verbs: FakeVerbs, tmp_path: Path):
    (tmp_path / "house").mkdir(exist_ok=True)
    (tmp_path / "house" / "materials.json").write_text("not json", encoding="utf-8")
    made = MaterialsDialog(verbs)
    qtbot.addWidget(made)
    made.show()
    said = [w.text() for w in made.findChildren(QLabel) if w.isVisible()]
    assert any("are not used" in text and "Correct the file" in text for text in said)
    assert "Copper" in column(made)


def test_it_speaks_chinese(materials: MaterialsDialog, qapp: QApplication):
    with chinese(qapp):
        assert "铜" in column(materials)
        assert named(materials, "编辑副本…")
        look_for(materials, "铜")
        assert "热扩散率" in details(materials)
    assert column(materials)[0] == "Copper"


def test_every_control_has_a_name(materials: MaterialsDialog, qtbot: QtBot):
    named(materials, "Add a material of your own").click()
    for root in (materials, form(qtbot, materials)):
        for widget in root.findChildren(QWidget):
            inner = isinstance(
                widget.parentWidget(), QComboBox | QLineEdit
            ) or widget.objectName().startswith("qt_")
            if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QTableView) and not inner:
                header = type(widget).__name__ == "QTableCornerButton" or not widget.focusPolicy()
                assert widget.accessibleName() or header, type(widget).__name__


def test_the_menu_opens_it_and_the_prompt_is_understood_anew(
    window: MainWindow, verbs: FakeVerbs, qtbot: QtBot
):
    window.menus.materials.trigger()
    opened = dialog(qtbot, window, MaterialsDialog)
    with qtbot.waitSignal(window.concept.concept_wanted):
        opened.materials_changed.emit()
    opened.close()
