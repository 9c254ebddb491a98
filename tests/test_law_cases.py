"""What `benchmarks.laws` rests on: its clips are what they are said to be, and its counts are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.house import make_house

from benchmarks.law_cases import development_scenes, held_out_scenes
from benchmarks.law_cases.cases import HALVES, Case, cases_of
from benchmarks.law_cases.conditions import clean, through_starter_vae
from benchmarks.law_cases.controls import CONTROLS, HEIGHT
from benchmarks.law_cases.filming import film, recoloured
from benchmarks.law_cases.judged import errors
from benchmarks.law_cases.records import Record, Verdicts, append, load
from benchmarks.law_cases.scene import scene
from benchmarks.law_cases.tally import print_controls, print_recoloured, print_true, rate, ratio_verdict
from benchmarks.law_cases.truth import Truth, truth_of
from desktop_app.domain.laws import LAWS
from desktop_app.workflow.context import Context
from desktop_app.workflow.understanding import understand

SPOILS = {control.name: control.spoil for control in CONTROLS}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    context = make_house(tmp_path_factory.mktemp("house"))
    yield context
    context.worker.close()
    context.runs.close()


@pytest.fixture(scope="module")
def rod(house: Context) -> Truth:
    """Heat comes a third of the way."""
    sentence = "A copper rod 50 cm long, left end at 400 °C, sides insulated, show 2 minutes"
    return truth_of(house, scene("rod", sentence, "front", "flow", "ends"), "inferno", 33, fine=True)


@pytest.fixture(scope="module")
def both_ends(house: Context) -> Truth:
    sentence = "An aluminium rod 30 cm long, both ends held at 150 °C"
    return truth_of(house, scene("both", sentence, "flow", "ends", "mirrored"), "inferno", 33, fine=True)


@pytest.fixture(scope="module")
def halves(house: Context) -> tuple[list[Case], list[Case]]:
    """Development and held out."""
    development, held_out = (cases_of(house, half, quick=True) for half in HALVES)
    return development, held_out


def random() -> np.random.Generator:
    return np.random.default_rng(3)


def test_every_scene_is_understood(house: Context) -> None:
    scenes = (*development_scenes.SCENES, *held_out_scenes.SCENES)
    refused = [each.name for each in scenes if not understand(house, each.prompt).supported]
    assert refused == []


def test_every_pair_has_its_second_material(house: Context) -> None:
    for prompt, other in (*development_scenes.PAIRS, *held_out_scenes.PAIRS):
        concept = understand(house, f"{prompt}, compare with {other}")
        assert len(concept.variants) == 1, prompt
        ratio = (
            concept.materials[0].thermal_diffusivity / concept.variants[0].materials[0].thermal_diffusivity
        )
        assert ratio > 2, f"{prompt}: too alike to be told apart"


def test_halves_share_no_sentence_and_no_seed(halves: tuple[list[Case], list[Case]]) -> None:
    development, held_out = halves
    assert {case.scene.prompt for case in development}.isdisjoint(case.scene.prompt for case in held_out)
    assert {case.conditions.seed for case in development}.isdisjoint(
        case.conditions.seed for case in held_out
    )
    for cases in (development, held_out):
        assert len({case.id for case in cases}) == len(cases)


def test_every_control_breaks_some_clip(halves: tuple[list[Case], list[Case]]) -> None:
    for cases in halves:
        assert {case.control.name for case in cases if case.control is not None} == set(SPOILS)


def test_what_applies_to_a_rod_follows_from_its_solution(rod: Truth, both_ends: Truth) -> None:
    assert {"front_advance", "second_law", "energy", "no_flashing"} <= rod.applies
    assert not {"steady_state", "symmetry"} & rod.applies
    assert "symmetry" in both_ends.applies


@pytest.mark.parametrize("name", [each for each in SPOILS if each not in ("lopsided", "bowed")])
def test_a_broken_rod_differs_by_as_much_as_is_said(rod: Truth, name: str) -> None:
    spoiled = SPOILS[name](rod, random())
    assert spoiled.shape == rod.levels.shape
    assert float(np.nanmax(np.abs(spoiled - rod.levels))) > 0.15
    assert 0 <= float(np.nanmin(spoiled)) <= float(np.nanmax(spoiled)) <= 1


def test_a_flash_lasts_three_frames_at_most(rod: Truth) -> None:
    for name in ("flash", "flash in a place"):
        off = SPOILS[name](rod, random()) - rod.levels
        lit = np.flatnonzero(np.nanmax(off, axis=(1, 2)) > 0.01)
        assert 1 <= len(lit) <= 3
        assert len(lit) == np.ptp(lit) + 1
        assert float(np.nanmax(off)) == pytest.approx(HEIGHT, abs=0.02)


def test_a_linear_front_goes_steadily_and_a_true_one_does_not(rod: Truth) -> None:
    assert power_of_front(rod.levels, rod.along) == pytest.approx(0.5, abs=0.03)
    assert power_of_front(SPOILS["linear front"](rod, random()), rod.along) == pytest.approx(1.0, abs=0.06)


def power_of_front(levels: np.ndarray, along: np.ndarray) -> float:
    """Of time, with which the place of level 0.3 moves."""
    row, place = levels[:, levels.shape[1] // 2], along[levels.shape[1] // 2]
    frames = np.arange(8, len(levels))
    way = [float(np.interp(0.3, row[frame][::-1], place[::-1])) for frame in frames]
    return float(np.polyfit(np.log(frames), np.log(way), 1)[0])


def test_gathering_adds_no_heat(rod: Truth) -> None:
    added = (SPOILS["gathering"](rod, random()) - rod.levels).mean(axis=(1, 2))
    assert float(added.max() / added.min()) < 1.3
    """Part of the wide hump lies beyond the rod's ends."""


def test_only_the_right_half_is_slower(both_ends: Truth) -> None:
    spoiled = SPOILS["lopsided"](both_ends, random())
    left, right = both_ends.x < 0.35, both_ends.x > 0.65
    assert np.allclose(spoiled[:, :, left], both_ends.levels[:, :, left], atol=1e-5)
    assert float(np.abs(spoiled - both_ends.levels)[:, :, right].max()) > 0.1


def test_a_recolouring_rises_from_0_to_1() -> None:
    level = np.linspace(0, 1, 200, dtype=np.float32)
    for seed in range(5):
        curve = recoloured(level, seed)
        assert curve[0] == pytest.approx(0, abs=1e-6)
        assert curve[-1] == pytest.approx(1, abs=1e-6)
        assert (np.diff(curve) > 0).all()
        assert float(np.abs(curve - level).max()) > 0.04


def test_a_filmed_clip_is_read_as_it_was_painted(house: Context, rod: Truth) -> None:
    conditions = clean("iron", 18)
    truth = truth_of(house, rod.scene, "iron", conditions.num_frames)
    off = errors(house, truth, film(house, truth, truth.levels, conditions), conditions)
    assert float(np.median(off)) < 0.01


def test_rates_come_with_exact_intervals() -> None:
    """No event in 370 trials: at most 1 − 0.025^(1/370)."""
    assert f"{100 * (1 - 0.025 ** (1 / 370)):.1f}" in rate(0, 370)
    assert "–" in rate(0, 0)


def record(kind: str, number: int, broken: str = "", **verdicts: str) -> Record:
    found = {law: verdicts.get(law, "undecided") for law in LAWS}
    none = dict.fromkeys(LAWS)
    return Record(
        id=f"{kind} {broken} {number}",
        kind=kind,
        number=number,
        scene="rod",
        conditions="",
        broken=broken,
        applies=["no_flashing", "front_advance"],
        found=Verdicts(found, dict(none), dict(none), {}, None),
        seconds=0.0,
    )


def test_true_clips_are_counted_where_a_law_applies_and_elsewhere(capsys: pytest.CaptureFixture) -> None:
    print_true([record("true", 1, no_flashing="holds"), record("true", 2, energy="broken")])
    rows = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines() if line}
    assert rows["no_flashing"][1:4] == ["1", "1", "0"]
    assert rows["energy"][1:4] == ["0", "0", "0"]
    assert "0/1/1" in rows["energy"]
    assert "1 of 2" in " ".join(rows["true"])


def test_broken_clips_count_as_caught_by_their_own_law(capsys: pytest.CaptureFixture) -> None:
    print_controls(
        [
            record("control", 1, "flash", no_flashing="broken"),
            record("control", 2, "flash", energy="broken"),
        ]
    )
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("flash  "))
    assert "  2   50.0 %" in row
    assert row.split()[-3:] == ["1", "0", "2"]


def test_a_verdict_that_a_recolouring_turns_is_counted(capsys: pytest.CaptureFixture) -> None:
    print_recoloured(
        [
            record("true", 1, no_flashing="holds", symmetry="holds"),
            record("recoloured", 1, no_flashing="broken"),
        ]
    )
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    assert rows["no_flashing"] == ["0", "0", "1"]
    assert rows["symmetry"] == ["0", "1", "0"]
    assert rows["front_advance"] == ["1", "0", "0"]


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        ([5.0, 4.6, 5.5, 5.06], "holds"),
        ([1.0, 0.9, 1.1, 5.06], "broken"),
        ([4.0, 2.0, 8.0, 5.06], "undecided"),
    ],
)
def test_a_pair_is_judged_by_its_interval(ratio: list[float], verdict: str) -> None:
    pair = Record(**{**record("true pair", 1).__dict__, "ratio": ratio})
    assert ratio_verdict(pair) == verdict


def test_records_are_read_back(tmp_path: Path) -> None:
    kept = record("true", 1, energy="holds")
    append(tmp_path / "kept.jsonl", kept)
    assert load(tmp_path / "kept.jsonl") == [kept]
    assert load(tmp_path / "none.jsonl") == []


def test_a_clip_that_the_starter_vae_decoded_is_nearly_the_same_picture(house: Context, rod: Truth) -> None:
    drawn = clean("rainbow", 18)
    how = through_starter_vae(drawn)
    assert (how.look, how.size, how.num_frames) == ("glow", (320, 192), 33)
    seen = film(house, rod, rod.levels, how).frames.astype(np.float64)
    bare = film(house, rod, rod.levels, replace(how, decoded=False)).frames.astype(np.float64)
    assert seen.shape == bare.shape == (33, 192, 320, 3)
    assert 1.0 < np.sqrt(np.mean((seen - bare) ** 2)) < 20.0
