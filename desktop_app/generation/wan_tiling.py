"""Decoding a piece of a clip in overlapping tiles, as `AutoencoderKLWan.tiled_decode` does a whole clip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

TileDecoder = Callable[[tuple[int, int], torch.Tensor], torch.Tensor]
"""(where the tile begins in the latents, the tile) -> the tile decoded."""


def decode_tiled(vae: Any, chunk: torch.Tensor, decode_tile: TileDecoder) -> torch.Tensor:
    """Decode `chunk`, (1, channel, latent frame, row, column), tile by tile and blend the overlaps."""
    scale = vae.config.scale_factor_spatial
    output_scale = scale // (vae.config.patch_size or 1)
    tile_rows, tile_columns = vae.tile_sample_min_height // scale, vae.tile_sample_min_width // scale
    stride_rows, stride_columns = (
        vae.tile_sample_stride_height // scale,
        vae.tile_sample_stride_width // scale,
    )
    rows, columns = chunk.shape[3], chunk.shape[4]
    overlap_y = (tile_rows - stride_rows) * output_scale
    overlap_x = (tile_columns - stride_columns) * output_scale
    bands: list[torch.Tensor] = []
    above: list[torch.Tensor] = []
    for top in range(0, rows, stride_rows):
        band: list[torch.Tensor] = []
        for left in range(0, columns, stride_columns):
            tile = chunk[..., top : top + tile_rows, left : left + tile_columns]
            decoded = decode_tile((top, left), tile)
            if above:
                decoded = vae.blend_v(above[len(band)], decoded, overlap_y)
            if band:
                decoded = vae.blend_h(band[-1], decoded, overlap_x)
            band.append(decoded)
        kept = [tile[..., : stride_rows * output_scale, : stride_columns * output_scale] for tile in band]
        bands.append(torch.cat(kept, dim=-1))
        above = band
    return torch.cat(bands, dim=3)[..., : rows * output_scale, : columns * output_scale]
