import json
from collections import Counter

import numpy as np
import pytest
from starter_model.ideas import HEATED, is_reserved, materials_table
from starter_model.scenes import FEWEST_FINS, LOOKS, MOST_FINS, Scene, draw_scene
from starter_model.wording import SENTENCES, Wording, sentences, typed_in_chinese, typed_in_english

SHARE = 0.12
SOME = 300


def drawn(seed: int, *, unseen: bool = False, held_out_wording: bool = False) -> Scene:
    return draw_scene(
        np.random.default_rng((7, seed)),
        unseen=unseen,
        held_out_wording=held_out_wording,
        unseen_share=SHARE,
    )


@pytest.fixture(scope="module")
def training() -> list[Scene]:
    return [drawn(seed) for seed in range(SOME)]


def test_a_seed_always_draws_the_same_scene() -> None:
    assert [drawn(seed) for seed in range(5)] == [drawn(seed) for seed in range(5)]
    assert drawn(1) != drawn(2)


def test_reserved_combinations_are_never_drawn_for_training_and_always_for_unseen(
    training: list[Scene],
) -> None:
    unseen = [drawn(seed, unseen=True) for seed in range(60)]
    assert not any(is_reserved(s.shape, s.heated, s.materials, SHARE) for s in training)
    assert all(is_reserved(s.shape, s.heated, s.materials, SHARE) for s in unseen)


def test_what_is_reserved_is_the_same_everywhere() -> None:
    """Python's own hash is salted anew in every process; these were drawn once and must stay."""
    combinations = [(shape, heated) for shape in ("rod", "plate", "ring") for heated in HEATED[shape]]
    reserved = [pair for pair in combinations if is_reserved(*pair, ("copper",), SHARE)]
    assert reserved == COPPER_RESERVED


def test_the_share_of_combinations_that_is_reserved_is_the_one_asked_for() -> None:
    materials = list(sentences("materials")["materials"])
    combinations = [
        (shape, heated, (material,))
        for shape in ("rod", "plate", "ring", "heat_sink")
        for heated in HEATED[shape]
        for material in materials
    ]
    share = np.mean([is_reserved(*one, SHARE) for one in combinations])
    four_sigma = 4 * np.sqrt(SHARE * (1 - SHARE) / len(combinations))
    assert abs(share - SHARE) < four_sigma


def test_of_a_stack_the_ordered_pair_of_its_first_materials_is_reserved() -> None:
    pairs = [("copper", "glass"), ("glass", "copper"), ("iron", "brass"), ("brass", "iron"), ("tin", "zinc")]
    for share in (0.2, 0.5, 0.8):
        for pair in pairs:
            outcomes = {
                is_reserved("stack", heated, (*pair, *third), share)
                for heated in HEATED["stack"]
                for third in ((), ("steel",))
            }
            assert len(outcomes) == 1
    both_ways = [is_reserved("stack", "top", pair, 0.5) for pair in pairs]
    assert both_ways[:4:2] != both_ways[1:4:2]


def test_held_out_frames_are_reserved_for_evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    say = Wording.say
    monkeypatch.setattr(Wording, "say", lambda self, rule: asked.append(rule) or say(self, rule))
    drawn(1)
    assert "frames" in asked
    assert "held_out_frames" not in asked
    asked.clear()
    drawn(1, held_out_wording=True)
    assert "held_out_frames" in asked
    assert "frames" not in asked


@pytest.mark.parametrize("language", ["en", "zh"])
def test_about_a_seventh_of_the_frames_is_held_out_and_none_is_in_both_lists(language: str) -> None:
    frames, held_out = sentences(language)["frames"], sentences(language)["held_out_frames"]
    assert len(set(frames)) == len(frames) >= 40
    assert not set(frames) & set(held_out)
    assert 0.1 < len(held_out) / (len(frames) + len(held_out)) < 0.2


def test_every_shape_place_look_and_language_is_drawn(training: list[Scene]) -> None:
    pairs = {(scene.shape, scene.heated) for scene in training}
    assert pairs == {(shape, heated) for shape, places in HEATED.items() for heated in places}
    looks = Counter(scene.look for scene in training)
    assert set(looks) == set(LOOKS)
    languages = Counter(scene.language for scene in training)
    four_sigma = 4 * np.sqrt(SOME / 4)
    assert abs(languages["en"] - SOME / 2) < four_sigma


def test_numbers_that_a_scene_means_stand_in_its_sentence(training: list[Scene]) -> None:
    for scene in training:
        if scene.num_fins is not None:
            assert FEWEST_FINS <= scene.num_fins <= MOST_FINS
            assert str(scene.num_fins) in scene.prompt
        words = sentences(scene.language)["durations"].get(str(scene.duration_s), [])
        assert scene.duration_s is None or any(word in scene.prompt for word in words)


def test_sentences_are_whole(training: list[Scene]) -> None:
    for scene in training:
        assert not set("{}[]") & set(scene.prompt), scene.prompt
        assert not any(wrong in scene.prompt for wrong in ("a(n)", "  ", ",,", ",.", "，，", "，。", "None"))
        assert scene.language == "zh" or scene.prompt.replace("°", "").isascii()


def test_every_solid_material_is_drawn_from_or_left_out_for_a_reason() -> None:
    document = json.loads((SENTENCES / "materials.json").read_text("utf-8"))
    known = set(document["materials"]) | set(document["left_out"])
    assert known == {material.id for material in materials_table()}


def test_every_name_of_a_material_is_a_name_of_that_material() -> None:
    table = materials_table()
    for material, entry in sentences("materials")["materials"].items():
        for name in (*entry["en"], *entry["zh"]):
            found = table.find(name)
            assert found is not None, name
            assert found.id == material, name


def test_a_facet_is_said_where_there_is_one_and_left_out_where_there_is_none() -> None:
    rules = {"frames": ["a rod[ {size} long]", "a {size} rod", "a rod"], "size": ["2 cm"]}

    def said(facets: set[str]) -> set[str]:
        random = np.random.default_rng(0)
        return {Wording(random, rules, frozenset(facets)).say("frames") for _ in range(30)}

    assert said({"size"}) == {"a rod 2 cm long", "a 2 cm rod"}
    assert said(set()) == {"a rod"}


def test_articles_and_commas_come_out_right() -> None:
    class Tidy:
        def random(self) -> float:
            return 0.99

    tidy = Tidy()
    assert typed_in_english(tidy, "a(n) iron rod, 2 cm long,, its end is hot. a(n) 8-fin sink") == (  # type: ignore[arg-type]
        "An iron rod, 2 cm long, its end is hot. An 8-fin sink"
    )
    assert typed_in_english(tidy, "show a(n) copper rod, hot,. a(n) FR4 plate, ") == (  # type: ignore[arg-type]
        "Show a copper rod, hot. An FR4 plate"
    )
    assert typed_in_chinese(tidy, "铜棒左端加热，") == "铜棒左端加热"  # type: ignore[arg-type]


COPPER_RESERVED = [("rod", "both_ends"), ("ring", "top"), ("ring", "centre")]
