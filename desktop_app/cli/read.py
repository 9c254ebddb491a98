"""heatsketch read: temperature from the colours of any clip."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.arguments import STANDARD_OUTPUT, outputs, probe
from desktop_app.cli.output import Progress, write_json, write_with
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.context import Context
from desktop_app.workflow.reading_file import read_file
from desktop_app.workflow.reading_plan import AUTO, Wishes
from desktop_app.workflow.reports import reading_to_json, save_reading_npz


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("video", type=Path, help="a video, a picture or a folder of pictures")
    parser.add_argument("--look", default=AUTO, metavar="auto|NAME", help="the palette (default: auto)")
    parser.add_argument(
        "--range", nargs=2, type=float, metavar=("LOW", "HIGH"), help="what the palette's ends stand for"
    )
    parser.add_argument("--unit", choices=("C", "K"), default="C", help="of --range (default: C)")
    parser.add_argument("--probe", type=probe, metavar="X0,Y0,X1,Y1", help="in pixels from the top left")
    parser.add_argument("--json", type=Path, metavar="F", help="write what was read (default: -)")
    parser.add_argument("--npz", type=Path, metavar="F", help="write the profile's arrays")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    outputs(options.json, options.npz)
    offset = ZERO_CELSIUS_K if options.unit == "C" else 0.0
    span = None if options.range is None else (options.range[0] + offset, options.range[1] + offset)
    result = read_file(context, options.video, cancel, Wishes(options.look, span, options.probe))
    if options.npz:
        write_with(options.npz, lambda path: save_reading_npz(path, result.reading), "reading.npz")
    if options.json or not options.npz:
        write_json(options.json or STANDARD_OUTPUT, reading_to_json(result.reading, result.assumptions, str))
    if not result.reading.readable:
        Progress().say(f"Not readable: {result.reading.reason}")
