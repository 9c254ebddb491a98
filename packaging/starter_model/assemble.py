"""Step 6: the trained parts as a plain diffusers folder, in half precision."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from diffusers import UniPCMultistepScheduler, WanPipeline

from starter_model.basis import keep_basis, turn_channels
from starter_model.config import Config, load_config
from starter_model.latents import read_latents
from starter_model.text import build_text_encoder
from starter_model.tokens import load_tokenizer
from starter_model.transformer import build_transformer
from starter_model.vae import load_vae

MOST_BYTES = 32_000_000
"""Of the whole folder."""


def assemble(config: Config, work: Path, folder: Path) -> None:
    """Save the averaged weights of the last checkpoints as a pipeline.

    Raises:
        ValueError: the folder is larger than what ships.
    """
    tokenizer = load_tokenizer(work / "tokenizer")
    state = torch.load(work / "transformer.pt", map_location="cpu", weights_only=True)
    text_encoder = build_text_encoder(config.text, len(tokenizer))
    _load(text_encoder, "text_encoder.", state)
    transformer = build_transformer(config)
    _load(transformer, "transformer.", state)
    vae = load_vae(config.vae, work / "vae.pt")
    turn_channels(vae, keep_basis(work, read_latents(work)))
    scheduler = UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=config.transformer.flow_shift
    )
    pipeline = WanPipeline(
        tokenizer=tokenizer,
        text_encoder=text_encoder.half().eval(),
        vae=vae.half(),
        scheduler=scheduler,
        transformer=transformer.half().eval(),
        expand_timesteps=True,
    )
    pipeline.save_pretrained(folder, safe_serialization=True)
    _open_in_single_precision(folder / "text_encoder" / "config.json")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    if size > MOST_BYTES:
        raise ValueError(f"The folder has {size} bytes; at most {MOST_BYTES} ship.")
    print(f"{folder}: {size / 1e6:.1f} MB")


@torch.no_grad()
def _load(part: Any, prefix: str, state: dict[str, Any]) -> None:
    """Give one part its averages, by the names of weights: those that are shared have several in a state."""
    part.load_state_dict(_of(prefix, state["model"]))
    averages = _of(prefix, state["ema"]["weights"])
    for name, weight in part.named_parameters():
        weight.copy_(averages[name])


def _of(prefix: str, weights: dict[str, Any]) -> dict[str, Any]:
    """One part's weights under its own names."""
    return {name.removeprefix(prefix): weight for name, weight in weights.items() if name.startswith(prefix)}


def _open_in_single_precision(config_file: Path) -> None:
    """Let transformers, which goes by this, compute as diffusers' models do; stored they stay as they are."""
    config = json.loads(config_file.read_text(encoding="utf-8"))
    config["dtype"] = "float32"
    config_file.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Assemble the starter model with the one config file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--folder", type=Path, default=Path("resources/starter_model"))
    options = parser.parse_args()
    assemble(load_config(), options.work, options.folder)


if __name__ == "__main__":
    main()
