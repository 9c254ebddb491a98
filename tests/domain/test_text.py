from __future__ import annotations

import pickle

import pytest

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, GenerationFailed
from desktop_app.domain.text import say


def test_a_sentence_is_filled_and_translated_with_what_is_inside_it():
    text = say("{n} of {what}", n=2, what=say("rods"))
    assert str(text) == "2 of rods"
    assert text.to({"{n} of {what}": "{what}{n}根", "rods": "棒"}) == "棒2根"


def test_braces_in_values_are_left_alone():
    assert str(say("{x}", x="{y}")) == "{y}"
    assert str(say("no values {kept}")) == "no values {kept}"


def test_failures_survive_the_way_between_processes():
    failure = GenerationFailed(say("It broke: {why}.", why="heat"), say("Try again."), "details")
    back = pickle.loads(pickle.dumps(failure))
    assert (str(back), back.details) == ("It broke: heat. Try again.", "details")


def test_a_token_stays_cancelled():
    token = CancelToken()
    token.check()
    token.cancel()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
