"""What this computer can run."""

from __future__ import annotations

import os
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import Text, say
from desktop_app.generation.device import find_devices
from desktop_app.media.ffmpeg import ffmpeg_version
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import engine_choices, starter_engine, verified_folder

LITTLE_DISK_BYTES = 2 * 2**30


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `found` as it is, and a remedy where it is not as it should be."""

    key: str
    what: Text
    found: Text
    good: bool
    remedy: Text | None = None

    def to_json(self) -> dict[str, str | bool | None]:
        """For scripts."""
        remedy = None if self.remedy is None else str(self.remedy)
        return {
            "id": self.key,
            "what": str(self.what),
            "found": str(self.found),
            "ok": self.good,
            "remedy": remedy,
        }


def check_up(context: Context, cancel: CancelToken) -> tuple[Finding, ...]:
    """Look at everything the app depends on.

    Raises:
        Cancelled: the token was set.
    """
    findings = [_system(), _video_encoder(), _disk(context), _own_materials(context)]
    cancel.check()
    findings += [_devices(), _starter(context), _models(context)]
    return tuple(findings)


def _own_materials(context: Context) -> Finding:
    problem = context.materials.problem
    own = len(context.materials.own_ids)
    found = say("{count} of your own", count=own) if problem is None else problem.message
    return Finding(
        "materials", say("Materials"), found, problem is None, None if problem is None else problem.remedy
    )


def _system() -> Finding:
    cores = os.cpu_count() or 1
    found = say(
        "{system} {machine}, Python {python}, {cores} processor cores",
        system=platform.system(),
        machine=platform.machine(),
        python=platform.python_version(),
        cores=cores,
    )
    return Finding("system", say("Computer"), found, good=True)


def _video_encoder() -> Finding:
    what = say("Video encoder")
    try:
        return Finding("ffmpeg", what, say("ffmpeg {version}", version=ffmpeg_version()), good=True)
    except HeatSketchError as error:
        return Finding("ffmpeg", what, error.message, good=False, remedy=error.remedy)


def _disk(context: Context) -> Finding:
    what, root = say("Space for runs"), context.data_folder
    if not _can_be_written(root):
        return Finding(
            "disk",
            what,
            say("{folder} cannot be written to", folder=str(root)),
            good=False,
            remedy=say("Set HEATSKETCH_DATA to a folder you can write to, and start again."),
        )
    free = shutil.disk_usage(_nearest(root)).free
    found = say("{size} GB free in {folder}", size=f"{free / 1e9:.1f}", folder=str(root))
    if free >= LITTLE_DISK_BYTES:
        return Finding("disk", what, found, good=True)
    return Finding(
        "disk", what, found, good=False, remedy=say("Free some space, or delete runs you no longer need.")
    )


def _can_be_written(folder: Path) -> bool:
    return _nearest(folder).is_dir() and os.access(_nearest(folder), os.W_OK)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def _devices() -> Finding:
    what = say("Graphics processor")
    try:
        devices = find_devices()
    except HeatSketchError as error:
        return Finding("gpu", what, error.message, good=False, remedy=error.remedy)
    if devices:
        names = ", ".join(f"{d.name} ({d.memory_bytes / 2**30:.0f} GB)" for d in devices)
        return Finding("gpu", what, say("{names}", names=names), good=True)
    return Finding(
        "gpu",
        what,
        say("none that the installed torch can use; models run on the processor, slowly"),
        good=False,
        remedy=say("Use the engine “solution”, or install a driver and the CUDA build of torch."),
    )


def _starter(context: Context) -> Finding:
    what = say("Starter model")
    try:
        folder = verified_folder(starter_engine(context))
    except HeatSketchError as error:
        return Finding("starter", what, error.message, good=False, remedy=error.remedy)
    assert folder is not None
    return Finding("starter", what, say("whole, {size} MB", size=f"{folder.bytes / 1e6:.0f}"), good=True)


def _models(context: Context) -> Finding:
    what = say("Models")
    usable = [choice for choice in engine_choices(context) if choice.problem is None]
    names = ", ".join(str(choice.label) for choice in usable)
    found = say("{names}", names=names)
    if any(not choice.computed for choice in usable):
        return Finding("models", what, found, good=True)
    folder = str(context.model_folders[0]) if context.model_folders else ""
    remedy = say(
        "For generated clips put a diffusers Wan folder (Wan2.2-TI2V-5B-Diffusers) into {folder}.",
        folder=folder,
    )
    return Finding("models", what, found, good=False, remedy=remedy)
