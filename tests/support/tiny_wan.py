"""A random-weight folder of the exact Wan2.2-TI2V architecture, small enough to generate in seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

SEED = 20240229
LATENT_CHANNELS = 48
_PIECES = ["▁a", "▁of", "▁the", "▁rod", "▁copper", "▁heated", "▁left", "▁end", "▁plate", "▁glow", "ed", "s"]


@dataclass(frozen=True)
class WanSize:
    """What may be smaller than in Wan2.2-TI2V-5B without changing the architecture."""

    heads: int
    head_dim: int
    layers: int
    ffn_dim: int
    vae_dim: int
    vae_decoder_dim: int
    vae_res_blocks: int = 2
    text_dim: int = 64
    text_layers: int = 2
    vocabulary: int = 64
    half_precision: bool = False


SMALL = WanSize(heads=4, head_dim=64, layers=6, ffn_dim=1024, vae_dim=12, vae_decoder_dim=16)
TINIEST = WanSize(heads=2, head_dim=24, layers=2, ffn_dim=64, vae_dim=4, vae_decoder_dim=4)
STARTER = replace(SMALL, vae_res_blocks=1, text_dim=192, text_layers=3, vocabulary=3000, half_precision=True)
"""About what the starter model's folder is to hold: 22 MB."""


def build_tiny_wan(folder: Path, size: WanSize = SMALL) -> Path:
    """Save a Wan2.2-TI2V pipeline with weights drawn from a fixed seed; return `folder`.

    16× in space, 4× in time, 48 latent channels, patches of 2, UniPC flow prediction with a shift of 5.
    `SMALL` has about 7 million transformer parameters, `TINIEST` about 0.1 million.
    """
    import torch
    from diffusers import UniPCMultistepScheduler, WanPipeline

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        pipeline = WanPipeline(
            tokenizer=_tokenizer(),
            text_encoder=_text_encoder(size),
            vae=_vae(size),
            scheduler=UniPCMultistepScheduler(
                prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=5.0
            ),
            transformer=_transformer(size),
            expand_timesteps=True,
        )
    if size.half_precision:
        pipeline.to(torch.float16)
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def _tokenizer():
    from transformers import T5Tokenizer

    specials = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    letters = [(letter, -6.0) for letter in "abcdefghijklmnopqrstuvwxyz.,0123456789"]
    return T5Tokenizer(vocab=[*specials, *letters, *((piece, -3.0) for piece in _PIECES)], extra_ids=0)


def _text_encoder(size: WanSize):
    from transformers import UMT5Config, UMT5EncoderModel

    config = UMT5Config(
        vocab_size=size.vocabulary,
        d_model=size.text_dim,
        d_kv=size.text_dim // 4,
        d_ff=2 * size.text_dim,
        num_layers=size.text_layers,
        num_heads=4,
    )
    return UMT5EncoderModel(config).eval()


def _transformer(size: WanSize):
    from diffusers import WanTransformer3DModel

    transformer = WanTransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=size.heads,
        attention_head_dim=size.head_dim,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        text_dim=size.text_dim,
        freq_dim=64,
        ffn_dim=size.ffn_dim,
        num_layers=size.layers,
    )
    return transformer.eval()


def _vae(size: WanSize):
    import torch
    from diffusers import AutoencoderKLWan

    vae = AutoencoderKLWan(
        base_dim=size.vae_dim,
        decoder_base_dim=size.vae_decoder_dim,
        num_res_blocks=size.vae_res_blocks,
        z_dim=LATENT_CHANNELS,
        is_residual=True,
        in_channels=12,
        out_channels=12,
        patch_size=2,
        scale_factor_temporal=4,
        scale_factor_spatial=16,
        latents_mean=torch.linspace(-0.3, 0.5, LATENT_CHANNELS).tolist(),
        latents_std=torch.linspace(0.4, 1.2, LATENT_CHANNELS).tolist(),
    )
    with torch.no_grad():
        vae.decoder.conv_out.weight.mul_(1.5)  # else every picture is much the same grey
    return vae.eval()
