"""The first thing the worker's process runs; it knows the worker by name only and imports no torch."""

from __future__ import annotations

import faulthandler
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection, wait
from pathlib import Path

from desktop_app.generation.shared import SharedBlock

BEAT_SECONDS = 0.5
_ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "DIFFUSERS_VERBOSITY": "error",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}


def run_worker(module: str, connection: Connection, shared: SharedBlock, log_file: Path) -> None:
    """Import `module` and let its `serve(connection, shared)` work until the connection closes.

    The process hears no Ctrl+C (the supervisor decides), writes nothing to the terminal (all output goes to
    `log_file`), and ends when its parent does, however the parent died.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _write_output_to(log_file)
    os.environ.update(_ENVIRONMENT)
    threading.Thread(target=_beat_until_orphaned, args=(shared,), name="heartbeat", daemon=True).start()
    importlib.import_module(module).serve(connection, shared)


def _write_output_to(log_file: Path) -> None:
    descriptor = os.open(log_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream is not None:
            stream.flush()
        os.dup2(descriptor, number)
    os.close(descriptor)
    faulthandler.enable(2)


def _beat_until_orphaned(shared: SharedBlock) -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    while not wait([parent.sentinel], timeout=BEAT_SECONDS):
        shared.beat()
    os._exit(1)
