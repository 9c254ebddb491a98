"""The solver's verification table, and its speed beside bare scipy, py-pde and FiPy."""

from __future__ import annotations

import statistics
import sys

from benchmarks.solver_cases import CASES
from benchmarks.solver_cases.case import Case, Quantity
from benchmarks.solver_speed import CELLS, TIME_STEPS, bare_scipy, error, fipy, ours, py_pde

ROUNDS = 7


def main() -> None:
    """Print both; fail where a quantity is beyond its tolerance."""
    print(f"{'case':<33}{'quantity':<30}{'computed':>11}{'reference':>11}{'difference':>11}{'allowed':>9}")
    found = [_print_row(case, quantity) for case in CASES for quantity in case.run()]
    print(f"{sum(found)} of {len(found)} quantities are within what is allowed.\n")
    _print_speed()
    sys.exit(0 if all(found) else 1)


def _print_row(case: Case, quantity: Quantity) -> bool:
    within = abs(quantity.difference) <= quantity.tolerance
    print(
        f"{case.name:<33}{quantity.name:<30}{quantity.computed:>11.5g}{quantity.reference:>11.5g}"
        f"{quantity.difference:>11.1e}{quantity.tolerance:>9.1e} {quantity.unit:<3}"
        f"{'' if within else ' BEYOND'} [{case.source}]"
    )
    return within


def _print_speed() -> None:
    """Ours and the bare loop in turn, so that both see the same load; the others, which take long, once."""
    own, bare = zip(*((ours(), bare_scipy()) for _ in range(ROUNDS)), strict=True)
    own_s, bare_s = (statistics.median(seconds for _, seconds in solved) for solved in (own, bare))
    paired = statistics.median(a[1] / b[1] for a, b in zip(own, bare, strict=True))
    print(f"{CELLS} × {CELLS} cells, {TIME_STEPS} time steps; error is the largest, against the series")
    print(f"HeatSketch      {own_s:7.3f} s  error {error(own[0][0]):.1e}")
    print(f"bare scipy      {bare_s:7.3f} s  error {error(bare[0][0]):.1e}  {paired:.2f} × as long as it")
    theta, whole, march = py_pde()
    print(f"py-pde          {whole:7.3f} s  error {error(theta):.1e}  {whole / own_s:.1f} × HeatSketch")
    print(f"  once compiled {march:7.3f} s  {'':14} {march / own_s:.1f} × HeatSketch")
    theta, whole = fipy()
    print(f"FiPy            {whole:7.3f} s  error {error(theta):.1e}  {whole / own_s:.1f} × HeatSketch")


if __name__ == "__main__":
    main()
