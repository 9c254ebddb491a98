"""Prompts people wrote of which the body was misunderstood."""

from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
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
