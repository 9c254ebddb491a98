"""One problem solved by HeatSketch, a bare scipy loop, py-pde and FiPy.

A plate of 128 × 128 cells from θ = 0, held at 1 on the left and at 0 on the right until Fo = 0.1. Each is set
up as its manual advises for speed; what each compiles is not counted.
"""

from __future__ import annotations

import os
import time
from typing import Any

os.environ.setdefault("FIPY_SOLVERS", "scipy")

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu

from benchmarks.solver_cases.case import FloatArray, side_of, uniform
from desktop_app.domain.boundary import Dirichlet
from desktop_app.domain.cancel import CancelToken
from desktop_app.physics import closed_forms
from desktop_app.physics.grid import Grid
from desktop_app.physics.marching import march

CELLS, FO, TIME_STEPS = 128, 0.1, 200
GRID = Grid.uniform(1.0, 1.0, CELLS, CELLS)
Solved = tuple[FloatArray, float]
"""(ny, nx) θ at the end, and how long it took, s."""


def error(theta: FloatArray) -> float:
    """Largest difference from the series."""
    return float(np.abs(theta - closed_forms.slab_hot_and_cold(GRID.x, FO)).max())


def ours(time_steps: int = TIME_STEPS) -> Solved:
    """HeatSketch."""
    sides = (side_of(GRID, "left", Dirichlet(1.0)), side_of(GRID, "right", Dirichlet(0.0)))
    problem = uniform(GRID, 1.0, 1.0, 0.0, *sides)
    begun = time.perf_counter()
    *_, end = march(problem, FO, 1, time_steps, CancelToken())
    return end, time.perf_counter() - begun


def _second_difference(edge: float) -> Any:
    """(cells, cells), with `edge` on the diagonal at both ends: −3 where held, −1 where insulated."""
    matrix = sp.diags_array([1.0, -2.0, 1.0], offsets=[-1, 0, 1], shape=(CELLS, CELLS)).tolil()
    matrix[0, 0] = matrix[-1, -1] = edge
    return matrix.tocsr()


def bare_scipy() -> Solved:
    """The shortest loop: assembled, factored once in the same order as ours, plain Crank-Nicolson."""
    begun = time.perf_counter()
    length, one = FO / TIME_STEPS, sp.eye_array(CELLS)
    laplacian: Any = CELLS**2 * (
        sp.kron(one, _second_difference(-3.0)) + sp.kron(_second_difference(-1.0), one)
    )
    whole: Any = sp.eye_array(CELLS**2)
    inflow = np.zeros((CELLS, CELLS))
    inflow[:, 0] = 2.0 * CELLS**2
    forward = (whole + length / 2 * laplacian).tocsr()
    factors = splu(
        (whole - length / 2 * laplacian).tocsc(),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
    theta, added = np.zeros(CELLS**2), length * inflow.ravel()
    for _ in range(TIME_STEPS):
        theta = factors.solve(forward @ theta + added)
    return theta.reshape(CELLS, CELLS), time.perf_counter() - begun


def py_pde() -> tuple[FloatArray, float, float]:
    """py-pde, explicit and compiled with numba, at 0.98 of the largest stable time step.

    With how long its march took once it was compiled, which it does anew for every solution.
    """
    import pde

    grid = pde.CartesianGrid([[0, 1], [0, 1]], [CELLS, CELLS])
    sides = {"x-": {"value": 1}, "x+": {"value": 0}, "y": {"derivative": 0}}
    begun = time.perf_counter()
    end, told = pde.DiffusionPDE(1.0, bc=sides).solve(
        pde.ScalarField(grid, 0.0),
        t_range=FO,
        dt=0.98 * (1 / CELLS) ** 2 / 4,
        solver="euler",
        tracker=None,
        backend="numba",
        ret_info=True,
    )
    took = time.perf_counter() - begun
    return np.asarray(end.data).T, took, float(told["controller"]["profiler"]["solver"])


def fipy() -> Solved:
    """FiPy, backward Euler with preconditioned conjugate gradients, which are faster than its default LU.

    Its error is larger than the others' at as many time steps: as small a one takes it longer still.
    """
    from fipy import CellVariable, DiffusionTerm, Grid2D, LinearPCGSolver, TransientTerm

    begun = time.perf_counter()
    mesh = Grid2D(nx=CELLS, ny=CELLS, dx=1 / CELLS, dy=1 / CELLS)
    theta = CellVariable(mesh=mesh, value=0.0, hasOld=True)
    theta.constrain(1.0, mesh.facesLeft)
    theta.constrain(0.0, mesh.facesRight)
    equation = TransientTerm() == DiffusionTerm(1.0)
    solver = LinearPCGSolver(tolerance=1e-8)
    for _ in range(TIME_STEPS):
        theta.updateOld()
        equation.solve(theta, dt=FO / TIME_STEPS, solver=solver)
    return np.asarray(theta.value).reshape(CELLS, CELLS), time.perf_counter() - begun
