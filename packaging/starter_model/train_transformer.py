"""Step 5: text encoder and transformer learn together to turn noise into latents (flow matching)."""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from starter_model.basis import keep_basis
from starter_model.checkpoints import Curve
from starter_model.config import Config, TransformerStage, load_config
from starter_model.corpus import Record, read_index
from starter_model.latents import read_latents
from starter_model.optimizer import Optimizers
from starter_model.parallel import best_device, default_processes, place, work_together
from starter_model.text import blur, build_text_encoder, draw_prompt, tokenise, unconditional_prompt
from starter_model.tokens import load_tokenizer
from starter_model.training import Training
from starter_model.transformer import (
    Noise,
    build_transformer,
    choose_frames,
    draw_noise,
    flow_loss,
    spare_padding,
)

ADAM = (
    "shared",
    "relative_attention_bias",
    "scale_shift_table",
    "patch_embedding",
    "proj_out",
    "time_embedder",
    "time_proj",
)
"""Parts of names of the matrices that are no hidden layers: AdamW's."""
REPORT_EVERY = 25
LEAST_RATE = 0.05
"""Of the learning rate, at the end."""


class Model(nn.Module):
    """What is trained: `text_encoder` and `transformer`."""

    _weights: Tensor

    def __init__(self, config: Config, vocabulary: int, latent_frames: int, weights: Tensor) -> None:
        super().__init__()
        self.text_encoder = build_text_encoder(config.text, vocabulary)
        self.transformer = build_transformer(config)
        self._frames = choose_frames(self.transformer, latent_frames)
        self._attention = spare_padding(self.transformer)
        self.register_buffer("_weights", weights, persistent=False)

    def loss(self, tokens: tuple[Tensor, Tensor], clean: Tensor, chosen: list[int], noise: Noise) -> Tensor:
        """The flow loss (clip,) of the chosen latent frames of some clips, each with its prompt."""
        ids, mask = tokens
        states = self.text_encoder(ids, mask).last_hidden_state * mask[..., None]
        self._frames.chosen = chosen
        prompts = self._attention.with_padding(states, mask)
        return flow_loss(self.transformer, clean[:, :, chosen], noise, prompts, self._weights)


@dataclass(frozen=True, eq=False)
class Batch:
    """Clips of a training step.

    Attributes:
        clean: normalised latents (clip, channel, latent frame, row, column).
        prompts: one a clip, some of them standing for none.
    """

    clean: Tensor
    prompts: list[str]


class Batches:
    """Draws the clips of a training step by the seed and its number alone."""

    def __init__(self, config: Config, work: Path) -> None:
        self._config = config
        self._records = read_index(work / "corpus" / "train")
        self._latents = read_latents(work)
        self.basis = keep_basis(work, self._latents)

    @property
    def latent_frames(self) -> int:
        """Of a clip."""
        return int(self._latents.values.shape[2])

    def draw(self, random: np.random.Generator, count: int) -> Batch:
        """So many clips."""
        numbers = random.integers(len(self._latents.values), size=count)
        values = torch.from_numpy(np.stack([self._latents.values[number] for number in numbers])).float()
        records = [self._records[self._latents.scenes[number]] for number in numbers]
        return Batch(self.basis.normalised(values), [self._prompt(random, one) for one in records])

    def _prompt(self, random: np.random.Generator, record: Record) -> str:
        if random.random() < self._config.transformer.prompt_dropout:
            return unconditional_prompt(random, record)
        return draw_prompt(random, record)


def train_transformer(
    config: Config, work: Path, tokenizer_folder: Path, until_s: float, device: str
) -> None:
    """Train from the last checkpoint on, to the last stage's end or for `until_s` seconds.

    The text encoder begins as `train_text` left it.
    """
    batches, tokenizer = Batches(config, work), load_tokenizer(tokenizer_folder)
    number, processes = place()
    torch.manual_seed(config.seed)
    model = Model(config, len(tokenizer), batches.latent_frames, batches.basis.weights()).train().to(device)
    told = torch.load(work / "text.pt", map_location="cpu", weights_only=True)
    model.text_encoder.load_state_dict(told["encoder"])
    optimizers = Optimizers(model, config.transformer.weight_decay, others=ADAM)
    training = Training(model, optimizers, config.transformer.ema_decay, work / "transformer.pt")
    curve, total = Curve(work / "transformer.csv"), sum(stage.steps for stage in config.transformer.stages)
    sums = np.zeros(4)
    for done in training.steps(total, until_s):
        stage, rate = _now(config, done)
        random = np.random.default_rng((config.seed, done, number))
        batch = batches.draw(random, max(1, stage.batch // processes))
        chosen = choose(random, stage.latent_frames, batches.latent_frames)
        generator = torch.Generator().manual_seed(int(random.integers(2**62)))
        tokens = blur(tokenizer, random, tokenise(tokenizer, batch.prompts))
        noise = draw_noise(batch.clean[:, :, chosen], config.transformer.flow_shift, generator)
        losses = model.loss(_to(device, tokens), batch.clean.to(device), chosen, noise.to(device))
        training.learn(losses, rate)
        sums += [*_by_level(losses.detach().cpu(), noise.levels), 1.0]
        if training.done % REPORT_EVERY == 0 and number == 0:
            low, middle, high = sums[:3] / sums[3]
            sums = np.zeros(4)
            curve.add(step=training.done, low_noise=low, middle_noise=middle, high_noise=high)
            mean = (low + middle + high) / 3
            losses_by_noise = f"{low:.3f} {middle:.3f} {high:.3f}, mean {mean:.3f}"
            print(f"Transformer {training.done}/{total}: {losses_by_noise}", flush=True)


def choose(random: np.random.Generator, wanted: int, latent_frames: int) -> list[int]:
    """Some of a clip's latent frames in their order; the first is always there, so that times can be told."""
    others = random.choice(np.arange(1, latent_frames), size=wanted - 1, replace=False)
    return [0, *sorted(int(one) for one in others)]


def _now(config: Config, done: int) -> tuple[TransformerStage, float]:
    """The stage a step belongs to, and its learning rate: a warm-up, then a cosine over all stages."""
    stages = config.transformer.stages
    total = sum(stage.steps for stage in stages)
    within = done
    for stage in stages:
        if within < stage.steps:
            break
        within -= stage.steps
    fall = LEAST_RATE + (1 - LEAST_RATE) * 0.5 * (1 + math.cos(math.pi * done / total))
    return stage, stage.learning_rate * fall * min(1.0, (done + 1) / config.transformer.warmup_steps)


def _by_level(losses: Tensor, levels: Tensor) -> np.ndarray:
    """Mean loss at low, middle and high noise; the mean of all where a third has none."""
    thirds = (levels < 0.5, (levels >= 0.5) & (levels < 0.85), levels >= 0.85)
    return np.array(
        [float(losses[third].mean()) if third.any() else float(losses.mean()) for third in thirds]
    )


def _to(device: str, tensors: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
    return tensors[0].to(device), tensors[1].to(device)


def main() -> None:
    """Train the transformer with the one config file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--tokenizer", type=Path, default=Path("build/starter_model/tokenizer"))
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--processes", type=int, default=default_processes())
    options = parser.parse_args()
    torch.set_num_threads(1)
    work_together(
        options.processes,
        train_transformer,
        load_config(),
        options.work,
        options.tokenizer,
        options.minutes * 60,
        best_device(),
    )


if __name__ == "__main__":
    main()
