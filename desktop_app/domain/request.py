"""One object that carries everything that matters to a generation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GenerationRequest:
    """What an engine is asked for; the same request gives the same frames.

    Attributes:
        model: engine name or the path of a diffusers folder.
        prompt: the text the model is given (enriched unless the user declined).
        width, height: of the frames, pixels.
        num_frames: frames in the clip.
        fps: frames per second of the clip.
        num_inference_steps, guidance_scale: for the denoising; no meaning to `solution`.
        seed: of the initial noise.
        look: name of the palette.
    """

    model: str
    prompt: str
    negative_prompt: str
    width: int
    height: int
    num_frames: int
    fps: int
    num_inference_steps: int
    guidance_scale: float
    seed: int
    look: str
