"""What a sentence says of the problem that its clip shows."""

from __future__ import annotations

import pytest

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Probe
from desktop_app.physics.acting import sides_acted_on
from desktop_app.thermography.painter import place_body
from desktop_app.workflow.probing import probe_of
from desktop_app.workflow.setting import setting_of
from desktop_app.workflow.solving import solve
from desktop_app.workflow.understanding import understand

SIZE = (480, 288)


def told(house, prompt, probe=None):
    concept = understand(house, prompt)
    solution = solve(concept, 17, CancelToken())
    body = place_body(solution.size_m, *SIZE)
    return setting_of(concept, solution, body, probe or probe_of(concept, body), concept.temperature_range_K)


def test_a_rod_in_a_flame(house):
    setting = told(house, "A copper rod, 20 cm long, left end held at 100 °C")
    assert [end.kind for end in setting.ends] == ["held", "insulated"]
    assert setting.ends[0].level == pytest.approx(1.0)
    assert setting.start_level == pytest.approx(0.0)
    assert setting.along_the_heat
    assert setting.homogeneous
    assert setting.sideways == "insulated"
    assert setting.mirror is None
    assert setting.diffusivity_per_s == pytest.approx(117e-6 / 0.2**2, rel=0.02)
    assert not setting.assumed


def test_two_hot_ends_are_mirrored_along_the_probe(house):
    setting = told(house, "iron bar, both ends at 300 °C")
    assert [end.kind for end in setting.ends] == ["held", "held"]
    assert setting.mirror == "left_right"
    assert setting.mirrored_along_probe


def test_air_along_a_rod_is_a_loss_to_its_temperature(house):
    setting = told(house, "steel rod, left end 200 °C, cooled by air along its sides")
    assert setting.sideways == "losing"
    assert setting.ambient_level == pytest.approx(0.0, abs=0.01)
    assert setting.along_the_heat
    assert setting.ends[1].kind == "exchanging"


def test_a_spot_is_a_source_inside(house):
    setting = told(house, "aluminium plate heated in the centre by a flame")
    (source,) = setting.sources
    assert (source.left + source.right) / 2 == pytest.approx(SIZE[0] / 2, abs=1)
    assert not setting.along_the_heat
    assert setting.section_visible
    assert setting.mirrored_along_probe


@pytest.mark.parametrize(
    ("prompt", "homogeneous", "along"),
    [
        ("a stack of copper on glass heated from below", False, True),
        ("copper ring heated inside", True, False),
        ("An aluminium heat sink, base at 80 °C, cooled by air on top", True, False),
    ],
)
def test_shapes(house, prompt, homogeneous, along):
    setting = told(house, prompt)
    assert (setting.homogeneous, setting.along_the_heat) == (homogeneous, along)


def test_a_probe_across_a_rod_knows_no_ends(house):
    setting = told(house, "A copper rod heated at its left end", Probe(100.0, 60.0, 300.0, 250.0))
    assert [end.kind for end in setting.ends] == ["unknown", "unknown"]
    assert not setting.along_the_heat


def test_heating_that_stops_is_told(house):
    setting = told(house, "copper rod, for the first 30 seconds a flame heats its left end, over 90 seconds")
    assert setting.heated_s == (0.0, pytest.approx(30.0))
    assert setting.ends[0].kind != "held"


def test_sides_in_words(house):
    concept = understand(house, "a steel rod cooled by air all around, left end at 200 °C")
    sides = {heating.where: sides_acted_on(concept, heating) for heating in concept.heating}
    assert sides["left"] == {"left"}
    assert sides["all_around"] >= {"right", "top", "bottom"}


def test_a_metal_far_below_its_melting_point_does_not_melt(house):
    assert not told(house, "A lead rod, left end held at 120 °C").melts
    assert told(house, "A block of ice in a warm room").melts
