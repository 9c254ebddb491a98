"""Comparing runs elsewhere; only the newest pair counts, and nothing outlives it."""

from __future__ import annotations

import threading

import pytest
from support.house import make_house

from desktop_app.domain.errors import RunUnreadable
from desktop_app.services.comparing import Comparing
from desktop_app.services.verbs import Verbs


class HeldVerbs(Verbs):
    """Answers with the pair's names as soon as the test lets it."""

    def __init__(self, context):
        super().__init__(context)
        self.gate = threading.Event()

    def compare(self, first_id, second_id, cancel):
        while not self.gate.wait(0.01):
            cancel.check()
        return (first_id, second_id)


@pytest.fixture
def house(tmp_path):
    house = make_house(tmp_path)
    yield house
    house.runs.close()


def test_only_the_newest_pair_is_answered(qtbot, house):
    verbs = HeldVerbs(house)
    comparing = Comparing(verbs)
    answers = []
    comparing.compared.connect(answers.append)
    comparing.compare("a", "b")
    comparing.compare("c", "d")
    verbs.gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    comparing.shut_down()
    assert answers == [("c", "d")]


def test_a_run_that_is_gone_is_a_failure(qtbot, house):
    comparing = Comparing(Verbs(house))
    with qtbot.waitSignal(comparing.failed) as failed:
        comparing.compare("20260101-000000", "20260101-000001")
    comparing.shut_down()
    assert isinstance(failed.args[0], RunUnreadable)


def test_closing_ends_what_still_runs(qtbot, house):
    comparing = Comparing(HeldVerbs(house))
    comparing.compare("a", "b")
    comparing.shut_down()
