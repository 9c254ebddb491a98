"""What the workflow adds to what was understood: a story, a shared scale, what the solver assumes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support import concepts
from support.concepts import HOT_LEFT, STILL_AIR, material

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Heating
from desktop_app.domain.material import PropertyValue
from desktop_app.workflow import understanding
from desktop_app.workflow.solving import preview
from desktop_app.workflow.understanding import understand


@pytest.fixture
def understood(house, monkeypatch):
    """What becomes of a concept that was understood."""

    def become(concept):
        monkeypatch.setattr(understanding, "understand_prompt", lambda *_, **__: concept)
        return understand(house, concept.prompt)

    return become


def test_a_concept_that_is_solved_has_its_story(house):
    concept = understand(house, "a copper rod 20 cm long, left end held at 100 °C, for 170 s")
    alpha = concept.materials[0].thermal_diffusivity
    assert concept.story.fourier_number == pytest.approx(alpha * 170 / 0.2**2)
    assert concept.temperature_range_K == (293.15, 373.15)
    assert understand(house, "an unobtainium rod, left end held at 100 °C").story is None


def test_the_scale_of_a_source_comes_from_the_solution(understood):
    concept = understood(concepts.heat_sink())
    assert concept.temperature_range_K == concept.story.temperature_range_K
    assert concept.temperature_range_K[1] > 350


def test_variants_share_a_scale_and_keep_their_own_story(understood):
    flux = Heating("left", "flux", 5e5, "W/m²")
    own = concepts.rod(flux)
    (part,) = own.parts
    iron = replace(own, parts=(replace(part, material=material(80.0, 7870.0, 447.0)),))
    concept = understood(replace(own, variants=(iron,)))
    (variant,) = concept.variants
    assert variant.temperature_range_K == concept.temperature_range_K
    assert variant.duration_s == concept.duration_s
    assert variant.story.fourier_number < concept.story.fourier_number
    assert variant.temperature_range_K[1] > understood(own).temperature_range_K[1]


def test_what_the_solver_assumes_is_noted(understood):
    spot = concepts.plate(Heating("spot", "temperature", 373.15, "K"))
    assert "What is heated in the middle is taken to be 24 mm wide." in map(str, understood(spot).notes)
    said = understood(concepts.plate(Heating("spot", "temperature", 373.15, "K", extent_m=0.02)))
    assert said.notes == ()
    side = understood(concepts.ring(HOT_LEFT))
    assert "A side of the ring is taken to be a quarter of its outside." in map(str, side.notes)
    sink = understood(concepts.heat_sink(Heating("base", "power", 40.0, "W"), STILL_AIR))
    assert "The power enters over the whole of the base." in map(str, sink.notes)
    above = understood(concepts.round_rod(Heating("top", "temperature", 373.15, "K")))
    assert "A rod heated from one side is solved as a flat cut through its middle." in map(str, above.notes)


def test_what_cannot_be_set_up_is_not_supported_and_says_why(understood):
    concept = understood(concepts.ice_block(Heating("centre", "flux", 100.0, "W/m²")))
    assert not concept.supported
    assert concept.story is None
    assert str(concept.notes[-1]) == "A heat flux or an air flow cannot act inside the body."


def test_a_source_that_would_melt_the_body_is_not_followed(house):
    concept = understand(
        house, "an aluminium rod 10 cm long, 5 mm thick, 2 kW into its left end, for 10 minutes"
    )
    assert not concept.supported
    assert concept.story is None
    assert "melts at 660" in str(concept.notes[-1])
    gentle = understand(
        house, "an aluminium rod 10 cm long, 5 mm thick, 2 W into its left end, for 10 minutes"
    )
    assert gentle.supported


def test_a_clip_of_no_given_length_ends_before_something_melts(house):
    concept = understand(house, "an aluminium rod 10 cm long, 5 mm thick, 100 W into its left end")
    assert concept.supported
    given, ends = (
        "No duration was given",
        [str(note) for note in concept.notes if "melts at 660" in str(note)],
    )
    assert len(ends) == 1
    assert ends[0].startswith(f"{given}: the clip ends at {concept.duration_s:g} s.")
    assert sum(str(note).startswith(given) for note in concept.notes) == 1
    low, high = concept.temperature_range_K
    assert 800 < high < 1000
    field = preview(concept, CancelToken()).temperature_K
    assert 800 < np.nanmax(field) <= 933.5
    assert low == concept.initial_temperature_K


def test_a_variant_that_would_melt_leaves_the_others(understood):
    flux = Heating("left", "flux", 4e6, "W/m²")
    own = concepts.rod(flux, fourier_number=0.2)
    (part,) = own.parts
    point = PropertyValue(505.0, "K", "a test", verified=False)
    tin = replace(own, parts=(replace(part, material=replace(part.material, melting_point=point)),))
    concept = understood(replace(own, variants=(tin, own)))
    assert concept.supported
    assert [variant.supported for variant in concept.variants] == [False, True]


def test_a_damaged_file_of_own_materials_is_told_first(house):
    (house.data_folder / "materials.json").write_text('{"materials": [')
    concept = understand(house, "A copper rod, left end at 100 °C")
    assert concept.supported
    assert "materials.json" in str(concept.notes[0])
    (house.data_folder / "materials.json").unlink()
    assert not any(
        "materials.json" in str(n) for n in understand(house, "A copper rod, left end at 100 °C").notes
    )


@pytest.mark.parametrize(
    "prompt",
    [
        "a copper rod, left end held at 100 °C",
        "an aluminium heat sink with 40 W at the base",
        "a copper plate with a hot spot at 100 °C",
        "a steel L-bracket, foot end at 100 °C",
        "a hot steel plate at 200 °C cooling in air at 20 °C, h = 50 W/m²K",
        "a copper ring heated at the inside to 100 °C",
        "a steel rod heated at both ends to 100 °C",
        "a chip with 20 W on thermal paste on a copper spreader",
    ],
)
def test_the_note_on_a_duration_and_the_story_have_one_fourier_number(house, prompt):
    concept = understand(house, prompt)
    (values,) = [v for note in concept.notes if "fourier_number" in (v := dict(note.values))]
    assert float(values["fourier_number"]) == float(f"{concept.story.fourier_number:.2g}")
    if len(concept.materials) == 1:
        alpha = concept.materials[0].thermal_diffusivity
        over = alpha * concept.duration_s / float(values["length"]) ** 2
        assert over == pytest.approx(concept.story.fourier_number, rel=0.02)
