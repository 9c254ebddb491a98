"""How often true clips are said to break a law, and broken ones are caught; how well temperature is read.

python -m benchmarks.laws [development|held_out] [--quick] [--clips N] [--keep FILE] [--through-starter-vae]
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.law_cases import development_scenes, held_out_scenes
from benchmarks.law_cases.cases import HALVES, Case, cases_of
from benchmarks.law_cases.conditions import CRFS, NOISES, through_starter_vae
from benchmarks.law_cases.records import Record, append, load
from benchmarks.law_cases.running import error_table, run_case
from benchmarks.law_cases.tally import (
    print_controls,
    print_errors,
    print_fourier,
    print_recoloured,
    print_true,
)
from desktop_app.domain.laws import LAWS
from desktop_app.workflow.context import Context

SIGNS = {"holds": "+", "broken": "X", "undecided": "?"}


def main() -> None:
    """Judge every clip of a half, print each as it is done, then the tables."""
    arguments = _arguments()
    with TemporaryDirectory(prefix="laws-data-") as folder:
        os.environ["HEATSKETCH_DATA"] = folder
        from desktop_app.composition import make_context

        context = make_context()
        records = _judged(context, arguments)
        print_true(records)
        print_controls(records)
        print_recoloured(records)
        print_fourier(records)
        if not arguments.no_errors:
            module = development_scenes if arguments.half == "development" else held_out_scenes
            for noise in (NOISES[0], NOISES[-1]):
                print_errors(error_table(context, module.SCENES, noise), CRFS, noise)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.laws", description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, default="development")
    parser.add_argument("--quick", action="store_true", help="fewer, smaller and shorter clips")
    parser.add_argument("--clips", type=int, help="judge only the first so many cases")
    parser.add_argument("--only", default="", help="judge only cases whose kind or control contains this")
    parser.add_argument("--keep", type=Path, help="file of results: what is in it is not judged again")
    parser.add_argument(
        "--through-starter-vae", action="store_true", help="clips of its size and looks that its VAE decoded"
    )
    parser.add_argument("--no-errors", action="store_true", help="leave the temperature table out")
    return parser.parse_args()


def _judged(context: Context, arguments: argparse.Namespace) -> list[Record]:
    """The records of a half; interrupted, those there are."""
    records = load(arguments.keep) if arguments.keep else []
    there = {each.id for each in records}
    cases = [
        case for case in _cases(context, arguments) if arguments.only in case.id and case.id not in there
    ][: arguments.clips]
    print("laws in their order: " + " ".join(LAWS))
    try:
        for number, case in enumerate(cases, start=1):
            record = run_case(context, case)
            records.append(record)
            if arguments.keep:
                append(arguments.keep, record)
            _print_line(f"{number}/{len(cases)}", record)
    except KeyboardInterrupt:
        print("interrupted; so far:")
    return records


def _cases(context: Context, arguments: argparse.Namespace) -> list[Case]:
    cases = cases_of(context, arguments.half, quick=arguments.quick)
    if not arguments.through_starter_vae:
        return cases
    return [replace(case, conditions=through_starter_vae(case.conditions)) for case in cases]


def _print_line(count: str, record: Record) -> None:
    signs = " ".join(
        SIGNS[record.found.verdict.get(law, "undecided")] + ("" if law in record.applies else "·")
        for law in LAWS
    )
    ratio = "" if record.ratio is None else " ratio {:.2f} ({:.2f}-{:.2f}) for {:.2f}".format(*record.ratio)
    print(
        f"{count:>8} {record.id:<24} {record.scene:<28} {record.conditions:<42} {signs}"
        f"{ratio} {record.seconds:.1f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()
