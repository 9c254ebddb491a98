"""The SQLite index: a copy of every `run.json`, so that listing opens no files; it may get lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_SCHEMA = "CREATE TABLE IF NOT EXISTS run (id TEXT PRIMARY KEY, stamp TEXT NOT NULL, json BLOB NOT NULL)"
_BUSY_TIMEOUT_S = 5.0


@dataclass(frozen=True)
class IndexedRun:
    """A copy of a `run.json` and the stamp the file had when it was copied."""

    stamp: str
    json: bytes


class RunIndex:
    """Any number of processes may use it at once; a damaged one is thrown away, to be filled again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._checked = False

    def read(self) -> dict[str, IndexedRun]:
        """All copies by run id; empty where the index is missing, damaged or cannot be opened."""
        try:
            with self._connection() as connection:
                rows = connection.execute("SELECT id, stamp, json FROM run").fetchall()
        except sqlite3.Error:
            return {}
        return {run_id: IndexedRun(stamp, json) for run_id, stamp, json in rows}

    def write(self, added: Mapping[str, IndexedRun], removed: frozenset[str] = frozenset()) -> None:
        """Keep the copies `added`, forget those `removed`.

        A failure is no failure of the caller: what is not in the index is read from its folder.
        """
        with suppress(sqlite3.Error), self._connection() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO run VALUES (?, ?, ?)",
                [(run_id, entry.stamp, entry.json) for run_id, entry in added.items()],
            )
            connection.executemany("DELETE FROM run WHERE id = ?", [(run_id,) for run_id in removed])

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        if not self._checked:
            self._discard_if_damaged()
            self._checked = True
        with closing(self._connect()) as connection, connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_BUSY_TIMEOUT_S)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _discard_if_damaged(self) -> None:
        try:
            with closing(self._connect()) as connection:
                verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
                connection.execute("SELECT id, stamp, json FROM run LIMIT 1")
        except sqlite3.OperationalError as error:
            if not str(error).startswith("no such column"):  # locked, read-only, …: not damaged
                return
            verdict = str(error)
        except sqlite3.DatabaseError as error:
            verdict = str(error)
        if verdict != "ok":
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
