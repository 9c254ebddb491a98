"""The last step: measure the model on concepts and prompts that were kept from training.

python -m starter_model.evaluate [--work DIR] [--model DIR] [--limit N] [--pairs N] [--steps N] [--guidance X]
[--painted] [--share I/N]

Writes `evaluation.json`, `evaluation.md` (tables for the model card) and `evaluation.png` (a contact sheet)
to the work folder. Every measurement is a line of `evaluation.jsonl` there: an interrupted evaluation goes
on, and weights or settings that were not measured yet are measured anew. Several processes can measure a
share each, `--share 0/2` and `--share 1/2`, until one without a share sums it all up.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch

from desktop_app.domain.clip import Frames
from desktop_app.domain.request import GenerationRequest
from desktop_app.workflow.orders import STARTER_CLIP
from starter_model.config import load_config
from starter_model.corpus import Corpus
from starter_model.measures.asked import SIZE
from starter_model.measures.disguise import apart, app_clip, stock_clip
from starter_model.measures.evaluation import PAINTED, WHOLE, Evaluation
from starter_model.measures.ledger import Ledger, Line, fingerprint
from starter_model.measures.memory import remember
from starter_model.measures.scoring import Generate, Judge
from starter_model.measures.tables import table_of
from starter_model.measures.vae import round_trip
from starter_model.vae import fast_convolutions

PAIRS = 40
PAINTED_CLIPS = 24
"""Of the measures' own measurement, where there is a model to measure too."""


def stock_generator(
    model: Path, negative_prompts: dict[str, str], steps: int, guidance: float
) -> tuple[Generate, Any]:
    """Diffusers' own pipeline as a function of prompt and seed, and its VAE.

    Args:
        model: the folder.
        negative_prompts: by prompt; to others it is empty.
        steps: of denoising.
        guidance: its scale.
    """
    from diffusers import WanPipeline

    pipeline = WanPipeline.from_pretrained(model, torch_dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)

    def generate(prompt: str, seed: int) -> Frames:
        with torch.inference_mode(), fast_convolutions():
            clip = pipeline(
                prompt=prompt,
                negative_prompt=negative_prompts.get(prompt, ""),
                height=SIZE[1],
                width=SIZE[0],
                num_frames=STARTER_CLIP.num_frames,
                num_inference_steps=steps,
                guidance_scale=guidance,
                generator=torch.Generator("cpu").manual_seed(seed),
                output_type="np",
            ).frames[0]
        return np.asarray(np.rint(clip * 255), np.uint8)

    return generate, pipeline.vae


def disguise(model: Path, held_out: Corpus, steps: int, guidance: float) -> Line:
    """The same clip without the app, and with the app lacking solver and painter: by how much they differ."""
    record = held_out.records[0]
    request = GenerationRequest(
        model=str(model),
        prompt=record.prompt,
        negative_prompt=record.negative_prompt,
        width=SIZE[0],
        height=SIZE[1],
        num_frames=STARTER_CLIP.num_frames,
        fps=STARTER_CLIP.fps,
        num_inference_steps=steps,
        guidance_scale=guidance,
        seed=0,
        look=record.look,
    )
    app, poisoned, stock = (
        app_clip(request, poisoned=False),
        app_clip(request, poisoned=True),
        stock_clip(request),
    )
    without, clean = apart(app, poisoned), apart(app, stock)
    return {
        "without_solver_and_painter": {"differing": without.differing, "most": without.most},
        "stock_pipeline": {"differing": clean.differing, "most": clean.most},
    }


def main() -> None:
    """Measure everything there is something to measure on."""
    options = _options()
    torch.set_num_threads(options.threads)
    with TemporaryDirectory(prefix="evaluate-") as data:
        os.environ["HEATSKETCH_DATA"] = data
        from desktop_app.composition import make_context

        config, held_out = load_config(), Corpus(options.work / "corpus" / "held_out")
        judge = Judge(make_context(), remember(Corpus(options.work / "corpus" / "train")))
        ledger = Ledger(options.work / "evaluation.jsonl")
        settings = f"{options.steps} steps, guidance {options.guidance:g}"
        there = (options.model / "model_index.json").is_file() and not options.painted
        of = fingerprint(options.model, settings) if there else PAINTED
        evaluation = Evaluation(judge, held_out, ledger, options.work, of, options.share)
        limit = min(options.limit or len(held_out), len(held_out))
        about: Line = {"settings": settings, "weights": of, "held_out": limit}
        if there:
            negatives = _negative_prompts(held_out)
            generate, vae = stock_generator(options.model, negatives, options.steps, options.guidance)
            if not (options.share[0] or ledger.has("disguise", "0", of)):
                ledger.add(
                    "disguise", "0", of, disguise(options.model, held_out, options.steps, options.guidance)
                )
            about["disguise"] = next(iter(ledger.of("disguise", of)), None)
            evaluation.vae(vae, limit)
            evaluation.clips(limit, generate)
            evaluation.pairs(min(options.pairs, limit), config.seed, generate)
            evaluation.painted(min(limit, PAINTED_CLIPS), lambda frames: round_trip(vae, frames))
        else:
            evaluation.painted(limit, None)
        if options.share != WHOLE:
            return
        for title, rows in evaluation.write(about).items():
            if rows:
                print(f"\n{title}\n{table_of(rows)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m starter_model.evaluate", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--model", type=Path, default=Path("resources/starter_model"))
    parser.add_argument("--limit", type=int, help="measure only the first so many concepts")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="of materials")
    parser.add_argument("--steps", type=int, default=STARTER_CLIP.num_inference_steps)
    parser.add_argument("--guidance", type=float, default=STARTER_CLIP.guidance_scale)
    parser.add_argument(
        "--painted", action="store_true", help="only the measures themselves, on painted clips"
    )
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--share", type=_share, default=WHOLE, metavar="I/N", help="0/2: every second, from 0"
    )
    return parser.parse_args()


def _share(text: str) -> tuple[int, int]:
    number, of = map(int, text.split("/"))
    if not 0 <= number < of:
        raise argparse.ArgumentTypeError(f"{text} is no share: 0/{of} is the first")
    return number, of


def _negative_prompts(corpus: Corpus) -> dict[str, str]:
    both = [
        (prompt, one.negative_prompt)
        for one in corpus.records
        for prompt in (one.prompt, one.enriched_prompt)
    ]
    return dict(both)


if __name__ == "__main__":
    main()
