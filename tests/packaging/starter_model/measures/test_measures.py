"""The measures on painted clips, which are right, and on ones that are wrong on purpose."""

from dataclasses import replace

import numpy as np
import pytest
from starter_model.measures.memory import Memory, remembered
from starter_model.measures.pairs import LEAST_APART, LEAST_RATIO, pairs
from starter_model.measures.profile import line_of, lines_of, reach, rmse, run_of, verdicts
from starter_model.measures.seen import see
from starter_model.measures.side import NOWHERE, heated_places, place_seen
from starter_model.measures.spoilt import blurred, mirrored
from starter_model.scenes import LOOKS
from support.asked import PROMPTS, asked, house, judge, of_shape, painted, staging_of
from support.starter_records import record_of

from desktop_app.domain.laws import LAWS


@pytest.mark.parametrize("shape", PROMPTS)
def test_a_painted_clip_shows_what_was_asked_for(shape: str) -> None:
    one = of_shape(shape)
    clip = painted(one, seed=3)
    for frames in (clip, blurred(clip, 3)):
        seen = see(frames, judge().looks)
        heated = heated_places(one)
        assert judge().shape(one, seen) == shape
        assert place_seen(seen.maps, one, heated) in heated.as_asked
        assert seen.look == "iron"
    box = staging_of(one, 3).body
    found = see(clip, judge().looks).box
    edges = zip(
        (box.left, box.top, box.right, box.bottom),
        (found.left, found.top, found.right, found.bottom),
        strict=True,
    )
    assert max(abs(a - b) for a, b in edges) <= 2


@pytest.mark.parametrize("shape", PROMPTS)
def test_another_shape_is_noticed(shape: str) -> None:
    shown = see(painted(of_shape(shape)), judge().looks)
    for other in PROMPTS:
        if other != shape:
            assert judge().shape(of_shape(other), shown) != other


@pytest.mark.parametrize("shape", PROMPTS)
def test_another_side_is_noticed(shape: str) -> None:
    one = of_shape(shape)
    turned = mirrored(painted(one), one.place)
    assert turned is not None
    heated = heated_places(one)
    assert place_seen(see(turned, judge().looks).maps, one, heated) not in heated.as_asked


@pytest.mark.parametrize("look", LOOKS)
def test_the_look_is_the_one_it_was_painted_in(look: str) -> None:
    assert see(painted(of_shape("plate"), look=look), judge().looks).look == look


def test_a_body_that_stays_cold_is_heated_nowhere_and_an_empty_picture_has_no_shape() -> None:
    one = of_shape("rod")
    clip = painted(one)
    still = np.repeat(clip[:1], len(clip), axis=0)
    still[:] = clip[0][96, 300]
    seen = see(still, judge().looks)
    assert not seen.found
    assert judge().shape(one, seen) == "none"
    cold = replace(
        one, solution=replace(one.solution, temperature_K=np.repeat(one.solution.temperature_K[:1], 33, 0))
    )
    beginning = see(painted(cold), judge().looks)
    assert place_seen(beginning.maps, one, heated_places(one)) == NOWHERE


def test_a_clip_at_another_pace_is_heated_at_the_same_side_but_far_from_the_solution() -> None:
    one = of_shape("rod")
    slower = replace(one, solution=replace(one.solution, temperature_K=_slower(one.solution.temperature_K)))
    clip = painted(slower)
    assert place_seen(see(clip, judge().looks).maps, one, heated_places(one)) == "left"
    right = rmse(run_of(house(), one, painted(one), one.prompt))
    wrong = rmse(run_of(house(), one, clip, one.prompt))
    assert right < 0.01 < 0.05 < wrong


@pytest.mark.parametrize("shape", ["plate", "ring", "heat_sink"])
def test_a_painted_clip_is_read_as_it_was_solved(shape: str) -> None:
    one = of_shape(shape)
    assert rmse(run_of(house(), one, painted(one), one.prompt)) < 0.01


def test_another_look_than_asked_is_far_from_the_solution() -> None:
    one = of_shape("rod")
    assert rmse(run_of(house(), one, painted(one, look="glow"), one.prompt)) > 0.1


def test_the_laws_hold_in_a_painted_clip_and_one_is_broken_backward() -> None:
    one = of_shape("rod")
    clip = painted(one)
    true, backward = (verdicts(house(), run_of(house(), one, frames, "")) for frames in (clip, clip[::-1]))
    assert set(true) == set(LAWS)
    assert "broken" not in true.values()
    assert "broken" in backward.values()


def test_pairs_differ_in_the_material_only_and_their_fronts_are_told_apart() -> None:
    drawn = list(pairs(house(), 2, seed=5))
    assert [pair.faster.language for pair in drawn] == ["en", "zh"]
    for pair in drawn:
        assert pair.ratio >= LEAST_RATIO
        assert pair.reaches[0] - pair.reaches[1] >= LEAST_APART
        assert pair.faster.concept.heating == pair.slower.concept.heating
        assert pair.faster.concept.duration_s == pair.slower.concept.duration_s
        read = [reach(run_of(house(), one, painted(one), "")) for one in (pair.faster, pair.slower)]
        assert read == pytest.approx(pair.reaches, abs=0.05)
        assert read[0] > read[1]


def test_memory_shows_the_clip_of_the_nearest_prompt_and_of_the_nearest_tags() -> None:
    prompts = (PROMPTS["rod"], "an iron rod heated at its right end, iron look", "铁棒左端加热")
    both = [asked(prompt) for prompt in prompts]
    records = [
        record_of(one, number, fourier)
        for number, (one, fourier) in enumerate(zip(both, (0.5, 0.1, 0.2), strict=True))
    ]
    lines = np.stack([lines_of(one.level) for one in both])
    memory = Memory(records, lines, judge().memory.gallery)
    wanted = record_of(both[0], 9, 0.19).model_copy(update={"prompt": "an iron rod, heated at its right end"})
    found = remembered(memory, wanted, lines[0][line_of(both[0])], line_of(both[0]))
    assert found.best == 0.0
    assert found.by_prompt > 0.1
    assert found.by_tags == pytest.approx(float(np.sqrt(np.mean((lines[0][0] - lines[2][0]) ** 2))), abs=1e-6)


def _slower(temperature_K: np.ndarray) -> np.ndarray:
    """At a quarter of the pace."""
    at = np.arange(len(temperature_K)) / 4
    before = at.astype(int)
    share = (at - before)[:, None, None].astype(np.float32)
    return temperature_K[before] * (1 - share) + temperature_K[before + 1] * share
