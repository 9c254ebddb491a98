"""The last step: the model card, every figure of it as it was measured."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from string import Template
from typing import Any

import torch
from safetensors import safe_open

from desktop_app.workflow.orders import STARTER_CLIP
from starter_model.corpus import read_index

TEMPLATE = Path(__file__).with_name("card.md")


def write_card(work: Path, folder: Path, hardware: str) -> None:
    """Write the folder's README.md.

    Args:
        work: with the corpus, the checkpoints, the evaluation and `speed.json` of `benchmarks/starter.py`.
        folder: the model.
        hardware: what it was trained on, in words.

    Raises:
        FileNotFoundError: it was not evaluated or timed yet.
    """
    about = _read(work / "evaluation.json")["about"]
    speed, disguise = _read(work / "speed.json"), about["disguise"]
    records = read_index(work / "corpus" / "train")
    facts = {
        "steps": STARTER_CLIP.num_inference_steps,
        "guidance": f"{STARTER_CLIP.guidance_scale:g}",
        "materials": len({material for one in records for material in one.materials}),
        "held_out": about["held_out"],
        "settings": about["settings"],
        "figures": (work / "evaluation.md").read_text(encoding="utf-8").strip(),
        "scenes": len(records),
        "vae_parameters": _millions(folder / "vae"),
        "text_parameters": _millions(folder / "text_encoder"),
        "transformer_parameters": _millions(folder / "transformer"),
        "vae_steps": _steps(work / "vae.pt"),
        "transformer_steps": _steps(work / "transformer.pt"),
        "hardware": hardware,
        "cores": speed["cores"],
        "speed": _table_of_speed(speed),
        "without_solver": _apart(disguise["without_solver_and_painter"]),
        "stock": _apart(disguise["stock_pipeline"]),
    }
    card = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(facts)
    (folder / "README.md").write_text(card, encoding="utf-8")


def _millions(part: Path) -> str:
    """Parameters of a part, in millions."""
    count = 0
    for file in part.glob("*.safetensors"):
        with safe_open(file, "pt") as weights:
            count += sum(weights.get_tensor(name).numel() for name in weights.keys())  # noqa: SIM118
    return f"{count / 1e6:.1f}"


def _steps(checkpoint: Path) -> int:
    steps: int = torch.load(checkpoint, map_location="cpu", weights_only=True)["steps"]
    return steps


def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _apart(clips: dict[str, Any]) -> str:
    """How far two clips are from being the same, in words."""
    if clips["most"] == 0:
        return "the same to the byte"
    return f"the same but for {clips['differing']:.2%} of its bytes, by {clips['most']} of 255 at most"


def _table_of_speed(figures: dict[str, Any]) -> str:
    rows = [
        ("first frame, warm worker", figures["first_s"], "s", 6),
        ("all frames, warm worker", figures["all_s"], "s", 15),
        ("more from cold", figures["cold_s"], "s", 15),
        ("largest memory of the worker", figures["peak"] / 1e9, "GB", 1.5),
    ]
    lines = [
        f"| {name} | {value:.1f} {unit} | ≤ {most} {unit} | {'yes' if value <= most else '**no**'} |"
        for name, value, unit, most in rows
    ]
    return "\n".join(["| measure | figure | wanted | met |", "| --- | --- | --- | --- |", *lines])


def _hardware() -> str:
    if torch.cuda.is_available():
        return f"one {torch.cuda.get_device_name()}"
    return "a computer without a graphics processor"


def main() -> None:
    """Write the card of the starter model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter_model"))
    parser.add_argument("--folder", type=Path, default=Path("resources/starter_model"))
    parser.add_argument("--hardware", default=_hardware())
    options = parser.parse_args()
    write_card(options.work, options.folder, options.hardware)


if __name__ == "__main__":
    main()
