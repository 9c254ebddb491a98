"""The model that comes with the app: where it stands, what it makes, and what is kept of it."""

from __future__ import annotations

import json
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from support.house import make_house
from support.paths import STARTER_MODEL

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import GenerationFailed, InvalidInput, ModelUnusable, OutsideModel
from desktop_app.generation.device import Device
from desktop_app.library.run_file import encode_run
from desktop_app.workflow import engines
from desktop_app.workflow.checkup import check_up
from desktop_app.workflow.engines import (
    SOLUTION,
    STARTER,
    computing_engine,
    default_engine,
    engine_choices,
    engine_named,
    first_choices,
    starter_engine,
)
from desktop_app.workflow.exporting import model_name
from desktop_app.workflow.falling_back import why_compute_instead
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import list_runs, open_run
from desktop_app.workflow.intended_use import PLAIN_USE
from desktop_app.workflow.orders import (
    QUALITIES,
    STARTER_CLIP,
    GenerationOrder,
    check_settings,
    default_quality,
    fitted,
    settings_for,
)
from desktop_app.workflow.provenance import tags_of

PROMPT = "a copper rod, left end held at 100 °C"


@pytest.fixture
def furnished(tmp_path):
    """A house with the starter model."""
    context = make_house(tmp_path, STARTER_MODEL)
    yield context
    context.worker.close()
    context.runs.close()


@pytest.fixture
def damaged(tmp_path):
    """A house whose starter model has lost a file."""
    folder = tmp_path / "damaged"
    shutil.copytree(STARTER_MODEL, folder)
    next((folder / "vae").glob("*.safetensors")).unlink()
    return make_house(tmp_path, folder)


@pytest.fixture
def gpu(monkeypatch) -> list[str]:
    """What torch says of graphics processors; each question is noted."""
    asked: list[str] = []

    def find() -> tuple[Device, ...]:
        asked.append("asked")
        return (Device("GPU", 24 * 2**30),)

    monkeypatch.setattr(engines, "find_devices", find)
    return asked


def add_large(house, tiny_wan: Path) -> Path:
    (home,) = house.model_folders
    return Path(shutil.copytree(tiny_wan, home / "Wan2.2-TI2V-5B-Diffusers"))


def ids(choices) -> list[str]:
    return [choice.id for choice in choices]


def test_without_its_folder_it_is_listed_with_its_problem_and_computing_is_the_default(house):
    solution, starter = engine_choices(house)
    assert (solution.id, starter.id) == (SOLUTION, STARTER)
    assert str(starter.problem) == "The starter model is not there."
    assert first_choices(house) == (solution, starter)
    assert default_engine(house).id == SOLUTION


def test_with_its_folder_it_is_the_default(furnished, gpu):
    assert ids(engine_choices(furnished)) == ids(first_choices(furnished)) == [SOLUTION, STARTER]
    assert default_engine(furnished) == engine_named(furnished, "starter") == engine_choices(furnished)[1]
    assert default_engine(furnished).problem is None
    assert "rods, plates, rings" in str(default_engine(furnished).about)
    assert not gpu, "no model that needs one is there"


def test_found_folders_come_after_it_and_it_is_not_found_twice(furnished, tiny_wan):
    (home,) = furnished.model_folders
    build = Path(shutil.copytree(tiny_wan, home / "my-wan"))
    (home / "copy").symlink_to(STARTER_MODEL, target_is_directory=True)
    assert ids(engine_choices(furnished)) == [SOLUTION, STARTER, str(build)]


def test_its_folder_by_path_is_the_starter_model_too(furnished):
    """Else a person could have it draw what it never learned."""
    assert engine_named(furnished, str(STARTER_MODEL)).id == STARTER


@pytest.mark.parametrize("usable", [True, False])
def test_the_large_model_comes_first_where_a_graphics_processor_can_run_it(
    furnished, tiny_wan, gpu, monkeypatch, usable
):
    large = add_large(furnished, tiny_wan)
    if not usable:
        monkeypatch.setattr(engines, "find_devices", lambda: ())
    assert default_engine(furnished).id == (str(large) if usable else STARTER)


def test_torch_that_does_not_answer_has_no_graphics_processor(house, tiny_wan, monkeypatch):
    def broken() -> tuple[Device, ...]:
        raise GenerationFailed(engines.say("No."), engines.say("No."))

    add_large(house, tiny_wan)
    monkeypatch.setattr(engines, "find_devices", broken)
    assert default_engine(house).id == SOLUTION


def test_a_damaged_one_is_seen_when_it_is_looked_through(damaged):
    assert first_choices(damaged)[1].problem is None
    assert "damaged" in str(engine_choices(damaged)[1].problem)
    assert default_engine(damaged).id == SOLUTION
    with pytest.raises(ModelUnusable, match="Install HeatSketch again"):
        engine_named(damaged, "starter")


def test_the_checkup_says_whether_it_is_whole(house, damaged, furnished, monkeypatch):
    monkeypatch.setattr("desktop_app.workflow.checkup.find_devices", tuple)

    def finding(context):
        return next(each for each in check_up(context, CancelToken()) if each.key == "starter")

    assert not finding(house).good
    assert "not there" in str(finding(house).found)
    assert "damaged" in str(finding(damaged).found)
    assert finding(damaged).remedy is not None
    assert finding(furnished).good
    assert "whole" in str(finding(furnished).found)


def test_every_quality_makes_the_clip_it_was_trained_on_with_more_or_fewer_steps(furnished):
    starter = starter_engine(furnished)
    all_of_them = [settings_for(quality, starter) for quality in QUALITIES]
    steps = [each.num_inference_steps for each in all_of_them]
    assert {replace(each, num_inference_steps=0) for each in all_of_them} == {
        replace(STARTER_CLIP, num_inference_steps=0)
    }
    assert steps == sorted(set(steps))
    for settings in all_of_them:
        check_settings(starter, settings)
    assert default_quality(starter) == "standard"


def test_the_clip_is_that_of_its_training():
    config = Path(__file__).parents[2] / "packaging" / "starter_model" / "config.toml"
    clip = tomllib.loads(config.read_text(encoding="utf-8"))["clip"]
    assert clip == {name: getattr(STARTER_CLIP, name) for name in ("width", "height", "num_frames")}


@pytest.mark.parametrize("change", [{"width": 352}, {"height": 224}, {"num_frames": 17}], ids=str)
def test_another_size_or_length_is_refused_with_its_own(furnished, change):
    starter, wrong = starter_engine(furnished), replace(STARTER_CLIP, **change)
    with pytest.raises(InvalidInput, match="33 frames of 320×192") as refusal:
        check_settings(starter, wrong)
    assert "another engine" in str(refusal.value.remedy)
    assert fitted(starter, wrong) == STARTER_CLIP
    assert fitted(computing_engine(), wrong) == wrong


def order(house, prompt: str = PROMPT, **settings) -> GenerationOrder:
    few = replace(STARTER_CLIP, num_inference_steps=2, **settings)
    return GenerationOrder(prompt, starter_engine(house), few, seed=3)


def test_what_is_kept_of_a_run_names_the_model_and_no_place_on_this_computer(furnished, tmp_path):
    *_, finished = generate(furnished, order(furnished), CancelToken())
    run = finished.run
    assert run.request.model == STARTER
    assert not run.computed
    assert open_run(furnished, run.id).run.request.model == STARTER
    tags = tags_of(run, finished.reading, "0.1", PLAIN_USE)
    assert json.loads(tags["comment"])["request"]["model"] == STARTER
    assert "AIGC" in tags
    for text in (encode_run(run).decode("utf-8"), *tags.values()):
        assert str(STARTER_MODEL) not in text
        assert str(tmp_path) not in text
    assert model_name(run.request.model, furnished, "en") == "HeatSketch's starter model"
    assert model_name(run.request.model, furnished, "zh") == "HeatSketch 入门模型"


def test_what_it_was_not_trained_on_is_refused_before_anything_is_kept(furnished):
    with pytest.raises(OutsideModel, match="knows only rods"):
        list(generate(furnished, order(furnished, "a brass fin, its base at 85 °C"), CancelToken()))
    assert list_runs(furnished) == ()
    assert furnished.worker.worker_pid is None


def test_an_order_of_which_nobody_chose_the_engine_is_computed_where_that_is_the_way_out(furnished):
    assert why_compute_instead(furnished, order(furnished)) is None
    fin = "a brass fin, its base at 85 °C"
    assert "knows only rods" in str(why_compute_instead(furnished, order(furnished, fin)))
    assert "320×192" in str(why_compute_instead(furnished, order(furnished, width=832, height=480)))
    assert why_compute_instead(furnished, order(furnished, "a steel ball dropped")) is None
    computed = replace(order(furnished, fin), engine=computing_engine())
    assert why_compute_instead(furnished, computed) is None
