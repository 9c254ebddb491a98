"""The axes that latents are normalised along: those of their own variance."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from starter_model.latents import Latents

MOST_CLIPS = 400
LEAST_DEVIATION = 0.02
"""Of the liveliest axis: what varies less is not made to vary more."""


@dataclass(frozen=True, eq=False)
class Basis:
    """Principal axes of the VAE's latents, the liveliest first.

    A VAE needs fewer axes than it has channels. Along these, what it does not need is nearly constant, so
    that the transformer need not care for it; the VAE that ships has them as its channels.

    Attributes:
        rotation: (channel, axis), orthogonal.
        mean, deviation: (axis,) of the rotated latents.
    """

    rotation: Tensor
    mean: Tensor
    deviation: Tensor

    def normalised(self, latents: Tensor) -> Tensor:
        """Latents (clip, channel, …) along the axes, each of mean 0 and deviation 1."""
        along = torch.einsum("nc...,ca->na...", latents, self.rotation)
        shape = (1, -1) + (1,) * (latents.ndim - 2)
        return (along - self.mean.view(shape)) / self.deviation.view(shape)

    def weights(self) -> Tensor:
        """How much an error along each axis (axis,) counts: as its deviation, 1 on average."""
        return self.deviation / self.deviation.mean()


def basis_of(latents: Latents) -> Basis:
    """The basis of some of the latents."""
    step = max(1, len(latents.values) // MOST_CLIPS)
    some: NDArray[np.float64] = np.asarray(latents.values[::step], np.float64)
    points = some.transpose(0, 2, 3, 4, 1).reshape(-1, some.shape[1])
    mean = points.mean(0)
    variance, axes = np.linalg.eigh(np.cov(points.T))
    rotation, deviation = axes[:, ::-1].copy(), np.sqrt(np.maximum(variance[::-1], 0.0))
    deviation = np.maximum(deviation, LEAST_DEVIATION * deviation[0])
    as_tensor = [torch.from_numpy(part).float() for part in (rotation, mean @ rotation, deviation)]
    return Basis(*as_tensor)


def keep_basis(work: Path, latents: Latents) -> Basis:
    """The basis of a work folder, found once and then kept: what is trained depends on it.

    Processes that work together may all find it, and find the same.
    """
    file = work / "basis.pt"
    if not file.exists():
        found = basis_of(latents)
        new = file.with_suffix(f".{os.getpid()}")
        torch.save({"rotation": found.rotation, "mean": found.mean, "deviation": found.deviation}, new)
        new.replace(file)
    return Basis(**torch.load(file, weights_only=True))


@torch.no_grad()
def turn_channels(vae: Any, basis: Basis) -> None:
    """Make the axes the VAE's channels; what it encodes and decodes stays the same.

    The posterior's variance, which nothing here draws from, becomes the same for all of them.
    """
    channels = len(basis.mean)
    into, out_of = vae.quant_conv, vae.post_quant_conv
    means, log_variances = slice(0, channels), slice(channels, None)
    into.weight[means] = torch.einsum("ca,c...->a...", basis.rotation, into.weight[means])
    into.bias[means] = basis.rotation.T @ into.bias[means]
    into.weight[log_variances] = into.weight[log_variances].mean(0, keepdim=True)
    into.bias[log_variances] = into.bias[log_variances].mean()
    out_of.weight.copy_(torch.einsum("oc...,ca->oa...", out_of.weight, basis.rotation))
    vae.register_to_config(latents_mean=basis.mean.tolist(), latents_std=basis.deviation.tolist())
