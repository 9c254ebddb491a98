from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.cancel import CancelToken
from desktop_app.services.background import Report, Task
from desktop_app.services.latest import LatestTask


class Bench:
    """Tasks that wait at a gate, and the answers that came out."""

    def __init__(self, overtaken_too: bool = False) -> None:
        self.latest = LatestTask(overtaken_too=overtaken_too)
        self.failures: list[object] = []
        self.latest.failed.connect(self.failures.append)
        self.gate = threading.Event()
        self.started: list[str] = []
        self.answers: list[object] = []
        self.latest.answered.connect(self.answers.append)

    def task(self, name: str) -> Task:
        def answer(_cancel: CancelToken, _report: Report) -> object:
            self.started.append(name)
            self.gate.wait(5)
            if name == "broken":
                raise ZeroDivisionError
            return name

        return answer


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def idle(qtbot: QtBot, bench: Bench) -> None:
    bench.gate.set()
    qtbot.waitUntil(lambda: not bench.latest.busy)


def test_one_question_one_answer(qtbot: QtBot, bench: Bench):
    bench.latest.ask(bench.task("a"))
    idle(qtbot, bench)
    assert bench.answers == ["a"]


def test_only_the_newest_is_answered_and_those_between_never_start(qtbot: QtBot, bench: Bench):
    bench.latest.ask(bench.task("a"))
    qtbot.waitUntil(lambda: bench.started == ["a"])
    for name in "bcd":
        bench.latest.ask(bench.task(name))
    idle(qtbot, bench)
    assert bench.answers == ["d"]
    assert bench.started == ["a", "d"]


def test_an_answer_already_on_its_way_is_dropped_when_something_newer_is_asked(qtbot: QtBot, bench: Bench):
    bench.gate.set()
    bench.latest.ask(bench.task("old"))
    bench.latest.finish()
    bench.latest.ask(bench.task("new"))
    idle(qtbot, bench)
    assert bench.answers == ["new"]


def test_what_was_forgotten_is_not_answered(qtbot: QtBot, bench: Bench):
    bench.latest.ask(bench.task("a"))
    bench.latest.forget()
    idle(qtbot, bench)
    assert bench.answers == []


def test_it_answers_again_after_forgetting(qtbot: QtBot, bench: Bench):
    bench.latest.ask(bench.task("a"))
    bench.latest.forget()
    bench.latest.ask(bench.task("b"))
    idle(qtbot, bench)
    assert bench.answers == ["b"]


def test_an_overtaken_answer_comes_too_where_wanted(qtbot: QtBot):
    bench = Bench(overtaken_too=True)
    for name in "abcd":
        bench.latest.ask(bench.task(name))
    idle(qtbot, bench)
    assert bench.answers == ["a", "d"]


def test_even_then_what_was_forgotten_is_not_answered(qtbot: QtBot):
    bench = Bench(overtaken_too=True)
    bench.latest.ask(bench.task("a"))
    bench.latest.ask(bench.task("b"))
    bench.latest.forget()
    bench.latest.ask(bench.task("c"))
    idle(qtbot, bench)
    assert bench.answers == ["c"]


@pytest.mark.parametrize("overtaken_too", [True, False])
def test_only_the_newest_failure_is_told(qtbot: QtBot, overtaken_too: bool):
    bench = Bench(overtaken_too)
    for name in ("broken", "b", "broken"):
        bench.latest.ask(bench.task(name))
    idle(qtbot, bench)
    assert len(bench.failures) == 1


def test_nothing_starts_once_it_is_shut_down(qtbot: QtBot, bench: Bench):
    bench.latest.ask(bench.task("a"))
    qtbot.waitUntil(lambda: bench.started == ["a"])
    bench.gate.set()
    bench.latest.shut_down()
    bench.latest.ask(bench.task("b"))
    qtbot.waitUntil(lambda: not bench.latest.busy)
    qtbot.wait(50)
    assert bench.started == ["a"]
