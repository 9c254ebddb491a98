"""The part of a probe, and of a clip, on which conduction along the probe is measured."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.evidence import Evidence, Profile

Array = NDArray[np.float64]

MARGIN = 0.04
"""Of the probe, left out at each end, where a sample shows background too."""
SHORTEST = 0.5
"""Of the probe, that must be left."""
MOST_DOUBTFUL = 0.05
"""Of a sample's frames, that may be clipped or of no palette colour."""
FEWEST_FRAMES = 12
FEWEST_SAMPLES = 24


@dataclass(frozen=True, eq=False)
class ProbeWindow:
    """A stretch of the probe and of the clip.

    Attributes:
        samples: of the profile.
        first: index of the first frame.
        place: (sample,) 0..1 within the window.
        start, width: of the window on the probe, 0..1.
        time_s: (frame,) of the frames used.
        doubtful: (frame, sample) bool, levels that are no measurement.
    """

    samples: slice
    first: int
    place: Array
    start: float
    width: float
    time_s: Array
    doubtful: NDArray[np.bool_]

    def of(self, level: Array) -> Array:
        """(frame, sample) of the window, doubtful levels bridged along the probe; of a whole profile."""
        cut: Array = level[self.first :, self.samples]
        if not self.doubtful.any():
            return cut
        cut = cut.copy()
        for row, doubtful in zip(cut, self.doubtful, strict=True):
            if doubtful.any() and not doubtful.all():
                row[doubtful] = np.interp(self.place[doubtful], self.place[~doubtful], row[~doubtful])
        return cut

    def during(self, first: int, last: int) -> ProbeWindow:
        """The same places from one of its frames to another, both included."""
        within = slice(first, last + 1)
        return replace(
            self,
            first=self.first + first,
            time_s=self.time_s[within],
            doubtful=self.doubtful[within],
        )

    def on_probe(self, place: float) -> float:
        """Where a place within the window is on the probe, 0..1."""
        return self.start + self.width * place


def cut_window(evidence: Evidence) -> ProbeWindow | None:
    """The longest stretch that can be measured; None where too little is left.

    The clip counts from the first frame after the heating's start: at the start an end jumps, and no frame
    shows how.
    """
    profile = evidence.profile
    usable = _usable(profile)
    first = int(np.searchsorted(profile.time_s, evidence.setting.heated_s[0], side="right"))
    if evidence.setting.start_level is None and evidence.setting.heated_s[0] <= profile.time_s[0]:
        first = 0
    low, high = _longest_run(usable)
    position = profile.position[low:high]
    if len(position) < FEWEST_SAMPLES or len(profile.time_s) - first < FEWEST_FRAMES:
        return None
    width = float(position[-1] - position[0])
    if width < SHORTEST:
        return None
    samples = slice(low, high)
    return ProbeWindow(
        samples,
        first,
        (position - position[0]) / width,
        float(position[0]),
        width,
        profile.time_s[first:],
        _doubtful(profile)[first:, samples],
    )


def cannot_be_asked(setting: Setting) -> Text | None:
    """Why conduction along the probe cannot be measured in a setting; None where it can."""
    if not setting.along_the_heat:
        return say("Heat does not flow along the probe alone, so it cannot be weighed along it.")
    if not setting.homogeneous:
        return say("The probe crosses several materials, which carry heat differently.")
    if setting.melts:
        return say("Melting takes up heat that no colour shows.")
    return None


def too_little_seen() -> Text:
    """Why nothing can be weighed along a probe of which too little can be read."""
    return say("Too little of the probe, or of the clip, could be read to weigh the heat in it.")


def _doubtful(profile: Profile) -> NDArray[np.bool_]:
    return np.asarray((profile.censored != 0) | ~profile.trusted | ~np.isfinite(profile.level))


def _usable(profile: Profile) -> NDArray[np.bool_]:
    inside = (profile.position >= MARGIN) & (profile.position <= 1 - MARGIN)
    return np.asarray(inside & (_doubtful(profile).mean(axis=0) <= MOST_DOUBTFUL))


def _longest_run(usable: NDArray[np.bool_]) -> tuple[int, int]:
    """From where to before where the longest run of True reaches."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], usable, [False]]).astype(np.int8)))
    if not len(edges):
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest])
