from __future__ import annotations

import pytest
from support.concepts import rod
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.geometry import Box, Part
from desktop_app.knowledge.enrichment import NEGATIVE_PROMPT, enrich
from desktop_app.knowledge.looks import LOOK_NAMES
from desktop_app.knowledge.materials import MaterialTable
from desktop_app.knowledge.understanding import understand

TABLE = MaterialTable.load(RESOURCES / "materials")
HOT_LEFT = Heating("left", "temperature", 373.15, "K")


def _concept(prompt: str = "A copper rod", look: str = "inferno", name: str = "copper") -> Concept:
    box = Box(0.0, 0.0, 0.2, 0.02)
    return rod(HOT_LEFT, prompt=prompt, look=look, parts=(Part("body", box, TABLE.find(name)),))


def test_every_phrase_is_an_addition_with_a_rule_and_a_reason():
    enriched = enrich(_concept())
    assert [a.rule for a in enriched.additions] == [
        "body", "heat", "spread", "palette", "camera", "background", "smoothness",
    ]  # fmt: skip
    for addition in enriched.additions:
        assert addition.phrase.lower() in enriched.prompt.lower()
        assert str(addition.reason)


def test_an_english_prompt_is_kept_and_a_chinese_one_described():
    assert enrich(_concept("My own  words.")).prompt.startswith("My own words. A long straight")
    chinese = understand("一根铜棒左侧被火焰加热", TABLE).enrichment.prompt
    assert chinese.isascii()
    for words in ("copper rod", "flame at its left end", "from the left to the right", "fixed camera"):
        assert words.lower() in chinese.lower()


@pytest.mark.parametrize(
    ("material", "speed"),
    [
        ("silver", "quickly"),
        ("iron", "steadily"),
        ("stainless_steel_304", "slowly"),
        ("glass", "very slowly"),
    ],
)
def test_speed_follows_the_diffusivity(material, speed):
    assert f"heat spreads {speed} from" in enrich(_concept(name=material)).prompt.lower()


def test_each_look_has_words_of_its_own():
    prompts = {enrich(_concept(look=look)).prompt for look in LOOK_NAMES}
    assert len(prompts) == len(LOOK_NAMES)


def test_the_negative_prompt_forbids_what_spoils_a_reading():
    for word in ("flicker", "flashing", "camera motion", "text", "watermark"):
        assert word in NEGATIVE_PROMPT
    assert understand("copper rod", TABLE).enrichment.negative_prompt == NEGATIVE_PROMPT


def test_two_heatings_are_both_told():
    prompt = understand("iron rod, left 100 °C, right 0 °C", TABLE).enrichment.prompt
    assert "100 degrees Celsius at its left end, held at 0 degrees Celsius at its right end" in prompt
