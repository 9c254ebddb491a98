"""The starter model as it ships: a plain folder of the Wan2.2 kind whose clips are nobody's but its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors import safe_open
from starter_model.assemble import MOST_BYTES
from starter_model.measures.disguise import apart, app_clip, stock_clip
from starter_model.measures.seen import see
from starter_model.measures.side import heated_places, place_seen
from support.asked import asked, judge
from support.house import make_house
from support.paths import STARTER_MODEL

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.events import FramesDecoded
from desktop_app.domain.request import GenerationRequest
from desktop_app.weights.model_folder import check_model_folder
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import starter_engine
from desktop_app.workflow.generation import generate
from desktop_app.workflow.orders import STARTER_CLIP, GenerationOrder

MOST_ROUNDING = 2
"""Of 255: the app decodes in pieces and with another order of sums than diffusers."""


def read(part: str) -> dict[str, Any]:
    return dict(json.loads((STARTER_MODEL / part).read_text(encoding="utf-8")))


def test_it_holds_nothing_but_half_precision_weights_settings_and_its_card() -> None:
    files = [file for file in STARTER_MODEL.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES
    assert {file.suffix for file in files} == {".safetensors", ".json", ".md"}
    for file in STARTER_MODEL.rglob("*.safetensors"):
        with safe_open(file, "pt") as weights:
            assert {weights.get_slice(name).get_dtype() for name in weights.keys()} == {"F16"}  # noqa: SIM118
    assert check_model_folder(STARTER_MODEL).problem is None


def test_it_is_of_the_kind_of_wan_2_2_ti2v() -> None:
    assert read("model_index.json")["_class_name"] == "WanPipeline"
    assert read("model_index.json")["expand_timesteps"]
    vae, transformer = read("vae/config.json"), read("transformer/config.json")
    assert (vae["_class_name"], vae["is_residual"]) == ("AutoencoderKLWan", True)
    assert (vae["scale_factor_spatial"], vae["scale_factor_temporal"]) == (16, 4)
    assert (vae["patch_size"], vae["z_dim"], len(vae["latents_std"])) == (2, 48, 48)
    assert transformer["_class_name"] == "WanTransformer3DModel"
    assert transformer["in_channels"] == transformer["out_channels"] == 48
    assert read("text_encoder/config.json")["architectures"] == ["UMT5EncoderModel"]
    scheduler = read("scheduler/scheduler_config.json")
    assert scheduler["_class_name"] == "UniPCMultistepScheduler"
    assert scheduler["use_flow_sigmas"]


def test_its_card_says_how_good_it_is_and_under_which_licence() -> None:
    card = (STARTER_MODEL / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlicense: apache-2.0\n")
    assert "$" not in card
    for measure in (
        "heated side as asked",
        "look as asked",
        "shape as asked",
        "the faster of two materials has the faster front",
        "profile, RMSE, median",
        "law verdicts `broken`",
        "VAE, PSNR of whole clips, median",
        "… nearest training prompt's clip instead",
        "first frame, warm worker",
        "largest memory of the worker",
    ):
        assert re.search(rf"^\| {re.escape(measure)} \| −?[\d.]+", card, re.MULTILINE), measure
    for section in ("What it knows", "What it cannot do", "Not the solution in disguise", "Licence"):
        assert f"# {section}\n" in card


def test_its_clip_needs_neither_app_nor_solver_nor_painter() -> None:
    request = GenerationRequest(
        model=str(STARTER_MODEL),
        prompt="a copper rod heated at its left end",
        negative_prompt="people",
        width=STARTER_CLIP.width,
        height=STARTER_CLIP.height,
        num_frames=STARTER_CLIP.num_frames,
        fps=STARTER_CLIP.fps,
        num_inference_steps=2,
        guidance_scale=STARTER_CLIP.guidance_scale,
        seed=5,
        look="inferno",
    )
    app = app_clip(request, poisoned=False)
    assert app.shape == (33, 192, 320, 3)
    assert apart(app, app_clip(request, poisoned=True)).most == 0
    assert apart(app, stock_clip(request)).most <= MOST_ROUNDING


ASKED = (
    "a copper rod heated at its left end, iron look",
    "一根铜棒右端加热，铁红色调",
    "a steel plate heated at the top, glow look",
    "a steel ring heated at the right, inferno look",
)


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Context]:
    context = make_house(tmp_path, STARTER_MODEL)
    yield context
    context.worker.close()
    context.runs.close()


def drawn(context: Context, prompt: str) -> Frames:
    order = GenerationOrder(prompt, starter_engine(context), STARTER_CLIP, seed=1)
    events = generate(context, order, CancelToken())
    return np.concatenate([event.frames.copy() for event in events if isinstance(event, FramesDecoded)])


def test_it_draws_simple_ideas_as_asked(furnished: Context) -> None:
    found = {}
    for prompt in ASKED:
        wanted, seen = asked(prompt), see(drawn(furnished, prompt), judge().looks)
        heated = heated_places(wanted)
        found[prompt] = (
            judge().shape(wanted, seen) == wanted.shape,
            place_seen(seen.maps, wanted, heated) in heated.as_asked,
            seen.look == wanted.look,
        )
    assert found == dict.fromkeys(ASKED, (True, True, True))
