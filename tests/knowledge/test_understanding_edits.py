"""What a person changes in the concept's card."""

from __future__ import annotations

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.edits import Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.material import FROM_EDIT
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")
PROMPT = "copper rod heated at its left end"
STACK = "stack of copper 3 mm and FR4 2 mm, bottom at 80 °C"


def _edited(prompt: str = PROMPT, **edits: object) -> Concept:
    return understand(prompt, TABLE, edits=Edits(**edits))  # type: ignore[arg-type]


def _notes(concept: Concept) -> str:
    return " ".join(map(str, concept.notes))


def test_no_edits_change_nothing():
    assert _edited() == understand(PROMPT, TABLE)


@pytest.mark.parametrize(
    ("edits", "size"),
    [
        ({"length": 0.5}, (0.5, 0.01, 0.01)),
        ({"height": 0.02}, (0.2, 0.02, 0.02)),
        ({"shape": "plate", "length": 0.3, "height": 0.1, "thickness": 0.004}, (0.3, 0.1, 0.004)),
        ({"shape": "fin", "length": 0.06}, (0.06, 0.04, 0.002)),
        ({"shape": "block", "length": 0.06}, (0.06, 0.06, 0.06)),
        ({"shape": "ring", "length": 0.05, "inner_diameter_m": 0.04}, (0.05, 0.05, 0.1)),
        ({"shape": "l_bracket", "height": 0.05, "thickness": 0.005}, (0.05, 0.05, 0.005)),
        ({"shape": "heat_sink", "length": 0.1, "height": 0.04, "thickness": 0.05}, (0.1, 0.04, 0.05)),
        ({"shape": "room", "length": 5.0, "height": 3.0, "thickness": 4.0}, (5.0, 3.0, 4.0)),
    ],
)
def test_sizes_and_shape(edits, size):
    found = _edited(**edits).size
    assert (found.length, found.height, found.thickness) == pytest.approx(size)


def test_an_edit_wins_over_the_prompt_and_is_no_assumption():
    concept = _edited("copper rod 1 m long", length=0.5, height=0.02)
    assert concept.size.length == 0.5
    assert "No diameter" in _notes(understand("copper rod 1 m long", TABLE))
    assert "No diameter" not in _notes(concept)
    assert concept.edits == Edits(length=0.5, height=0.02)


@pytest.mark.parametrize("shape", ["stack", "contact", "room", "heat_sink", "ring", "ice_block", "l_bracket"])
def test_any_shape_can_be_chosen(shape):
    concept = _edited(shape=shape)
    assert concept.shape == shape
    assert concept.parts


def test_materials_are_numbered_by_the_piece():
    concept = _edited(STACK, materials=(None, "aluminium"))
    assert [part.material.id for part in concept.parts] == ["copper", "aluminium"]
    concept = _edited("stack of copper 1 mm, FR4 2 mm, copper 1 mm", materials=(None, None, "silver"))
    assert [part.material.id for part in concept.parts] == ["copper", "fr4", "silver"]


def test_a_material_can_be_given_where_the_prompt_has_none():
    concept = _edited("a rod heated at its left end", materials=("iron",))
    assert concept.materials[0].id == "iron"
    assert concept.supported
    assert "No material" not in _notes(concept)


def test_another_material_does_not_keep_properties_the_prompt_gave_the_first():
    concept = _edited("copper rod with k = 390 W/(m·K), left end 100 °C", materials=("iron",))
    assert concept.materials[0] == TABLE.find("iron")


def test_properties_carry_their_source():
    material = _edited(properties=((0, "density", 9000.0), (0, "emissivity", 0.8))).materials[0]
    assert (material.density.value, material.density.source) == (9000.0, FROM_EDIT)
    assert material.emissivity.value == 0.8
    assert material.thermal_conductivity == TABLE.find("copper").thermal_conductivity
    assert material.overridden == ("density", "emissivity")


def test_three_properties_make_a_material():
    values = (("thermal_conductivity", 50.0), ("density", 3000.0), ("specific_heat_capacity", 800.0))
    concept = _edited("a rod heated at its left end", properties=tuple((0, n, v) for n, v in values))
    assert concept.materials[0].id == "custom"
    assert concept.supported


def test_layers_and_contact():
    concept = _edited(STACK, layers_m=(None, 0.004), contact_resistance_m2K_W=1e-4)
    assert [part.outline.height for part in concept.parts] == pytest.approx([0.003, 0.004])
    assert concept.contact_resistance_m2K_W == 1e-4
    assert "Perfect contact" not in _notes(concept)


def test_fins():
    concept = _edited("copper heat sink", num_fins=7)
    assert concept.num_fins == 7
    assert "number of fins" not in _notes(concept)


def test_heating_start_and_duration():
    heating = (Heating("right", "temperature", 350.0, "K"),)
    concept = _edited(heating=heating, initial_temperature_K=280.0, duration_s=90.0)
    assert concept.heating == heating
    assert (concept.initial_temperature_K, concept.duration_s) == (280.0, 90.0)
    notes = _notes(concept)
    assert "No temperature was given" not in notes
    assert "No duration" not in notes
    assert "20 °C throughout" not in notes


def test_rules_and_text_of_the_enrichment():
    assert "camera" not in [a.rule for a in _edited(removed_rules=("camera",)).enrichment.additions]
    assert _edited(enriched_prompt="my own words").enrichment.prompt == "my own words"


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ({"length": 1000.0}, "length of 1000 m"),
        ({"length": 0.005, "height": 0.01}, "thicker than it is long"),
        ({"height": -0.01}, "-0.01"),
        ({"shape": "heat_sink", "num_fins": 0}, "0 fins"),
        ({"shape": "ring", "length": 0.1, "inner_diameter_m": 0.2}, "does not fit"),
        ({"shape": "stack", "layers_m": (0.0,)}, "thickness of 0 m"),
        ({"materials": ("unobtainium",)}, "no material called"),
        ({"properties": ((0, "density", 0.0),)}, "density"),
        ({"properties": ((0, "colour", 1.0),)}, "no property called"),
        ({"shape": "contact", "contact_resistance_m2K_W": -1.0}, "No contact has"),
        ({"initial_temperature_K": 0.0}, "absolute zero"),
        ({"heating": (Heating("left", "temperature", -3.0, "K"),)}, "absolute zero"),
        ({"heating": (Heating("left", "convection", 10.0, "W/(m²·K)", -3.0),)}, "absolute zero"),
        ({"heating": (Heating("left", "convection", -1.0, "W/(m²·K)", 300.0),)}, "heat transfer coefficient"),
        ({"duration_s": 0.0}, "duration"),
    ],
)
def test_contradictions_are_refused_as_a_prompts_are(edits, why):
    with pytest.raises(InvalidInput) as refusal:
        _edited(**edits)
    assert why in str(refusal.value.message)
    assert str(refusal.value.remedy)
