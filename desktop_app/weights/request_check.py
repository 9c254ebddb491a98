"""Whether a model can do what a request asks for, from the model's own configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.text import say
from desktop_app.weights import refusals
from desktop_app.weights.model_files import ModelFiles
from desktop_app.weights.model_folder import ModelFolder


@dataclass(frozen=True)
class ClipGeometry:
    """Sizes a model can make.

    Attributes:
        width_multiple, height_multiple: pixels; a frame's width and height are multiples of these.
        frame_multiple: the number of frames is a multiple of this, plus 1.
        width_most, height_most, frames_most: beyond them the transformer knows no positions.
    """

    width_multiple: int
    height_multiple: int
    frame_multiple: int
    width_most: int
    height_most: int
    frames_most: int


def clip_geometry(path: Path) -> ClipGeometry:
    """Read the geometry from the VAE's and the transformer's configuration (defaults as in diffusers).

    Raises:
        ModelUnusable: a configuration is missing or holds no numbers where it must.
    """
    files = ModelFiles(path)
    vae = _config(files, "vae")
    transformer = _config(files, "transformer")
    spatial = _positive(files, "vae", vae.get("scale_factor_spatial", 8))
    temporal = _positive(files, "vae", vae.get("scale_factor_temporal", 4))
    positions = _positive(files, "transformer", transformer.get("rope_max_seq_len", 1024))
    patch = transformer.get("patch_size", [1, 2, 2])
    if not isinstance(patch, list) or len(patch) != 3:
        raise refusals.malformed(path / "transformer" / "config.json", f"patch_size: {patch!r}"[:200])
    patch_frames, patch_rows, patch_columns = (_positive(files, "transformer", extent) for extent in patch)
    return ClipGeometry(
        width_multiple=spatial * patch_columns,
        height_multiple=spatial * patch_rows,
        frame_multiple=temporal * patch_frames,
        width_most=spatial * patch_columns * positions,
        height_most=spatial * patch_rows * positions,
        frames_most=(positions * patch_frames - 1) * temporal + 1,
    )


def check_request(folder: ModelFolder, request: GenerationRequest) -> None:
    """Return where the model can make frames of the request's size and number.

    Raises:
        InvalidInput: it cannot; the remedy names what is nearest.
        ModelUnusable: the model's configuration cannot be read.
    """
    geometry = clip_geometry(folder.path)
    _check_size(geometry, request)
    _check_frames(geometry, request.num_frames)


def _check_size(geometry: ClipGeometry, request: GenerationRequest) -> None:
    width = _nearest(request.width, geometry.width_multiple, geometry.width_most)
    height = _nearest(request.height, geometry.height_multiple, geometry.height_most)
    if (width, height) != (request.width, request.height):
        raise InvalidInput(
            say(
                "This model cannot make frames of {width}×{height} pixels: the width must be a multiple of "
                "{x}, the height of {y}.",
                width=request.width,
                height=request.height,
                x=geometry.width_multiple,
                y=geometry.height_multiple,
            ),
            say("The nearest size it can make is {width}×{height}.", width=width, height=height),
        )


def _check_frames(geometry: ClipGeometry, frames: int) -> None:
    multiple = geometry.frame_multiple
    nearest = 1 if frames < 1 else _nearest(frames - 1, multiple, geometry.frames_most - 1, least=0) + 1
    if nearest != frames:
        raise InvalidInput(
            say(
                "This model cannot make {n} frames: the number must be a multiple of {multiple}, plus 1, and "
                "at most {most}.",
                n=frames,
                multiple=multiple,
                most=geometry.frames_most,
            ),
            say("The nearest number it can make is {n}.", n=nearest),
        )


def _nearest(value: int, multiple: int, most: int, least: int | None = None) -> int:
    """The multiple nearest to `value`, at least `least` (by default one `multiple`), at most `most`."""
    rounded = (value + multiple // 2) // multiple * multiple
    return max(multiple if least is None else least, min(rounded, most // multiple * multiple))


def _config(files: ModelFiles, role: str) -> dict[str, Any]:
    config = files.json(f"{role}/config.json")
    if config is None:
        raise refusals.missing_component(files.folder, role)
    return config


def _positive(files: ModelFiles, role: str, value: object) -> int:
    if type(value) is not int or value < 1:
        raise refusals.malformed(files.folder / role / "config.json", f"{value!r} is no positive number")
    return value
