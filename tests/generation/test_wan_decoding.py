"""The streamed decode against diffusers' own, and what it does when memory runs out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLWan
from support.jobs import RecordedJob

from desktop_app.domain.clip import Frames
from desktop_app.domain.events import StageProgressed
from desktop_app.generation import wan_decoding
from desktop_app.generation.wan_decoding import decode_frames, decode_to_job

LATENT_FRAMES = 6
FRAMES = 21


@pytest.fixture(scope="module")
def vae(tiny_wan: Path) -> Any:
    return AutoencoderKLWan.from_pretrained(tiny_wan / "vae").eval()


@pytest.fixture(autouse=True)
def _inference() -> Iterator[None]:
    with torch.inference_mode():
        yield


@pytest.fixture
def calls(vae: Any) -> Iterator[list[tuple[int, ...]]]:
    """Shapes the decoder was called with."""
    shapes: list[tuple[int, ...]] = []
    hook = vae.decoder.register_forward_pre_hook(lambda _, inputs: shapes.append(tuple(inputs[0].shape)))
    yield shapes
    hook.remove()


def some_latents(frames: int = LATENT_FRAMES, rows: int = 4, columns: int = 6) -> torch.Tensor:
    generator = torch.Generator().manual_seed(3)
    return torch.randn((1, 48, frames, rows, columns), generator=generator)


def expected_frames(vae: Any, latents: torch.Tensor) -> Frames:
    std = torch.tensor(vae.config.latents_std).view(1, -1, 1, 1, 1)
    mean = torch.tensor(vae.config.latents_mean).view(1, -1, 1, 1, 1)
    video = vae.decode(latents * std + mean, return_dict=False)[0][0]
    frames: Frames = (
        ((video / 2 + 0.5).clamp(0, 1) * 255).round().permute(1, 2, 3, 0).numpy().astype(np.uint8)
    )
    return frames


def assert_close(frames: Frames, expected: Frames) -> None:
    assert frames.shape == expected.shape
    assert np.abs(frames.astype(int) - expected.astype(int)).max() <= 1


def test_pieces_together_are_what_diffusers_decodes(vae: Any) -> None:
    pieces = list(decode_frames(vae, some_latents()))
    assert [len(piece) for piece in pieces] == [1, 20]
    assert_close(np.concatenate(pieces), expected_frames(vae, some_latents()))


@pytest.mark.parametrize(
    ("latent_frames", "pieces"), [(1, [1]), (2, [1, 1]), (7, [1, 3, 3]), (9, [1, 4, 4]), (10, [1, 5, 4])]
)
def test_the_rest_is_split_evenly(vae: Any, calls: list[Any], latent_frames: int, pieces: list[int]) -> None:
    for _ in decode_frames(vae, some_latents(latent_frames, 2, 2)):
        pass
    assert [shape[2] for shape in calls] == pieces


def test_the_first_frame_is_there_before_anything_else_is_decoded(vae: Any, calls: list[Any]) -> None:
    first = next(decode_frames(vae, some_latents()))
    assert first.shape == (1, 64, 96, 3)
    assert [shape[2] for shape in calls] == [1]


def test_a_longer_clip_is_not_decoded_in_larger_pieces(vae: Any, calls: list[Any]) -> None:
    for _ in decode_frames(vae, some_latents(frames=40, rows=2, columns=2)):
        pass
    assert max(shape[2] for shape in calls) <= 5


def test_large_frames_are_decoded_one_latent_frame_at_a_time(
    vae: Any, calls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wan_decoding, "_PIXELS_AT_ONCE", 64 * 96 - 1)
    for _ in decode_frames(vae, some_latents(frames=3)):
        pass
    assert [shape[2] for shape in calls] == [1, 1, 1]


def test_tiles_are_blended_as_diffusers_does(tiny_wan: Path) -> None:
    vae = AutoencoderKLWan.from_pretrained(tiny_wan / "vae").eval()
    latents = some_latents(frames=3, rows=6, columns=8)
    whole = expected_frames(vae, latents)
    vae.enable_tiling(64, 64, 48, 48)
    tiled = np.concatenate(list(decode_frames(vae, latents, tiled=True)))
    assert_close(tiled, expected_frames(vae, latents))
    assert np.abs(tiled.astype(int) - whole.astype(int)).max() > 1


@pytest.fixture
def exhausted(vae: Any) -> Iterator[Callable[[int, int], None]]:
    """Make the decoder run out of memory in calls number `first` … `last`."""
    handles = []

    def run_out(first: int, last: int) -> None:
        seen = [0]

        def before(*_: object) -> None:
            seen[0] += 1
            if first <= seen[0] <= last:
                raise torch.OutOfMemoryError("CUDA out of memory")

        handles.append(vae.decoder.register_forward_pre_hook(before))

    yield run_out
    for handle in handles:
        handle.remove()


@pytest.mark.parametrize("failing_call", [1, 2])
def test_out_of_memory_is_answered_by_tiles_without_a_frame_lost_or_doubled(
    vae: Any, exhausted: Callable[[int, int], None], failing_call: int
) -> None:
    expected = expected_frames(vae, some_latents())
    exhausted(failing_call, failing_call)
    job = RecordedJob()
    done = list(decode_to_job(vae, some_latents(), job))
    assert done == sorted(set(done))
    assert done[-1] == FRAMES
    assert job.progress_of("decoding")[-1] == StageProgressed("decoding", FRAMES, FRAMES)
    assert_close(job.frames(96, 64), expected)


def test_out_of_memory_in_the_tiles_too_is_an_error(vae: Any, exhausted: Callable[[int, int], None]) -> None:
    exhausted(1, 99)
    with pytest.raises(torch.OutOfMemoryError):
        list(decode_to_job(vae, some_latents(), RecordedJob()))
