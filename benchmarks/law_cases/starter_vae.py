"""What the starter model's VAE leaves of a clip."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from desktop_app.composition import resources
from desktop_app.domain.clip import Frames


def round_trip(frames: Frames) -> Frames:
    """Encode (the mean, nothing drawn) and decode a clip (frame, row, column, RGB), frames 4n + 1."""
    import torch

    vae = _vae()
    clip = torch.from_numpy(frames.copy()).permute(3, 0, 1, 2)[None].float() / 127.5 - 1.0
    with torch.inference_mode():
        back = vae.decode(vae.encode(clip).latent_dist.mode(), return_dict=False)[0]
    scaled = (back[0].permute(1, 2, 3, 0).clamp(-1, 1) + 1) * 127.5
    return np.asarray(scaled.round().to(torch.uint8).numpy())


@cache
def _vae() -> Any:
    import torch
    from diffusers import AutoencoderKLWan

    from desktop_app.generation.quick_convolutions import quicken_convolutions

    vae = AutoencoderKLWan.from_pretrained(
        resources() / "starter_model", subfolder="vae", torch_dtype=torch.float32
    )
    quicken_convolutions(vae)
    return vae
