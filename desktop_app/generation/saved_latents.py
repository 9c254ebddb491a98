"""Latents on disk, so that a decoding that was cut off need not be denoised again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from desktop_app.domain.request import GenerationRequest
from desktop_app.generation import failures


@dataclass(frozen=True, eq=False)
class SavedLatents:
    """What the denoising arrived at.

    Attributes:
        latents: normalised, (1, channel, latent frame, row, column) float32.
        timings_s: seconds that the stages took which made them.
    """

    latents: torch.Tensor
    timings_s: dict[str, float]


def latents_key(request: GenerationRequest, fingerprint: str) -> str:
    """Equal where the same request meets the same model folder (see `folder_fingerprint`)."""
    facts = json.dumps([asdict(request), fingerprint], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()


def save_latents(file: Path, key: str, saved: SavedLatents) -> None:
    """Write latents to `file`.

    Raises:
        GenerationFailed: they could not be written.
    """
    about = {"key": key, "timings_s": json.dumps(saved.timings_s)}
    try:
        save_file({"latents": saved.latents.contiguous()}, file, about)
    except (OSError, SafetensorError) as error:
        raise failures.latents_not_saved(repr(error)) from error


def load_latents(file: Path, key: str) -> SavedLatents | None:
    """The latents saved under `key`; None where the file holds others, is cut short or is not there."""
    try:
        with safe_open(file, "pt") as content:
            about = content.metadata() or {}
            if about.get("key") != key:
                return None
            return SavedLatents(content.get_tensor("latents"), json.loads(about["timings_s"]))
    except (OSError, SafetensorError):
        return None
