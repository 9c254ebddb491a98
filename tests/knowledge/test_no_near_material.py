"""A grade or compound the table does not have is unknown, and never its nearest relative."""

from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.knowledge.generic_names import GENERIC
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")
MEANT = "“{name}” is taken to be {material}."


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("7075铝板左侧100度", "7075铝"),
        ("aluminium 7075 plate 5 mm, left 100 °C", "aluminium 7075"),
        ("a 7075-T6 aluminium plate, left 100 °C", "7075-T6 aluminium"),
        ("高碳钢棒一端加热", "高碳钢"),
        ("high carbon steel rod heated at the left", "high carbon steel"),
        ("a copper sulfate rod 20 cm long, left end at 100 °C", "copper sulfate"),
        ("a titanium dioxide rod 20 cm long, left end at 100 °C", "titanium dioxide"),
        ("a ice cream rod 20 cm long, left end at 100 °C", "ice cream"),
        ("a silicone rubber rod 20 cm long, left end at 100 °C", "silicone rubber"),
        ("a wood's metal rod 20 cm long, left end at 100 °C", "wood's metal"),
        ("a diamond-like carbon rod 20 cm long, left end at 100 °C", "diamond-like carbon"),
        ("a lead glass rod 20 cm long, left end at 100 °C", "lead glass"),
        ("a german silver rod 20 cm long, left end at 100 °C", "german silver"),
        ("a iron ore rod 20 cm long, left end at 100 °C", "iron ore"),
        ("a tin can rod 20 cm long, left end at 100 °C", "tin can"),
        ("a leaded brass rod 20 cm long, left end at 100 °C", "leaded brass"),
        ("a water glass rod 20 cm long, left end at 100 °C", "water glass"),
        ("a silver steel rod 20 cm long, left end at 100 °C", "silver steel"),
        ("a chromium steel rod 20 cm long, left end at 100 °C", "chromium steel"),
        ("a nickel silver rod 20 cm long, left end at 100 °C", "nickel silver"),
        ("a iron-nickel alloy rod 20 cm long, left end at 100 °C", "iron-nickel alloy"),
        ("a copper-clad aluminium rod 20 cm long, left end at 100 °C", "copper-clad aluminium"),
        ("a sterling silver rod 20 cm long, left end at 100 °C", "sterling silver"),
        ("a 4140 steel rod 20 cm long, left end at 100 °C", "4140 steel"),
        ("a stainless steel 430 rod 20 cm long, left end at 100 °C", "stainless steel 430"),
        ("a brass C360 rod 20 cm long, left end at 100 °C", "brass C360"),
        ("a 60/40 solder rod 20 cm long, left end at 100 °C", "60/40 solder"),
        ("a walnut wood rod 20 cm long, left end at 100 °C", "walnut wood"),
        ("a white gold rod 20 cm long, left end at 100 °C", "white gold"),
        ("a aluminium-lithium rod 20 cm long, left end at 100 °C", "aluminium-lithium"),
        ("硅胶板左侧100°C加热", "硅胶"),
        ("金刚砂板左侧100°C加热", "金刚砂"),
        ("石墨烯板左侧100°C加热", "石墨烯"),
        ("木炭板左侧100°C加热", "木炭"),
        ("冰淇淋板左侧100°C加热", "冰淇淋"),
        ("冰袋板左侧100°C加热", "冰袋"),
        ("铁矿石板左侧100°C加热", "铁矿石"),
        ("锡罐板左侧100°C加热", "锡罐"),
        ("锡纸板左侧100°C加热", "锡纸"),
        ("铜绿板左侧100°C加热", "铜绿"),
        ("钢丝绒板左侧100°C加热", "钢丝绒"),
        ("瓷砖板左侧100°C加热", "瓷砖"),
        ("银钢板左侧100°C加热", "银钢"),
        ("硅钢板左侧100°C加热", "硅钢"),
        ("硅铝合金板左侧100°C加热", "硅铝合金"),
        ("玻璃钢板左侧100°C加热", "玻璃钢"),
        ("铅玻璃板左侧100°C加热", "铅玻璃"),
        ("铜包铝板左侧100°C加热", "铜包铝"),
        ("不锈钢321板左侧100°C加热", "不锈钢321"),
        ("45号钢板左侧100°C加热", "45号钢"),
        ("Q235钢板左侧100°C加热", "Q235钢"),
        ("H62黄铜板左侧100°C加热", "H62黄铜"),
        ("胡桃木板左侧100°C加热", "胡桃木"),
        ("四氧化三铁板左侧100°C加热", "四氧化三铁"),
        ("白铜板左侧100°C加热", "白铜"),
        ("铝基复合材料板左侧100°C加热", "铝基"),
    ],
)
def test_another_grade_is_unknown(prompt, name):
    concept = understand(prompt, TABLE)
    assert not concept.materials
    assert not concept.supported
    assert any(name in str(note.to({})) for note in concept.notes)


@pytest.mark.parametrize(
    ("prompt", "material"),
    [
        ("6061-T6 aluminium plate, left 80 °C", "aluminium_6061"),
        ("铝合金6061板，左侧100℃", "aluminium_6061"),
        ("低碳钢棒左端加热", "carbon_steel_1010"),
        ("aluminium rod 1000 mm long heated left", "aluminium"),
        ("10 mm high copper block on a hot plate", "copper"),
        ("三氧化二铝板左侧100°C加热", "alumina"),
        ("氧化铝板左侧100°C加热", "alumina"),
        ("阳极氧化铝板左侧100°C加热", "aluminium"),
        ("a 18/8 steel rod 20 cm long, left end at 100 °C", "stainless_steel_304"),
        ("不锈钢316L板左侧100°C加热", "stainless_steel_316"),
        ("steel 304 rod, left end at 100 °C", "stainless_steel_304"),
        ("钛合金TC4板左侧100°C加热", "titanium_6al_4v"),
        ("a brick-red aluminium rod 20 cm long, left end at 100 °C", "aluminium"),
        ("a diamond-shaped copper rod 20 cm long, left end at 100 °C", "copper"),
        ("steel rod 2000 mm long, left end at 100 °C", "carbon_steel_1010"),
        ("不锈钢 300 mm 棒左端100℃", "stainless_steel_304"),
        ("a lead brick, left side at 100 °C", "lead"),
        ("white marble slab, left side at 100 °C", "marble"),
        ("热水铜管，左端100℃", "copper"),
        ("Pyrex玻璃板左侧100°C加热", "borosilicate_glass"),
        ("硅胶导热垫厚1mm，左侧100°C加热", "silicone_pad"),
        ("brass 20/30 mm tube, inside at 80 °C", "brass"),
    ],
)
def test_a_grade_of_the_table_and_a_mere_number_are_told_apart(prompt, material):
    assert [one.id for one in understand(prompt, TABLE).materials] == [material]


@pytest.mark.parametrize(
    "prompt", ["a painted silver rod", "a silver paint rod", "a gold-painted bar", "银灰色的棒"]
)
def test_a_colour_is_no_material(prompt):
    assert not understand(f"{prompt}, left 100 °C", TABLE).materials


def test_bodies_side_by_side_are_no_alloy():
    ids = [one.id for one in understand("铜铝接触，左侧100℃", TABLE).materials]
    assert ids == ["copper", "aluminium"]


@pytest.mark.parametrize(
    ("prompt", "name", "material"),
    [
        ("a steel rod, then the steel cools, left 100 °C", "steel", "carbon steel (AISI 1010)"),
        ("a stainless steel plate, left 100 °C", "stainless steel", "stainless steel 304"),
        ("a bronze rod, left 100 °C", "bronze", "bronze (90 % Cu, 10 % Al)"),
        ("a brass rod, left 100 °C", "brass", "brass (cartridge, 70/30)"),
        ("a glass plate, left 60 °C", "glass", "glass, soda-lime"),
        ("a wooden plate, left 60 °C", "wooden", "wood, pine or fir"),
        ("a solder bar, left 60 °C", "solder", "solder SAC305 (Sn-3Ag-0.5Cu)"),
        ("钢棒左侧100℃", "钢", "碳钢（AISI 1010）"),
        ("不锈钢板左侧100℃", "不锈钢", "304 不锈钢"),
        ("木板左侧60℃", "木", "松木或杉木"),
    ],
)
def test_a_name_that_stands_for_one_grade_says_which_once(prompt, name, material):
    notes = [note for note in understand(prompt, TABLE).notes if note.template == MEANT]
    assert [dict(note.values) for note in notes] == [{"name": name, "material": material}]


@pytest.mark.parametrize(
    "prompt", ["a copper rod, left 100 °C", "an AISI 1010 rod, left 100 °C", "304不锈钢板左侧100℃"]
)
def test_a_name_of_one_grade_needs_no_note(prompt):
    assert all(note.template != MEANT for note in understand(prompt, TABLE).notes)


def test_every_shared_name_is_one_of_the_table():
    for english, (_, names) in GENERIC.items():
        assert [one.name for one in map(TABLE.find, names.split("|")) if one] == [english] * (
            names.count("|") + 1
        )
