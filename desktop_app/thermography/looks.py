"""The looks a clip can have, by name."""

from __future__ import annotations

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
_FROM_CMAP = {"inferno": "bids:inferno", "rainbow": "matlab:jet", "white_hot": "matlab:gray"}

Share = Annotated[float, Field(ge=0, le=1)]
Byte = Annotated[int, Field(ge=0, le=255)]


class _PaletteFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    source: str
    stops: list[tuple[Share, Byte, Byte, Byte]] = Field(min_length=2)


class LookTable:
    """Every look the app knows."""

    def __init__(self, palettes: Path) -> None:
        """Read the palette files of a folder; the other looks come from `cmap` and Planck's law."""
        self._looks: dict[str, Look] = {}
        for name, source in _FROM_CMAP.items():
            colours = cmap.Colormap(source)(np.linspace(0, 1, LEVELS))
            self._add(name, np.asarray(np.rint(colours[:, :3] * 255), dtype=np.uint8), source)
        for file in sorted(palettes.glob("*.json")):
            self._add_file(_PaletteFile.model_validate_json(file.read_text(encoding="utf-8")))
        self._looks["glow"] = Look("glow", glow_palette(LEVELS), True, "Planck's law, normalised scale")
        self._looks["natural"] = Look("natural", None, False, "no scale")

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the readable ones first."""
        return tuple(self._looks)

    def get(self, name: str) -> Look:
        """The look of that name.

        Raises:
            InvalidInput: there is none.
        """
        if name not in self._looks:
            raise InvalidInput(
                say("There is no look called “{name}”.", name=name),
                say("Choose one of: {names}.", names=", ".join(self._looks)),
            )
        return self._looks[name]

    def _add(self, name: str, palette: NDArray[np.uint8], source: str) -> None:
        self._looks[name] = Look(name, palette, False, source)

    def _add_file(self, file: _PaletteFile) -> None:
        stops = np.array(file.stops)
        at = np.linspace(0, 1, LEVELS)
        channels = [np.interp(at, stops[:, 0], stops[:, channel]) for channel in (1, 2, 3)]
        self._add(file.name, np.asarray(np.rint(np.stack(channels, axis=1)), dtype=np.uint8), file.source)
