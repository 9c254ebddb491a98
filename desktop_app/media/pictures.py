"""Still and animated pictures, and folders of them, as a clip."""

from __future__ import annotations

import re
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say
from desktop_app.media import refusals
from desktop_app.media.decode import DEFAULT_FPS

PICTURE_SUFFIXES = frozenset(
    {".png", ".apng", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".gif", ".ppm"}
)


class PictureSource:
    """One picture (still or animated) or a folder of pictures in natural order; a `VideoSource`.

    A folder and a still picture have no rate of their own and are given 24 frames per second.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = _picture_files(path)
        with _opened(self._files[0]) as first:
            shown = _as_rgb(first)
            self.height: int = shown.shape[0]
            self.width: int = shown.shape[1]
            alone = len(self._files) == 1
            self._times = _page_times(first) if alone else None
            self.fps: float = DEFAULT_FPS if self._times is None else _rate(self._times)
            self.approximate_frames: int | None = getattr(first, "n_frames", 1) if alone else len(self._files)

    def times(self) -> NDArray[np.float64] | None:
        """(frame,) in s, of an animated picture; see `VideoSource`."""
        return None if self._times is None else self._times[:-1]

    def frames(self) -> Generator[NDArray[np.uint8], None, None]:
        """Every picture once: (height, width, 3) uint8 RGB; see `VideoSource`."""
        for file in self._files:
            with _opened(file) as picture:
                pages = ImageSequence.Iterator(picture) if len(self._files) == 1 else [picture]
                for page in pages:
                    frame = _as_rgb(page)
                    if frame.shape != (self.height, self.width, 3):
                        raise UnreadableVideo(
                            say("The pictures in {path} differ in size.", path=str(self._path)),
                            say(
                                "Make them all {width}×{height} pixels.", width=self.width, height=self.height
                            ),
                            str(file),
                        )
                    yield frame


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Sort key under which `frame 9` comes before `frame 10`."""
    parts = re.findall(r"\d+|\D+", name)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts]


def _picture_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = [
        file
        for file in path.iterdir()
        if file.is_file() and file.suffix.lower() in PICTURE_SUFFIXES and not file.name.startswith(".")
    ]
    if not files:
        raise UnreadableVideo(
            say("There are no pictures in the folder {path}.", path=str(path)),
            say("Choose a folder with PNG or JPEG files, one a frame."),
        )
    return sorted(files, key=lambda file: (natural_key(file.name), file.name))


@contextmanager
def _opened(file: Path) -> Iterator[Image.Image]:
    """The picture in `file`; whatever fails while it is used is said to be its damage."""
    if not file.exists():
        raise refusals.no_such_file(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file)
        with picture:
            if picture.width * picture.height > refusals.MOST_FRAME_PIXELS:
                raise refusals.frame_too_large(file, f"{picture.width}×{picture.height} pixels")
            yield picture
    except Image.DecompressionBombError as error:
        raise refusals.frame_too_large(file, str(error)) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise _damaged(file, error) from error


def _as_rgb(page: Image.Image) -> NDArray[np.uint8]:
    """(height, width, 3) uint8, upright; grey of more than 8 bits keeps its upper 8."""
    upright = ImageOps.exif_transpose(page)
    if upright.mode.startswith("I"):
        grey = np.clip(np.asarray(upright).astype(np.int64) >> 8, 0, 255).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    return np.array(upright.convert("RGB"))


def _page_times(picture: Image.Image) -> NDArray[np.float64] | None:
    """When each page of an animated picture begins and the last one ends, s; None where it does not say."""
    pages = getattr(picture, "n_frames", 1)
    if pages < 2:
        return None
    lasting_ms = np.zeros(pages)
    for page in range(pages):
        picture.seek(page)
        lasting_ms[page] = float(picture.info.get("duration", 0))
    picture.seek(0)
    times = np.concatenate([[0.0], np.cumsum(lasting_ms)]) / 1000
    return times if times[-1] > 0 else None


def _rate(times: NDArray[np.float64]) -> float:
    """Mean pages per second."""
    return float((len(times) - 1) / times[-1])


def _damaged(file: Path, error: Exception) -> UnreadableVideo:
    return UnreadableVideo(
        say("The picture {path} cannot be decoded; it may be damaged or cut off.", path=str(file)),
        say("Choose another file, or save it again as PNG."),
        f"{type(error).__name__}: {error}",
    )
