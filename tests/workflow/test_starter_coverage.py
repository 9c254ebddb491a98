"""The starter model is given only what it was trained on, and of all else it is said why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.house import make_house

from desktop_app.domain.concept import Concept
from desktop_app.domain.edits import Edits
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import STARTER, computing_engine, starter_engine
from desktop_app.workflow.starter_coverage import outside_engine, outside_starter
from desktop_app.workflow.understanding import understand

COVERED = (
    "A copper rod heated at its left end",
    "A copper rod, its left end in a flame",
    "a steel rod at 20 °C, both ends held at 200 °C",
    "a silver rod standing upright, heated at its bottom",
    "一根铜棒左侧被火焰加热",
    "An aluminium plate with a spot held at 300 °C in its centre",
    "a glass plate in a flame at the top, glowing",
    "a copper ring held at 100 °C inside, thermal camera",
    "silver ring heated at its top",
    "finned aluminium heat sink, base at 80 °C",
    "an aluminium heat sink with 4 fins, its base at 80 °C",
    "a stack of copper and glass, bottom held at 100 °C",
    "a copper rod at 0 °C, left end at 50 °C over 2 minutes",
)
OUTSIDE = {
    "a brass fin, its base at 85 °C": "knows only rods",
    "an L-bracket of brass, its left side held at 90 °C": "knows only rods",
    "a brass block heated on the left": "knows only rods",
    "a hot copper rod touches a cold iron rod": "knows only rods",
    "一根铜棒左侧被火焰加热，和铁棒对比": "no comparisons",
    "a copper rod heated at its left end, rainbow colours": "looks Inferno",
    "a copper rod heated at its left end, photorealistic": "looks Inferno",
    "a copper rod heated at the left end with 20 W": "no power",
    "a copper rod heated at its left end, fan blowing": "carries heat away",
    "finned aluminium heat sink, 12 fins, 40 W chip 20 mm wide, fan": "no power",
    "copper rod, left end at 100 °C, right end at 0 °C": "one heated place",
    "copper rod, left end at 100 °C, right end at 60 °C": "one heated place",
    "a copper rod at 500 °C, left end at 20 °C": "not cooled",
    "a copper rod, left end at −20 °C": "not cooled",
    "a copper plate, every side held at 100 °C": "heated there",
    "a tin rod in a flame at its left end": "melts",
    "an aluminium heat sink with 30 fins, its base at 80 °C": "of 4 to 12 fins",
    "a stack of silicon 1 mm, thermal paste 0.1 mm and copper 3 mm, bottom held at 90 °C": "equally thick",
    "a stack of copper, glass, iron, wood and steel, bottom held at 90 °C": "two to four",
    "a copper plate 60 cm by 5 cm, left side held at 100 °C": "usual proportions",
    "a copper ring, outer diameter 60 mm, inner diameter 10 mm, held at 90 °C inside": "usual proportions",
    "a rod of unobtainium heated": "Without a known material",
    "a steel ball dropped": "no sphere",
}


@pytest.fixture(scope="module")
def shared_house(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Only its tables are used: nothing is started or opened."""
    return make_house(tmp_path_factory.mktemp("house"))


@pytest.mark.parametrize("prompt", COVERED)
def test_what_training_drew_is_covered(shared_house, prompt):
    concept = understand(shared_house, prompt)
    assert concept.supported
    assert outside_starter(concept) is None


@pytest.mark.parametrize("prompt", OUTSIDE)
def test_all_else_is_outside_and_said_to_be(shared_house, prompt):
    why = outside_starter(understand(shared_house, prompt))
    assert why is not None
    assert OUTSIDE[prompt] in str(why)
    assert str(why).startswith("The starter model ")
    assert str(why).endswith(".")


def test_what_a_person_changed_counts(shared_house):
    prompt = "a copper rod, left end held at 100 °C"
    assert outside_starter(understand(shared_house, prompt, "rainbow")) is not None
    assert outside_starter(understand(shared_house, prompt, edits=Edits(shape="block"))) is not None
    assert outside_starter(understand(shared_house, prompt, edits=Edits(length=0.2, height=0.1))) is not None
    assert (
        outside_starter(understand(shared_house, "a brass fin, base hot", edits=Edits(shape="rod"))) is None
    )


def rod(house: Context) -> Concept:
    return understand(house, "a copper rod, left end held at 100 °C")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start_s": 5.0}, "whole clip"),
        ({"end_s": 5.0}, "whole clip"),
        ({"extent_m": 0.05}, "own size"),
        ({"where": "spot"}, "heated there"),
        ({"kind": "flux"}, "heat flux"),
    ],
    ids=str,
)
def test_heating_unlike_that_of_training_is_outside(shared_house, change, said):
    concept = rod(shared_house)
    changed = replace(concept, heating=(replace(concept.heating[0], **change),))
    assert said in str(outside_starter(changed))


def test_layers_that_touch_badly_are_outside(shared_house):
    stack = understand(shared_house, "a stack of copper and glass, bottom held at 100 °C")
    assert "touch" in str(outside_starter(replace(stack, contact_resistance_m2K_W=1e-4)))


def test_only_the_starter_model_is_bound_and_the_remedy_fits(shared_house):
    starter = starter_engine(shared_house)
    fin = understand(shared_house, "a brass fin, its base at 85 °C")
    ball = understand(shared_house, "a steel ball dropped")
    assert outside_engine(computing_engine(), fin) is None
    assert outside_engine(replace(starter, id="/a/folder"), fin) is None
    assert outside_engine(starter, rod(shared_house)) is None
    refused = outside_engine(starter, fin)
    assert refused is not None
    assert "“Heat equation, computed”" in str(refused.remedy)
    hopeless = outside_engine(starter, ball)
    assert hopeless is not None
    assert "computed" not in str(hopeless.remedy)
    assert starter.id == STARTER


def test_every_sentence_of_training_is_covered_unless_the_app_takes_it_for_something_else(
    shared_house, monkeypatch
):
    """Bounds that are too narrow would refuse what the model can draw; scenes come from its own training."""
    import numpy as np

    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging"))
    scenes = pytest.importorskip("starter_model.scenes")
    random = np.random.default_rng(20261123)
    drawn = [
        scenes.draw_scene(random, unseen=False, held_out_wording=False, unseen_share=0.12) for _ in range(60)
    ]
    refused = [
        scene.prompt for scene in drawn if outside_starter(understand(shared_house, scene.prompt)) is not None
    ]
    assert len(refused) <= 3, refused
