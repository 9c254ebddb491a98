"""The solver against closed forms and published benchmarks: benchmarks/solver_cases."""
