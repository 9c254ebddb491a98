"""Prompts people wrote of which the body was misunderstood."""

from __future__ import annotations

import math

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.geometry import Box
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")


def told(concept: Concept) -> list[str]:
    """The notes of a concept, in English."""
    return [str(note) for note in concept.notes]


@pytest.mark.parametrize(
    "prompt",
    [
        "copper plate, chip 20 W 10x10 mm in the centre, 100 x 100 x 2 mm, still air",
        "copper plate 100 x 100 x 2 mm, chip 20 W 10x10 mm in the centre",
        "铜板，芯片20W 10x10mm在中心，100×100×2mm",
    ],
)
def test_the_size_after_a_chip_and_its_power_is_the_chips(prompt: str) -> None:
    concept = understand(prompt, TABLE)

    assert (concept.size.length, concept.size.height, concept.size.thickness) == (0.1, 0.1, 0.002)
    assert concept.heating[0].extent_m == pytest.approx(0.01)


@pytest.mark.parametrize(
    "prompt",
    ["LED 3 W, 50 mm square plate of copper 1 mm thick", "chip 20 W, 50 x 50 x 1 mm copper plate"],
)
def test_the_size_after_a_power_is_the_bodys_where_the_body_follows(prompt: str) -> None:
    concept = understand(prompt, TABLE)

    assert concept.size.length == pytest.approx(0.05)
    assert concept.heating[0].extent_m is None


def test_a_second_size_is_not_dropped_without_a_word() -> None:
    concept = understand("copper plate 100 x 100 x 2 mm and 50 x 40 mm, left edge 100 °C", TABLE)

    assert "“50 × 40 mm” was not used." in told(concept)


def test_a_spot_wider_than_the_plate_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        understand("copper plate 100 mm spot 200 mm, 100 °C", TABLE)

    assert str(refusal.value.message) == "What heats is 0.2 m wide, but the body only 0.1 m."


@pytest.mark.parametrize(
    ("prompt", "shape"),
    [
        ("steel sphere 50 mm diameter dropped in water at 20 °C, starts at 200 °C", "sphere"),
        ("a steel ball 20 mm in hot water", "sphere"),
        ("ice ball 5 cm in air at 20 °C", "sphere"),
        ("an aluminium cone heated at its base with 100 °C", "cone"),
        ("steel pan on a flame", "pan or pot"),
        ("铁锅底部加热到200度", "pan or pot"),
        ("steel torus 100 mm heated to 100 °C", "torus"),
        ("triangular copper plate 100 mm, left edge 100 °C", "triangular plate"),
    ],
)
def test_a_body_like_none_of_the_shapes_is_refused_by_name(prompt: str, shape: str) -> None:
    concept = understand(prompt, TABLE)

    assert not concept.supported
    assert (
        told(concept)[-1] == f"HeatSketch has no {shape}: describe a rod, a plate, a block or a ring like it."
    )
    assert "No shape was named: a rod is assumed." not in told(concept)


def test_a_spoon_is_a_rod_and_that_is_said() -> None:
    concept = understand("steel spoon in hot tea", TABLE)

    assert concept.supported
    assert concept.shape == "rod"
    assert "A spoon is not among the shapes: a rod is assumed in its place." in told(concept)


def test_what_lies_in_a_pan_is_the_body() -> None:
    concept = understand("a copper rod 20 cm long in a hot pan at 100 °C", TABLE)

    assert concept.supported


@pytest.mark.parametrize(
    "prompt",
    [
        "copper disc of 100 mm diameter, centre heated with 20 W",
        "round copper plate 100 mm diameter, centre heated with 20 W",
        "copper disk 100 mm, centre heated with 20 W",
        "copper plate 100 mm diameter, 20 W in the centre",
        "直径100mm的圆形铜板，中心20W",
    ],
)
def test_a_disc_is_a_square_plate_of_the_same_area(prompt: str) -> None:
    concept = understand(prompt, TABLE)

    assert concept.size.length * concept.size.height == pytest.approx(math.pi * 0.05**2)
    assert any(note.startswith("A disc 0.1 m across is taken as a square plate") for note in told(concept))


def test_a_floor_is_heated_through_its_thickness() -> None:
    concept = understand("concrete floor 100 mm, heated from below to 40 °C", TABLE)

    assert (concept.shape, concept.section) == ("plate", "cut")
    assert concept.size.thickness == pytest.approx(0.1)


@pytest.mark.parametrize(
    "prompt",
    ["cylinder of steel 50 mm diameter 100 mm tall, bottom at 100 °C", "钢圆柱直径50mm高100mm，底部100度"],
)
def test_a_tall_cylinder_stands(prompt: str) -> None:
    concept = understand(prompt, TABLE)

    assert concept.shape == "rod"
    assert (concept.size.length, concept.size.height) == (0.1, 0.05)
    assert concept.extent == (0.05, 0.1)


def test_how_wide_a_heat_sink_is_is_not_its_fins_height() -> None:
    concept = understand("aluminium heat sink 50 fins 200 mm wide, 40 W", TABLE)

    assert concept.size.length == pytest.approx(0.2)
    assert concept.num_fins == 50
    assert "No height was given: 30 mm is assumed." in told(concept)


def test_a_tube_heated_at_its_end_is_refused() -> None:
    concept = understand("aluminium tube 1 m long 20 mm outer diameter, left end 100 °C", TABLE)

    assert not concept.supported
    assert told(concept)[-1].startswith("A tube is solved across its wall")


def test_a_die_keeps_its_three_sides_and_the_power_on_top_of_it() -> None:
    concept = understand(
        "silicon die 10x10x0.5 mm with 30 W on top, 0.1 mm thermal paste, 2 mm copper, bottom held at 40 °C",
        TABLE,
    )

    boxes = [(part.outline, part.material.id) for part in concept.parts if isinstance(part.outline, Box)]
    layers = sorted((box.y0, box.height, material) for box, material in boxes)
    assert [height for _, height, _ in layers] == pytest.approx([2e-3, 0.1e-3, 0.5e-3])
    assert layers[-1][2] == "silicon"
    assert (concept.size.length, concept.size.thickness) == pytest.approx((0.01, 0.01))
    assert [(h.where, h.kind) for h in concept.heating] == [("top", "power"), ("bottom", "temperature")]


@pytest.mark.parametrize(
    "prompt",
    [
        "双层玻璃窗 4mm+12mm空气+4mm 室内20 室外0",
        "double glazing 4 mm glass, 12 mm air, 4 mm glass, 20 °C inside, 0 °C outside",
    ],
)
def test_a_gap_filled_with_gas_is_refused(prompt: str) -> None:
    concept = understand(prompt, TABLE)

    assert not concept.supported
    assert told(concept)[-1].startswith("A gap filled with gas carries heat")


def test_the_spreaders_size_and_metal_are_not_the_heat_sinks() -> None:
    concept = understand(
        "CPU at 65 W, copper heat spreader 30x30x3 mm, aluminium heatsink with 20 fins and a fan", TABLE
    )

    assert [material.id for material in concept.materials] == ["aluminium"]
    assert "No width was given: 80 mm is assumed." in told(concept)
    assert "“30×30×3 mm” was not used." in told(concept)
    assert "Only the heat sink is solved: the spreader is left out." in told(concept)


def test_power_that_nothing_removes_is_said() -> None:
    note = "Nothing removes the heat: the body only gets hotter."

    assert note in told(understand("chip 50 W + paste + spreader + aluminium heat sink", TABLE))
    assert note not in told(understand("copper plate, 20 W in the centre, in still air at 20 °C", TABLE))


def test_a_bar_that_is_called_a_plate_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        understand("aluminium plate 100 x 100 x 500 mm, left 100 °C", TABLE)

    assert str(refusal.value.message) == "A body of 0.1 × 0.1 × 0.5 m is a bar and no plate."


def test_a_graphite_sheet_is_as_thick_as_the_sheet_of_the_table() -> None:
    concept = understand("手机 5W 芯片 石墨片 100x60mm", TABLE)

    assert concept.size.thickness == pytest.approx(70e-6)
    assert "No thickness was given: 0.07 mm is assumed." in told(concept)
