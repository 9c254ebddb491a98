"""The parts of the one-page report on a run."""
