"""heatsketch generate: a sentence in, an annotated video out."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from desktop_app.cli.arguments import output, outputs, size
from desktop_app.cli.output import Progress, write_json, write_with
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import HeatSketchError, InvalidInput
from desktop_app.domain.events import RunFinished, RunStarted, StageProgressed
from desktop_app.domain.review import PURPOSES
from desktop_app.domain.text import say
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import EngineChoice, computing_engine, default_engine, engine_named
from desktop_app.workflow.exporting import export_profile, export_video
from desktop_app.workflow.falling_back import why_compute_instead
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import SavedRun, open_run
from desktop_app.workflow.intended_use import MARKED, WARNING, IntendedUse
from desktop_app.workflow.judging import judge_run
from desktop_app.workflow.orders import GenerationOrder, Settings, settings_for
from desktop_app.workflow.reports import run_to_json, save_reading_npz


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("prompt", help="the idea, in English or Chinese")
    parser.add_argument(
        "-o", dest="out", type=Path, metavar="OUT.mp4", required=True, help="the video to write"
    )
    parser.add_argument("--model", metavar="M", help="solution, starter, or a diffusers Wan folder")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the initial noise (default: 0)")
    parser.add_argument("--frames", type=int, metavar="N", help="how many")
    parser.add_argument("--size", type=size, metavar="WxH", help="in pixels")
    parser.add_argument("--fps", type=int, metavar="N", help="frames per second")
    parser.add_argument("--steps", type=int, metavar="N", help="denoising steps")
    parser.add_argument("--guidance-scale", type=float, metavar="X", help="how strictly to follow the prompt")
    parser.add_argument("--look", metavar="NAME", help="inferno, iron, rainbow, white_hot, glow or natural")
    parser.add_argument("--anchor", type=float, default=0.0, metavar="0..1", help="only 0 so far")
    parser.add_argument("--no-enrich", action="store_true", help="give the model the prompt as typed")
    parser.add_argument(
        "--language", choices=("en", "zh"), help="of the burned-in text (default: the prompt's)"
    )
    parser.add_argument(
        "--for",
        dest="purpose",
        choices=PURPOSES,
        default=PURPOSES[0],
        help="what the clip is for: decides what else is written on it (default: %(default)s)",
    )
    parser.add_argument("--json", type=Path, metavar="F", help="write what was read and how it was made")
    parser.add_argument("--npz", type=Path, metavar="F", help="write the profile's arrays")
    parser.add_argument("--csv", type=Path, metavar="F", help="write the profile as a table")


def run(context: Context, options: argparse.Namespace, cancel: CancelToken) -> None:
    """Carry it out."""
    if options.anchor != 0:
        raise InvalidInput(
            say("Anchored generation is not there yet."), say("Leave --anchor out, or give it 0.")
        )
    out = output(options.out, ending=".mp4")
    outputs(out, options.json, options.npz, options.csv)
    progress = Progress()
    if options.model:
        order = _order(engine_named(context, options.model), options)
    else:
        order = _order_by_default(context, options, progress)
    finished = _follow(context, order, cancel, progress)
    saved = open_run(context, finished.run.id)
    try:
        _write_results(context, options, out, finished, saved, cancel, progress)
    except HeatSketchError:
        progress.say(f"The clip is kept: open the window to export it (run {finished.run.id}).")
        raise


def _order_by_default(context: Context, options: argparse.Namespace, progress: Progress) -> GenerationOrder:
    """The order of somebody who chose no engine: computed where the starter model cannot, and told so."""
    order = _order(default_engine(context), options)
    why = why_compute_instead(context, order)
    if why is None:
        return order
    progress.say(f"{why} The clip is computed from the heat equation instead (--model solution).")
    return _order(computing_engine(), options)


def _order(engine: EngineChoice, options: argparse.Namespace) -> GenerationOrder:
    settings = _settings(engine, options)
    return GenerationOrder(
        options.prompt, engine, settings, options.seed, options.look, not options.no_enrich
    )


def _write_results(
    context: Context,
    options: argparse.Namespace,
    out: Path | None,
    finished: RunFinished,
    saved: SavedRun,
    cancel: CancelToken,
    progress: Progress,
) -> None:
    """Everything that was asked for; what can fail for want of a readable clip comes last."""
    language = options.language or saved.run.concept.language

    def exporting(done: int, total: int) -> None:
        progress.show(StageProgressed("exporting", done, total))

    laws = None
    if options.json or options.purpose == "teaching":
        laws = judge_run(context, saved, finished.reading, cancel)
    use = IntendedUse(options.purpose, laws)
    if out is not None:
        write_with(
            out, lambda path: export_video(context, saved, path, language, cancel, exporting, use), "clip.mp4"
        )
        if options.purpose in MARKED:
            progress.say(str(WARNING))
        width, height = saved.clip.size
        progress.say(f"{out}: {len(saved.clip.frames)} frames, {width}×{height}")
    if options.npz:
        write_with(options.npz, lambda path: save_reading_npz(path, finished.reading), "reading.npz")
    if laws is not None and options.json:
        catalogue = context.catalogues[saved.run.concept.language]
        write_json(
            options.json, run_to_json(finished.run, finished.reading, laws, lambda text: text.to(catalogue))
        )
    if options.csv:
        write_with(options.csv, lambda path: export_profile(saved, path), "profile.csv")


def _settings(engine: EngineChoice, options: argparse.Namespace) -> Settings:
    settings = settings_for("standard", engine)
    width, height = options.size or (settings.width, settings.height)
    given = {
        "num_frames": options.frames,
        "fps": options.fps,
        "num_inference_steps": options.steps,
        "guidance_scale": options.guidance_scale,
    }
    chosen = {name: value for name, value in given.items() if value is not None}
    return replace(settings, width=width, height=height, **chosen)


def _follow(context: Context, order: GenerationOrder, cancel: CancelToken, progress: Progress) -> RunFinished:
    for event in generate(context, order, cancel):
        if isinstance(event, RunStarted):
            _tell_concept(context, event, progress)
        elif isinstance(event, StageProgressed):
            progress.show(event)
        elif isinstance(event, RunFinished):
            return event
    raise AssertionError("generate ends with RunFinished")


def _tell_concept(context: Context, event: RunStarted, progress: Progress) -> None:
    catalogue = context.catalogues[event.concept.language]
    for note in event.concept.notes:
        progress.say(f"  {note.to(catalogue)}")
