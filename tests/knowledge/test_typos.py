from __future__ import annotations

import pytest

from desktop_app.knowledge.notation import spelled_out
from desktop_app.knowledge.patterns import words
from desktop_app.knowledge.typos import corrected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a rod heted alon teh left end wiht a flame", "a rod heated along the left end with a flame"),
        ("intial tempreture", "initial temperature"),
        ("lenght 20 cm, thicknes 3 mm, diamter 5 mm", "length 20 cm, thickness 3 mm, diameter 5 mm"),
        ("insulatd sides, heatig, condutivity", "insulated sides, heating, conductivity"),
    ],
)
def test_slips_in_connecting_words_are_set_right(written, meant):
    assert corrected(written) == meant


@pytest.mark.parametrize(
    "prompt",
    ["aluminim rod", "cooper plate", "Si, Ni, Sn and Ag", "blak broze", "iorn and seel", "titanum heater"],
)
def test_names_of_materials_are_never_touched(prompt):
    assert corrected(prompt) == prompt


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("W100mm x D80 mm, T300", "W 100mm x D 80 mm, T300"),
        ("ring OD 50 ID 30 mm", "ring OD 50 mm ID 30 mm"),
        (
            "T(0,t) = 100 °C, T(L,t) = 20 °C, T(x,0) = 20 °C",
            "left end = 100 °C, right end = 20 °C, T(x,0) = 20 °C",
        ),
        ("T(0)=500 K, T(L)=300 K", "left end=500 K, right end=300 K"),
        ("T(0)=500 K", "T(0)=500 K"),
        ("insulated at x = L", "insulated right end"),
    ],
)
def test_notation_is_spelled_out(written, words):
    assert spelled_out(written) == words


def test_a_list_of_words_with_an_empty_one_is_refused():
    with pytest.raises(ValueError, match="empty alternative"):
        words("rods?", "棒||杆")
