"""What is understood as one types: only the newest, off the window's thread, and its solution after it."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot
from support.fake_verbs import FakeVerbs

from desktop_app.domain.edits import Edits
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.text import say
from desktop_app.services.understanding import LiveUnderstanding, Understanding

COPPER, IRON = "a copper rod, left end held at 100 °C", "an iron rod, left end held at 100 °C"


class Answers:
    """What came out, in order."""

    def __init__(self, live: LiveUnderstanding) -> None:
        self.all: list[tuple[str, object]] = []
        live.understood.connect(lambda answer: self.all.append(("understood", answer)))
        live.misunderstood.connect(lambda error: self.all.append(("misunderstood", error)))
        live.previewed.connect(lambda field: self.all.append(("previewed", field)))
        live.preview_failed.connect(lambda error: self.all.append(("preview_failed", error)))

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.all]

    @property
    def understood(self) -> list[Understanding]:
        return [answer for kind, answer in self.all if kind == "understood"]


@pytest.fixture
def live(verbs: FakeVerbs, qtbot: QtBot):
    live = LiveUnderstanding(verbs)
    yield live
    verbs.thinking.set()
    live.shut_down()


@pytest.fixture
def answers(live: LiveUnderstanding) -> Answers:
    return Answers(live)


def idle(qtbot: QtBot, live: LiveUnderstanding) -> None:
    qtbot.waitUntil(lambda: not live.busy)


def test_a_concept_comes_first_and_then_its_solution(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    live.ask(COPPER, None)
    idle(qtbot, live)
    assert answers.kinds == ["understood", "previewed"]
    assert verbs.previewed == [answers.understood[0].concept]
    assert answers.understood[0].unedited is answers.understood[0].concept


def test_both_are_worked_out_off_the_thread_that_asks(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, monkeypatch: pytest.MonkeyPatch
):
    threads: list[threading.Thread] = []
    for verb in ("understand", "preview"):
        done = getattr(verbs, verb)
        monkeypatch.setattr(
            verbs, verb, lambda *given, done=done: threads.append(threading.current_thread()) or done(*given)
        )
    live.ask(COPPER, None)
    idle(qtbot, live)
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_an_answer_to_what_is_not_asked_any_more_never_comes(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    verbs.thinking.clear()
    live.ask(COPPER, None)
    qtbot.waitUntil(lambda: len(verbs.understood) == 1)
    live.ask("an aluminium rod", None)
    live.ask(IRON, None)
    verbs.thinking.set()
    idle(qtbot, live)
    assert [answer.concept.prompt for answer in answers.understood] == [IRON]
    assert [asked[0] for asked in verbs.understood] == [COPPER, IRON]
    assert [concept.prompt for concept in verbs.previewed] == [IRON]


def test_a_solution_still_on_its_way_is_dropped_when_something_newer_is_asked(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    live.understood.connect(
        lambda answer: verbs.thinking.clear() if answer.concept.prompt == COPPER else None
    )
    live.ask(COPPER, None)
    qtbot.waitUntil(lambda: len(verbs.previewed) == 1)
    live.ask(IRON, None)
    verbs.thinking.set()
    idle(qtbot, live)
    assert answers.kinds == ["understood", "understood", "previewed"]
    assert [concept.prompt for concept in verbs.previewed] == [COPPER, IRON]


def test_with_edits_it_also_says_what_the_prompt_alone_means(
    qtbot: QtBot, live: LiveUnderstanding, answers: Answers
):
    live.ask(COPPER, "iron", Edits(duration_s=12.0))
    idle(qtbot, live)
    answer = answers.understood[0]
    assert (answer.concept.look, answer.unedited.look) == ("iron", "inferno")


def test_a_refusal_is_told_and_nothing_is_solved(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    live.ask("a copper rod at -400 °C", None)
    idle(qtbot, live)
    assert answers.kinds == ["misunderstood"]
    refused = answers.all[0][1]
    assert isinstance(refused.error, HeatSketchError)
    assert not refused.edits_at_fault
    assert verbs.previewed == []


def test_it_is_told_whether_the_prompt_or_an_edit_makes_no_sense(
    qtbot: QtBot, live: LiveUnderstanding, answers: Answers
):
    live.ask(COPPER, None, Edits(duration_s=-1.0))
    idle(qtbot, live)
    live.ask("a copper rod at -400 °C", None, Edits(duration_s=-1.0))
    idle(qtbot, live)
    assert [refused.edits_at_fault for _, refused in answers.all] == [True, False]


def test_an_unforeseen_error_is_a_sentence_too(
    qtbot: QtBot,
    live: LiveUnderstanding,
    verbs: FakeVerbs,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(verbs, "understand", lambda *_given: 1 / 0)
    live.ask(COPPER, None)
    idle(qtbot, live)
    refused = answers.all[0][1]
    assert "Something unexpected went wrong" in str(refused.error)
    assert not refused.edits_at_fault


def test_what_is_not_covered_is_not_solved(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    live.ask("Water boiling in a pot", None)
    idle(qtbot, live)
    assert answers.kinds == ["understood"]
    assert verbs.previewed == []


def test_a_solution_that_fails_leaves_the_concept(
    qtbot: QtBot,
    live: LiveUnderstanding,
    verbs: FakeVerbs,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
):
    def failing(*_given: object) -> None:
        raise HeatSketchError(say("No."), say("Yes."))

    monkeypatch.setattr(verbs, "preview", failing)
    live.ask(COPPER, None)
    idle(qtbot, live)
    assert answers.kinds == ["understood", "preview_failed"]


def test_a_concept_of_an_earlier_day_is_answered_as_it_was(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    concept = verbs.understand(COPPER, "iron")
    live.adopt(concept)
    idle(qtbot, live)
    answer = answers.understood[0]
    assert answer.concept is concept
    assert answer.unedited.look == "inferno"
    assert answers.kinds[-1] == "previewed"


def test_what_is_forgotten_is_not_answered(
    qtbot: QtBot, live: LiveUnderstanding, verbs: FakeVerbs, answers: Answers
):
    verbs.thinking.clear()
    live.ask(COPPER, None)
    live.forget()
    verbs.thinking.set()
    idle(qtbot, live)
    assert answers.all == []
