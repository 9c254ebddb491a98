from __future__ import annotations

import pytest
from support import concepts

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import OutsideConduction
from desktop_app.physics import course
from desktop_app.physics.newton import NotSolved
from desktop_app.physics.solution import solve_coarsely, solve_concept


def test_equations_without_a_solution_are_told_in_a_sentence(monkeypatch):
    def fails(*_: object):
        raise NotSolved

    monkeypatch.setattr(course, "march", fails)
    for solve in (solve_concept, solve_coarsely):
        with pytest.raises(OutsideConduction, match="could not be solved"):
            solve(concepts.rod(), 3, CancelToken())
