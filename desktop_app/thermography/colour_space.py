"""Oklab, a space in which distance is close to perceived difference.

Source: B. Ottosson, "A perceptual color space for image processing" (2020); sRGB transfer function
of IEC 61966-2-1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _linear(encoded: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


_LINEAR_OF_BYTE = _linear(np.arange(256) / 255.0).astype(np.float32)


def oklab(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(…, 3) sRGB bytes to (…, 3) Oklab; L is 0..1, black and white are about 1 apart."""
    lms = np.cbrt(_LINEAR_OF_BYTE[rgb] @ _TO_LMS.T.astype(np.float32))
    return np.asarray(lms @ _TO_LAB.T.astype(np.float32), dtype=np.float32)


def encode_srgb(linear: NDArray[np.float64]) -> NDArray[np.uint8]:
    """(…, 3) linear light 0..1 to sRGB bytes; values outside are clipped."""
    clipped = np.clip(linear, 0.0, 1.0)
    encoded = np.where(clipped <= 0.0031308, clipped * 12.92, 1.055 * clipped ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(encoded * 255), dtype=np.uint8)
