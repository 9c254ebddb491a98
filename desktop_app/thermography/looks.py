"""The looks a clip can have, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import cmap
import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import say
from desktop_app.thermography.glow import glow_palette

LEVELS = 256
_PAINTED_FROM_CMAP = {"inferno": "bids:inferno", "rainbow": "matlab:jet", "white_hot": "matlab:gray"}
_READ_FROM_CMAP = {
    "black_hot": "matlab:gray_r",
    "hot": "matlab:hot",
    "magma": "bids:magma",
    "plasma": "bids:plasma",
    "turbo": "google:turbo",
    "viridis": "bids:viridis",
}

Share = Annotated[float, Field(ge=0, le=1)]
Byte = Annotated[int, Field(ge=0, le=255)]


class _PaletteFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    source: str
    painted: bool = False
    stops: list[tuple[Share, Byte, Byte, Byte]] = Field(min_length=2)


class LookTable:
    """Every look the app knows: those it paints clips in, and those it can only read.

    A look may have variants under its one name, as cameras' ironbows differ; the first is the one that is
    painted, and a clip is read with whichever fits it.
    """

    def __init__(self, palettes: Path) -> None:
        """Read a folder's palette files; the other looks come from `cmap` and Planck's law when asked for.

        Args:
            palettes: of JSON files; the look's name, its source, and stops (level, R, G, B).

        Raises:
            ValidationError: a file is not of that form.
        """
        files = [
            _PaletteFile.model_validate_json(file.read_text("utf-8"))
            for file in sorted(palettes.glob("*.json"))
        ]
        self._makers: dict[str, list[Callable[[], Look]]] = {}
        self._made: dict[str, tuple[Look, ...]] = {}
        self._add_all_of_cmap(_PAINTED_FROM_CMAP)
        self._add_files([file for file in files if file.painted])
        self._add("glow", lambda: Look("glow", glow_palette(LEVELS), True, "Planck's law, normalised scale"))
        self._add("natural", lambda: Look("natural", None, False, "no scale"))
        self._painted = tuple(self._makers)
        self._add_all_of_cmap(_READ_FROM_CMAP)
        self._add_files([file for file in files if not file.painted])

    @property
    def names(self) -> tuple[str, ...]:
        """All names, those of painted looks first."""
        return tuple(self._makers)

    @property
    def painted_names(self) -> tuple[str, ...]:
        """The looks that clips are painted in; the others are for reading alone."""
        return self._painted

    @property
    def all(self) -> tuple[Look, ...]:
        """Every look in all its variants, those of painted looks first."""
        return tuple(look for name in self._makers for look in self.variants(name))

    def get(self, name: str) -> Look:
        """The look of that name, the first of its variants.

        Raises:
            InvalidInput: there is none.
        """
        return self.variants(name)[0]

    def variants(self, name: str) -> tuple[Look, ...]:
        """All looks of that name, at least one.

        Raises:
            InvalidInput: there is none.
        """
        if name not in self._makers:
            raise InvalidInput(
                say("There is no look called “{name}”.", name=name),
                say("Choose one of: {names}.", names=", ".join(self._makers)),
            )
        if name not in self._made:
            self._made[name] = tuple(make() for make in self._makers[name])
        return self._made[name]

    def _add(self, name: str, make: Callable[[], Look]) -> None:
        self._makers.setdefault(name, []).append(make)

    def _add_all_of_cmap(self, sources: dict[str, str]) -> None:
        for name, source in sources.items():
            self._add(name, partial(_of_cmap, name, source))

    def _add_files(self, files: list[_PaletteFile]) -> None:
        for file in files:
            self._add(file.name, partial(_of_file, file))


def _of_cmap(name: str, source: str) -> Look:
    colours = np.asarray(cmap.Colormap(source)(np.linspace(0, 1, LEVELS)))
    return Look(name, _bytes(colours[:, :3] * 255), False, source)


def _of_file(file: _PaletteFile) -> Look:
    stops = np.array(file.stops)
    at = np.linspace(0, 1, LEVELS)
    channels = [np.interp(at, stops[:, 0], stops[:, channel]) for channel in (1, 2, 3)]
    return Look(file.name, _bytes(np.stack(channels, axis=1)), False, file.source)


def _bytes(palette: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.asarray(np.rint(palette), dtype=np.uint8)
