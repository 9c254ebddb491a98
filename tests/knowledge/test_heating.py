from __future__ import annotations

import pytest
from support.heating_prompts import HEATING, Done

from desktop_app.domain.concept import Heating
from desktop_app.domain.errors import InvalidInput
from desktop_app.knowledge.understanding import understand


def _is(done: Done, heating: Heating) -> bool:
    value = heating.value - 273.15 if heating.unit == "K" else heating.value
    ambient = heating.ambient_K - 273.15 if heating.ambient_K is not None else None
    return (
        (heating.where, heating.kind) == (done.where, done.kind)
        and (done.value is None or value == pytest.approx(done.value))
        and (done.ambient is None or ambient == pytest.approx(done.ambient))
        and heating.end_s == done.until
    )


@pytest.mark.parametrize(("prompt", "expected"), HEATING, ids=[prompt[:50] for prompt, _ in HEATING])
def test_what_is_done_to_the_body(prompt, expected, table):
    found = understand(prompt, table).heating
    assert len(found) == len(expected)
    assert all(any(_is(done, heating) for heating in found) for done in expected), found


def _notes(prompt, table):
    return " ".join(map(str, understand(prompt, table).notes))


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("aluminium block cooled by a fan", "50 W/(m²·K) is assumed for moving air (Berk"),
        ("aluminium block in still air, starts at 90 °C", "10 W/(m²·K) is assumed for still air"),
        ("aluminium block quenched in oil from 300 °C", "200 W/(m²·K) is assumed for flowing oil"),
        ("room with a 1 kW heater, outside 0 °C", "25 W/(m²·K) is assumed for outdoor air (ISO 6946)"),
        (
            "copper rod, left end 100 °C, radiates to surroundings at 20 °C",
            "emissivity of its material, 0.03",
        ),
        ("titanium rod, left end 100 °C, radiates", "An emissivity of 0.9 is assumed"),
        ("two 10 W chips on an aluminium heat sink", "2 sources of 10 W each: 20 W in all"),
        ("copper plate heated at its top-left corner", "Corners cannot be heated by themselves"),
        ("copper rod, left end at 80-90 °C", "“80-90 °C” is a range"),
        ("tin bar, left end 200 °C, melting point 232 °C", "“232 °C” was not used"),
        ("copper rod, left end 100 °C, right end 20 °C, start 20 °C, 55 °C", "55 °C was not used"),
    ],
)
def test_what_is_assumed_of_heating_is_noted(prompt, words, table):
    assert words in _notes(prompt, table)


@pytest.mark.parametrize(
    ("prompt", "extent"),
    [
        ("copper plate, 5 W laser, 2 mm laser spot in the middle", 0.002),
        ("aluminium heat sink, 10 mm chip of 20 W", 0.01),
        ("散热器底部20W芯片，芯片尺寸15x15mm，铝", 0.015),
        ("steel sheet, laser beam diameter 1.5 mm, 10 W at the centre", 0.0015),
        ("steel sheet 200 x 100 x 2 mm, laser spot radius 1 mm, 10 W at the centre", 0.002),
        ("FR4 board 100 x 80 x 1.6 mm with a 2 W chip, 8 mm wide, in the middle", 0.008),
        ("copper rod 10 mm thick heated at its left end", None),
    ],
)
def test_how_large_a_source_is(prompt, extent, table):
    first = understand(prompt, table).heating[0]
    assert first.extent_m == (None if extent is None else pytest.approx(extent))


def test_the_size_of_a_chip_is_not_that_of_the_plate(table):
    size = understand(
        "FR4 board 100 x 80 x 1.6 mm with a 2 W chip, chip size 8x8 mm, in the middle", table
    ).size
    assert (size.length, size.height, size.thickness) == pytest.approx((0.1, 0.08, 0.0016))


def test_an_insulated_end_loses_nothing_to_the_air_around(table):
    concept = understand("copper rod, left end 100 °C, right end insulated, in still air at 20 °C", table)
    assert concept.cut_faces == ("right",)
    assert understand("copper rod, left end 100 °C, still air at 20 °C", table).cut_faces == ()


def test_radiation_in_a_vacuum_is_a_convection_without_a_coefficient(table):
    heating = understand("steel block at 500 °C in vacuum, emissivity 0.8, surroundings 20 °C", table).heating
    assert [(h.where, h.kind, h.value, h.emissivity) for h in heating] == [
        ("all_around", "convection", 0.0, 0.8)
    ]


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("copper block, emissivity 1.4, cooling in air", "emissivity"),
        ("copper block with a -5 W heater at the bottom", "power"),
        ("copper rod, left end at 9000 K", "hotter"),
        ("copper rod, left end at 0 K", "absolute zero"),
        ("copper block in air, h = 1e9 W/(m²·K)", "coefficient"),
        ("铜块，发射率2，在空气中冷却", "emissivity"),
    ],
)
def test_what_no_surface_does_is_refused(prompt, word, table):
    with pytest.raises(InvalidInput) as refusal:
        understand(prompt, table)
    assert word in str(refusal.value.message)
    assert str(refusal.value.remedy)


@pytest.mark.parametrize(
    ("prompt", "held", "start"),
    [
        ("铝棒一端插入100℃的沸水中，初始20℃", [373.15], 293.15),
        ("copper rod, left end in boiling water at 99 °C", [372.15], 293.15),
        ("copper rod, left 100 °C, ice water at the right", [373.15, 273.15], 293.15),
    ],
)
def test_a_number_beside_a_named_temperature_is_the_same_temperature(prompt, held, start, table):
    concept = understand(prompt, table)
    assert [h.value for h in concept.heating] == pytest.approx(held)
    assert concept.initial_temperature_K == pytest.approx(start)
