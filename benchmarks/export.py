"""Exporting a clip with all overlays, beside encoding the same frames bare with the same settings."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from desktop_app.composition import load_catalogue, resources
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.media.encode import write_video
from desktop_app.media.export import export_clip
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import Painter, place_body

NUM_FRAMES, ROUNDS, RANGE_K = 48, 3, (293.15, 373.15)
NOISE_FREE, NOISY = 0, 3
SIZES = ((832, 480), (1280, 704))


def main() -> None:
    """Print both medians and their ratio for each size."""
    for size, noise in product(SIZES, (NOISE_FREE, NOISY)):
        clip, annotation = _clip(size, noise)
        with TemporaryDirectory() as folder:
            bare = Path(folder) / "bare.mp4"
            annotated = Path(folder) / "annotated.mp4"
            encode = partial(write_video, bare, clip.frames, size, 24, {}, CancelToken())
            catalogue, fonts = load_catalogue("zh_CN"), resources() / "fonts"
            export = partial(export_clip, annotated, clip, annotation, {}, catalogue, fonts, CancelToken())
            pairs = [(_seconds(encode), _seconds(export)) for _ in range(ROUNDS)]
        bare_s, annotated_s = zip(*pairs, strict=True)
        one, other = statistics.median(annotated_s), statistics.median(bare_s)
        what = f"{size[0]}×{size[1]}, {NUM_FRAMES} frames, noise ±{noise}"
        print(f"{what}: annotated {one:.2f} s, bare {other:.2f} s")
        print(f"ratio: {one / other:.2f} (at most 2 wanted)")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _clip(size: tuple[int, int], noise: int) -> tuple[VideoClip, Annotation]:
    """A heat front with noise of up to ± `noise` levels; without any, frames are easily encoded."""
    look = LookTable(resources() / "palettes").get("inferno")
    position = np.linspace(0, 1, 128)
    depth = np.linspace(0.1, 1.0, NUM_FRAMES)[:, None]
    profile = (RANGE_K[0] + 80 * np.exp(-((position / depth) ** 2))).astype(np.float32)
    painter = Painter(look, RANGE_K, (8, 128), size, place_body((0.2, 0.02), *size))
    frames = np.stack([painter.paint(np.repeat(row[None], 8, axis=0)) for row in profile])
    grain = np.random.default_rng(0).integers(-noise, noise + 1, frames.shape, np.int16)
    noisy = np.clip(frames.astype(np.int16) + grain, 0, 255).astype(np.uint8)
    annotation = Annotation(
        time_s=np.linspace(0, 170, NUM_FRAMES),
        time_lapse=42.5,
        model="Wan2.2-TI2V-5B",
        seed=7,
        computed=False,
        prompt="一根铜棒左侧被火焰加热",
        temperature_range_K=RANGE_K,
        palette=look.palette,
        position=position,
        temperature_K=profile,
        solution_K=profile + 2,
    )
    return VideoClip(noisy, 24), annotation


if __name__ == "__main__":
    main()
