from __future__ import annotations

import sys

from desktop_app.services.warm_up import WarmUpThread


def test_modules_are_imported_off_the_thread_that_asks(qtbot, tmp_path, monkeypatch):
    (tmp_path / "warmed_by_test.py").write_text("import threading\nthread = threading.current_thread()\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    thread = WarmUpThread(("warmed_by_test",))
    with qtbot.waitSignal(thread.finished):
        thread.start()
    import threading

    assert sys.modules.pop("warmed_by_test").thread is not threading.main_thread()


def test_a_module_that_is_not_there_harms_nothing(qtbot):
    thread = WarmUpThread(("no_such_module_anywhere", "json"))
    with qtbot.waitSignal(thread.finished):
        thread.start()


def test_shutting_down_waits_and_may_be_early(qapp):
    thread = WarmUpThread(("json",))
    thread.shut_down()
    thread.start()
    thread.shut_down()
    assert thread.isFinished()
