"""Widgets end with their last name: a cycle would be ended by the collector of whatever thread runs it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.concepts import rod
from support.fake_verbs import FakeVerbs

from desktop_app.services.understanding import Understanding
from desktop_app.ui.concept.concept_panel import ConceptPanel


@pytest.fixture
def _without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_without_collector")
def test_the_panel_ends_with_its_last_name(qtbot: QtBot, verbs: FakeVerbs):
    panel = ConceptPanel()
    panel.offer(verbs.engines(), verbs.default_engine(verbs.engines()))
    panel.set_tables(verbs.material_table, verbs.look_names)
    concept = rod()
    for edited in (concept, rod(num_fins=8, shape="heat_sink"), concept):
        panel.show_understanding(Understanding(edited, concept), verbs.look("inferno"))
    ended = weakref.ref(panel)
    del panel
    assert ended() is None
    assert not [each for each in gc.get_objects() if issubclass(type(each), QWidget)]
