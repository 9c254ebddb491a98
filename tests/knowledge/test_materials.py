from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.paths import RESOURCES

from desktop_app.knowledge.materials import MaterialsUnreadable, MaterialTable, normalised_name

FILE = RESOURCES / "materials" / "materials.json"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Cu", "copper"),
        ("紫铜", "copper"),
        ("COPPER", "copper"),
        ("6061-T6", "aluminium_6061"),
        ("6061 t6", "aluminium_6061"),
        ("aluminum", "aluminium"),
        ("铝", "aluminium"),
        ("银", "silver"),
        ("铁", "iron"),
        ("不锈钢", "stainless_steel_304"),
        ("stainless-steel", "stainless_steel_304"),
        ("stainless_steel_304", "stainless_steel_304"),
        ("teflon", "ptfe"),
        ("氧化铝", "alumina"),
        ("glass", "glass"),
    ],
)
def test_exact_names_are_found(table, name, id_):
    found = table.find(name)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    "name", ["aluminim", "alumin", "coper", "bronz", "teflone", "铝合金", "铸铁", "", "unobtainium"]
)
def test_anything_else_is_not_found(table, name):
    assert table.find(name) is None


def test_suggestions_are_ranked_and_few(table):
    assert [m.id for m in table.suggestions("aluminim")][:2] == ["aluminium", "alumina"]
    assert table.suggestions("qqqqqq") == ()
    assert len(table.suggestions("steel", limit=2)) <= 2


def test_every_value_is_si_positive_and_sourced(table):
    assert len(table) >= 40
    for material in table:
        assert material.thermal_conductivity.unit == "W/(m·K)"
        assert material.density.unit == "kg/m³"
        assert material.specific_heat_capacity.unit == "J/(kg·K)"
        for value in (material.thermal_conductivity, material.density, material.specific_heat_capacity):
            assert value.value > 0
            assert value.source
        assert re.search(r"[\u4e00-\u9fff]|FR4|ABS", material.name_zh)


@pytest.mark.parametrize(
    ("id_", "diffusivity"),
    [("copper", 1.16597e-4), ("silver", 1.7386e-4), ("iron", 2.27977e-5), ("stainless_steel_304", 3.954e-6)],
)
def test_diffusivity_is_that_of_the_book(table, id_, diffusivity):
    assert table.find(id_).thermal_diffusivity == pytest.approx(diffusivity, rel=1e-3)


def test_values_from_memory_are_unverified(table):
    assert table.find("copper").thermal_conductivity.verified
    assert not table.find("stainless_steel_304").thermal_conductivity.verified
    assert table.find("aluminium_nitride").thermal_conductivity.verified
    assert not table.find("aluminium_nitride").density.verified


def _with(tmp_path: Path, change) -> Path:
    content = json.loads(FILE.read_text(encoding="utf-8"))
    change(content["materials"])
    path = tmp_path / "materials.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m[0]["density"].update(value=0),
        lambda m: m[0]["density"].update(value=-1),
        lambda m: m[0]["density"].update(value=float("inf")),
        lambda m: m[0]["density"].update(unit="g/cm³"),
        lambda m: m[0]["density"].update(source=""),
        lambda m: m[0].pop("density"),
        lambda m: m[0].update(surprise=1),
        lambda m: m[0].update(id="Copper"),
        lambda m: m[1].update(id=m[0]["id"]),
        lambda m: m[1]["aliases"].append("Red-Copper") or m[0]["aliases"].append("red copper"),
        lambda m: m.clear(),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(tmp_path, change):
    with pytest.raises(MaterialsUnreadable) as error:
        MaterialTable.load(_with(tmp_path, change))
    assert error.value.details


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(MaterialsUnreadable):
        MaterialTable.load(tmp_path / "none.json")


def test_names_are_compared_without_case_width_spaces_and_hyphens():
    assert normalised_name(" 6061－T6 ") == normalised_name("6061 t6")
    assert normalised_name("alumina") != normalised_name("aluminium")
