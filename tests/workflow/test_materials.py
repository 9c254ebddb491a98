from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.own_material import OwnMaterial, OwnValue
from desktop_app.services.verbs import Verbs


def test_an_own_material_is_listed_saved_and_removed(house):
    verbs = Verbs(house)
    shipped = len(verbs.materials().materials)
    saved = verbs.save_material(
        OwnMaterial(
            "graphene paper",
            OwnValue(15, "W/cm/K"),
            OwnValue(2.0, "g/cm³"),
            OwnValue(0.7, "J/g/K"),
        )
    )
    listed = verbs.materials()
    assert len(listed.materials) == shipped + 1
    assert listed.own_ids == ("graphene_paper",)
    assert listed.problem is None
    assert saved in listed.materials
    verbs.remove_material("graphene_paper")
    assert verbs.materials().own_ids == ()


def test_a_damaged_file_is_a_problem_of_the_list_only(house):
    (house.data_folder / "materials.json").write_text("{")
    listed = Verbs(house).materials()
    assert len(listed.materials) > 60
    assert listed.problem is not None


@pytest.mark.parametrize(
    ("value", "unit", "name", "kept"),
    [
        ("231", "BTU/(hr·ft·°F)", "thermal_conductivity", 399.8),
        (" 8.96 ", "g/cm**3", "density", 8960),
        ("９．０e2", "J/(kg·K)", "specific_heat_capacity", 900),
        ("−40", "°C", "melting_point", 233.15),
    ],
)
def test_what_is_typed_is_converted(house, value, unit, name, kept):
    assert Verbs(house).convert(value, unit, name) == pytest.approx(kept, rel=1e-4)


@pytest.mark.parametrize("text", ["", "abc", "1,5", "1_000", "nan", "inf", "1e999", "9" * 50, "2 K"])
def test_what_is_no_number_is_refused(house, text):
    with pytest.raises(InvalidInput) as error:
        Verbs(house).convert(text, "W/(m·K)", "thermal_conductivity")
    assert "not a number" in str(error.value)
