from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.paths import RESOURCES, ROOT

from desktop_app.knowledge.material_properties import RULES
from desktop_app.knowledge.materials import MaterialsUnreadable, MaterialTable, normalised_name

FOLDER = RESOURCES / "materials"


def property_values(material):
    return {name: getattr(material, name) for name in RULES if getattr(material, name) is not None}


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Cu", "copper"),
        ("紫铜", "copper"),
        ("COPPER", "copper"),
        ("6061-T6", "aluminium_6061"),
        ("6061 t6", "aluminium_6061"),
        ("al6061", "aluminium_6061"),
        ("铝合金6061", "aluminium_6061"),
        ("aluminum 6063", "aluminium_6063"),
        ("A380 压铸铝", "aluminium_a380"),
        ("a380压铸铝", "aluminium_a380"),
        ("aluminum", "aluminium"),
        ("aluminium", "aluminium"),
        ("铝", "aluminium"),
        ("银", "silver"),
        ("铁", "iron"),
        ("铸铁", "cast_iron"),
        ("grey cast iron", "cast_iron"),
        ("钢", "carbon_steel_1010"),
        ("不锈钢", "stainless_steel_304"),
        ("stainless-steel", "stainless_steel_304"),
        ("stainless_steel_304", "stainless_steel_304"),
        ("304", "stainless_steel_304"),
        ("316L", "stainless_steel_316"),
        ("钨铜", "copper_tungsten"),
        ("tungsten copper", "copper_tungsten"),
        ("钨", "tungsten"),
        ("W", "tungsten"),
        ("铍铜", "beryllium_copper"),
        ("殷钢", "invar"),
        ("TC4", "titanium_6al_4v"),
        ("钛", "titanium"),
        ("AlN", "aluminium_nitride"),
        ("氮化铝", "aluminium_nitride"),
        ("导热硅脂", "thermal_paste"),
        ("特氟龙", "ptfe"),
        ("teflon", "ptfe"),
        ("Plexiglas", "acrylic"),
        ("有机玻璃", "acrylic"),
        ("氧化铝", "alumina"),
        ("glass", "glass"),
        ("FR-4", "fr4"),
        ("graphite sheet", "graphite_sheet"),
        ("石墨", "graphite"),
    ],
)
def test_exact_names_are_found(table, name, id_):
    found = table.find(name)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    "name",
    [
        "aluminim",
        "alumnium",
        "alumin",
        "coper",
        "bronz",
        "teflone",
        "铝合金",
        "钛合金",
        "高碳钢",
        "生铁",
        "steel wool",
        "glass fibre",
        "copper oxide",
        "copper foam",
        "PC case",
        "水泥",
        "",
        "unobtainium",
    ],
)
def test_anything_else_is_not_found(table, name):
    assert table.find(name) is None


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("aluminim", "aluminium"),
        ("alumnium", "aluminium"),
        ("teflone", "ptfe"),
        ("coper", "copper"),
        ("bronz", "bronze"),
        ("钛合金", "titanium_6al_4v"),
        ("高碳钢", "carbon_steel_1010"),
        ("steel wool", "carbon_steel_1010"),
        ("glass fibre", "glass"),
        ("镍铬合", "nichrome"),
    ],
)
def test_the_nearest_name_is_suggested_first(table, name, first):
    assert table.suggestions(name)[0].id == first


def test_suggestions_are_few_and_none_where_nothing_is_near(table):
    assert table.suggestions("qqqqqq") == ()
    assert table.suggestions("") == ()
    assert len(table.suggestions("steel", limit=2)) == 2


def test_every_id_the_corpus_may_expect_is_there(table):
    listed = (ROOT / "tests" / "corpus" / "README.md").read_text(encoding="utf-8").split("## Material ids")[1]
    wanted = set(re.findall(r"[a-z][a-z0-9_]+", re.sub(r"\(.*?\)", "", listed, flags=re.DOTALL)))
    assert len(wanted) > 80
    assert wanted - {material.id for material in table} == set()


def test_every_value_is_si_within_reason_and_sourced(table):
    assert len(table) >= 60
    for material in table:
        for name, value in property_values(material).items():
            assert value.unit == RULES[name].unit, material.id
            assert RULES[name].low <= value.value <= RULES[name].high, (material.id, name)
            assert len(value.source) > 5, (material.id, name)
        assert re.search(r"[\u4e00-\u9fff]|PEEK|PVC", material.name_zh)


def test_every_metal_has_a_melting_point():
    for file in ("elements.json", "alloys.json"):
        for record in json.loads((FOLDER / file).read_text(encoding="utf-8"))["materials"]:
            assert "melting_point" in record, record["id"]


@pytest.mark.parametrize("id_", ["ice", "paraffin", "gallium", "indium", "tin", "lead", "solder_sn63pb37"])
def test_what_is_asked_to_melt_can(table, id_):
    assert table.find(id_).melts


@pytest.mark.parametrize(("id_", "ratio"), [("graphite_sheet", 20), ("fr4", 2)])
def test_sheets_conduct_less_across_than_along(table, id_, ratio):
    sheet = table.find(id_)
    assert sheet.thermal_conductivity.value > ratio * sheet.through_conductivity.value


def test_a_paste_is_a_range(table):
    paste = table.find("thermal_paste").thermal_conductivity
    assert paste.low < paste.value < paste.high


@pytest.mark.parametrize(
    ("id_", "diffusivity"),
    [("copper", 1.16597e-4), ("silver", 1.7386e-4), ("iron", 2.27977e-5), ("carbon_steel_1010", 1.88e-5)],
)
def test_diffusivity_is_that_of_the_book(table, id_, diffusivity):
    assert table.find(id_).thermal_diffusivity == pytest.approx(diffusivity, rel=1e-3)


def test_diffusivity_is_never_typed():
    assert "diffusiv" not in "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json"))


def test_values_from_memory_are_unverified(table):
    assert table.find("copper").thermal_conductivity.verified
    assert not table.find("sand").density.verified
    assert "unverified" in str(table.find("sand").density.citation)
    assert "unverified" not in str(table.find("copper").density.citation)


def test_the_page_on_materials_counts_as_the_table_does(table):
    values = [value for material in table for value in property_values(material).values()]
    verified = sum(value.verified for value in values)
    page = (ROOT / "docs" / "materials.md").read_text(encoding="utf-8")
    assert re.findall(r"(\d+) of (\d+) values of (\d+) materials", page) == [
        (str(verified), str(len(values)), str(len(table)))
    ]


def _with(tmp_path: Path, change) -> Path:
    content = json.loads((FOLDER / "elements.json").read_text(encoding="utf-8"))
    change(content["materials"])
    (tmp_path / "materials.json").write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


def _melting_in_part(materials):
    tin = next(record for record in materials if record["id"] == "tin")
    del tin["liquid_conductivity"]


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m[0]["density"].update(value=0),
        lambda m: m[0]["density"].update(value=-1),
        lambda m: m[0]["density"].update(value=float("inf")),
        lambda m: m[0]["density"].update(value=8.96),
        lambda m: m[0]["density"].update(unit="g/cm³", value=8.96),
        lambda m: m[0]["density"].update(source=""),
        lambda m: m[0]["density"].update(low=9000),
        lambda m: m[0]["density"].update(high=8000),
        lambda m: m[0]["density"].pop("verified"),
        lambda m: m[0]["emissivity"].update(value=1.2),
        lambda m: m[0]["melting_point"].update(value=-5),
        lambda m: m[0]["melting_point"].update(unit="°C"),
        lambda m: m[0].pop("density"),
        lambda m: m[0].update(surprise=1),
        lambda m: m[0].update(id="Copper"),
        lambda m: m[0].update(thermal_diffusivity=1e-4),
        lambda m: m[1].update(id=m[0]["id"]),
        lambda m: m[1]["aliases"].append("Red-Copper") or m[0]["aliases"].append("red copper"),
        _melting_in_part,
        lambda m: m.clear(),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(tmp_path, change):
    with pytest.raises(MaterialsUnreadable) as error:
        MaterialTable.load(_with(tmp_path, change))
    assert error.value.details


def test_names_are_unique_across_the_files_of_a_folder(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_bytes((FOLDER / "alloys.json").read_bytes())
    with pytest.raises(MaterialsUnreadable) as error:
        MaterialTable.load(tmp_path)
    assert "used twice" in error.value.details


def test_an_unchanged_file_is_accepted(tmp_path):
    assert len(MaterialTable.load(_with(tmp_path, lambda m: None))) > 10


@pytest.mark.parametrize("path", ["none.json", "."])
def test_a_missing_file_or_an_empty_folder_is_refused(tmp_path, path):
    with pytest.raises(MaterialsUnreadable):
        MaterialTable.load(tmp_path / path)


def test_names_are_compared_without_case_width_spaces_and_hyphens():
    assert normalised_name(" 6061－T6 ") == normalised_name("6061 t6")
    assert normalised_name("alumina") != normalised_name("aluminium")
