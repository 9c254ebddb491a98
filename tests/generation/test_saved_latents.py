"""Latents that outlive a decoding, and what goes on from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from support.jobs import RecordedJob
from support.requests import tiny_request

from desktop_app.domain.errors import Cancelled, GenerationFailed
from desktop_app.domain.events import StageProgressed
from desktop_app.generation.messages import Generate, Reported
from desktop_app.generation.saved_latents import SavedLatents, latents_key, load_latents, save_latents
from desktop_app.generation.wan import WanEngine

SAVED = SavedLatents(torch.arange(6.0).reshape(1, 2, 1, 1, 3), {"denoising": 2.5})


def test_what_was_saved_is_found_under_its_key_only(tmp_path: Path) -> None:
    file = tmp_path / "latents.safetensors"
    save_latents(file, "key", SAVED)
    found = load_latents(file, "key")
    assert found is not None
    assert torch.equal(found.latents, SAVED.latents)
    assert found.timings_s == SAVED.timings_s
    assert load_latents(file, "another") is None


def test_a_file_cut_short_or_missing_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "latents.safetensors"
    assert load_latents(file, "key") is None
    save_latents(file, "key", SAVED)
    whole = file.read_bytes()
    for length in (0, 4, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert load_latents(file, "key") is None


def test_latents_that_cannot_be_saved_are_reported(tmp_path: Path) -> None:
    with pytest.raises(GenerationFailed, match=r"could not be saved.+disk space"):
        save_latents(tmp_path / "nowhere" / "latents.safetensors", "key", SAVED)


@pytest.mark.parametrize("change", [{"seed": 8}, {"prompt": "other"}, {"num_inference_steps": 4}])
def test_another_request_or_folder_has_another_key(change: dict[str, object]) -> None:
    request = tiny_request(Path("m"))
    assert latents_key(request, "f") == latents_key(tiny_request(Path("m")), "f")
    assert latents_key(request, "f") != latents_key(tiny_request(Path("m"), **change), "f")
    assert latents_key(request, "f") != latents_key(request, "g")


def test_a_decoding_that_was_cut_off_goes_on_without_denoising(tiny_wan: Path, tmp_path: Path) -> None:
    engine, request = WanEngine(), tiny_request(tiny_wan)
    order = Generate(1, request, tmp_path / "latents.safetensors", tmp_path)
    whole = RecordedJob()
    timings_s = engine.run(order, whole).timings_s
    order.latents_file.unlink()
    reported = [message.event for message in whole.messages if isinstance(message, Reported)]
    loading = whole.progress_of("loading")
    decoding_begins = reported.index(StageProgressed("decoding", 0, 13)) + 1
    with pytest.raises(Cancelled):
        engine.run(order, RecordedJob(cancel_after=decoding_begins - len(loading[1:])))
    assert order.latents_file.exists()
    again = RecordedJob()
    resumed_s = engine.run(order, again).timings_s
    assert again.progress_of("denoising") == again.previews() == []
    np.testing.assert_array_equal(again.frames(96, 64), whole.frames(96, 64))
    assert resumed_s.keys() == timings_s.keys()
    other = RecordedJob()
    engine.run(Generate(1, tiny_request(tiny_wan, seed=8), order.latents_file, tmp_path), other)
    assert len(other.progress_of("denoising")) == 4
