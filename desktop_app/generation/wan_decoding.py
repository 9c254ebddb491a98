"""Latents to frames, a few latent frames at a time with the VAE's own feature cache.

This is `AutoencoderKLWan._decode` (diffusers) unrolled, so that frames leave while later ones are still
latents and the memory needed does not grow with the clip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl_wan import WanCausalConv3d, unpatchify

from desktop_app.domain.clip import Frames
from desktop_app.generation.job import Job
from desktop_app.generation.memory import is_out_of_memory, release_memory
from desktop_app.generation.quick_convolutions import convolves_quickly
from desktop_app.generation.wan_tiling import decode_tiled

_LATENT_FRAMES_AT_ONCE = 4
"""About so many, split evenly: torch's own convolution on a CPU does three or more twice as fast."""
_PIXELS_AT_ONCE = 1_000_000
"""Pixels of a frame times latent frames in one call: one latent frame at 1280×704, four at 640×384."""


def decode_to_job(vae: Any, latents: torch.Tensor, job: Job) -> Iterator[int]:
    """Decode latents into the job's ring; yield the number of frames done after each piece.

    Where memory runs out, they are decoded again in tiles, from the first frame not yet written.
    `latents` are normalised, (1, channel, latent frame, row, column).

    Raises:
        Cancelled: between pieces, or within one.
    """
    total = (latents.shape[2] - 1) * vae.config.scale_factor_temporal + 1
    job.progress("decoding", 0, total)
    try:
        yield from _decode_rest(vae, latents, job, total, tiled=False)
        return
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    release_memory()
    yield from _decode_rest(vae, latents, job, total, tiled=True)


def _decode_rest(vae: Any, latents: torch.Tensor, job: Job, total: int, *, tiled: bool) -> Iterator[int]:
    """Decode all latents; write and count only the frames that come after those written already."""
    first = 0
    for frames in decode_frames(vae, latents, tiled=tiled):
        new = frames[max(0, job.frames_written - first) :]
        first += len(frames)
        if len(new):
            job.write_frames(new)
            job.progress("decoding", job.frames_written, total)
            yield job.frames_written


def decode_frames(vae: Any, latents: torch.Tensor, *, tiled: bool = False) -> Iterator[Frames]:
    """Decode normalised latents as `WanPipeline` does.

    The first latent frame goes alone, so that the first picture comes early. `latents` are normalised,
    (1, channel, latent frame, row, column). `tiled` decodes one latent frame at a time in overlapping tiles,
    for little memory.

    Yields:
        (frame, row, column, RGB) uint8, on the CPU: first one frame, then those of one latent frame at a time
        where the VAE convolves quickly, else of a few.
    """
    hook = getattr(vae, "_hf_hook", None)
    if hook is not None:
        hook.pre_forward(vae)
    raw = vae.post_quant_conv(_denormalised(vae, latents))
    decode = _tiled_decoder(vae) if tiled else _whole_decoder(vae)
    at_once = 1 if tiled else _latent_frames_at_once(vae, latents)
    yield _to_frames(vae, decode(raw[:, :, :1], True))
    rest = raw[:, :, 1:]
    if rest.shape[2]:
        for chunk in rest.tensor_split(max(1, round(rest.shape[2] / at_once)), dim=2):
            yield _to_frames(vae, decode(chunk, False))


ChunkDecoder = Callable[[torch.Tensor, bool], torch.Tensor]
"""(latents of a few frames, whether they are the clip's first) -> what the decoder makes of them."""


def _whole_decoder(vae: Any) -> ChunkDecoder:
    cache = _empty_cache(vae)

    def decode(chunk: torch.Tensor, first: bool) -> torch.Tensor:
        decoded: torch.Tensor = vae.decoder(chunk, feat_cache=cache, feat_idx=[0], first_chunk=first)
        return decoded

    return decode


def _tiled_decoder(vae: Any) -> ChunkDecoder:
    caches: dict[tuple[int, int], list[Any]] = {}

    def decode_tile(place: tuple[int, int], tile: torch.Tensor, first: bool) -> torch.Tensor:
        cache = caches.setdefault(place, _empty_cache(vae))
        decoded: torch.Tensor = vae.decoder(tile, feat_cache=cache, feat_idx=[0], first_chunk=first)
        cache[:] = [part.cpu() if isinstance(part, torch.Tensor) else part for part in cache]
        return decoded

    return lambda chunk, first: decode_tiled(vae, chunk, lambda place, tile: decode_tile(place, tile, first))


def _empty_cache(vae: Any) -> list[Any]:
    return [None] * sum(isinstance(module, WanCausalConv3d) for module in vae.decoder.modules())


def _denormalised(vae: Any, latents: torch.Tensor) -> torch.Tensor:
    latents = latents.to(vae.device, vae.dtype)
    shape = (1, vae.config.z_dim, 1, 1, 1)
    mean = torch.tensor(vae.config.latents_mean).view(shape).to(latents.device, latents.dtype)
    inverse_std = 1.0 / torch.tensor(vae.config.latents_std).view(shape).to(latents.device, latents.dtype)
    return latents / inverse_std + mean


def _latent_frames_at_once(vae: Any, latents: torch.Tensor) -> int:
    if convolves_quickly(vae):
        return 1
    scale: int = vae.config.scale_factor_spatial
    pixels = latents.shape[3] * latents.shape[4] * scale**2
    return max(1, min(_LATENT_FRAMES_AT_ONCE, _PIXELS_AT_ONCE // pixels))


def _to_frames(vae: Any, decoded: torch.Tensor) -> Frames:
    if vae.config.patch_size is not None:
        decoded = unpatchify(decoded, patch_size=vae.config.patch_size)
    pixels = (decoded.clamp(-1.0, 1.0) * 0.5 + 0.5).mul(255.0).round().to(torch.uint8)
    frames: Frames = pixels[0].permute(1, 2, 3, 0).contiguous().cpu().numpy()
    return frames
