"""Where an exported clip comes from, in tags that machines read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import PurePosixPath, PureWindowsPath

from desktop_app.domain.request import GenerationRequest
from desktop_app.media.overlay.wording import DISCLAIMER

_AI_GENERATED = "1"


def provenance_tags(
    request: GenerationRequest,
    concept: Mapping[str, object],
    app_version: str,
    computed: bool,
    content_id: str,
    reading: Mapping[str, object] | None = None,
    use: Mapping[str, object] | None = None,
    opened: bool = False,
) -> dict[str, str]:
    """The tags of an exported file.

    Args:
        request: what the engine was asked for; of a model folder only the name is written, not its place.
        concept: what the prompt meant, ready for JSON.
        app_version: of HeatSketch.
        computed: whether the frames were computed from the heat equation.
        content_id: names this clip among all that were made (the run's id).
        reading: what the temperature was read with (look, range, probe), ready for JSON.
        use: what the clip was exported for, and who reviewed it, ready for JSON.
        opened: whether the clip was opened from a file that does not say what made it.

    Returns:
        `comment`, compact JSON; for AI-generated clips also `AIGC`, the implicit mark of GB 45438-2025 with
        the standard's field names. No code of a registered provider is known here: the producer is the app.
    """
    comment = {
        "app": "HeatSketch",
        "version": app_version,
        "origin": "opened" if opened else "computed" if computed else "ai-generated",
        "disclaimer": str(DISCLAIMER),
        "id": content_id,
        "request": {**asdict(request), "model": _public_name(request.model)},
        "concept": dict(concept),
        "reading": None if reading is None else dict(reading),
        "use": None if use is None else dict(use),
    }
    tags = {"comment": _compact(comment)}
    if not computed and not opened:
        tags["AIGC"] = _compact(
            {
                "Label": _AI_GENERATED,
                "ContentProducer": f"HeatSketch {app_version}",
                "ProduceID": content_id,
                "ReservedCode1": "",
                "ContentPropagator": "",
                "PropagateID": "",
                "ReservedCode2": "",
            }
        )
    return tags


def _compact(value: Mapping[str, object]) -> str:
    """JSON in one line; what UTF-8 cannot hold stays escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _public_name(model: str) -> str:
    """The last part of a path, on whichever system it was written."""
    return PurePosixPath(PureWindowsPath(model).as_posix()).name or model
