"""Prompts with the concepts an expert expects, and how many of their fields come out.

In tests/, `PYTHONPATH=.. python -m support.corpus development --misses` prints a table and what went wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.geometry import Annulus
from desktop_app.knowledge.concept_json import concept_to_json
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

FOLDER = Path(__file__).parents[1] / "corpus"
FIELDS = (
    "language", "supported", "refused", "shape", "materials", "size_m", "layers_m", "num_fins",
    "inner_diameter_m", "heating", "initial_temperature_K", "duration_s", "look", "properties",
    "contact_resistance_m2K_W", "variants",
)  # fmt: skip


@dataclass(frozen=True)
class Miss:
    """A field that came out otherwise than expected."""

    id: str
    prompt: str
    field: str
    expected: object
    found: object


@dataclass(frozen=True)
class Score:
    """Fields compared, by name, and those that missed."""

    name: str
    prompts: int
    compared: Counter[str]
    misses: tuple[Miss, ...]

    @property
    def exact(self) -> float:
        """Share of all fields that match exactly."""
        return 1.0 - len(self.misses) / self.compared.total()

    @property
    def whole_prompts(self) -> float:
        """Share of prompts of which every field matches."""
        return 1.0 - len({miss.id for miss in self.misses}) / self.prompts

    def to_json(self) -> dict[str, Any]:
        """The figures by field."""
        missed = Counter(miss.field for miss in self.misses)
        fields = {
            name: {"compared": self.compared[name], "matched": self.compared[name] - missed[name]}
            for name in FIELDS
            if self.compared[name]
        }
        return {
            "corpus": self.name,
            "prompts": self.prompts,
            "fields": fields,
            "fields_exact": self.exact,
            "prompts_exact": self.whole_prompts,
        }

    def table(self) -> str:
        """The figures as a table to print."""
        rows = [f"{self.name}: {self.prompts} prompts", f"{'field':28}{'matched':>9}{'of':>6}"]
        rows += [
            f"{name:28}{counts['matched']:9d}{counts['compared']:6d}"
            for name, counts in self.to_json()["fields"].items()
        ]
        rows.append(f"{'all fields':28}{self.exact:9.1%}")
        rows.append(f"{'prompts with every field':28}{self.whole_prompts:9.1%}")
        return "\n".join(rows)


def load(name: str) -> list[dict[str, Any]]:
    """The entries of a corpus file."""
    entries: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return entries


def score(name: str, entries: list[dict[str, Any]], materials: MaterialTable) -> Score:
    """Understand every prompt and compare what is expected of it, field by field.

    Of a prompt that is to be refused nothing else is compared.
    """
    compared: Counter[str] = Counter()
    misses: list[Miss] = []
    for entry in entries:
        expected = entry["expected"]
        found = found_fields(entry["prompt"], materials)
        fields = {"refused": True} if expected.get("refused") else expected
        for field, value in fields.items():
            compared[field] += 1
            if not matches(field, value, found.get(field)):
                misses.append(Miss(entry["id"], entry["prompt"], field, value, found.get(field)))
    return Score(name, len(entries), compared, tuple(misses))


def found_fields(prompt: str, materials: MaterialTable) -> dict[str, Any]:
    """The fields of the corpus as the app understands a prompt; only `refused` where it refuses it."""
    try:
        concept = understand(prompt, materials)
    except InvalidInput as refusal:
        return {"refused": True, "reason": str(refusal.message)}
    return {"refused": False} | _fields(concept)


def _fields(concept: Concept) -> dict[str, Any]:
    first = next(iter(concept.materials), None)
    rings = [p.outline for p in concept.parts if isinstance(p.outline, Annulus)]
    size = concept.size
    return {
        "language": concept.language,
        "supported": concept.supported,
        "shape": concept.shape,
        "materials": [material.id for material in concept.materials],
        "size_m": {"length": size.length, "height": size.height, "thickness": size.thickness},
        "layers_m": concept_to_json(concept, str)["layers_m"],
        "num_fins": concept.num_fins,
        "inner_diameter_m": 2 * rings[0].inner_radius if rings else None,
        "heating": [
            {
                "where": h.where,
                "kind": h.kind,
                "value": h.value,
                "ambient_K": h.ambient_K,
                "until_s": h.end_s,
            }
            for h in concept.heating
        ],
        "initial_temperature_K": concept.initial_temperature_K,
        "duration_s": concept.duration_s,
        "look": concept.look,
        "properties": {
            "thermal_conductivity_W_mK": first.thermal_conductivity.value,
            "density_kg_m3": first.density.value,
            "specific_heat_J_kgK": first.specific_heat_capacity.value,
        }
        if first
        else {},
        "contact_resistance_m2K_W": concept.contact_resistance_m2K_W,
        "variants": [_other_material(concept, variant) for variant in concept.variants],
    }


def _other_material(concept: Concept, variant: Concept) -> str:
    """The material in which a variant differs."""
    others = [material for material in variant.materials if material not in concept.materials]
    return (others or variant.materials)[0].id


def matches(field: str, expected: Any, found: Any) -> bool:
    """Whether a found field has everything that is expected; numbers to one part in a million."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            matches(field, value, found.get(key)) for key, value in expected.items()
        )
    if field == "heating":
        return _heating_matches(expected, found)
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(found) == len(expected)
            and all(e is None or matches("", e, f) for e, f in zip(expected, found, strict=True))
        )
    if isinstance(expected, float | int) and not isinstance(expected, bool):
        return isinstance(found, float | int) and found == pytest.approx(expected, rel=1e-6)
    return type(expected) is type(found) and bool(expected == found)


def _heating_matches(expected: list[dict[str, Any]], found: object) -> bool:
    if not isinstance(found, list) or len(found) != len(expected):
        return False
    left = list(found)
    for entry in expected:
        partner = next((f for f in left if matches("", entry, f)), None)
        if partner is None:
            return False
        left.remove(partner)
    return True


def main(arguments: list[str]) -> None:
    """Print the table of each corpus named."""
    materials = MaterialTable.load(RESOURCES / "materials")
    for name in [a for a in arguments if not a.startswith("-")] or ["development"]:
        result = score(name, load(name), materials)
        print(result.table())
        if "--json" in arguments:
            print(json.dumps(result.to_json(), ensure_ascii=False))
        if "--misses" in arguments and name != "held_out":
            for miss in result.misses:
                print(f"{miss.id} {miss.field}: {miss.prompt}\n    {miss.expected}\n    {miss.found}")


if __name__ == "__main__":
    main(sys.argv[1:])
