"""The model card: nothing is left open, and every figure is the measured one."""

from __future__ import annotations

import json

import pytest
from starter_model.card import write_card
from support.tiny_starter import FIRST_VAE_STEPS, LAST_VAE_STEPS, Made


def test_the_card_holds_what_was_measured_and_made(made: Made):
    same = {"differing": 0.0, "most": 0}
    nearly = {"differing": 0.0123, "most": 2}
    about = {
        "held_out": 7,
        "settings": "16 steps, guidance 3",
        "disguise": {"without_solver_and_painter": same, "stock_pipeline": nearly},
    }
    speed = {"first_s": 3.21, "all_s": 15.4, "cold_s": 5.6, "peak": 7.6e8, "cores": 3}
    (made.work / "speed.json").write_text(json.dumps(speed), encoding="utf-8")
    (made.work / "evaluation.json").write_text(json.dumps({"about": about}), encoding="utf-8")
    (made.work / "evaluation.md").write_text("| look as asked | 12.3 % |\n", encoding="utf-8")
    write_card(made.work, made.folder, "an abacus")
    card = (made.folder / "README.md").read_text(encoding="utf-8")
    assert "$" not in card
    assert "on 7 concepts" in card
    assert "16 steps, guidance 3" in card
    assert "| look as asked | 12.3 % |" in card
    assert f"{FIRST_VAE_STEPS + LAST_VAE_STEPS} training" in card
    assert "an abacus" in card
    assert "On 3 cores" in card
    assert "| first frame, warm worker | 3.2 s | ≤ 6 s | yes |" in card
    assert "| all frames, warm worker | 15.4 s | ≤ 15 s | **no** |" in card
    assert "a clip is the same to the byte." in card
    assert "the same but for 1.23% of its bytes, by 2 of 255 at most" in card


def test_without_figures_there_is_no_card(made: Made, tmp_path):
    with pytest.raises(FileNotFoundError):
        write_card(tmp_path, made.folder, "an abacus")
