"""The starter model made in seconds: every step of its making, with next to nothing to train."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from starter_model.assemble import assemble
from starter_model.config import (
    ClipConfig,
    Config,
    CorpusConfig,
    TextConfig,
    TransformerStage,
    VaeStage,
    load_config,
)
from starter_model.corpus_building import build_split
from starter_model.latents import encode_corpus
from starter_model.train_text import train_text
from starter_model.train_transformer import train_transformer
from starter_model.train_vae import train_vae

FOREVER = float("inf")
SCENES, FRAMINGS = 4, 2
FIRST_VAE_STEPS, LAST_VAE_STEPS = 2, 2


@dataclass(frozen=True)
class Made:
    """What the steps left behind: the last one's folder, and in `work` the others'."""

    config: Config
    work: Path
    folder: Path


def tiny_config() -> Config:
    """The real one, made tiny."""
    config = load_config()
    vae = config.vae.model_copy(
        update={
            "base_dim": 4,
            "decoder_base_dim": 4,
            "z_dim": 8,
            "stages": (
                VaeStage(steps=FIRST_VAE_STEPS, crop=(32, 32), num_frames=5, batch=2, learning_rate=1e-3),
                VaeStage(
                    steps=LAST_VAE_STEPS,
                    crop=(64, 32),
                    num_frames=9,
                    batch=1,
                    learning_rate=1e-3,
                    decoder_only=True,
                ),
            ),
        }
    )
    transformer = config.transformer.model_copy(
        update={
            "heads": 2,
            "head_width": 24,
            "layers": 1,
            "feed_forward": 32,
            "time_width": 16,
            "stages": (
                TransformerStage(steps=2, latent_frames=2, batch=4, learning_rate=1e-3),
                TransformerStage(steps=1, latent_frames=3, batch=2, learning_rate=1e-3),
            ),
        }
    )
    return config.model_copy(
        update={
            "clip": ClipConfig(width=64, height=64, num_frames=9),
            "corpus": CorpusConfig(train=SCENES, held_out=0, unseen_share=config.corpus.unseen_share),
            "vae": vae,
            "transformer": transformer,
            "text": TextConfig(
                width=24,
                heads=2,
                feed_forward=32,
                layers=1,
                pretraining_steps=3,
                batch=4,
                learning_rate=1e-3,
            ),
        }
    )


def make_starter(root: Path) -> Made:
    """Every step but the evaluation, as `make starter-model` goes through them."""
    made = Made(tiny_config(), root / "work", root / "starter_model")
    config, work, tokenizer = made.config, made.work, made.work / "tokenizer"
    build_split(config, work / "corpus" / "train", "train")
    train_text(config, work, tokenizer, FOREVER)
    train_vae(config, work, FOREVER, "cpu")
    encode_corpus(config, work, FRAMINGS, "cpu")
    train_transformer(config, work, tokenizer, FOREVER, "cpu")
    assemble(config, work, made.folder)
    return made


class StepClock:
    """In the place of a training's `time`: a second passes whenever it is asked.

    It is asked once at the beginning, before each training step and after it: `seconds_of(n)` are enough
    for `n` training steps, and not for another one.
    """

    def __init__(self) -> None:
        self._seconds = count()

    def monotonic(self) -> float:
        return float(next(self._seconds))


def seconds_of(training_steps: int) -> float:
    return 2.0 * training_steps
