"""What every test shares: nothing it starts or opens may outlive it, and nothing leaves this computer."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from support.tiny_wan import SMALL, TINIEST, build_tiny_wan

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"

GRACE_S = 5.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden pictures anew; look at them afterwards",
    )


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves threads, processes or windows behind."""
    threads = set(threading.enumerate())
    children = _children()
    windows = _windows()
    yield
    if request.node.get_closest_marker("keeps_worker") is None:
        _expect_none("processes", lambda: _children() - children)
    _expect_none("threads", lambda: {t for t in threading.enumerate() if t not in threads and not t.daemon})
    _expect_none("windows", lambda: _windows() - windows)


@pytest.fixture(scope="session")
def tiny_wan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiniest folder of the Wan2.2-TI2V architecture."""
    return build_tiny_wan(tmp_path_factory.mktemp("models") / "tiny-wan", TINIEST)


@pytest.fixture(scope="session")
def small_wan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with seven million transformer parameters."""
    return build_tiny_wan(tmp_path_factory.mktemp("models") / "small-wan", SMALL)


def _children() -> set[int]:
    tracker = "resource_tracker"
    alive = set()
    for child in psutil.Process().children(recursive=True):
        try:
            if child.status() != psutil.STATUS_ZOMBIE and tracker not in " ".join(child.cmdline()):
                alive.add(child.pid)
        except psutil.Error:
            continue
    return alive


def _windows() -> set[str]:
    import sys

    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return {f"{w.metaObject().className()} {id(w):#x}" for w in widgets.QApplication.topLevelWidgets()}


def _expect_none(what: str, leaked: Callable[[], set]) -> None:
    until = time.monotonic() + GRACE_S
    while leaked() and time.monotonic() < until:
        time.sleep(0.02)
    left = leaked()
    assert not left, f"the test left {what} behind: {left}"
