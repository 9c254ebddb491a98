"""Prompt to latents, through diffusers' own pipeline so that nothing differs from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from diffusers.pipelines.wan.pipeline_wan import prompt_clean
from torch.nn import functional

from desktop_app.domain.request import GenerationRequest
from desktop_app.generation import failures
from desktop_app.generation.job import Job
from desktop_app.generation.preview import PreviewMap
from desktop_app.generation.spared_repetitions import spared_repetitions

_MAX_TOKENS = 512
"""What `WanPipeline.__call__` encodes by default."""


@dataclass(frozen=True, eq=False)
class PromptEmbeddings:
    """(1, token, channel) each; `negative` is None where there is no guidance."""

    positive: torch.Tensor
    negative: torch.Tensor | None


def encode_prompts(pipeline: Any, request: GenerationRequest) -> PromptEmbeddings:
    """The embeddings `WanPipeline.__call__` would compute for the request.

    It encodes all the padding, too, then sets it to zero; here, no more is encoded than the longer prompt.
    """
    tokens = _tokens(pipeline, request)
    positive, negative = pipeline.encode_prompt(
        prompt=request.prompt,
        negative_prompt=request.negative_prompt,
        do_classifier_free_guidance=request.guidance_scale > 1.0,
        max_sequence_length=tokens,
    )
    padding = (0, 0, 0, _MAX_TOKENS - tokens)
    return PromptEmbeddings(
        functional.pad(positive, padding), None if negative is None else functional.pad(negative, padding)
    )


def _tokens(pipeline: Any, request: GenerationRequest) -> int:
    """How many tokens to encode; on a GPU, where that costs nothing, as many as the pipeline itself."""
    if pipeline._execution_device.type != "cpu":
        return _MAX_TOKENS
    texts = [prompt_clean(text) for text in (request.prompt, request.negative_prompt)]
    encoded = pipeline.tokenizer(texts, truncation=True, max_length=_MAX_TOKENS).input_ids
    return max(map(len, encoded))


def denoise(
    pipeline: Any,
    request: GenerationRequest,
    embeddings: PromptEmbeddings,
    preview_map: PreviewMap | None,
    job: Job,
) -> torch.Tensor:
    """Run all denoising steps, reporting each with a preview.

    Returns:
        Normalised latents, (1, channel, latent frame, row, column) float32.

    Raises:
        Cancelled: within a block of the transformer after the supervisor asked.
        GenerationFailed: the latents are not finite; said at the denoising step where it happens.
    """
    total = request.num_inference_steps

    def on_step_end(_: Any, done_before: int, __: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        latents = tensors["latents"]
        if not bool(torch.isfinite(latents).all()):
            raise failures.not_finite(done_before + 1)
        job.progress("denoising", done_before + 1, total)
        if preview_map is not None:
            job.preview(preview_map.picture(_predicted_clean(pipeline.scheduler, latents)))
        return {}

    job.progress("denoising", 0, total)
    with spared_repetitions(pipeline):
        result = pipeline(
            prompt_embeds=embeddings.positive,
            negative_prompt_embeds=embeddings.negative,
            height=request.height,
            width=request.width,
            num_frames=request.num_frames,
            num_inference_steps=total,
            guidance_scale=request.guidance_scale,
            generator=torch.Generator("cpu").manual_seed(request.seed),
            output_type="latent",
            callback_on_step_end=on_step_end,
        )
    latents: torch.Tensor = result.frames
    return latents


def _predicted_clean(scheduler: Any, latents: torch.Tensor) -> torch.Tensor:
    """What the scheduler believes the clean latents are; the noisy ones where it keeps no such belief."""
    outputs = getattr(scheduler, "model_outputs", None)
    if outputs and getattr(scheduler, "predict_x0", False) and outputs[-1] is not None:
        clean: torch.Tensor = outputs[-1]
        return clean
    return latents
