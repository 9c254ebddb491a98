"""Sizes as the corpus's README gives them a meaning, from the ways people write them."""

# ruff: noqa: E501  (tables: one prompt a line)

from __future__ import annotations

import math

import pytest
from support.paths import RESOURCES

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.geometry import Annulus
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")


@pytest.mark.parametrize(
    ("prompt", "length", "height", "thickness"),
    [
        ("A 2 m long, 25 mm diameter brass rod", 2.0, 0.025, 0.025),
        ("copper wire of radius 0.5 mm, length 10 cm", 0.1, 0.001, 0.001),
        ("an aluminum bar 30 cm x 2 cm x 2 cm", 0.3, 0.02, 0.02),
        ("a square steel bar 10 mm by 10 mm and 400 mm long", 0.4, 0.01, 0.01),
        ("copper rod 1m dia 1cm", 1.0, 0.01, 0.01),
        ("A 12 inch long steel rod, 1/2 inch in diameter", 0.3048, 0.0127, 0.0127),
        ("长0.8m、截面2cm×3cm的铝条", 0.8, 0.02, 0.03),
        ("半径5毫米长30厘米的铁棒", 0.3, 0.01, 0.01),
        ("一根10cm长5mm粗的银棒", 0.1, 0.005, 0.005),
        ("aluminium plate 300 mm long, 200 mm wide and 4 mm thick", 0.3, 0.2, 0.004),
        ("a 30x20 cm copper plate, 5mm thick", 0.3, 0.2, 0.005),
        ("铜片长10cm宽2cm厚1mm", 0.1, 0.02, 0.001),
        ("20cm见方的铜板，厚1mm", 0.2, 0.2, 0.001),
        ("a glass pane 1.2 m wide, 0.8 m high and 6 mm thick", 1.2, 0.8, 0.006),
        ("glass sheet 4 mm", None, None, 0.004),
        ("单晶硅片厚0.7毫米", None, None, 0.0007),
        ("copper disc of 10 cm diameter", 0.1 * math.pi**0.5 / 2, 0.1 * math.pi**0.5 / 2, None),
        ("fin: 60 × 40 × 2 mm, copper", 0.06, 0.04, 0.002),
        ("a copper fin 25 mm high and 1.5 mm thick", 0.025, None, 0.0015),
        ("等截面直肋，紫铜，肋高60毫米，肋厚3毫米", 0.06, None, 0.003),
        ("A brass block 10 cm long, 5 cm wide and 3 cm high", 0.1, 0.03, 0.05),
        ("石墨块10cm×5cm×5cm", 0.1, 0.05, 0.05),
        ("a 4-inch aluminium cube", 0.1016, 0.1016, 0.1016),
        ("ice cube 3 cm", 0.03, 0.03, 0.03),
        ("pin fin of copper, 5 mm diameter, 50 mm long", 0.05, 0.005, 0.005),
        ("heat sink with four 30 mm fins on a 60 mm wide copper base 5 mm thick", 0.06, 0.035, None),
        ("copper heat sink: base 50 x 50 x 4 mm, 12 fins each 20 mm high, 0.8 mm thick", 0.05, 0.024, 0.05),
        ("copper heat sink, W100mm x D80mm x H45mm, 9 fins", 0.1, 0.045, 0.08),
        ("一块边长5cm的冰块", 0.05, 0.05, 0.05),
        ("steel pipe, outer diameter 100 mm, wall thickness 5 mm", 0.1, 0.1, None),
        ("an L bracket 100 mm x 60 mm x 5 mm steel", 0.1, 0.06, 0.005),
        ("steel L-bracket with legs of 80 mm and 60 mm, 8 mm thick", 0.08, 0.06, 0.008),
        ("L bracket: vertical 120 mm, horizontal 80 mm, thickness 5 mm, copper", 0.08, 0.12, 0.005),
        ("a steel angle, legs 60 mm, 6 mm thick", 0.06, 0.06, 0.006),
        ('Al plate 4"x6"x1/8"', 0.1016, 0.1524, 0.003175),
        ("heat sink, 8 fins, 20mm x 1mm fins, base 60mm x 5mm, al 6063", 0.06, 0.025, None),
        ("30 m² flat, 2.5 m ceiling, 2 kW heater", 30**0.5, 2.5, 30**0.5),
        ("L型铜支架，水平边100mm，竖直边50mm，厚度4mm", 0.1, 0.05, 0.004),
        ("aluminium heat sink, 80 mm wide, 35 mm tall, 100 mm deep", 0.08, 0.035, 0.1),
        ("Aluminium heatsink, 60x60 mm base, 5 mm thick, 14 fins 25 mm tall and 1 mm thick", 0.06, 0.03, 0.06),
        ("room 5 m x 4 m x 2.5 m", 5.0, 2.5, 4.0),
        ("16平米的房间，层高2.8米", 4.0, 2.8, 4.0),
    ],
)  # fmt: skip
def test_sizes(prompt, length, height, thickness):
    size = understand(prompt, TABLE).size
    for expected, found in ((length, size.length), (height, size.height), (thickness, size.thickness)):
        assert expected is None or found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "inner", "outer"),
    [
        ("copper tube 22 mm OD with 1 mm wall", 0.02, 0.022),
        ("PVC pipe with inner radius 2 cm and outer radius 3 cm", 0.04, 0.06),
        ("外径60mm、壁厚4mm的钢管", 0.052, 0.06),
        ("cast iron ring OD 8 in ID 6 in", 0.1524, 0.2032),
        ("铜管，内径8毫米，壁厚1毫米", 0.008, 0.010),
        ("pipe: di = 20 mm, do = 26 mm, PVC", 0.02, 0.026),
        ("alumina washer 30 mm OD, 12 mm hole", 0.012, 0.03),
    ],
)
def test_diameters_of_rings(prompt, inner, outer):
    outline = understand(prompt, TABLE).parts[0].outline
    assert isinstance(outline, Annulus)
    assert 2 * outline.inner_radius == pytest.approx(inner)
    assert 2 * outline.outer_radius == pytest.approx(outer)


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("copper heat sink with twelve fins", 12),
        ("16-fin aluminium heat sink", 16),
        ("散热器 100mm×50mm×100mm，20片翅片，6063铝", 20),
        ("带12片散热片的铝散热器", 12),
        ("铝散热器，翅片高30mm、厚1mm，共15片，宽80mm", 15),
        ("纯铝散热器，片数25", 25),
        ("6063铝散热片，鳍片12", 12),
        ("aluminium heat sink", 10),
    ],
)
def test_fins_are_counted(prompt, count):
    concept = understand(prompt, TABLE)
    assert concept.num_fins == count
    assert sum(part.role == "fin" for part in concept.parts) == count


def test_lengths_that_do_not_measure_the_body_are_left_out():
    for prompt in (
        "copper plate 100 x 50 x 2 mm with a 10 mm wide chip in the middle",
        "copper plate 100 x 50 x 2 mm, laser spot of 2 mm",
        "copper plate 100 x 50 x 2 mm, a 10 x 10 mm chip in the centre",
        "copper plate 100 x 50 x 2 mm heated 20 mm from the left edge",
    ):
        concept = understand(prompt, TABLE)
        assert (concept.size.length, concept.size.height) == pytest.approx((0.1, 0.05))
        assert concept.size.thickness == pytest.approx(0.002)


@pytest.mark.parametrize(
    ("prompt", "why"),
    [
        ("a copper rod 1 km long", "length of 1000 m"),
        ("长度为-20cm的铜棒", "length of -0.2 m"),
        ("a copper wire 10 nm in diameter, 1 m long", "diameter"),
        ("a copper rod 2 cm long and 5 cm in diameter", "thicker than it is long"),
        ("copper plate 10 cm x 10 cm, 20 cm thick", "thicker than it is wide"),
        ("copper fin 10 mm long, 20 mm thick", "fin 0.02 m thick"),
        ("copper pipe OD 10 mm, wall 6 mm", "does not fit into an outer one"),
        ("steel pipe with inner diameter 60 mm and outer diameter 40 mm", "does not fit into an outer one"),
        ("steel L-bracket with legs of 50 mm, 60 mm thick", "Legs"),
        ("copper heat sink with no fins", "0 fins"),
        ("copper heat sink with 10000 fins", "10000 fins"),
        ("copper heat sink 60 mm wide, 40 fins 3 mm thick", "do not fit"),
        ("copper heat sink 30 mm tall, base 40 mm thick, 5 fins", "no room for fins"),
        ("stack of copper 3 mm and aluminium 4 mm, total thickness 5 mm", "thicker than the whole"),
    ],
)
def test_sizes_that_contradict_each_other_are_refused(prompt, why):
    with pytest.raises(InvalidInput) as refusal:
        understand(prompt, TABLE)
    assert why in str(refusal.value.message)
    assert str(refusal.value.remedy)


@pytest.mark.parametrize(
    ("prompt", "assumed"),
    [
        (
            "copper heat sink",
            ("width", "height", "depth", "base thickness", "fin thickness", "number of fins"),
        ),
        ("copper fin", ("length", "width", "thickness")),
        ("copper pipe", ("outer diameter", "inner diameter", "depth")),
        ("copper L-bracket", ("horizontal leg", "vertical leg", "thickness", "width")),
        ("stack of copper and FR4", ("thickness was given for copper", "Perfect contact", "width", "depth")),
        ("room with a heater", ("wall thickness", "taken to be of", "air and its walls")),
        ("two copper blocks touching", ("length", "height", "Perfect contact")),
    ],
)
def test_every_size_filled_in_is_noted(prompt, assumed):
    notes = " ".join(map(str, understand(prompt, TABLE).notes))
    for words in assumed:
        assert words in notes


def test_what_could_not_be_used_is_noted():
    notes = " ".join(
        map(str, understand("copper rod 20 cm long, 5 mm diameter, 3 mm wide, 7 m deep", TABLE).notes)
    )
    assert "“7 m” was not used" in notes


@pytest.mark.parametrize(
    ("prompt", "section", "through"),
    [
        ("copper rod, left end 100 °C", "round", None),
        ("square copper bar, left end 100 °C", "plan", None),
        ("copper plate, left edge 100 °C", "plan", None),
        ("brick wall 24 cm thick, left side 20 °C, right side -10 °C", "cut", "x"),
        ("granite slab 5 cm thick, flux of 800 W/m² on the right face, left face 290 K", "cut", "x"),
        ("copper sheet 3 mm thick on a hot plate at 200 °C", "cut", "y"),
        ("acrylic板，左边贴 heater 2kW/m²，右边 fan 冷却", "cut", "x"),
        ("window glass 6 mm thick 1 m x 1.5 m: indoor 22 °C h=8, outdoor -5 °C h=25", "cut", "x"),
        ("glass sheet 4 mm, left edge 60 °C, right edge 10 °C", "plan", None),
        ("plate 300 × 200 × 5 mm of brass, left 350 K, right 300 K", "plan", None),
        ("aluminium block 10 cm, bottom at 80 °C", "cut", None),
    ],
)
def test_walls_are_cut_through_and_plates_seen_face_on(prompt, section, through):
    concept = understand(prompt, TABLE)
    assert concept.section == section
    width, height = concept.extent
    if through == "x":
        assert width == concept.size.thickness
    elif through == "y":
        assert height == concept.size.thickness


def test_a_block_that_conducts_well_is_cooled_at_its_front_and_back_too():
    assert understand("brass cube 5 cm, 300 °C, cools in still air", TABLE).section == "plan"
    assert understand("cork cube 50 cm, 300 °C, cools in still air, h = 50", TABLE).section == "cut"
