from __future__ import annotations

from collections.abc import Callable

import pytest
from support.house import make_house

from desktop_app.cli.main import run_command


@pytest.fixture
def heatsketch(tmp_path) -> Callable[..., int]:
    """Run a command as the terminal would, with a house of the test's own."""

    def run(*arguments: str) -> int:
        houses = []

        def make():
            houses.append(make_house(tmp_path / "data"))
            return houses[-1]

        status = run_command(arguments, "0.0-test", make)
        for house in houses:
            house.runs.close()
        return status

    return run


SMALL = ("--size", "192x128", "--frames", "9", "--fps", "8")


@pytest.fixture
def small() -> tuple[str, ...]:
    return SMALL
