"""Each step goes on where it was interrupted, and ends as if it had not been."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from starter_model import latents, train_text, train_transformer, train_vae, training
from support.tiny_starter import FIRST_VAE_STEPS, FOREVER, FRAMINGS, Made, StepClock, seconds_of

pytestmark = pytest.mark.usefixtures("one_thread")


def saved(file: Path) -> dict[str, Any]:
    state: dict[str, Any] = torch.load(file, weights_only=True)
    return state


def different(one: Any, other: Any, at: str = "") -> list[str]:
    """Where two checkpoints are not the same to the last bit."""
    if isinstance(one, dict):
        if one.keys() != other.keys():
            return [f"{at}: {one.keys() ^ other.keys()}"]
        return [place for key in one for place in different(one[key], other[key], f"{at}/{key}")]
    if isinstance(one, list | tuple):
        if len(one) != len(other):
            return [at]
        pairs = enumerate(zip(one, other, strict=True))
        return [place for n, (a, b) in pairs for place in different(a, b, f"{at}/{n}")]
    same = torch.equal(one, other) if isinstance(one, torch.Tensor) else one == other
    return [] if same else [at]


def test_the_text_encoder(made: Made, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def train(until_s: float) -> None:
        monkeypatch.setattr(train_text, "time", StepClock())
        train_text.train_text(made.config, begun, begun / "tokenizer", until_s)

    _interrupted(train, begun / "text.pt", 1)
    assert different(saved(begun / "text.pt"), saved(made.work / "text.pt")) == []


@pytest.mark.parametrize("after", [1, FIRST_VAE_STEPS + 1])
def test_the_vae(made: Made, begun: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    def train(until_s: float) -> None:
        monkeypatch.setattr(training, "time", StepClock())
        train_vae.train_vae(made.config, begun, until_s, "cpu")

    _interrupted(train, begun / "vae.pt", after)
    assert different(saved(begun / "vae.pt"), saved(made.work / "vae.pt")) == []


@pytest.mark.parametrize("after", [1, 2])
def test_the_transformer(made: Made, begun: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    for name in ("text.pt", latents.STATE, latents.VALUES):
        shutil.copy(made.work / name, begun / name)

    def train(until_s: float) -> None:
        monkeypatch.setattr(training, "time", StepClock())
        train_transformer.train_transformer(made.config, begun, begun / "tokenizer", until_s, "cpu")

    _interrupted(train, begun / "transformer.pt", after)
    assert different(saved(begun / "transformer.pt"), saved(made.work / "transformer.pt")) == []


def test_the_latents(made: Made, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(made.work / "vae.pt", begun / "vae.pt")
    usual, encoded = latents.encode_clip, 0

    def tired(*arguments: Any) -> Any:
        nonlocal encoded
        if encoded == 5:
            raise KeyboardInterrupt
        encoded += 1
        return usual(*arguments)

    monkeypatch.setattr(latents, "AT_ONCE", 2)
    monkeypatch.setattr(latents, "encode_clip", tired)
    with pytest.raises(KeyboardInterrupt):
        latents.encode_corpus(made.config, begun, FRAMINGS, "cpu")
    assert len(latents.read_latents(begun).values) == 4
    encoded = 0
    latents.encode_corpus(made.config, begun, FRAMINGS, "cpu")
    assert encoded == 4
    assert (begun / latents.VALUES).read_bytes() == (made.work / latents.VALUES).read_bytes()


def _interrupted(train: Callable[[float], None], checkpoint: Path, after: int) -> None:
    """Train for no time at all, for `after` training steps, and to the end."""
    train(0.0)
    assert not checkpoint.exists()
    train(seconds_of(after))
    assert saved(checkpoint)["steps"] == after
    train(FOREVER)
