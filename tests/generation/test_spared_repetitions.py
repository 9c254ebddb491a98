"""Denoising without repetitions: the numbers of diffusers' own way, and nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from support.jobs import RecordedJob
from support.requests import tiny_request

from desktop_app.domain.errors import Cancelled
from desktop_app.generation.spared_repetitions import spared_repetitions
from desktop_app.generation.wan_denoising import denoise, encode_prompts
from desktop_app.generation.wan_loading import load_wan

pytestmark = pytest.mark.skipif(torch.cuda.is_available(), reason="for the CPU")

AGREEMENT = 1e-5
"""Largest difference allowed, of values of about 1: a hundred roundings in float32."""
TOKENS = 7
PLACES = 4 * 2 * 3


@pytest.fixture(scope="module")
def pipeline(tiny_wan: Path) -> Any:
    return load_wan(tiny_wan, "", RecordedJob()).pipeline


@pytest.fixture(autouse=True)
def _inference() -> Iterator[None]:
    with torch.inference_mode():
        yield


def arguments(pipeline: Any, tokens: int = TOKENS) -> dict[str, torch.Tensor]:
    """Of one forward of the transformer: a text of so many tokens, and zeros up to 512."""
    generator = torch.Generator().manual_seed(3)
    text = torch.zeros((1, 512, pipeline.transformer.config.text_dim))
    text[:, :tokens] = torch.randn((1, tokens, text.shape[2]), generator=generator)
    latents = torch.randn((1, 48, 4, 4, 6), generator=generator)
    return {
        "hidden_states": latents,
        "timestep": torch.full((1, PLACES), 700.0),
        "encoder_hidden_states": text,
    }


def predicted(pipeline: Any, given: dict[str, torch.Tensor]) -> torch.Tensor:
    prediction: torch.Tensor = pipeline.transformer(**given, return_dict=False)[0]
    return prediction


@pytest.mark.parametrize("tokens", [0, 1, TOKENS, 511, 512])
def test_the_prediction_is_as_before(pipeline: Any, tokens: int) -> None:
    given = arguments(pipeline, tokens)
    expected = predicted(pipeline, given)
    with spared_repetitions(pipeline):
        torch.testing.assert_close(predicted(pipeline, given), expected, atol=AGREEMENT, rtol=AGREEMENT)


def test_the_text_matters_to_the_prediction_compared(pipeline: Any) -> None:
    one, other = (predicted(pipeline, arguments(pipeline, tokens)) for tokens in (TOKENS, TOKENS + 1))
    assert (one - other).abs().max() > 10.0 * AGREEMENT


def test_places_of_different_noise_stay_different(pipeline: Any) -> None:
    given = arguments(pipeline)
    given["timestep"] = torch.linspace(0.0, 900.0, PLACES)[None]
    expected = predicted(pipeline, given)
    with spared_repetitions(pipeline):
        torch.testing.assert_close(predicted(pipeline, given), expected, atol=AGREEMENT, rtol=AGREEMENT)


def test_repetitions_are_really_spared(pipeline: Any) -> None:
    seen: list[tuple[torch.Size, torch.Size]] = []
    block = pipeline.transformer.blocks[0]
    handle = block.register_forward_pre_hook(lambda _, given: seen.append((given[1].shape, given[2].shape)))
    try:
        with spared_repetitions(pipeline):
            predicted(pipeline, arguments(pipeline))
    finally:
        handle.remove()
    ((text, noise),) = seen
    assert text[1] == TOKENS + 1
    assert noise[:2] == (1, 6)


def test_nothing_is_left_behind_even_by_a_cancel(pipeline: Any, tiny_wan: Path) -> None:
    processors = [block.attn2.processor for block in pipeline.transformer.blocks]
    request = tiny_request(tiny_wan)
    with pytest.raises(Cancelled):
        denoise(pipeline, request, encode_prompts(pipeline, request), None, RecordedJob(cancel_after=2))
    with spared_repetitions(pipeline):
        assert pipeline.transformer.blocks[0].attn2.processor not in processors
    assert [block.attn2.processor for block in pipeline.transformer.blocks] == processors
    assert not pipeline.transformer._forward_pre_hooks


@pytest.mark.parametrize(
    "changes",
    [{}, {"guidance_scale": 1.0}, {"negative_prompt": ""}, {"prompt": "  a  rod &amp; " + "copper " * 600}],
)
def test_prompts_are_encoded_as_the_pipeline_does(
    pipeline: Any, tiny_wan: Path, changes: dict[str, Any]
) -> None:
    request = tiny_request(tiny_wan, **changes)
    expected = pipeline.encode_prompt(
        request.prompt, request.negative_prompt, request.guidance_scale > 1.0, max_sequence_length=512
    )
    ours = encode_prompts(pipeline, request)
    torch.testing.assert_close(ours.positive, expected[0], atol=AGREEMENT, rtol=AGREEMENT)
    if expected[1] is None:
        assert ours.negative is None
    else:
        torch.testing.assert_close(ours.negative, expected[1], atol=AGREEMENT, rtol=AGREEMENT)


def test_no_more_is_encoded_than_the_longer_prompt(pipeline: Any, tiny_wan: Path) -> None:
    seen: list[int] = []
    encoder = pipeline.text_encoder.encoder
    handle = encoder.block[0].register_forward_pre_hook(lambda _, given: seen.append(given[0].shape[1]))
    try:
        encode_prompts(pipeline, tiny_request(tiny_wan, prompt="a rod", negative_prompt="a copper plate"))
    finally:
        handle.remove()
    assert len(set(seen)) == 1
    assert seen[0] < 20
