"""heatsketch solve: the heat equation's solution for a prompt."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from desktop_app.cli.arguments import grid, output, outputs
from desktop_app.cli.output import Progress, write_with
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.events import StageProgressed
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import computing_engine
from desktop_app.workflow.exporting import export_video
from desktop_app.workflow.orders import settings_for
from desktop_app.workflow.painting import paint_solution
from desktop_app.workflow.reports import save_field_npz
from desktop_app.workflow.solving import solve
from desktop_app.workflow.understanding import understand


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("prompt", help="the idea, in English or Chinese")
    parser.add_argument("-o", dest="out", type=Path, metavar="OUT.mp4", help="write it as a video")
    parser.add_argument("--npz", type=Path, metavar="F", help="write the temperature field")
    parser.add_argument("--grid", type=grid, metavar="NXxNY", help="cells along x and y")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    out, npz = output(options.out, ending=".mp4"), options.npz
    outputs(out, npz)
    concept = understand(context, options.prompt)
    settings = settings_for("standard", computing_engine())
    progress = Progress()

    def solving(done: int, total: int) -> None:
        progress.show(StageProgressed("solving", done, total))

    def exporting(done: int, total: int) -> None:
        progress.show(StageProgressed("exporting", done, total))

    solution = solve(concept, settings.num_frames, cancel, options.grid, solving)
    for note in concept.notes:
        progress.say(note.to(context.catalogues[concept.language]))
    progress.say(_outcome(concept, solution))
    if npz is not None:
        write_with(npz, lambda path: save_field_npz(path, solution), "field.npz")
    if out is not None:
        painted = paint_solution(context, concept, solution, settings, cancel)
        write_with(
            out,
            lambda path: export_video(context, painted, path, concept.language, cancel, exporting),
            "clip.mp4",
        )
        progress.say(f"{out}: {settings.num_frames} frames, {settings.width}×{settings.height}")


def _outcome(concept: Concept, solution: TemperatureField) -> str:
    """What it comes to, in a line."""
    last_C = solution.temperature_K[-1] - ZERO_CELSIUS_K
    outcome = f"After {concept.duration_s:.4g} s: {np.nanmin(last_C):.1f} °C to {np.nanmax(last_C):.1f} °C"
    if concept.story is None:
        return outcome
    return f"{outcome}, Fourier number {concept.story.fourier_number:.3g}"
