"""A grade or compound the table does not have is unknown, and never its nearest relative."""

from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("7075铝板左侧100度", "7075铝"),
        ("aluminium 7075 plate 5 mm, left 100 °C", "aluminium 7075"),
        ("a 7075-T6 aluminium plate, left 100 °C", "7075-T6 aluminium"),
        ("高碳钢棒一端加热", "高碳钢"),
        ("high carbon steel rod heated at the left", "high carbon steel"),
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
    ],
)
def test_a_grade_of_the_table_and_a_mere_number_are_told_apart(prompt, material):
    assert [one.id for one in understand(prompt, TABLE).materials] == [material]
