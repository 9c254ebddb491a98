"""How large the overlay's parts are in a frame of a given size."""

from __future__ import annotations

from dataclasses import dataclass

PANEL = (13, 16, 22, 200)
STRIP = (8, 10, 14, 212)
BRIGHT = (245, 247, 250)
DIM = (186, 194, 206)
READ = (255, 152, 88)
SOLVED = (92, 205, 255)
LABEL_SHARE = 0.05


@dataclass(frozen=True)
class Scale:
    """Sizes in pixels, grown from a frame 480 pixels high, with floors that keep small frames legible."""

    width: int
    height: int

    @property
    def unit(self) -> float:
        """1 in a frame whose shorter side is 480."""
        return min(self.width, self.height) / 480

    @property
    def text(self) -> int:
        """Size of the disclaimer and of every line meant to be read first."""
        return self._at_least(11, 16)

    @property
    def small(self) -> int:
        """Size of numbers at axes and of secondary lines."""
        return self._at_least(10, 14)

    @property
    def label_height(self) -> float:
        """Least height of the AI label: a twentieth of the shorter side (GB 45438-2025)."""
        return LABEL_SHARE * min(self.width, self.height)

    @property
    def margin(self) -> int:
        """From the frame's edge to a card."""
        return self._at_least(4, 12)

    @property
    def padding(self) -> int:
        """From a card's edge to its contents."""
        return self._at_least(4, 10)

    @property
    def radius(self) -> int:
        """Of a card's corners."""
        return self._at_least(3, 8)

    def of(self, pixels: float) -> int:
        """A length given for 480 pixels, at least 1."""
        return self._at_least(1, pixels)

    def _at_least(self, floor: int, at_480: float) -> int:
        return max(floor, round(at_480 * self.unit))
