"""What one message makes My IRO write, taken from what it has just written: the floor writes the same again."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count, cycle
from typing import Any

from storage.database import Database
from storage.ids import new_id

Rows = tuple[dict[str, Any], ...]
Statement = tuple[str, Sequence[Any]]

SEALED_ARRIVAL_BYTES = 180
"""About what a sealed arrival takes; it is gone once the message is answered, so its size is all that is known."""
FIRST_FREE_SEQ = 1_000_000

# Which rows belong to a message of the child that was kept at a moment in a conversation.
_BESIDE = {
    "answers": "conversation_id = {p} AND at = {p}",
    "milestones": "conversation_id = {p} AND at = {p}",
    "requests": "conversation_id = {p} AND opened_at = {p}",
}
_SET = ("position", "called", "last_seq", "safe_to_write", "waiting_since", "child_wrote_at")


@dataclass(frozen=True, slots=True)
class Unit:
    """The rows of one message, by table, as the driver gives them."""

    arrival: dict[str, Any]
    conversation: dict[str, Any]
    inserted: tuple[tuple[str, Rows], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """The statements of one message: those of the first commit, those of the second."""

    first: tuple[Statement, ...]
    second: tuple[Statement, ...]


def taken(database: Database, many: int) -> list[Unit]:
    """The units of the last messages that were answered."""
    raw = database.engine.raw_connection()
    try:
        read = _Reader(raw.cursor(), "?" if database.is_sqlite else "%s")
        children = read("messages", "inbox_id IS NOT NULL AND kind = 'text' ORDER BY at DESC, seq DESC LIMIT {p}", many)
        return [_unit(read, child) for child in children]
    finally:
        raw.rollback()
        raw.close()


class _Reader:
    def __init__(self, cursor: Any, mark: str) -> None:
        self._cursor, self._mark = cursor, mark

    def __call__(self, table: str, where: str, *values: Any) -> Rows:
        # The names come from this module, never from outside.
        self._cursor.execute(f"SELECT * FROM {table} WHERE {where.format(p=self._mark)}", values)  # noqa: S608
        names = [column[0] for column in self._cursor.description]
        return tuple(dict(zip(names, row, strict=True)) for row in self._cursor.fetchall())


def _unit(read: _Reader, child: dict[str, Any]) -> Unit:
    where = child["conversation_id"]
    said = read("messages", "conversation_id = {p} AND at = {p} ORDER BY seq", where, child["at"])
    inserted = [("messages", said), ("screenings", read("screenings", "message_id = {p}", child["id"]))]
    inserted += [(table, read(table, condition, where, child["at"])) for table, condition in _BESIDE.items()]
    arrival = read("inbox", "id = {p}", child["inbox_id"])[0]
    conversation = read("conversations", "id = {p}", where)[0]
    return Unit(arrival, conversation, tuple((table, rows) for table, rows in inserted if rows))


def jobs(units: Sequence[Unit], *, sqlite: bool) -> Iterator[Job]:
    """The units again and again, each time with new ids, as statements of the plain driver."""
    mark = "?" if sqlite else "%s"
    numbers = count(FIRST_FREE_SEQ)

    def fresh() -> Any:
        made = new_id(datetime.now(UTC))
        return made.hex if sqlite else made

    for unit in cycle(units):
        yield _job(unit, mark, fresh, numbers)


def _job(unit: Unit, mark: str, fresh: Callable[[], Any], numbers: "count[int]") -> Job:
    arrival = {
        **unit.arrival, "id": fresh(), "external_id": f"floor-{next(numbers)}", "state": "new", "handled_at": None,
        "payload": os.urandom(SEALED_ARRIVAL_BYTES),
    }  # fmt: skip
    ids: dict[Any, Any] = {unit.arrival["id"]: arrival["id"]}
    for _, rows in unit.inserted:
        ids |= {row["id"]: fresh() for row in rows}
    second = []
    for table, rows in unit.inserted:
        if table == "answers":
            second += [_replaced(row, mark) for row in rows]
        second.append(_insert(table, [_again(row, ids, numbers) for row in rows], mark))
    key = [unit.conversation["authority"], unit.conversation["id"]]
    values = [unit.conversation[name] for name in _SET]
    second.append((f"UPDATE conversations SET {_marks(_SET, mark)} WHERE {_KEY.format(p=mark)}", [*values, *key]))  # noqa: S608
    done = f"UPDATE inbox SET state = 'done', payload = NULL, handled_at = {mark} WHERE {_KEY.format(p=mark)}"  # noqa: S608
    second.append((done, [unit.arrival["handled_at"], arrival["authority"], arrival["id"]]))
    return Job((_insert("inbox", [arrival], mark),), tuple(second))


_KEY = "authority = {p} AND id = {p}"


def _marks(names: Sequence[str], mark: str) -> str:
    return ", ".join(f"{name} = {mark}" for name in names)


def _again(row: dict[str, Any], ids: dict[Any, Any], numbers: "count[int]") -> dict[str, Any]:
    again = {name: ids.get(value, value) if name.endswith("id") else value for name, value in row.items()}
    return {**again, "seq": next(numbers)} if "seq" in row else again


def _insert(table: str, rows: Sequence[dict[str, Any]], mark: str) -> Statement:
    one = f"({', '.join([mark] * len(rows[0]))})"
    text = f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES {', '.join([one] * len(rows))}"  # noqa: S608
    return text, [value for row in rows for value in row.values()]


def _replaced(row: dict[str, Any], mark: str) -> Statement:
    keys = ("authority", "conversation_id", "question")
    where = " AND ".join(f"{name} = {mark}" for name in keys)
    standing = "(state = 'said' OR state = 'approved' OR state = 'skipped')"
    return f"UPDATE answers SET state = 'replaced' WHERE {where} AND {standing}", [row[name] for name in keys]  # noqa: S608
