"""Linear equations whose matrix changes a little from one solution to the next.

They are solved by conjugate gradients, preconditioned with a factorisation that is kept as long as it serves:
an iteration costs a fraction of factoring anew.
Source: Y. Saad, Iterative Methods for Sparse Linear Systems, 2nd ed. (2003), algorithm 9.1.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from scipy.sparse import csr_array
from scipy.sparse.linalg import SuperLU

from desktop_app.physics.finite_volumes import BoolArray
from desktop_app.physics.heat_problem import FloatArray
from desktop_app.physics.implicit import factorise

LINEAR_RESIDUAL = 1e-6
"""Share of the right side that may be left over."""
STALE = 8
"""Iterations from which on factoring anew is cheaper."""


class LaggedFactors:
    """Solves (D + S) x = r, S symmetric, in some unknowns, x being 0 in the others."""

    def __init__(self) -> None:
        self._factors: SuperLU | None = None

    def solve(
        self, diagonal: FloatArray, matrix: csr_array, chosen: BoolArray, right: FloatArray
    ) -> FloatArray:
        """(n,) x to within `LINEAR_RESIDUAL` of r.

        Args:
            diagonal: (n,) D, positive in the chosen unknowns, else 0 or more.
            matrix: (n, n) S, positive semi-definite.
            chosen: (n,), the unknowns to be found.
            right: (n,) r; only that of the chosen ones counts.
        """
        right = np.where(chosen, right, 0.0)
        if self._factors is not None:
            found = self._conjugate_gradients(self._factors, diagonal, matrix, chosen, right)
            if found is not None:
                return found
        self._factors = factorise(_uncoupled(diagonal, matrix, chosen))
        return np.where(chosen, self._factors.solve(right), 0.0)

    def _conjugate_gradients(
        self, factors: SuperLU, diagonal: FloatArray, matrix: csr_array, chosen: BoolArray, right: FloatArray
    ) -> FloatArray | None:
        """As above, or None where the factors have become stale."""
        x = np.zeros_like(right)
        residual = right
        goal = LINEAR_RESIDUAL**2 * _dot(right, right)
        direction, product = x, 1.0
        for _ in range(STALE):
            if _dot(residual, residual) <= goal:
                return x
            z = np.where(chosen, factors.solve(residual), 0.0)
            former, product = product, _dot(residual, z)
            direction = z + product / former * direction
            image = np.where(chosen, diagonal * direction + matrix @ direction, 0.0)
            length = product / _dot(direction, image)
            x = x + length * direction
            residual = residual - length * image
        return None


def _dot(one: FloatArray, other: FloatArray) -> float:
    """Their product without BLAS, whose threads cost more than they give at these sizes."""
    return float((one * other).sum())


def _uncoupled(diagonal: FloatArray, matrix: csr_array, chosen: BoolArray) -> csr_array:
    """D + S with nothing but its diagonal in the rows and columns of unknowns that are not chosen."""
    keep = sp.diags_array(chosen.astype(float))
    own = matrix.diagonal()
    alone = np.where(chosen, 0.0, np.where(own > 0, own, 1.0))
    return csr_array(keep @ matrix @ keep + sp.diags_array(diagonal + alone))
