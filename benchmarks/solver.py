"""The solver's verification table, and its speed beside bare scipy, py-pde and FiPy."""

from __future__ import annotations

if __name__ == "__main__":
    raise SystemExit
