"""Step 4: every scene of the corpus as the trained VAE sees it, in a framing of its own."""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from starter_model.config import Config, load_config
from starter_model.corpus import Corpus
from starter_model.parallel import best_device, default_processes, meet, place, work_together
from starter_model.staging import draw_staging
from starter_model.vae import SPATIAL, TEMPORAL, encode, fast_convolutions, lay_out_for_cpu, load_vae

STATE, VALUES = "latents.json", "latents.f16"
AT_ONCE = 48
"""Clips between two notes of how far it is."""


@dataclass(frozen=True, eq=False)
class Latents:
    """Latents of clips that were each painted from one scene.

    Attributes:
        values: (clip, channel, latent frame, row, column) float16, not normalised.
        scenes: (clip,) number of the scene in the corpus.
    """

    values: NDArray[np.float16]
    scenes: NDArray[np.int64]


def read_latents(work: Path) -> Latents:
    """What `encode_corpus` has written so far."""
    state = json.loads((work / STATE).read_text())
    values = np.memmap(work / VALUES, np.float16, "r", shape=tuple(state["shape"]))[: state["done"]]
    return Latents(values, np.arange(len(values)) % state["scenes"])


def encode_corpus(config: Config, work: Path, framings: int, device: str) -> None:
    """Write `framings` clips of every scene as latents, going on where an interrupted run stopped."""
    corpus = Corpus(work / "corpus" / "train")
    vae = lay_out_for_cpu(load_vae(config.vae, work / "vae.pt")).to(device)
    clip, total = config.clip, framings * len(corpus)
    shape = (
        total,
        config.vae.z_dim,
        (clip.num_frames - 1) // TEMPORAL + 1,
        clip.height // SPATIAL,
        clip.width // SPATIAL,
    )
    done = _prepared(work, shape)
    values = np.memmap(work / VALUES, np.float16, "r+", shape=shape)
    mine, processes = place()
    for first in range(done, total, AT_ONCE):
        end = min(first + AT_ONCE, total)
        for number in range(first + mine, end, processes):
            random = np.random.default_rng((config.seed, 1, number))
            entry = corpus.entry(number % len(corpus))
            frames = entry.paint(draw_staging(random, entry.size_m, (clip.width, clip.height)), entry.look)
            values[number] = encode_clip(vae, frames, device)
        values.flush()
        meet()
        if mine == 0:
            state = {"done": end, "shape": shape, "scenes": len(corpus)}
            new = (work / STATE).with_suffix(".new")
            new.write_text(json.dumps(state), encoding="utf-8")
            new.replace(work / STATE)
            print(f"Latents {end}/{total}", flush=True)


def _prepared(work: Path, shape: tuple[int, ...]) -> int:
    """How many clips are there already; the file is large enough for all."""
    size = 2 * math.prod(shape)
    with (work / VALUES).open("ab") as file:
        if file.tell() < size:
            file.truncate(size)
    if not (work / STATE).exists():
        return 0
    done: int = json.loads((work / STATE).read_text(encoding="utf-8"))["done"]
    return done


@torch.inference_mode()
def encode_clip(vae: Any, frames: NDArray[np.uint8], device: str) -> NDArray[np.float16]:
    """Mean latents (channel, latent frame, row, column) of frames (frame, row, column, RGB) 0..255."""
    clip = torch.from_numpy(frames).to(device).permute(3, 0, 1, 2)[None].float() / 127.5 - 1.0
    with fast_convolutions():
        mean, _ = encode(vae, clip)
    return mean[0].half().cpu().numpy()


def main() -> None:
    """Encode the corpus with the one config file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--framings", type=int, default=1)
    parser.add_argument("--processes", type=int, default=default_processes())
    options = parser.parse_args()
    torch.set_num_threads(1)
    work_together(
        options.processes, encode_corpus, load_config(), options.work, options.framings, best_device()
    )


if __name__ == "__main__":
    main()
