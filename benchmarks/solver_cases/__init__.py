"""Cases with known answers that the solver is verified on, in tests and in `benchmarks.solver`."""

from benchmarks.solver_cases import bodies, melting, nafems, sentence, slabs, steady

CASES = (*slabs.CASES, *steady.CASES, *bodies.CASES, *melting.CASES, *nafems.CASES, *sentence.CASES)
