"""Synthetic clips and what the tests of `media` look at them with."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray
from support.paths import RESOURCES

from desktop_app.media.overlay.annotation import Annotation

FONTS = RESOURCES / "fonts"
CHINESE = json.loads((RESOURCES / "translations" / "zh_CN" / "media.json").read_text(encoding="utf-8"))
ENGLISH: dict[str, str] = {}
PALETTE = np.stack([np.arange(256), np.arange(256) // 2, 255 - np.arange(256)], axis=1).astype(np.uint8)


def smooth_frames(count: int, width: int, height: int) -> NDArray[np.uint8]:
    """Colours that change slowly over the picture and from frame to frame."""
    y, x = np.mgrid[:height, :width]
    shift = np.arange(count)[:, None, None] * 3
    red = x * 200 // width + shift
    green = y * 200 // height + shift
    blue = 220 - (x + y) * 200 // (width + height) + 0 * shift
    return np.stack(np.broadcast_arrays(red, green, blue), axis=-1).clip(0, 255).astype(np.uint8)


def noise_frames(count: int, width: int, height: int) -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (count, height, width, 3), dtype=np.uint8)


def annotation(frames: int, **changes: Any) -> Annotation:
    """A rod from 20 °C to 600 °C, its curves moving with the frames."""
    position = np.linspace(0.0, 1.0, 64)
    decay = np.linspace(6.0, 1.5, frames)[:, None]
    curve = (293.15 + 580.0 * np.exp(-decay * position)).astype(np.float32)
    facts: dict[str, Any] = {
        "time_s": np.linspace(0.0, 93.5, frames),
        "time_lapse": 11.7,
        "model": "Wan2.2-TI2V-5B",
        "seed": 42,
        "computed": False,
        "prompt": "A copper rod, left end in a flame",
        "temperature_range_K": (293.15, 873.15),
        "palette": PALETTE,
        "position": position,
        "temperature_K": curve,
        "solution_K": curve * np.float32(0.97) + np.float32(8.0),
    }
    return Annotation(**{**facts, **changes})


def ffmpeg(*arguments: str | Path) -> bytes:
    """What ffmpeg writes to its standard output."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def ffmpeg_report(path: Path) -> str:
    """What ffmpeg says about a file."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-i", str(path)]
    return subprocess.run(command, check=False, stderr=subprocess.PIPE).stderr.decode()


def decoded(path: Path, width: int, height: int) -> NDArray[np.uint8]:
    """All frames, decoded by ffmpeg without any code of the app."""
    raw = ffmpeg("-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)
