"""The last step: the model card, every figure of it as it was measured."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from string import Template

import torch
from safetensors import safe_open

from desktop_app.workflow.orders import STARTER_CLIP
from starter_model.corpus import read_index

TEMPLATE = Path(__file__).with_name("card.md")


def write_card(work: Path, folder: Path, hardware: str) -> None:
    """Write the folder's README.md.

    Args:
        work: with the corpus, the checkpoints and the evaluation.
        folder: the model.
        hardware: what it was trained on, in words.

    Raises:
        FileNotFoundError: it was not evaluated yet.
    """
    about = json.loads((work / "evaluation.json").read_text(encoding="utf-8"))["about"]
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
