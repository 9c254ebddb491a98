from __future__ import annotations

import json
from dataclasses import replace

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Heating
from desktop_app.domain.edits import Edits
from desktop_app.domain.story import Story
from desktop_app.knowledge.concept_json import concept_to_json
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")
CHINESE = {
    english: chinese
    for file in (RESOURCES / "translations" / "zh_CN").glob("knowledge*.json")
    for english, chinese in json.loads(file.read_text(encoding="utf-8")).items()
}


def _json(prompt: str):
    return json.loads(json.dumps(concept_to_json(understand(prompt, TABLE), str), allow_nan=False))


def test_the_keys_of_the_contract_are_there():
    found = _json("copper rod, left end at 100 °C, in still air at 25 °C")
    assert set(found) >= {
        "shape", "size_m", "materials", "heating", "initial_temperature_K", "duration_s", "clip_seconds",
        "look", "prompt", "enriched_prompt", "notes", "supported", "variants",
    }  # fmt: skip
    assert set(found["size_m"]) == {"length", "height", "thickness"}
    assert set(found["materials"][0]) >= {
        "id", "name", "thermal_conductivity_W_mK", "density_kg_m3", "specific_heat_J_kgK",
        "thermal_diffusivity_m2_s", "source", "overridden",
    }  # fmt: skip
    assert found["heating"] == [
        {"where": "left", "kind": "temperature", "value": 373.15, "unit": "K"},
        {"where": "all_around", "kind": "convection", "value": 10.0, "unit": "W/(m²·K)", "ambient_K": 298.15},
    ]


def test_what_a_shape_has_of_its_own_is_told():
    stack = _json("stack of silicon 0.7 mm, thermal paste and copper 3 mm, contact resistance 1e-5 m²K/W")
    assert stack["layers_m"] == [0.0007, 0.0001, 0.003]
    assert stack["contact_resistance_m2K_W"] == 1e-5
    assert [part["material"] for part in stack["parts"]] == ["silicon", "thermal_paste", "copper"]
    ring = _json("copper pipe, inner diameter 8 mm, outer diameter 10 mm")
    assert ring["inner_diameter_m"] == pytest.approx(0.008)
    assert ring["parts"][0]["radii_m"] == pytest.approx([0.004, 0.005])
    sink = _json("copper heat sink with 12 fins")
    assert (sink["num_fins"], sink["section"], sink["layers_m"]) == (12, "cut", None)
    assert len(sink["parts"][0]["box_m"]) == 4


def test_a_heating_says_until_when_how_wide_and_how_it_radiates():
    heating = Heating("spot", "flux", 5e4, "W/m²", emissivity=0.8, extent_m=0.002, start_s=1.0, end_s=10.0)
    concept = understand("copper plate", TABLE, edits=Edits(heating=(heating,)))
    told = concept_to_json(concept, str)["heating"][0]
    assert told == {
        "where": "spot", "kind": "flux", "value": 5e4, "unit": "W/m²",
        "emissivity": 0.8, "extent_m": 0.002, "from_s": 1.0, "until_s": 10.0,
    }  # fmt: skip


def test_variants_are_whole_concepts():
    found = _json("compare a copper rod with iron, one end at 100 °C")
    (variant,) = found["variants"]
    assert set(variant) == set(found)
    assert variant["materials"][0]["id"] == "iron"
    assert variant["duration_s"] == found["duration_s"]
    assert variant["variants"] == []


def test_every_addition_has_its_rule_and_reason_and_the_story_its_numbers():
    concept = understand("copper rod, left end 100 °C", TABLE)
    found = concept_to_json(replace(concept, story=Story((293.0, 374.0), 0.5, 0.4, 0.9)), str)
    assert all(set(addition) == {"phrase", "rule", "reason"} for addition in found["additions"])
    assert found["additions"]
    assert found["story"]["temperature_range_K"] == [293.0, 374.0]
    assert found["story"]["fourier_number"] == 0.5
    assert _json("copper rod")["story"] is None


def test_each_property_has_a_source_of_its_own():
    material = _json("ice block with k = 2.0 W/(m·K) in 20 °C air")["materials"][0]
    for key in ("density_kg_m3", "specific_heat_J_kgK", "melting_point_K", "emissivity"):
        assert material["sources"][key]["source"]
        assert isinstance(material["sources"][key]["verified"], bool)
        assert material[key] > 0
    assert material["sources"]["thermal_conductivity_W_mK"]["source"] == "prompt"
    assert "temperature_K" in material["sources"]["density_kg_m3"]
    sheet = _json("graphite sheet 70 µm, spot in the middle at 80 °C")["materials"][0]
    assert 0 < sheet["through_conductivity_W_mK"] < sheet["thermal_conductivity_W_mK"]


def test_the_diffusivity_is_derived_from_what_was_overridden():
    material = _json("copper rod with k = 200 W/(m·K) heated at left")["materials"][0]
    assert material["thermal_diffusivity_m2_s"] == pytest.approx(200 / (8933 * 385))
    assert material["overridden"] == ["thermal_conductivity"]
    assert "prompt" in material["source"]


def test_no_shape_is_null_and_no_material_empty():
    found = _json("hello world")
    assert found["shape"] is None
    assert found["materials"] == []
    assert found["supported"] is False


def test_notes_are_in_the_language_asked_for():
    concept = understand("铜棒一端加热", TABLE)
    notes = concept_to_json(concept, lambda text: text.to(CHINESE))["notes"]
    assert "未给出直径：假定为 10 mm。" in notes
    assert not any("assumed" in str(note) for note in notes)
