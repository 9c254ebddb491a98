"""What HeatSketch writes into its own files, and reads back from them."""

from __future__ import annotations

from dataclasses import asdict, astuple
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from desktop_app.domain.clip import PixelBox, Probe
from desktop_app.domain.concept_types import LONGEST_PROMPT
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.reading import Reading
from desktop_app.domain.run import Run
from desktop_app.knowledge.concept_json import concept_to_json
from desktop_app.media.metadata import read_provenance
from desktop_app.media.provenance import provenance_tags
from desktop_app.workflow.intended_use import IntendedUse
from desktop_app.workflow.scale_range import HOTTEST_K

SHORTEST_S, LONGEST_S = 1e-9, 1e12
Kelvin = Annotated[float, Field(gt=0, le=HOTTEST_K)]
Seconds = Annotated[float, Field(ge=SHORTEST_S, le=LONGEST_S)]
Pixel = Annotated[float, Field(ge=-10_000, le=100_000)]


class ClipOrigin(BaseModel):
    """What reading a clip needs to know of how it was made."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    look: str
    temperature_range_K: tuple[Kelvin, Kelvin]
    duration_s: Seconds
    num_frames: Annotated[int, Field(ge=1, le=1_000_000)]
    size_px: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]
    probe_px: tuple[Pixel, Pixel, Pixel, Pixel]
    band_px: Annotated[float, Field(gt=0, le=10_000)]
    body_px: tuple[Pixel, Pixel, Pixel, Pixel] | None = None
    prompt: Annotated[str, Field(max_length=LONGEST_PROMPT)] | None = None

    @field_validator("temperature_range_K")
    @classmethod
    def _spans_something(cls, span: tuple[float, float]) -> tuple[float, float]:
        if span[0] >= span[1]:
            raise ValueError("the scale is empty")
        return span

    def body_in(self, width: int, height: int) -> PixelBox | None:
        """Where the body was painted, in a copy of this size; None where the file does not tell."""
        if self.body_px is None:
            return None
        across, down = width / self.size_px[0], height / self.size_px[1]
        left, top, right, bottom = self.body_px
        box = PixelBox(
            *(float(round(each)) for each in (left * across, top * down, right * across, bottom * down))
        )
        inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
        return box if inside and box.right - box.left >= 2 and box.bottom - box.top >= 2 else None

    def probe_in(self, width: int, height: int) -> Probe:
        """The probe the clip was last read along, in a copy of this size; its band fits the picture."""
        across, down = width / self.size_px[0], height / self.size_px[1]
        x0, y0, x1, y1 = self.probe_px
        band = min(max(1.0, self.band_px * min(across, down)), float(min(width, height)))
        return Probe(x0 * across, y0 * down, x1 * across, y1 * down, band)


def tags_of(run: Run, reading: Reading | None, app_version: str, use: IntendedUse) -> dict[str, str]:
    """The tags of an exported clip: what it is, whether AI made it, what for, and how to read it again."""
    concept = run.concept
    return provenance_tags(
        run.request,
        concept_to_json(concept, str),
        app_version,
        run.computed,
        run.id,
        reading=None if reading is None else _how_to_read(run, reading.probe),
        use={
            "purpose": use.purpose,
            "review": None if run.review is None else asdict(run.review),
            "laws": None if use.report is None else {each.law: each.verdict for each in use.report.verdicts},
        },
        opened=run.of_unknown_origin,
    )


def _how_to_read(run: Run, probe: Probe) -> dict[str, Any]:
    concept = run.concept
    return {
        "look": concept.look,
        "temperature_range_K": list(run.temperature_range_K),
        "duration_s": concept.duration_s,
        "num_frames": run.request.num_frames,
        "size_px": [run.request.width, run.request.height],
        "probe_px": [probe.x0, probe.y0, probe.x1, probe.y1],
        "band_px": probe.band_px,
        "body_px": list(astuple(run.body)) if run.computed and run.body is not None else None,
    }


def says_ai_made_it(path: Path) -> bool:
    """Whether a file says of itself that AI generated it."""
    if not path.is_file():
        return False
    try:
        tags = {name.lower(): content for name, content in read_provenance(path).items()}
    except UnreadableVideo:
        return False
    comment = tags.get("comment")
    return "aigc" in tags or (isinstance(comment, dict) and comment.get("origin") == "ai-generated")


def origin_of(path: Path) -> ClipOrigin | None:
    """How a clip was made, where HeatSketch made it; None for any other file."""
    if not path.is_file():
        return None
    try:
        tags = {name.lower(): content for name, content in read_provenance(path).items()}
        comment = tags.get("comment")
        if not isinstance(comment, dict):
            return None
        concept = comment.get("concept")
        prompt = concept.get("prompt") if isinstance(concept, dict) else None
        return ClipOrigin.model_validate({**comment["reading"], "prompt": prompt})
    except (UnreadableVideo, ValidationError, KeyError, TypeError):
        return None
