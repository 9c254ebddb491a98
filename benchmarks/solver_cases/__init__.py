"""Cases with known answers that the solver is verified on, in tests and in `benchmarks.solver`."""
