"""Whether the clip is the model's own: made without the app, and without its solver and painter."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from desktop_app.domain.clip import Frames
from desktop_app.domain.request import GenerationRequest

PROJECT = Path(__file__).resolve().parents[3]
POISONED = ("physics", "thermography/painter.py", "workflow")
"""Of the app; in the copy that generates, importing any of it raises."""
POISON = 'raise RuntimeError("this must not be used for a generated clip")\n'
SECONDS = 900

STOCK = """
import json, sys
class NoApp:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("desktop_app", "starter_model"):
            raise ImportError(name + " is not there")
sys.meta_path.insert(0, NoApp())
import numpy as np, torch
from diffusers import WanPipeline
asked = json.loads(sys.argv[1])
torch.set_num_threads(asked["threads"])
pipeline = WanPipeline.from_pretrained(asked["model"], torch_dtype=torch.float32)
pipeline.set_progress_bar_config(disable=True)
frames = pipeline(
    prompt=asked["prompt"], negative_prompt=asked["negative_prompt"], height=asked["height"],
    width=asked["width"], num_frames=asked["num_frames"], num_inference_steps=asked["num_inference_steps"],
    guidance_scale=asked["guidance_scale"], generator=torch.Generator("cpu").manual_seed(asked["seed"]),
    output_type="np",
).frames[0]
assert not [name for name in sys.modules if name.split(".")[0] == "desktop_app"]
np.save(sys.argv[2], np.rint(frames * 255).astype(np.uint8))
"""
APP = """
import json, sys
from pathlib import Path
import numpy as np
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import FramesDecoded
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.supervisor import WorkerSupervisor

def main():
    if json.loads(sys.argv[4]):
        for name in ("physics", "thermography.painter", "workflow"):
            try:
                __import__("desktop_app." + name)
            except RuntimeError:
                continue
            raise SystemExit(name + " could be imported")
    here = Path(sys.argv[3])
    worker = WorkerSupervisor(here / "work", here / "cache")
    request = GenerationRequest(**json.loads(sys.argv[1]))
    try:
        events = worker.generate(request, CancelToken())
        frames = [event.frames.copy() for event in events if isinstance(event, FramesDecoded)]
    finally:
        worker.close()
    np.save(sys.argv[2], np.concatenate(frames))

if __name__ == "__main__":
    main()
"""


@dataclass(frozen=True)
class Apart:
    """By how much two clips differ: shares of bytes, and bytes."""

    differing: float
    most: int


def apart(one: Frames, other: Frames) -> Apart:
    """Compare two clips of one size."""
    differ = np.abs(one.astype(np.int16) - other)
    return Apart(float((differ > 0).mean()), int(differ.max()))


def stock_clip(request: GenerationRequest, threads: int = 1) -> Frames:
    """The clip of diffusers' own pipeline, in a process where the app cannot be imported.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    with TemporaryDirectory() as folder:
        out = Path(folder) / "frames.npy"
        asked = json.dumps(
            asdict(request) | {"model": str(Path(request.model).resolve()), "threads": threads}
        )
        _run([sys.executable, "-I", "-c", STOCK, asked, str(out)], Path(folder), {})
        return _loaded(out)


def app_clip(request: GenerationRequest, *, poisoned: bool) -> Frames:
    """The clip of the app's worker; `poisoned` takes a copy of the app without solver, painter and workflow.

    Raises:
        subprocess.CalledProcessError: it failed, as where any of these was used.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PROJECT / "desktop_app", folder / "app" / "desktop_app", ignore=_NO_CACHES)
        if poisoned:
            _poison(folder / "app" / "desktop_app")
        script, out = folder / "generate.py", folder / "frames.npy"
        script.write_text(APP, encoding="utf-8")
        asked = json.dumps(asdict(request) | {"model": str(Path(request.model).resolve())})
        command = [sys.executable, str(script), asked, str(out), str(folder), json.dumps(poisoned)]
        _run(command, folder, {"PYTHONPATH": str(folder / "app")})
        return _loaded(out)


def _loaded(file: Path) -> Frames:
    return np.asarray(np.load(file), np.uint8)


_NO_CACHES = shutil.ignore_patterns("__pycache__")


def _poison(app: Path) -> None:
    for name in POISONED:
        place = app / name
        for file in [place] if place.suffix else place.rglob("*.py"):
            file.write_text(POISON, encoding="utf-8")


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    subprocess.run(
        command, check=True, cwd=folder, env=os.environ | environment, timeout=SECONDS, capture_output=True
    )
