"""What processes that were killed left in the folders of the supervisor."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from desktop_app.domain.files import may_be_writing

_OWN_NAMES = re.compile(
    r"(?:latents-(\d+)-[0-9a-f]{8}\.safetensors|worker-(\d+)-[0-9a-f]{8}\.log|preview-[0-9a-f]+-(\d+)\.part\.npy)"
)


def remove_leftovers(folder: Path) -> None:
    """Delete latents, logs and unfinished preview maps whose process no longer lives; nothing else."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            match = _OWN_NAMES.fullmatch(file.name)
            if match and not may_be_writing(int(next(filter(None, match.groups())))):
                with contextlib.suppress(OSError):
                    file.unlink()
