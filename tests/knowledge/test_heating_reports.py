"""Prompts people reported as misread: what is done to the body, when, and what is said of the rest."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.knowledge.understanding import understand


def _done(prompt, table):
    """Where, kind and value of what is done, temperatures in °C; for a convection its surroundings too."""
    return {
        (
            h.where,
            h.kind,
            round(h.value - (273.15 if h.unit == "K" else 0.0), 6),
            None if h.ambient_K is None else round(h.ambient_K - 273.15, 6),
        )
        for h in understand(prompt, table).heating
    }


def _notes(prompt, table):
    return " ".join(map(str, understand(prompt, table).notes))


@pytest.mark.parametrize(
    ("prompt", "heated", "cooled"),
    [
        ("steel block on a hot plate at 200 °C, still air", 200.0, ("all_around", 10.0)),
        ("steel block on a hot plate at 200 °C, still air, emissivity 0.8", 200.0, ("all_around", 10.0)),
        ("copper plate on a hot plate at 150 °C, cooled by a fan on top", 150.0, ("top", 50.0)),
        ("热板上的铜块，热板温度150℃，四周空气冷却", 150.0, ("all_around", 10.0)),
        ("steel block on a hot plate, still air", 100.0, ("all_around", 10.0)),
    ],
)
def test_a_thing_that_heats_acts_in_spite_of_air(prompt, heated, cooled, table):
    where, h = cooled
    assert _done(prompt, table) == {("bottom", "temperature", heated, None), (where, "convection", h, 20.0)}
    assert understand(prompt, table).initial_temperature_K == pytest.approx(293.15)


def test_a_body_taken_off_what_heated_it_only_cools(table):
    prompt = "cast iron plate taken off the stove at 200 °C, cools in still air"
    assert {kind for _, kind, _, _ in _done(prompt, table)} == {"convection"}
    assert understand(prompt, table).initial_temperature_K == pytest.approx(473.15)


def test_a_body_taken_off_a_hot_plate_is_no_longer_heated(table):
    prompt = "a copper block was on a hot plate at 200 °C and now cools in air"
    assert {kind for _, kind, _, _ in _done(prompt, table)} == {"convection"}
    assert {kind for _, kind, _, _ in _done("钢块从200℃的热板上取下，在空气中冷却", table)} == {"convection"}


def test_a_power_before_a_coefficient_is_no_energy(table):
    assert _done("heat sink aluminium 12 fins 25 W h=30", table) == {
        ("base", "power", 25.0, None),
        ("all_around", "convection", 30.0, 20.0),
    }


@pytest.mark.parametrize(
    "prompt",
    [
        "copper block at 100 °C in contact with a steel block at 20 °C",
        "two copper blocks, one at 100 °C and the other at 0 °C, pressed together",
        "a hot aluminium block at 150 °C on a cold copper plate at 10 °C",
        "A copper block initially at 90 °C is placed in contact with a steel plate at 20 °C",
        "100℃的铜块与20℃的钢块接触",
        "两个铜块，一个100℃，另一个0℃，紧贴在一起",
        "铜块（100℃）和铝块（20℃）接触",
    ],
)
def test_two_starts_are_said_not_to_be_solved(prompt, table):
    concept = understand(prompt, table)
    assert not concept.supported
    assert str(concept.notes[-1]).startswith("Bodies that start at different temperatures are not solved yet")


@pytest.mark.parametrize(
    "prompt",
    [
        "a copper rod, one end at 100 °C and the other at 0 °C",
        "steel block at 150 °C on a hot plate at 200 °C",
        "copper block at 80 °C in contact with a steel block at 80 °C, left end at 20 °C",
        "two copper blocks in contact, left face at 100 °C, right face at 20 °C",
        "铜棒，一端100℃，另一端0℃",
        "a steel bar at 20 °C, its left end touching a copper block at 200 °C",
    ],
)
def test_one_start_is_solved(prompt, table):
    assert understand(prompt, table).supported


@pytest.mark.parametrize(
    "prompt", ["boiling water in a copper pot", "铜锅里烧开水", "a steel kettle: boiling water in the kettle"]
)
def test_a_liquid_that_boils_is_outside(prompt, table):
    concept = understand(prompt, table)
    assert not concept.supported
    assert "Boiling, evaporation" in _notes(prompt, table)


@pytest.mark.parametrize(
    ("prompt", "celsius"),
    [
        ("An aluminium block dipped into boiling water at 100 °C", 100.0),
        ("铜块放入沸水中", 100.0),
        ("铜块在沸水里", 100.0),
        ("steel block in a pot of boiling water", 100.0),
        ("steel block dropped into ice water", 0.0),
    ],
)
def test_a_liquid_a_body_is_put_into_is_all_around(prompt, celsius, table):
    assert _done(prompt, table) == {("all_around", "convection", 100.0, celsius)}
    assert understand(prompt, table).supported


def test_a_body_put_into_boiling_water_starts_at_room_temperature(table):
    start = understand("An aluminium block dipped into boiling water at 100 °C", table).initial_temperature_K
    assert start == pytest.approx(293.15)


@pytest.mark.parametrize(
    ("prompt", "ends", "lasts"),
    [
        ("copper plate, 10 W for 5 s, then cooling for 10 s", 5.0, 15.0),
        ("steel plate 20 W for 30 s then cooled by fan for 60 s", 30.0, 90.0),
        ("铜板加热30秒，然后冷却60秒", 30.0, 90.0),
        ("copper rod, left end at 100 °C for 20 s then insulated, total 60 s", 20.0, 60.0),
        ("steel plate, 20 W for 30 s, then cooled by a fan; show 2 min", 30.0, 120.0),
    ],
)
def test_stages_add_up(prompt, ends, lasts, table):
    concept = understand(prompt, table)
    assert concept.heating[0].end_s == ends
    assert concept.duration_s == lasts


@pytest.mark.parametrize(
    ("prompt", "done", "note"),
    [
        (
            "copper rod, left end at 100 °C and left end at 20 °C",
            ("left", "temperature", 100.0, None),
            "The temperature of 20 °C was not used.",
        ),
        (
            "copper rod, left end 10 W and left end held at 50 °C",
            ("left", "temperature", 50.0, None),
            "The 10 W at the left end was not used: that place is held at a temperature.",
        ),
        (
            "copper plate with 3 chips of 10 W",
            ("spot", "power", 30.0, None),
            "3 sources of 10 W each: 30 W in all, taken as one source.",
        ),
    ],
)
def test_what_cannot_act_too_is_noted(prompt, done, note, table):
    assert _done(prompt, table) == {done}
    assert note in _notes(prompt, table)


@pytest.mark.parametrize("prompt", ["copper plate in air, h=-25", "copper plate in air, h = -25 W/(m²·K)"])
def test_a_coefficient_below_zero_is_refused(prompt, table):
    with pytest.raises(InvalidInput, match="-25"):
        understand(prompt, table)


def test_a_pipe_of_hot_water_holds_its_side(table):
    prompt = "一块300mm×200mm×5mm的6061铝板，左边接80℃热水管，右边自然对流"
    assert _done(prompt, table) == {("left", "temperature", 80.0, None), ("right", "convection", 10.0, 20.0)}
    assert understand(prompt, table).initial_temperature_K == pytest.approx(293.15)


def test_a_flame_is_not_as_warm_as_the_plate_a_foot_is_bolted_to(table):
    prompt = "foot bolted to a 25 °C plate, L bracket of steel, flame at the top"
    assert _done(prompt, table) == {("base", "temperature", 25.0, None), ("top", "flame", 500.0, None)}


@pytest.mark.parametrize(
    ("prompt", "phases", "lasts"),
    [
        (
            "copper rod, left 100 °C for 20 s, then 0 °C for 20 s",
            {("left", "temperature", 373.15, 0.0, 20.0), ("left", "temperature", 273.15, 20.0, None)},
            40.0,
        ),
        (
            "铜棒左端100℃保持20秒，然后0℃保持20秒",
            {("left", "temperature", 373.15, 0.0, 20.0), ("left", "temperature", 273.15, 20.0, None)},
            40.0,
        ),
        (
            "copper rod, left 10 W for 10 s then 20 W for 15 s",
            {("left", "power", 10.0, 0.0, 10.0), ("left", "power", 20.0, 10.0, None)},
            25.0,
        ),
    ],
)
def test_one_phase_takes_the_place_of_another(prompt, phases, lasts, table):
    concept = understand(prompt, table)
    assert {(h.where, h.kind, h.value, h.start_s, h.end_s) for h in concept.heating} == phases
    assert concept.duration_s == lasts
    assert concept.initial_temperature_K == pytest.approx(293.15)


def test_a_phase_that_begins_nobody_knows_when_is_noted(table):
    prompt = "copper rod, left end at 100 °C, then 0 °C"
    assert _done(prompt, table) == {("left", "temperature", 100.0, None)}
    assert "“0 °C” was not used." in _notes(prompt, table)
