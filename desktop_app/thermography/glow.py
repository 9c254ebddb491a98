"""The colour of incandescent metal, on a normalised scale.

Hue is that of a black body from 800 K to 5000 K (Planck's law, M. Planck 1901) seen through the CIE
1931 observer (fit of C. Wyman, P.-P. Sloan, P. Shirley, JCGT 2(2), 2013); lightness is a ramp and not
a radiance, since real radiance spans many decades and real metal below 800 K does not glow.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.thermography.colour_space import encode_srgb

COOLEST_K, HOTTEST_K = 800.0, 5000.0
FULL_BRIGHTNESS_AT = 0.7
"""Level at which the strongest channel is full; beyond it the colour only pales."""
SECOND_RADIATION_CONSTANT = 0.014387769
_XYZ_TO_RGB = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])


def glow_palette(levels: int = 256) -> NDArray[np.uint8]:
    """(levels, 3) sRGB from dark metal through red and orange to near white."""
    level = np.linspace(0.0, 1.0, levels)
    kelvin = COOLEST_K + level**2.2 * (HOTTEST_K - COOLEST_K)
    rgb = np.clip(_black_body_xyz(kelvin) @ _XYZ_TO_RGB.T, 0.0, None)
    hue = rgb / rgb.max(axis=1, keepdims=True)
    brightness = (0.14 + 0.86 * np.minimum(level / FULL_BRIGHTNESS_AT, 1.0)) ** 2.2
    return encode_srgb(hue * brightness[:, None])


def _black_body_xyz(kelvin: NDArray[np.float64]) -> NDArray[np.float64]:
    nm = np.arange(380.0, 781.0, 5.0)
    metres = nm * 1e-9
    radiance = metres**-5 / np.expm1(SECOND_RADIATION_CONSTANT / (metres * kelvin[:, None]))
    return np.asarray(radiance @ _colour_matching(nm))


def _colour_matching(nm: NDArray[np.float64]) -> NDArray[np.float64]:
    def lobe(peak: float, below: float, above: float) -> NDArray[np.float64]:
        return np.asarray(np.exp(-0.5 * ((nm - peak) / np.where(nm < peak, below, above)) ** 2))

    x = 1.056 * lobe(599.8, 37.9, 31.0) + 0.362 * lobe(442.0, 16.0, 26.7) - 0.065 * lobe(501.1, 20.4, 26.2)
    y = 0.821 * lobe(568.8, 46.9, 40.5) + 0.286 * lobe(530.9, 16.3, 31.1)
    z = 1.217 * lobe(437.0, 11.8, 36.0) + 0.681 * lobe(459.0, 26.0, 13.8)
    return np.stack([x, y, z], axis=1)
