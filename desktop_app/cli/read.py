"""heatsketch read: temperature from the colours of any clip, and the laws of heat conduction in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.arguments import STANDARD_OUTPUT, outputs, point, probe, reference, region
from desktop_app.cli.output import Progress, write_json, write_with
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Place, RegionProbe, SpotProbe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.context import Context
from desktop_app.workflow.look_finding import AUTO
from desktop_app.workflow.reading_file import FileReading, read_file
from desktop_app.workflow.reading_plan import Wishes
from desktop_app.workflow.references import Reference
from desktop_app.workflow.reports import (
    places_to_json,
    probe_to_json,
    reading_to_json,
    save_reading_npz,
)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("video", type=Path, help="a video, a picture or a folder of pictures")
    parser.add_argument("--look", default=AUTO, metavar="auto|NAME", help="the palette (default: auto)")
    parser.add_argument("--reversed", action="store_true", help="the palette's usual hot end is the cold one")
    parser.add_argument(
        "--range", nargs=2, type=float, metavar=("LOW", "HIGH"), help="what the palette's ends stand for"
    )
    parser.add_argument(
        "--reference",
        action="append",
        type=reference,
        metavar="X,Y,T",
        help="give two of them instead of --range: places in the last frame and their temperatures",
    )
    parser.add_argument("--unit", choices=("C", "K"), default="C", help="of --range and --reference (C)")
    parser.add_argument(
        "--probe",
        action="append",
        type=probe,
        metavar="X0,Y0,X1,Y1[,…]",
        help="in pixels from the top left, corners in order; given again, other lines are read besides",
    )
    parser.add_argument(
        "--point", action="append", type=point, default=[], metavar="X,Y", help="a point to follow over time"
    )
    parser.add_argument(
        "--region",
        action="append",
        type=region,
        default=[],
        metavar="X0,Y0,X1,Y1",
        help="a box whose mean is followed over time",
    )
    parser.add_argument(
        "--prompt", metavar="TEXT", help="what the clip shows, to compare it with the solution"
    )
    parser.add_argument("--json", type=Path, metavar="F", help="write what was read (default: -)")
    parser.add_argument("--npz", type=Path, metavar="F", help="write the profile's arrays")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    outputs(options.json, options.npz, read_from=(options.video,))
    result = read_file(context, options.video, cancel, _wishes(options))
    if options.npz:
        write_with(
            options.npz, lambda path: save_reading_npz(path, result.reading, result.more), "reading.npz"
        )
    if options.json or not options.npz:
        write_json(options.json or STANDARD_OUTPUT, _json(result))
    if not result.reading.readable:
        Progress().say(f"Not readable: {result.reading.reason}")


def _json(result: FileReading) -> dict[str, object]:
    whole = reading_to_json(result.reading, result.report, result.assumptions, str)
    more = [probe_to_json(reading) for reading in result.more]
    return {**whole, "places": places_to_json(result.places), "more_probes": more}


def _wishes(options: argparse.Namespace) -> Wishes:
    offset = ZERO_CELSIUS_K if options.unit == "C" else 0.0
    places: list[Place] = [SpotProbe(x, y) for x, y in options.point]
    places += [RegionProbe(box) for box in options.region]
    return Wishes(
        look=options.look,
        reversed_palette=options.reversed,
        temperature_range_K=(
            None if options.range is None else (options.range[0] + offset, options.range[1] + offset)
        ),
        references=_references(options.reference, options.range is not None, offset),
        probe=options.probe[0] if options.probe else None,
        more_probes=tuple(options.probe[1:]) if options.probe else (),
        places=tuple(places),
        prompt=options.prompt,
    )


def _references(
    given: list[tuple[float, float, float]] | None, with_range: bool, offset: float
) -> tuple[Reference, Reference] | None:
    if given is None:
        return None
    if with_range or len(given) != 2:
        raise InvalidInput(
            say("A scale needs either --range or two of --reference."),
            say("Give --reference twice, each X,Y and a temperature, and leave --range out."),
        )
    first, second = (Reference(x, y, value + offset) for x, y, value in given)
    return first, second
