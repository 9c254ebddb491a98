"""What ships is a plain diffusers folder that holds what was trained."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import WanPipeline
from starter_model import assemble as assembling
from starter_model.basis import keep_basis
from starter_model.latents import read_latents
from starter_model.text import tokenise
from starter_model.tokens import LONGEST, load_tokenizer
from support.tiny_starter import Made

from desktop_app.weights.model_folder import check_model_folder


@pytest.fixture(scope="module")
def pipeline(made: Made) -> Any:
    """As anybody opens it: diffusers' own class, nothing told."""
    opened = WanPipeline.from_pretrained(made.folder)
    opened.set_progress_bar_config(disable=True)
    return opened


def test_the_app_takes_it(made: Made) -> None:
    checked = check_model_folder(made.folder)
    assert checked.problem is None
    assert checked.pipeline == "WanPipeline"
    on_disk = sum(file.stat().st_size for file in made.folder.rglob("*.safetensors"))
    assert checked.bytes == on_disk > 0


@pytest.mark.parametrize("prompt", ["a copper rod heated at its left end", "铜棒左端加热"])
def test_diffusers_generates_with_it(made: Made, pipeline: Any, prompt: str) -> None:
    clip = made.config.clip
    frames = pipeline(
        prompt=prompt,
        width=clip.width,
        height=clip.height,
        num_frames=clip.num_frames,
        num_inference_steps=2,
        guidance_scale=2.0,
        generator=torch.Generator().manual_seed(0),
        output_type="np",
    ).frames
    assert frames.shape == (1, clip.num_frames, clip.height, clip.width, 3)
    assert np.isfinite(frames).all()
    assert frames.std() > 0.0


def test_it_holds_the_averages_in_half_precision(made: Made, pipeline: Any) -> None:
    for file, parts in (
        ("transformer.pt", {"transformer.": pipeline.transformer, "text_encoder.": pipeline.text_encoder}),
        ("vae.pt", {"": pipeline.vae}),
    ):
        state = torch.load(made.work / file, weights_only=True)
        averages = state["ema"]["weights"]
        assert averages
        for prefix, part in parts.items():
            held = dict(part.named_parameters())
            names = [name for name in averages if name.startswith(prefix) and "quant_conv" not in name]
            assert names
            for name in names:
                ours = held[name.removeprefix(prefix)]
                assert ours.dtype == torch.float32
                assert torch.equal(ours, averages[name].half().float()), name


@pytest.mark.parametrize("prompt", ["a copper rod, “iron” look", "铜棒，左端加热：红热", ""])
@torch.inference_mode()
def test_it_reads_a_prompt_as_it_was_trained_to(made: Made, pipeline: Any, prompt: str) -> None:
    ids, mask = tokenise(load_tokenizer(made.work / "tokenizer"), [prompt])
    states = pipeline.text_encoder(ids, mask).last_hidden_state
    embeds, _ = pipeline.encode_prompt(prompt, do_classifier_free_guidance=False, max_sequence_length=LONGEST)
    assert embeds.shape[1] == LONGEST
    torch.testing.assert_close(embeds[:, : ids.shape[1]], states, atol=1e-5, rtol=1e-5)
    assert not embeds[:, ids.shape[1] :].any()


def test_its_vae_knows_its_latents(made: Made, pipeline: Any) -> None:
    basis = keep_basis(made.work, read_latents(made.work))
    assert pipeline.vae.config.latents_mean == pytest.approx(basis.mean.tolist())
    assert pipeline.vae.config.latents_std == pytest.approx(basis.deviation.tolist())
    assert pipeline.scheduler.config.flow_shift == made.config.transformer.flow_shift
    assert pipeline.config.expand_timesteps


def test_a_folder_too_large_to_ship_is_refused(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert assembling.MOST_BYTES == 32_000_000
    size = sum(file.stat().st_size for file in made.folder.rglob("*") if file.is_file())
    monkeypatch.setattr(assembling, "MOST_BYTES", size)
    assembling.assemble(made.config, made.work, tmp_path / "just_fits")
    monkeypatch.setattr(assembling, "MOST_BYTES", size - 1)
    with pytest.raises(ValueError, match=str(size)):
        assembling.assemble(made.config, made.work, tmp_path / "too_large")
