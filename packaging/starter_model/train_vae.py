"""Step 2: the VAE learns to pack clips of heat and to unpack them again."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from desktop_app.domain.clip import Frames, PixelBox
from starter_model.checkpoints import Curve, Ema
from starter_model.config import Config, VaeStage, load_config
from starter_model.corpus import Corpus
from starter_model.optimizer import Optimizers
from starter_model.parallel import best_device, default_processes, place, work_together
from starter_model.staging import draw_staging
from starter_model.training import Training
from starter_model.vae import build_vae, decode, encode, fast_convolutions, lay_out_for_cpu

STEPS_A_CLIP = 4
"""Training steps for which a painted clip serves, each time with another crop."""
ON_THE_BODY = 0.8
"""Share of the crops that are cut around a point of the body's bounding box."""
REPORT_EVERY = 20


def train_vae(config: Config, work: Path, until_s: float, device: str) -> None:
    """Train, from the last checkpoint on, to the last stage's end or for `until_s` seconds."""
    crops = Crops(Corpus(work / "corpus" / "train"), config.seed, (config.clip.width, config.clip.height))
    torch.manual_seed(config.seed)
    vae = lay_out_for_cpu(build_vae(config.vae)).to(device).train()
    optimizers = Optimizers(vae, config.vae.weight_decay, others=("gamma",))
    training = Training(vae, optimizers, config.vae.ema_decay, work / "vae.pt")
    curve, total = Curve(work / "vae.csv"), sum(stage.steps for stage in config.vae.stages)
    sums, since = torch.zeros(3), 0
    number, processes = place()
    for done in training.steps(total, until_s):
        stage, within = _stage_at(config.vae.stages, done)
        torch.manual_seed(config.seed + done * processes + number)
        clips = crops.batch(done, stage, range(number, stage.batch, processes)).to(device)
        if stage.decoder_only:
            _freeze_encoder(vae, training.ema)
        with fast_convolutions():
            loss, parts = _loss(config, vae, clips, decoder_only=stage.decoder_only)
            training.learn(loss, _rate(config, stage, within, done))
        sums, since = sums + parts, since + 1
        if training.done % REPORT_EVERY == 0 and number == 0:
            l1, mse, kl = (sums / since).tolist()
            sums, since = torch.zeros(3), 0
            psnr = -10 * math.log10(mse / 4)
            curve.add(step=training.done, l1=l1, psnr_dB=psnr, kl=kl)
            print(f"VAE {training.done}/{total}: L1 {l1:.4f}, PSNR {psnr:.2f} dB, KL {kl:.3f}", flush=True)


class Crops:
    """Batches of crops, each from a clip of its own, chosen by the seed and the training step alone."""

    def __init__(self, corpus: Corpus, seed: int, size: tuple[int, int]) -> None:
        """Crop clips of `size` (width, height)."""
        self._corpus, self._seed, self._size = corpus, seed, size
        self._painted: dict[tuple[int, int], tuple[Frames, PixelBox]] = {}

    def batch(self, step: int, stage: VaeStage, places: Sequence[int]) -> Tensor:
        """The crops at some places of a training step's batch, in -1..1: (crop, RGB, frame, row, column)."""
        random = np.random.default_rng((self._seed, step, *places))
        served = [(place, (step + place * STEPS_A_CLIP // stage.batch) // STEPS_A_CLIP) for place in places]
        self._painted = {key: self._painted.get(key) or self._paint(key) for key in served}
        crops = [_crop(random, stage, *self._painted[key]) for key in served]
        batch = torch.from_numpy(np.stack(crops)).permute(0, 4, 1, 2, 3)
        return batch.float() / 127.5 - 1.0

    def _paint(self, key: tuple[int, int]) -> tuple[Frames, PixelBox]:
        random = np.random.default_rng((self._seed, *key))
        entry = self._corpus.draw(random)
        staging = draw_staging(random, entry.size_m, self._size)
        return entry.paint(staging, self._corpus.draw_look(random)), staging.body


def _crop(random: np.random.Generator, stage: VaeStage, frames: Frames, body: PixelBox) -> Frames:
    first = int(random.integers(len(frames) - stage.num_frames + 1))
    top, left = _corner(random, stage.crop, body, (frames.shape[2], frames.shape[1]))
    rows, columns = slice(top, top + stage.crop[0]), slice(left, left + stage.crop[1])
    return frames[first : first + stage.num_frames, rows, columns]


def _corner(
    random: np.random.Generator, crop: tuple[int, int], body: PixelBox, size: tuple[int, int]
) -> tuple[int, int]:
    """Top and left of a crop, usually around a point of the body."""
    if random.random() < ON_THE_BODY:
        y, x = random.uniform(body.top, body.bottom), random.uniform(body.left, body.right)
    else:
        y, x = random.uniform(0, size[1]), random.uniform(0, size[0])
    top = int(np.clip(round(y - crop[0] / 2), 0, size[1] - crop[0]))
    left = int(np.clip(round(x - crop[1] / 2), 0, size[0] - crop[1]))
    return top, left


def _loss(
    config: Config, vae: torch.nn.Module, clips: Tensor, *, decoder_only: bool
) -> tuple[Tensor, Tensor]:
    """The loss, and (L1, mean square, KL) for the curve."""
    with torch.set_grad_enabled(not decoder_only):
        mean, log_variance = encode(vae, clips)
    deviation = torch.exp(0.5 * log_variance)
    if decoder_only:
        deviation = deviation + config.vae.latent_noise * mean.std()
    latents = mean + deviation * torch.randn_like(mean)
    error = decode(vae, latents) - clips
    l1 = error.abs().mean()
    edges = sum(error.diff(dim=axis).abs().mean() for axis in (2, 3, 4)) / 3
    kl = 0.5 * (mean.square() + log_variance.exp() - 1.0 - log_variance).mean()
    loss = l1 + config.vae.edge_weight * edges + config.vae.kl_weight * kl
    return loss, torch.stack([l1, error.square().mean(), kl]).detach().cpu()


def _freeze_encoder(vae: Any, ema: Ema) -> None:
    """Let the encoder be its average from now on."""
    if vae.quant_conv.weight.requires_grad:
        ema.copy_to(vae, ("encoder.", "quant_conv."))
        for part in (vae.encoder, vae.quant_conv):
            part.requires_grad_(False)


def _stage_at(stages: tuple[VaeStage, ...], done: int) -> tuple[VaeStage, float]:
    """The stage a step belongs to, and how far into it the step is, 0..1."""
    for stage in stages:
        if done < stage.steps:
            return stage, done / stage.steps
        done -= stage.steps
    return stages[-1], 1.0


def _rate(config: Config, stage: VaeStage, within: float, done: int) -> float:
    """A cosine from the stage's rate to a fifth of it, after a warm-up."""
    fall = 0.2 + 0.8 * 0.5 * (1 + math.cos(math.pi * within))
    return stage.learning_rate * fall * min(1.0, (done + 1) / config.vae.warmup_steps)


def main() -> None:
    """Train the VAE with the one config file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--processes", type=int, default=default_processes())
    options = parser.parse_args()
    torch.set_num_threads(1)
    config = load_config()
    processes = most_processes(config, options.processes)
    work_together(processes, train_vae, config, options.work, options.minutes * 60, best_device())


def most_processes(config: Config, wanted: int) -> int:
    """As many as are wanted, but no more than the smallest batch has crops: each process needs one."""
    return min(wanted, *(stage.batch for stage in config.vae.stages))


if __name__ == "__main__":
    main()
