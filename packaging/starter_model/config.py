"""The one config file, read and checked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

CONFIG_FILE = Path(__file__).with_name("config.toml")


class Strict(BaseModel):
    """A table of the file: no key may be unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ClipConfig(Strict):
    """What the model generates."""

    width: int
    height: int
    num_frames: int


class CorpusConfig(Strict):
    """How many concepts, and which are kept from training."""

    train: int
    held_out: int
    unseen_share: float


class VaeStage(Strict):
    """A stretch of the VAE's training; the learning rate falls along a cosine from stage to stage's end."""

    steps: int
    crop: tuple[int, int]
    num_frames: int
    batch: int
    learning_rate: float
    decoder_only: bool = False


class VaeConfig(Strict):
    """The VAE's size and training."""

    base_dim: int
    decoder_base_dim: int
    num_res_blocks: int
    z_dim: int
    kl_weight: float
    latent_noise: float
    edge_weight: float
    ema_decay: float
    weight_decay: float
    warmup_steps: int
    stages: tuple[VaeStage, ...]


class TextConfig(Strict):
    """The text encoder's size, and how it learns to understand before it learns to steer."""

    width: int
    heads: int
    feed_forward: int
    layers: int
    pretraining_steps: int
    batch: int
    learning_rate: float


class TransformerStage(Strict):
    """A stretch of the transformer's training; the learning rate falls along a cosine over all stages."""

    steps: int
    latent_frames: int
    batch: int
    learning_rate: float


class TransformerConfig(Strict):
    """The transformer's size and training."""

    heads: int
    head_width: int
    layers: int
    feed_forward: int
    time_width: int
    flow_shift: float
    prompt_dropout: float
    ema_decay: float
    weight_decay: float
    warmup_steps: int
    stages: tuple[TransformerStage, ...]


class Config(Strict):
    """All of it."""

    seed: int
    clip: ClipConfig
    corpus: CorpusConfig
    vae: VaeConfig
    text: TextConfig
    transformer: TransformerConfig


def load_config(path: Path = CONFIG_FILE) -> Config:
    """Read a config file.

    Raises:
        pydantic.ValidationError: a key is missing, unknown or of the wrong kind.
    """
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Config.model_validate(table)
