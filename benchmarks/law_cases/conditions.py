"""How a clip was filmed: look, size, length, noise, compression."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.workflow.orders import STARTER_CLIP

LOOKS = ("inferno", "iron", "rainbow", "white_hot", "glow")
PALETTE_LOOKS = LOOKS[:4]
STARTER_LOOKS = ("inferno", "iron", "glow")
CRFS = (18, 23, 28, 33)
SIZES = ((480, 288), (480, 288), (480, 288), (320, 192), (320, 192), (640, 360))
LENGTHS = (33, 49, 49, 49, 65, 97, 121)
QUICK_SIZES, QUICK_LENGTHS = ((320, 192), (480, 288)), (33, 49)
NOISES = (0.0, 2.0, 4.0)
WOBBLES = (0.0, 0.005, 0.01)
MOST_GAIN, MOST_SHIFT = 0.03, 0.04
FPS = 24


@dataclass(frozen=True)
class Conditions:
    """How a clip was filmed.

    Attributes:
        size: width and height, pixels.
        crf: of H.264; 18 is fine, 33 coarse.
        noise: of each channel of each pixel, 1 σ of 255.
        wobble: of temperature, 1 σ of the span, alike within about a twentieth of the body and four frames,
            as a video model's decoder leaves it.
        gain: what every colour is multiplied by.
        shift: how far the body is moved from where the painter puts it, shares of width and height.
        seed: of the noise.
        decoded: whether it has been through the starter model's VAE, before the compression.
    """

    look: str
    size: tuple[int, int]
    num_frames: int
    crf: int
    noise: float
    wobble: float
    gain: float
    shift: tuple[float, float]
    seed: int
    decoded: bool = False

    def __str__(self) -> str:
        width, height = self.size
        return (
            f"{self.look} {width}x{height}x{self.num_frames} crf {self.crf} σ {self.noise:g}/{self.wobble:g}"
            f"{' vae' if self.decoded else ''}"
        )


def drawn(number: int, seed: int, *, quick: bool) -> Conditions:
    """Conditions of case `number` of a half: looks and qualities in turn, all else by chance."""
    random = np.random.default_rng((seed, number))
    sizes, lengths = (QUICK_SIZES, QUICK_LENGTHS) if quick else (SIZES, LENGTHS)
    return Conditions(
        look=LOOKS[number % len(LOOKS)],
        size=sizes[random.integers(len(sizes))],
        num_frames=int(random.choice(lengths)),
        crf=CRFS[(number + number // len(LOOKS)) % len(CRFS)],
        noise=float(random.choice(NOISES)),
        wobble=float(random.choice(WOBBLES)),
        gain=float(1 - random.uniform(0, MOST_GAIN)),
        shift=(
            float(random.uniform(-MOST_SHIFT, MOST_SHIFT)),
            float(random.uniform(-MOST_SHIFT, MOST_SHIFT)),
        ),
        seed=int(random.integers(2**31)),
    )


def through_starter_vae(conditions: Conditions) -> Conditions:
    """The same, of the starter model's size and looks and decoded by its VAE, which does the wobbling."""
    return replace(
        conditions,
        look=STARTER_LOOKS[LOOKS.index(conditions.look) % len(STARTER_LOOKS)],
        size=(STARTER_CLIP.width, STARTER_CLIP.height),
        num_frames=STARTER_CLIP.num_frames,
        wobble=0.0,
        decoded=True,
    )


def clean(look: str, crf: int, noise: float = 0.0) -> Conditions:
    """Conditions of the temperature table: a look, compression, and noise where asked for."""
    return Conditions(look, (480, 288), 49, crf, noise, 0.0, 1.0, (0.0, 0.0), 0)
