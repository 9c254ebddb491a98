"""Which layers, bodies and materials a prompt names, and which is which."""

# ruff: noqa: E501  (tables: one prompt a line)

from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
from desktop_app.knowledge.concept_json import concept_to_json
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")


def _understood(prompt: str) -> Concept:
    return understand(prompt, TABLE)


@pytest.mark.parametrize(
    ("prompt", "layers"),
    [
        (
            "silicon die 0.7 mm, thermal paste 50 µm, copper spreader 3 mm, aluminium sink base 8 mm stacked",
            [("chip", "silicon", 7e-4), ("paste", "thermal_paste", 5e-5), ("spreader", "copper", 3e-3), ("sink", "aluminium", 8e-3)],
        ),
        (
            "硅芯片（0.5mm）+导热硅脂（0.1mm）+铜均热板（2mm）+铝散热器底板（5mm）",
            [("chip", "silicon", 5e-4), ("paste", "thermal_paste", 1e-4), ("spreader", "copper", 2e-3), ("sink", "aluminium", 5e-3)],
        ),
        (
            "氮化镓芯片/SAC305焊料/铜钨载板三层叠放，厚度依次为0.1mm、0.05mm、1mm",
            [("chip", "gallium_nitride", 1e-4), ("paste", "solder_sac305", 5e-5), ("board", "copper_tungsten", 1e-3)],
        ),
        ("PCB stack: 35 µm copper, 1.5 mm FR4, 35 µm copper", [("layer", "copper", 3.5e-5), ("layer", "fr4", 1.5e-3), ("layer", "copper", 3.5e-5)]),
        ("GaN 5 µm on diamond 300 µm on copper 2 mm", [("layer", "gallium_nitride", 5e-6), ("layer", "diamond", 3e-4), ("layer", "copper", 2e-3)]),
        ("stacked copper and steel plates, 3 mm each", [("layer", "copper", 3e-3), ("layer", "carbon_steel_1010", 3e-3)]),
        ("chip + thermal paste + copper spreader 的 stack，chip 是碳化硅的", [("chip", "silicon_carbide", 7e-4), ("paste", "thermal_paste", 1e-4), ("spreader", "copper", 3e-3)]),
        ("CPU (silicon, 0.8 mm), TIM 0.1 mm, copper IHS 2 mm, TIM 0.2 mm, aluminium heat sink base 6 mm; 65 W",
         [("chip", "silicon", 8e-4), ("paste", "thermal_paste", 1e-4), ("spreader", "copper", 2e-3), ("paste", "thermal_paste", 2e-4), ("sink", "aluminium", 6e-3)]),
        ("stack of copper 3 mm and aluminium, total thickness 10 mm", [("layer", "copper", 3e-3), ("layer", "aluminium", 7e-3)]),
        ("CPU die -> TIM -> IHS -> TIM -> heatsink, 95 W",
         [("chip", "silicon", 7e-4), ("paste", "thermal_paste", 1e-4), ("spreader", "copper", 3e-3), ("paste", "thermal_paste", 1e-4), ("sink", "aluminium", 5e-3)]),
        ("芯片/导热硅脂/铜/铝 叠层 厚度 0.7/0.1/3/5 mm 功率 80W",
         [("chip", "silicon", 7e-4), ("paste", "thermal_paste", 1e-4), ("layer", "copper", 3e-3), ("layer", "aluminium", 5e-3)]),
        ("晶圆0.75mm/导热膏0.05mm/铜盖板2mm/铝散热片10mm，80W",
         [("chip", "silicon", 7.5e-4), ("paste", "thermal_paste", 5e-5), ("layer", "copper", 2e-3), ("sink", "aluminium", 1e-2)]),
        ("diamond heat spreader under a GaN chip: GaN 2 µm, diamond 300 µm, copper 1 mm, 20 W",
         [("layer", "gallium_nitride", 2e-6), ("layer", "diamond", 3e-4), ("layer", "copper", 1e-3)]),
        ("LED chip on aluminium nitride 0.5 mm on copper 2 mm stack, 10 W",
         [("chip", "silicon", 7e-4), ("layer", "aluminium_nitride", 5e-4), ("layer", "copper", 2e-3)]),
        ("copper spreader 2 mm on an aluminium sink 10 mm, 30 W chip below", [("spreader", "copper", 2e-3), ("sink", "aluminium", 1e-2)]),
    ],
)  # fmt: skip
def test_layers_in_the_order_of_naming(prompt, layers):
    concept = _understood(prompt)
    assert concept.shape == "stack"
    thicknesses = concept_to_json(concept, str)["layers_m"]
    assert [part.role for part in concept.parts] == [role for role, _, _ in layers]
    assert [part.material.id for part in concept.parts] == [material for _, material, _ in layers]
    assert thicknesses == pytest.approx([metres for _, _, metres in layers])


@pytest.mark.parametrize(
    ("prompt", "from_below"),
    [
        ("stack of copper, FR4 and aluminium", ["copper", "fr4", "aluminium"]),
        ("layers from top to bottom: copper 1 mm, FR4 1.6 mm, aluminium 3 mm", ["aluminium", "fr4", "copper"]),
        ("上层是铜下层是铝", ["aluminium", "copper"]),
        ("下层是铝，上层是铜", ["aluminium", "copper"]),
        ("copper spreader on top of an aluminium sink", ["aluminium", "copper"]),
        ("polyurethane foam 40 mm, on it pine 18 mm, stacked", ["polyurethane_foam", "wood_pine"]),
        ("上面一层3mm铜，下面一层5mm铝，中间0.2mm导热膏，底部芯片50W", ["aluminium", "thermal_paste", "copper"]),
        ("solder between copper and alumina: copper 0.3 mm, solder 0.1 mm, alumina 0.6 mm", ["copper", "solder_sac305", "alumina"]),
        ("a copper block glued to a steel block with 0.1 mm epoxy", ["copper", "epoxy", "carbon_steel_1010"]),
        ("1 mm of thermal paste between a copper block and an aluminium block", ["copper", "thermal_paste", "aluminium"]),
    ],
)  # fmt: skip
def test_which_layer_lies_on_which(prompt, from_below):
    parts = sorted(_understood(prompt).parts, key=lambda part: part.outline.y0)
    assert [part.material.id for part in parts] == from_below


def test_layers_of_a_wall_stand_side_by_side_where_heat_crosses_them_so():
    concept = _understood(
        "3-layer wall: brick 12 cm, mineral wool 10 cm, gypsum board 1.25 cm, left 20 °C, right -5 °C"
    )
    assert [part.through_axis for part in concept.parts] == ["x"] * 3
    assert concept.extent[0] == pytest.approx(0.2325)
    assert concept_to_json(concept, str)["layers_m"] == pytest.approx([0.12, 0.1, 0.0125])


@pytest.mark.parametrize(
    ("prompt", "shape", "materials"),
    [
        ("a rod, left half copper and right half iron, left end 100 °C", "rod", "copper iron"),
        ("铜铝复合棒，左半铜右半铝，左端100度", "rod", "copper aluminium"),
        ("copper rod welded to an iron rod, left end 100 °C", "contact", "copper iron"),
        ("铝块与钢块紧密接触", "contact", "aluminium carbon_steel_1010"),
        ("两块5cm厚的钢板紧贴，左边150℃右边30℃", "contact", "carbon_steel_1010"),
        ("copper plate bolted to an aluminium plate, each 1 cm thick", "contact", "copper aluminium"),
        (
            "floor build-up: concrete slab 150 mm, EPS 50 mm, oak 15 mm",
            "stack",
            "concrete polystyrene_foam wood_oak",
        ),
        ("一块10厘米见方的冰", "ice_block", "ice"),
        ("鳍片数14，铜，底座厚4毫米，鳍高22毫米", "heat_sink", "copper"),
        ("散热器，铝6063，18片", "heat_sink", "aluminium_6063"),
        ("oak plank, left face 70 °F, right face 30 °F", "plate", "wood_oak"),
        ("copper rod with its left end in contact with a flame", "rod", "copper"),
        ("heat sink with a copper base and aluminium fins", "heat_sink", "copper aluminium"),
        ("heat sink with aluminium fins on a copper base", "heat_sink", "aluminium copper"),
        ("room with concrete walls and a heater", "room", "concrete air"),
        ("room (3 m high, 6 m long, 4 m deep), concrete walls of 25 cm", "room", "concrete air"),
        ("iron-copper bimetallic plate", "stack", "iron copper"),
        ("两个铜块叠在一起", "contact", "copper"),
        ("copper rod wrapped in mineral wool, left end 100 °C", "rod", "copper"),
        ("a rod of Inconel heated at one end", "rod", ""),
        ("合金棒一端加热", "rod", ""),
        ("金属棒一端加热", "rod", ""),
        ("a fin made of 6063", "fin", "aluminium_6063"),
        ("SUS 304 pipe", "ring", "stainless_steel_304"),
        ("PE pipe, hot water inside", "ring", "polyethylene"),
        ("In plates of copper", "plate", "copper"),
        ("paraffin block on a plate at 80 °C", "block", "paraffin"),
        ("the brick wall of a house", "plate", "brick"),
        ("a brick rod heated at its left end", "rod", "brick"),
        ("a red brick heated at its left side", "block", "brick"),
        ("一根环氧树脂棒左端加热", "rod", "epoxy"),
        ("a lead ring heated at the left", "ring", "lead"),
        ("a lead heat sink heated at its base", "heat_sink", "lead"),
        ("砖墙房间，室内20℃，室外-10℃", "room", "brick air"),
    ],
)
def test_which_part_is_of_which_material(prompt, shape, materials):
    concept = _understood(prompt)
    assert concept.shape == shape
    assert [material.id for material in concept.materials] == materials.split()


def test_bodies_side_by_side_have_their_own_lengths():
    concept = _understood("一根长10cm的铜棒和一根长20cm的铁棒焊接在一起，左端100℃")
    assert [part.role for part in concept.parts] == ["first", "second"]
    assert [part.outline.width for part in concept.parts] == pytest.approx([0.1, 0.2])
    assert concept.parts[0].outline.x1 == concept.parts[1].outline.x0


def test_parts_of_a_rod_have_their_own_lengths():
    concept = _understood(
        "the left part is copper (10 cm) and the right part is brass (20 cm), one rod, left 200 °C"
    )
    assert concept.size.length == pytest.approx(0.3)
    assert [part.outline.width for part in concept.parts] == pytest.approx([0.1, 0.2])


def test_a_power_enters_where_the_chip_is():
    below = _understood("stack from below: silicon die 0.5 mm, solder 0.1 mm, copper 3 mm; 100 W")
    above = _understood("stack from below: copper 3 mm, solder 0.1 mm, silicon die 0.5 mm; 100 W")
    assert (below.heating[0].where, above.heating[0].where) == ("bottom", "top")


@pytest.mark.parametrize(
    ("prompt", "main", "others"),
    [
        ("copper vs aluminium rod, left end 100 °C", "copper", "aluminium"),
        ("compare copper, aluminium and steel rods heated at one end", "copper", "aluminium carbon_steel_1010"),
        ("iron bar with a torch at one end, and compare with copper", "iron", "copper"),
        ("compared with silver, how does a copper rod behave?", "copper", "silver"),
        ("和铁棒对比，铜棒左端100度", "copper", "iron"),
        ("我的肋片是黄铜的，和铝的比一下差别大不大？", "brass", "aluminium"),
        ("铂金丝，右端90℃，比较铂、金两种材料", "platinum", "gold"),
        ("How much faster does heat travel in silver than in stainless steel? rod 30 cm", "silver", "stainless_steel_304"),
        ("玻璃棒和铁棒谁传热快", "glass", "iron"),
        ("Same rod in gold and lead, left end 200 °C", "gold", "lead"),
        ("同样的棒换成不锈钢会怎样？先看铜棒，左端100度", "copper", "stainless_steel_304"),
    ],
)  # fmt: skip
def test_a_comparison_gives_whole_variants_over_the_same_time(prompt, main, others):
    concept = _understood(prompt)
    assert [material.id for material in concept.materials] == [main]
    assert [variant.materials[0].id for variant in concept.variants] == others.split()
    for variant in concept.variants:
        assert (variant.duration_s, variant.size) == (concept.duration_s, concept.size)
        assert [p.outline for p in variant.parts] == [p.outline for p in concept.parts]
        assert variant.enrichment.prompt
        assert variant.variants == ()


def test_a_stack_is_compared_by_its_thickest_layer_and_not_by_its_chip():
    concept = _understood(
        "silicon die 0.7 mm, thermal paste 50 µm, copper spreader 3 mm, 40 W; compare with silver"
    )
    (variant,) = concept.variants
    assert [part.material.id for part in variant.parts] == ["silicon", "thermal_paste", "silver"]


@pytest.mark.parametrize(
    ("prompt", "resistance"),
    [
        ("two copper bars touching, contact resistance 1e-4 m²K/W", 1e-4),
        ("两根铜棒对接，接触热阻 0.0001 m²·K/W", 1e-4),
        ("两根铜棒对接，接触热阻为 0.5 cm²·K/W", 5e-5),
        ("copper block pressed against a steel block, thermal contact conductance 10000 W/m²K", 1e-4),
        ("铜块和铝块接触，接触热导 5000 W/(m²·K)", 2e-4),
        ("铜块和铝块接触，接触热阻2e-4", 2e-4),
        ("铜块和铝块接触，忽略接触热阻", 0.0),
    ],
)
def test_contact_resistance(prompt, resistance):
    concept = _understood(prompt)
    assert concept.contact_resistance_m2K_W == pytest.approx(resistance)
    assert not any(h.kind == "convection" for h in concept.heating)
    assert "Perfect contact is assumed" not in " ".join(map(str, concept.notes))


@pytest.mark.parametrize("value", ["-1e-4", "100"])
def test_a_contact_resistance_no_contact_has_is_refused(value):
    with pytest.raises(InvalidInput, match="No contact has"):
        _understood(f"two copper bars touching, contact resistance {value} m²K/W")
