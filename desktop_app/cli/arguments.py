"""Option values with sentences for what is wrong with them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.files import check_writable
from desktop_app.domain.text import say

STANDARD_OUTPUT = Path("-")
MOST_CELLS = 250_000
"""Of a grid: what is solved within a minute and a gigabyte."""
MOST_CORNERS = 64


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of ending the process, and takes -1,5 and -1e2 for values."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._negative_number_matcher = re.compile(r"-\.?\d")

    def error(self, message: str) -> NoReturn:
        """Turn argparse's complaint into ours."""
        raise InvalidInput(
            say("{message}.", message=message[:1].upper() + message[1:].rstrip(".")),
            say("See {command} --help.", command=self.prog),
        )


def size(text: str) -> tuple[int, int]:
    """`WxH` in pixels."""
    pair = _pair(text)
    if pair is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no size: write width x height, such as 832x480")
    return pair


def grid(text: str) -> tuple[int, int]:
    """`NXxNY` cells: at least 2 along x, at most `MOST_CELLS` in all."""
    pair = _pair(text)
    if pair is None or pair[0] < 2 or pair[1] < 1:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no usable grid: write at least 2 cells along x and 1 along y, such as 128x16"
        )
    if pair[0] * pair[1] > MOST_CELLS:
        raise argparse.ArgumentTypeError(
            f"a grid of {text} has {pair[0] * pair[1]} cells, more than the {MOST_CELLS} that are solved: "
            "write a coarser one, such as 128x16"
        )
    return pair


def _pair(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,6})[xX×](\d{1,6})", text)
    return None if match is None else (int(match[1]), int(match[2]))


def probe(text: str) -> Probe:
    """`X0,Y0,X1,Y1` in pixels from the top left, with the corners of a bent one between them."""
    try:
        numbers = [_finite(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) < 4 or len(numbers) % 2 or len(numbers) > 2 * MOST_CORNERS:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no probe: write X0,Y0,X1,Y1 in pixels from the top left"
        )
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    (x0, y0), (x1, y1) = corners[0], corners[-1]
    return Probe(x0, y0, x1, y1, via=tuple(corners[1:-1]))


def point(text: str) -> tuple[float, float]:
    """`X,Y` in pixels from the top left."""
    x, y = _numbers(text, 2, "no point: write X,Y in pixels from the top left")
    return x, y


def region(text: str) -> PixelBox:
    """`X0,Y0,X1,Y1`: two opposite corners in pixels from the top left."""
    x0, y0, x1, y1 = _numbers(text, 4, "no region: write X0,Y0,X1,Y1 in pixels from the top left")
    return PixelBox(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def reference(text: str) -> tuple[float, float, float]:
    """`X,Y,T`: a place in pixels from the top left and its temperature."""
    x, y, value = _numbers(text, 3, "no reference: write X,Y in pixels and a temperature, such as 40,96,80")
    return x, y, value


def _numbers(text: str, count: int, problem: str) -> list[float]:
    try:
        numbers = [_finite(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        raise argparse.ArgumentTypeError(f"“{text}” is {problem}")
    return numbers


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


def output(path: Path | None, *, ending: str | None = None) -> Path | None:
    """A path to write to, checked before any work is done.

    Raises:
        InvalidInput: the ending is another one.
        ExportFailed: it cannot be written.
    """
    if path is None or path == STANDARD_OUTPUT:
        return path
    if ending is not None and path.suffix.lower() != ending:
        raise InvalidInput(
            say("{path} does not end in {ending}.", path=str(path), ending=ending),
            say("Give the file a name that ends in {ending}.", ending=ending),
        )
    check_writable(path)
    return path


def outputs(*paths: Path | None, read_from: Iterable[Path] = ()) -> None:
    """Check several places to write to, none of which may be what is read.

    Raises:
        InvalidInput: two of them are the same, or one is what is read.
        ExportFailed: one cannot be written.
    """
    given = [path for path in paths if path is not None]
    for path in given:
        if any(_is_same_file(path, source) for source in read_from):
            raise InvalidInput(
                say("{path} is what is read: it would be overwritten.", path=str(path)),
                say("Choose another file to write to."),
            )
    for path in given:
        output(path)
        if sum(path.absolute() == other.absolute() for other in given) > 1:
            raise InvalidInput(
                say("Two results would go to {path}.", path=str(path)), say("Give each a place of its own.")
            )


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one != STANDARD_OUTPUT and one.samefile(other)
    except OSError:
        return False
