from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import say
from desktop_app.services.background import Report, TaskThread


def run(qtbot: QtBot, thread: TaskThread, signal: str) -> object:
    """What the awaited signal carried; the thread has ended then."""
    with qtbot.waitSignal(getattr(thread, signal)) as caught:
        thread.start()
    thread.wait()
    return caught.args[0] if caught.args else None


def test_a_task_reports_and_answers(qtbot: QtBot):
    reports: list[object] = []

    def task(_cancel: CancelToken, report: Report) -> object:
        report(1)
        report(2)
        return "done"

    thread = TaskThread(task)
    thread.reported.connect(reports.append)
    assert run(qtbot, thread, "succeeded") == "done"
    assert reports == [1, 2]


def test_a_known_failure_arrives_as_it_is(qtbot: QtBot):
    error = InvalidInput(say("No."), say("Yes."))

    def task(_cancel: CancelToken, _report: Report) -> object:
        raise error

    assert run(qtbot, TaskThread(task), "failed") is error


def test_an_unforeseen_failure_becomes_a_sentence(qtbot: QtBot):
    def task(_cancel: CancelToken, _report: Report) -> object:
        raise ZeroDivisionError("a / b")

    failed = run(qtbot, TaskThread(task), "failed")
    assert "unexpected" in str(failed.message)
    assert "Traceback" in failed.details
    assert "ZeroDivisionError: a / b" in failed.details
    assert "ZeroDivisionError" not in str(failed)


def test_cancelling_ends_the_task(qtbot: QtBot):
    def task(cancel: CancelToken, _report: Report) -> object:
        while True:
            cancel.check()

    thread = TaskThread(task)
    with qtbot.waitSignal(thread.cancelled):
        thread.start()
        thread.cancel()
    assert thread.wait(1000)


def test_cancelling_before_the_start_is_enough(qtbot: QtBot):
    def task(cancel: CancelToken, _report: Report) -> object:
        cancel.check()
        return "too late"

    thread = TaskThread(task)
    thread.cancel()
    run(qtbot, thread, "cancelled")
