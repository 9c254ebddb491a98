"""When each thing acts, and how large what heats is."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.knowledge.drafts import Draft
from desktop_app.knowledge.source_extents import SourceExtent
from desktop_app.knowledge.stages import Stage

_THEN = ("then", "after", "然后", "再", "后")
_SOON = 60
"""Characters after the end of heating within which `then … in air` is about what follows."""


def set_times(drafts: Sequence[Draft], stages: Sequence[Stage], text: str) -> None:
    """Give what a prompt ends or starts at a time that time; it is what its words stand nearest to."""
    convections = [draft for draft in drafts if draft.kind == "convection"]
    heats = [draft for draft in drafts if draft.kind != "convection"]
    for stage in stages:
        among = (convections or heats) if stage.kind == "start" else (heats or convections)
        among = [d for d in among if d.follows is None or d.at < stage.span[0]]
        if not among:
            continue
        acting = min(among, key=lambda draft: _distance(draft, stage.acting[0]))
        if stage.kind == "start":
            acting.start_s = stage.seconds
        else:
            acting.end_s = stage.seconds
            _start_then(convections, stage, text)


def _distance(draft: Draft, position: int) -> int:
    return min(abs(span[0] - position) for span in draft.spans or [(draft.at, draft.at)])


def _start_then(convections: Sequence[Draft], stage: Stage, text: str) -> None:
    """`…, then cools in air`: air that is spoken of after the end acts from then on."""
    for draft in convections:
        first = min((span[0] for span in draft.spans), default=0)
        between = text[stage.span[1] : first].lower()
        if first > stage.span[1] and len(between) < _SOON and any(word in between for word in _THEN):
            draft.start_s = stage.seconds


def set_extent(drafts: Sequence[Draft], extent: SourceExtent | None) -> None:
    """Give what heats its size: a source before what holds a temperature, a spot before a face."""
    if extent is None:
        return
    heats = [draft for draft in drafts if draft.kind not in ("convection", "cold")]
    small = [draft for draft in heats if draft.is_source or draft.where in ("spot", "centre")]
    for draft in (small or heats)[:1]:
        draft.extent_m = extent.metres
