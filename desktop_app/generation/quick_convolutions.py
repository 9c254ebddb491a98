"""A Wan VAE's convolutions on the CPU by oneDNN, which torch itself does not choose for one clip at a time.

Left to torch, a three-dimensional convolution of a single clip unfolds its whole input first; that is slower
the fewer frames there are, and takes 27 times the input's memory.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl_wan import WanCausalConv3d
from torch.nn import functional


class OneDnnCausalConv3d(WanCausalConv3d):  # type: ignore[misc]
    """Computes what a `WanCausalConv3d` does, for float32 on the CPU."""

    def forward(self, x: torch.Tensor, cache_x: torch.Tensor | None = None) -> torch.Tensor:
        """Convolve (clip, channel, frame, row, column); zeros or `cache_x`, earlier frames, go before it."""
        columns, _, rows, _, before, _ = self._padding
        if cache_x is not None and before > 0:
            x = torch.cat([cache_x, x], dim=2)
            before -= cache_x.shape[2]
        if before:
            x = functional.pad(x, (0, 0, 0, 0, before, 0))
        convolved: torch.Tensor = torch.ops.aten.mkldnn_convolution(
            x, self.weight, self.bias, (0, rows, columns), self.stride, self.dilation, self.groups
        )
        return convolved


def quicken_convolutions(vae: Any) -> None:
    """Have this VAE, and no other, convolve by oneDNN, where it can: in float32 on a CPU that has it.

    Weights with their channels last make every picture between the layers so, too, which spares oneDNN its
    reordering and suits the norms.
    """
    available = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    if not available or vae.device.type != "cpu" or vae.dtype != torch.float32:
        return
    for module in vae.modules():
        if type(module) is WanCausalConv3d:
            module.__class__ = OneDnnCausalConv3d
            module.weight.data = module.weight.data.contiguous(memory_format=torch.channels_last_3d)
        elif isinstance(module, torch.nn.Conv2d):
            module.weight.data = module.weight.data.contiguous(memory_format=torch.channels_last)


def convolves_quickly(vae: Any) -> bool:
    """Whether `quicken_convolutions` could do something for this VAE."""
    return isinstance(vae.decoder.conv_in, OneDnnCausalConv3d)
