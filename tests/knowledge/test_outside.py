from __future__ import annotations

import pytest

from desktop_app.knowledge.melting import exceeds_melting
from desktop_app.knowledge.outside import outside_conduction
from desktop_app.knowledge.prompt_text import normalised
from desktop_app.knowledge.understanding import understand


@pytest.mark.parametrize(
    ("prompt", "reason"),
    [
        ("water boiling in a steel pot", "Boiling"),
        ("the drying of a wet wooden board at 60 °C", "nothing"),
        ("水在铁锅里沸腾", "Boiling"),
        ("水滴在热铜板上蒸发", "Boiling"),
        ("a burning wooden block", "Combustion"),
        ("木块燃烧", "Combustion"),
        ("a steel plate in strong wind", "Moving air"),
        ("streamlines around a hot copper cylinder", "Moving air"),
        ("铜块周围的气流组织", "Moving air"),
        ("convection currents above a hot plate", "Moving air"),
        ("laser welding of two steel sheets, show the weld pool", "Weld pools"),
        ("钢板焊接熔池", "Weld pools"),
        ("a laser scanning across a copper plate", "move"),
        ("移动热源加热铜板", "move"),
        ("pulsed laser on a copper plate", "over and over"),
        ("铜棒左端周期性加热", "over and over"),
        ("left end of a copper rod at 50+20 sin(2t) °C", "over and over"),
        ("induction heating of a steel bar", "inside the body"),
        ("摩擦生热的钢块", "inside the body"),
        ("copper heat pipe between a chip and a fin", "Heat pipes"),
        ("热管散热器", "Heat pipes"),
        ("a Peltier element on a copper block", "Thermoelectric"),
        ("半导体制冷片给铜块降温", "Thermoelectric"),
        ("thermal expansion of a copper rod heated at left", "Thermal stress"),
        ("copper rod heated by radiation", "radiation"),
        ("steel wire with a current, 12 V", "electric current"),
    ],
)
def test_physics_outside_conduction_is_said_to_be_outside(prompt, reason):
    reasons = " ".join(map(str, outside_conduction(normalised(prompt))))
    assert reason in reasons or reason == "nothing"


@pytest.mark.parametrize(
    "prompt",
    [
        "a copper rod, left end in boiling water, right end in ice water",
        "copper rod above a burning candle",
        "which one burns my fingers first, copper or iron?",
        "copper block cooled by flowing water",
        "windowed heat sink of aluminium",
        "neglect radiation, convection and evaporation",
        "heat flows from the left to the right",
        "two plates welded together",
        "a single pulse of 10 ms",
        "燃烧的蜡烛加热铜棒左端",
        "铜棒左端插入沸水",
        "散热器用风扇强制风冷",
        "忽略对流和辐射",
        "环境温度为周围空气温度",
        "radiates to its surroundings with emissivity 0.9",
        "均热板铜层",
        "the current temperature is 20 °C",
    ],
)
def test_words_that_only_look_like_it_are_harmless(prompt):
    assert outside_conduction(normalised(prompt)) == ()


def test_a_current_whose_power_is_given_is_a_source():
    text = "nichrome wire with a current, 12 V"
    assert outside_conduction(text)
    assert outside_conduction(text, {"power"}) == ()


@pytest.mark.parametrize(
    ("prompt", "reason"),
    [
        ("zinc rod with its left end in a flame", "zinc melts at 419.5 °C"),
        ("锌棒左端被火焰加热", "锌 melts at"),
        ("copper rod, left end at 1200 °C", "copper melts at 1085 °C"),
        ("heat the left end of an iron rod until it melts", "Melting and freezing of iron"),
        ("ice block on a 150 °C hot plate", "boils"),
    ],
)
def test_melting_that_cannot_be_followed_is_said_to_be_so(prompt, reason, table):
    concept = understand(prompt, table)
    assert not concept.supported
    assert reason in str(concept.notes[-1])


@pytest.mark.parametrize(
    "prompt",
    [
        "ice cube melting in warm air at 25 °C",
        "冰块在30℃空气中融化",
        "paraffin block on a hot plate at 90 °C, melting",
        "tin bar, left end at 300 °C",
        "gallium plate, bottom at 40 °C, melts",
        "will the copper rod melt if its left end is held at 500 °C?",
        "aluminium rod, left end at 600 °C, melting point 660 °C",
    ],
)
def test_melting_that_is_followed_is_supported(prompt, table):
    assert understand(prompt, table).supported


def test_a_solution_hotter_than_the_material_lasts_is_told(table):
    concept = understand("aluminium plate, 500 W chip in the middle", table)
    assert concept.supported
    assert exceeds_melting(concept, 900.0) is None
    assert "aluminium melts at 660.3 °C" in str(exceeds_melting(concept, 950.0))
