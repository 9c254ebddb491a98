"""The enriched prompt as a whole: its language, order, length, edits, and what is to be avoided."""

from __future__ import annotations

import re

import pytest
from support import concepts
from support.concepts import HOT_LEFT, rod
from support.corpus import load
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.edits import Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.story import Story
from desktop_app.knowledge.enrichment import LEAST_NEEDED, RULES, WORD_LIMIT, enrich
from desktop_app.knowledge.looks import LOOK_NAMES
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")
STORY = Story((293.15, 373.15), 0.3, 0.34, 0.9)
EVERYTHING = rod(HOT_LEFT, look="natural", story=Story((293.15, 1200.0), 0.3, 0.34, 0.9))


def rules_of(concept: Concept) -> list[str]:
    return [addition.rule for addition in enrich(concept).additions]


def test_every_phrase_is_an_addition_with_a_rule_and_a_reason_in_the_order_of_importance():
    enriched = enrich(EVERYTHING)
    assert [a.rule for a in enriched.additions] == [rule for rule in RULES if rule != "melting"]
    for addition in enriched.additions:
        assert addition.phrase.lower() in enriched.prompt.lower()
        assert str(addition.reason)


def test_an_english_prompt_is_kept_and_comes_first():
    assert enrich(rod(prompt="My own  words.")).prompt.startswith("My own words. A long straight rod")
    assert enrich(rod(prompt="How hot is it?")).own == "How hot is it"


def test_a_chinese_prompt_is_replaced_by_what_was_understood():
    chinese = understand("一根铜棒左侧被火焰加热", TABLE).enrichment
    assert chinese.own == ""
    assert chinese.prompt.isascii()
    for words in (
        "rod of copper",
        "flame plays on its left end",
        "from the left to the right",
        "fixed camera",
    ):
        assert words.lower() in chinese.prompt.lower()


@pytest.mark.parametrize("prompt", ["模拟焊接时熔池的流动", "Water boiling in a stainless steel pot"])
def test_what_is_no_conduction_is_not_described_as_if_it_were(prompt):
    enriched = understand(prompt, TABLE).enrichment
    assert enriched.own == prompt
    assert [a.rule for a in enriched.additions] == ["palette", "camera"]
    assert "steam" not in enriched.negative_prompt
    assert "liquid" not in enriched.negative_prompt


def test_removed_rules_and_an_edited_text_are_honoured():
    removed = rod(edits=Edits(removed_rules=("camera", "spread")))
    assert not {"camera", "spread"} & set(rules_of(removed))
    edited = enrich(rod(edits=Edits(enriched_prompt="A rod in a pool of water.")))
    assert edited.prompt == "A rod in a pool of water."
    assert "liquid" not in edited.negative_prompt


def test_what_is_least_needed_goes_where_the_prompt_is_long():
    long = rod(prompt="word " * 120, story=STORY)
    assert not set(LEAST_NEEDED) & set(rules_of(long))
    assert {"body", "heat", "spread", "palette", "camera", "background"} <= set(rules_of(long))
    assert set(rules_of(rod(story=STORY))) >= {"smoothness", "steady", "reach"}


def test_each_look_has_words_of_its_own():
    assert len({enrich(rod(look=look)).prompt for look in LOOK_NAMES}) == len(LOOK_NAMES)


@pytest.mark.parametrize("entry", load("development"), ids=lambda entry: entry["id"])
def test_prompts_of_the_corpus_read_well(entry):
    try:
        concept = understand(entry["prompt"], TABLE)
    except InvalidInput:
        return
    enriched = concept.enrichment
    added = " ".join(a.phrase for a in enriched.additions)
    assert added.isascii()
    assert "{" not in added
    assert "None" not in added
    assert not re.search(r"\b(\w+) \1\b|  | ,|\bof of\b|inf\b|nan\b", added), added
    assert len(added.split()) <= WORD_LIMIT


class TestNegativePrompt:
    def test_it_forbids_what_spoils_a_reading(self):
        avoided = enrich(rod()).negative_prompt
        for word in (
            "flicker",
            "flashing",
            "camera motion",
            "zooming",
            "text",
            "watermark",
            "smoke",
            "liquid",
        ):
            assert word in avoided

    @pytest.mark.parametrize(
        ("prompt", "wanted"),
        [
            ("copper rod in a flame", "fire, flames"),
            ("copper rod in a flame", "smoke"),
            ("copper rod cooled by water", "liquid"),
            ("zoom in on a hot copper rod", "zooming"),
            ("a hand holds a hot copper rod", "people, hands"),
        ],
    )
    def test_it_never_forbids_what_the_prompt_asks_for(self, prompt, wanted):
        assert wanted in enrich(rod()).negative_prompt
        assert wanted not in understand(prompt, TABLE).enrichment.negative_prompt

    def test_what_the_prompt_denies_stays_forbidden(self):
        assert "smoke" in enrich(rod(prompt="a hot rod without smoke")).negative_prompt

    def test_a_frying_pan_is_no_camera_motion(self):
        assert "panning" in enrich(rod(prompt="a pan on a stove")).negative_prompt
        assert not re.search(r"\bpan\b", enrich(rod()).negative_prompt)

    def test_chinese_flames_are_not_forbidden(self):
        assert "fire" not in understand("铜棒左端用火焰加热", TABLE).enrichment.negative_prompt

    def test_what_is_too_cool_to_glow_is_not_to_glow_in_natural_colours(self):
        hot = Heating("left", "temperature", 1100.0, "K")
        assert "glowing" in enrich(rod(look="natural")).negative_prompt
        assert "glowing" not in enrich(rod(hot, look="natural")).negative_prompt
        assert "glowing" not in enrich(rod(look="glow")).negative_prompt

    def test_melting_ice_may_drip(self):
        melting = concepts.ice_block(story=Story((263.15, 280.0), 1.0, 0.5, 0.9))
        assert "liquid" not in enrich(melting).negative_prompt


def test_words_that_an_edit_contradicts_are_not_told():
    colder = Edits(heating=(Heating("left", "temperature", 300.0, "K"),))
    told = understand("copper rod, left end 200 C", TABLE, edits=colder).enrichment
    assert not told.own
    assert "27 degrees" in told.prompt
    assert "200" not in told.prompt
    assert understand(
        "copper rod, left end 200 C", TABLE, edits=Edits(removed_rules=("camera",))
    ).enrichment.own
