"""What a training keeps: its state, its average, its curve."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from starter_model import checkpoints
from starter_model.checkpoints import Checkpoint, Curve, Ema
from torch import nn


def test_a_checkpoint_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkpoint = Checkpoint(tmp_path / "deep" / "state.pt")
    assert checkpoint.load() is None
    checkpoint.save({"steps": 1, "weights": torch.ones(3)})

    def interrupted(_state: dict[str, Any], file: Path) -> None:
        file.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(torch, "save", interrupted)
        with pytest.raises(KeyboardInterrupt):
            checkpoint.save({"steps": 2})
    state = Checkpoint(tmp_path / "deep" / "state.pt").load()
    assert state is not None
    assert state["steps"] == 1
    assert torch.equal(state["weights"], torch.ones(3))
    checkpoint.save({"steps": 3})
    assert checkpoint.load() == {"steps": 3}
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["state.pt"]


def test_a_checkpoint_is_due_some_time_after_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(checkpoints, "time", SimpleNamespace(monotonic=lambda: now))
    checkpoint = Checkpoint(tmp_path / "state.pt", every_s=10.0)
    assert not checkpoint.due()
    now = 10.0
    assert checkpoint.due()
    checkpoint.save({})
    assert not checkpoint.due()


def test_an_average_comes_near_and_forgets_its_youth_faster() -> None:
    module = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(module.weight)
    ema = Ema(module, decay=0.9)
    nn.init.ones_(module.weight)
    ema.update(module)
    assert ema.weights["weight"].item() == pytest.approx(1 - 2 / 11)
    for _ in range(200):
        ema.update(module)
    assert ema.weights["weight"].item() == pytest.approx(1.0)
    nn.init.zeros_(module.weight)
    ema.update(module)
    assert ema.weights["weight"].item() == pytest.approx(0.9)


def test_an_average_leaves_alone_what_is_not_trained() -> None:
    module = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
    ema = Ema(module, decay=0.9)
    averaged = module[1].weight.detach().clone()
    with torch.no_grad():
        for weight in module.parameters():
            weight.add_(1.0)
    module[0].requires_grad_(False)
    kept = module[0].weight.clone()
    ema.copy_to(module, ("0.", "1.weight"))
    assert torch.equal(module[0].weight, kept)
    assert torch.equal(module[1].weight, averaged)
    assert not torch.equal(module[1].bias, ema.weights["1.bias"])


def test_a_curve_names_its_columns_once(tmp_path: Path) -> None:
    Curve(tmp_path / "curve.csv").add(step=1, loss=0.5)
    Curve(tmp_path / "curve.csv").add(step=2, loss=0.25)
    assert (tmp_path / "curve.csv").read_text().split() == ["step,loss", "1,0.5", "2,0.25"]
