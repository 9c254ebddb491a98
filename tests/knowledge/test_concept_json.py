from __future__ import annotations

import json

import pytest
from support.paths import RESOURCES

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
