"""Prompts as people write them against the concepts an expert expects: `pytest -s` prints the tables."""

from __future__ import annotations

import pytest
from support import corpus
from support.heat_prompts import PROMPTS
from support.paths import RESOURCES

from desktop_app.knowledge.materials import MaterialTable

TABLE = MaterialTable.load(RESOURCES / "materials")
ENOUGH = 0.95
FLAME = {"where": "left", "kind": "flame"}


def test_the_prompts_the_rules_were_grown_on():
    score = corpus.score("development", corpus.load("development"), TABLE)
    print(f"\n{score.table()}")
    missed = "\n".join(f"{m.id} {m.field}: {m.expected} != {m.found}" for m in score.misses)
    assert score.exact >= ENOUGH, missed


def test_the_prompts_set_aside():
    """Nothing of a single prompt is told, so that no rule is grown on it."""
    score = corpus.score("held_out", corpus.load("held_out"), TABLE)
    print(f"\n{score.table()}")
    assert score.prompts == 50
    assert score.exact >= ENOUGH


def test_there_are_prompts_enough_in_both_languages():
    entries = corpus.load("development")
    assert len(entries) + len(PROMPTS) >= 150
    assert len({entry["prompt"] for entry in entries} | {case.prompt for case in PROMPTS}) >= 150
    languages = [entry["expected"].get("language") for entry in entries]
    assert min(languages.count("en"), languages.count("zh")) >= 50


@pytest.mark.parametrize(
    ("field", "expected", "found", "same"),
    [
        ("shape", "rod", "rod", True),
        ("shape", None, "rod", False),
        ("size_m", {"length": 1.0}, {"length": 1.0, "height": 0.01}, True),
        ("size_m", {"length": 1.0}, {"length": 1.01, "height": 0.01}, False),
        ("layers_m", [None, 0.001], [0.7, 0.001], True),
        ("layers_m", [None, 0.001], [0.001], False),
        ("supported", True, 1, False),
        ("heating", [FLAME], [FLAME | {"value": 700.0}], True),
        ("heating", [FLAME | {"value": 700.0}], [FLAME], False),
        ("heating", [FLAME], [FLAME | {"where": "right"}], False),
        ("heating", [], [FLAME], False),
    ],
)  # fmt: skip
def test_the_comparison_can_fail(field, expected, found, same):
    assert corpus.matches(field, expected, found) is same
