"""Whether a clip is still showing the shot it began with."""

from __future__ import annotations

from enum import Enum

LOST_SHARE = 0.5
"""Of how well pictures usually match; below it a picture does not show what the others did."""
ABRUPT_SHARE = 0.75
"""A picture that matched this well just before makes what follows a cut."""
USUAL_FADES = 0.97
WARM_UP, POOR_AT_FIRST = 5, 0.25
"""Pictures after which edges that were only noise no longer count, and what is poor until then."""
FEW_EDGES_SHARE = 0.25
LONGEST_FLASH = 2
"""Pictures in a row that may show something else without being another shot."""


class Sight(Enum):
    """What a picture shows."""

    SHOT = "what the shot has shown so far"
    NOTHING = "hardly any edges"
    UNSURE = "something else, perhaps only for a moment"
    CUT = "another shot, all at once"
    CHANGED = "something else, little by little"


class ShotWatch:
    """Judges picture by picture, from how well each matches those before it."""

    def __init__(self) -> None:
        self._usual = self._score = self._edges = 0.0
        self._strange = self._pictures = 0

    @property
    def strange(self) -> int:
        """How many pictures in a row, the last one included, have shown something else."""
        return self._strange

    def poor(self, score: float) -> bool:
        """Whether a match is so much worse than usual that the picture shows something else."""
        return score < (LOST_SHARE * self._usual if self._pictures >= WARM_UP else POOR_AT_FIRST)

    @property
    def weak_score(self) -> float:
        """A match below this is worse than usual."""
        return ABRUPT_SHARE * self._usual

    def judge(self, score: float, edges: int) -> Sight:
        """What the next picture shows; after `CUT` or `CHANGED` a new shot has begun `strange` pictures ago.

        Args:
            score: how well it matches, 0..1.
            edges: how many edges it has; looked at where it matches poorly.
        """
        if not self.poor(score):
            self._pictures += 1
            self._usual = max(score, USUAL_FADES * self._usual)
            self._score, self._strange = score, 0
            self._edges = max(float(edges), USUAL_FADES * self._edges)
            return Sight.SHOT
        if edges < FEW_EDGES_SHARE * self._edges:
            self._strange = 0
            return Sight.NOTHING
        self._strange += 1
        if self._strange <= LONGEST_FLASH:
            return Sight.UNSURE
        return Sight.CUT if self._score >= self.weak_score else Sight.CHANGED

    def begin(self) -> None:
        """Another shot begins."""
        self._usual = self._score = self._edges = 0.0
        self._strange = self._pictures = 0
