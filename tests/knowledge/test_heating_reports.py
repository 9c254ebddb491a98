"""Prompts people reported as misread: what is done to the body, when, and what is said of the rest."""

from __future__ import annotations

import pytest

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


def test_a_power_before_a_coefficient_is_no_energy(table):
    assert _done("heat sink aluminium 12 fins 25 W h=30", table) == {
        ("base", "power", 25.0, None),
        ("all_around", "convection", 30.0, 20.0),
    }
