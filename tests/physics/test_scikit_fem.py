"""The solver beside finite elements (scikit-fem) on two shapes with mixed boundaries, in steady state."""

from __future__ import annotations

import numpy as np
import pytest
from skfem import Basis, BilinearForm, ElementQuad2, FacetBasis, LinearForm, MeshQuad, condense, solve
from skfem.helpers import dot, grad

from benchmarks.solver_cases.case import settled
from desktop_app.domain.boundary import Dirichlet, Neumann, Robin
from desktop_app.physics.finite_volumes import exposed
from desktop_app.physics.grid import Grid
from desktop_app.physics.heat_problem import HeatProblem, Surface

K, H, AMBIENT, HOT, FLUX = 20.0, 150.0, 293.15, 373.15, 2e4


def l_bracket(x, y):
    return (x < 0.02) | (y < 0.02)


def heat_sink(x, y):
    """A base with three fins."""
    return (y < 0.02) | ((x / 0.02).astype(int) % 2 == 0)


def cells_of(shape, number: int) -> tuple[Grid, np.ndarray]:
    grid = Grid.uniform(0.1, 0.06, 5 * number, 3 * number)
    return grid, shape(*np.meshgrid(grid.x, grid.y))


def by_finite_volumes(shape, number: int, *, held: bool) -> tuple[Grid, np.ndarray, np.ndarray]:
    grid, body = cells_of(shape, number)
    ends = {"bottom": Dirichlet(HOT) if held else Neumann(FLUX)}
    surfaces = []
    for side in ("left", "right", "bottom", "top"):
        faces = exposed(grid, body, side)
        surfaces.append(Surface(side, faces, ends.get(side, Robin(H, AMBIENT))))
    full = np.ones_like(grid.volumes)
    problem = HeatProblem(grid, body, K * full, K * full, 3.5e6 * full, AMBIENT * full, tuple(surfaces))
    return grid, body, settled(problem, 1e4)


def by_finite_elements(shape, number: int, grid: Grid, body: np.ndarray, *, held: bool) -> np.ndarray:
    """At the middles of the cells of a grid, NaN outside the body; biquadratic elements."""
    x, y = np.linspace(0, 0.1, 5 * number + 1), np.linspace(0, 0.06, 3 * number + 1)
    whole = MeshQuad.init_tensor(x, y)
    middle = whole.p[:, whole.t].mean(axis=1)
    mesh = whole.restrict(np.flatnonzero(shape(*middle)))
    on_base = mesh.facets_satisfying(lambda p: p[1] < 1e-9, boundaries_only=True)
    others = np.setdiff1d(mesh.boundary_facets(), on_base)
    element = ElementQuad2()
    basis = Basis(mesh, element)
    cooled, base = FacetBasis(mesh, element, facets=others), FacetBasis(mesh, element, facets=on_base)
    conduct = BilinearForm(lambda u, v, _: K * dot(grad(u), grad(v)))
    convect = BilinearForm(lambda u, v, _: H * u * v)
    matrix = conduct.assemble(basis) + convect.assemble(cooled)
    load = LinearForm(lambda v, _: H * AMBIENT * v).assemble(cooled)
    if held:
        nodes = basis.get_dofs(on_base)
        T = solve(*condense(matrix, load, x=np.full(basis.N, HOT), D=nodes))
    else:
        T = solve(matrix, load + LinearForm(lambda v, _: FLUX * v).assemble(base))
    values = np.full(body.shape, np.nan)
    points = np.array([axis[body] for axis in np.meshgrid(grid.x, grid.y)])
    values[body] = basis.probes(points) @ T
    return values


@pytest.mark.parametrize("shape", [l_bracket, heat_sink], ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("held", [True, False], ids=["base held", "flux into the base"])
def test_both_methods_come_to_the_same_field(shape, held):
    """0.2 % of the span in the mean; 1 % in the cells at a re-entrant corner, where T goes as r^(2/3).

    Such a corner makes the error fall as h^(4/3) in the mean: a third of h leaves less than a quarter, and a
    third is allowed.
    """
    means = []
    for number in (6, 18):
        grid, body, volumes = by_finite_volumes(shape, number, held=held)
        elements = by_finite_elements(shape, 18, grid, body, held=held)
        apart = np.abs(volumes - elements) / (np.nanmax(elements) - np.nanmin(elements))
        means.append(np.sqrt(np.nanmean(apart**2)))
    assert means[1] < 2e-3
    assert means[1] < means[0] / 3
    assert np.nanmax(apart) < 1e-2
    row, column = np.unravel_index(np.nanargmax(apart), apart.shape)
    to_corner = [np.hypot(grid.x[column] - x, grid.y[row] - 0.02) for x in (0.02, 0.04, 0.06, 0.08)]
    assert min(to_corner) < 2e-3
