"""One transaction's view of one authority: the connection, and the means to seal and open what it holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.ids import new_id
from storage.keys import Keyring, seal, seal_bytes, unseal, unseal_bytes
from storage.tables.columns import SealedBytes

Row = Mapping[str, Any]


@dataclass(slots=True)
class Store:
    """Handed to every unit of work. Rows go in through `add`, so that the authority is never forgotten."""

    connection: sa.Connection
    keyring: Keyring
    pending: dict[sa.Table, list[dict[str, Any]]] = field(default_factory=dict)
    later: dict[str, tuple[sa.Update, list[dict[str, Any]]]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    """The names of the tables that rows were added to or changed in: who waits for them is to be woken."""

    @property
    def authority(self) -> str:
        return self.keyring.authority

    def here(self, table: sa.Table) -> sa.ColumnElement[bool]:
        """The condition that a row is this authority's."""
        return table.c.authority == self.authority

    def new_key(self, purpose: str, now: datetime) -> UUID:
        return self.keyring.make(self.connection, purpose, now)

    def authority_key(self, purpose: str) -> UUID:
        return self.keyring.authority_key(self.connection, purpose)

    def digest(self, text: str) -> bytes:
        """The keyed hash by which a sealed thing is looked up."""
        return self.keyring.mac(self.connection, "lookup", text.encode())

    def seal(self, column: sa.Column[Any], row_id: UUID, key_id: UUID, text: str) -> bytes:
        return seal(self.keyring.cipher(self.connection, key_id), self._place(column, row_id), text)

    def open(self, column: sa.Column[Any], row_id: UUID, key_id: UUID, sealed: bytes) -> str:
        """Raises `Tampered` when the field was not written for this column of this row."""
        return unseal(self.keyring.cipher(self.connection, key_id), self._place(column, row_id), sealed)

    def open_bytes(self, column: sa.Column[Any], row_id: UUID, key_id: UUID, sealed: bytes) -> bytes:
        """The same for a file."""
        return unseal_bytes(self.keyring.cipher(self.connection, key_id), self._place(column, row_id), sealed)

    def _place(self, column: sa.Column[Any], row_id: UUID) -> str:
        return f"{self.authority}|{column.table.name}|{column.name}|{row_id.hex}"

    def add(
        self,
        table: sa.Table,
        now: datetime,
        *,
        sealed_with: UUID | None = None,
        row_id: UUID | None = None,
        **values: Any,
    ) -> UUID:
        """Put one row aside, written with all others of its table at `flush`; text for sealed columns is sealed.

        `sealed_with` is the data key; it defaults to the row's own `key_id`.
        """
        row_id = row_id or new_id(now)
        key_id = sealed_with or values.get("key_id")
        row = {"authority": self.authority, "id": row_id}
        for name, value in values.items():
            row[name] = self._as_stored(table.c[name], row_id, key_id, value)
        self.pending.setdefault(table, []).append(row)
        return row_id

    def change(
        self, table: sa.Table, row_id: UUID, *, sealed_with: UUID | None = None, 
        where: sa.ColumnElement[bool] | None = None, **values: Any,
    ) -> bool:  # fmt: skip
        """Change one row now; False when it is not there or `where` does not hold (somebody was faster)."""
        put_aside = self.waiting_row(table, row_id) if where is None else None
        if put_aside is not None:
            key_id = sealed_with or put_aside.get("key_id")
            put_aside.update({n: self._as_stored(table.c[n], row_id, key_id, v) for n, v in values.items()})
            return True
        self.flush()
        self.touched.add(table.name)
        stored = {n: self._as_stored(table.c[n], row_id, sealed_with, v) for n, v in values.items()}
        condition = sa.and_(self.here(table), table.c.id == row_id)
        if where is not None:
            condition = sa.and_(condition, where)
        return bool(self.connection.execute(sa.update(table).where(condition).values(**stored)).rowcount)

    def change_later(self, name: str, statement: Callable[[], sa.Update], **values: Any) -> None:
        """Put a change of written rows aside: at `flush` it runs before new rows go in, once for all of its name."""
        if name not in self.later:
            self.later[name] = (statement(), [])
        self.later[name][1].append(values)

    def waiting_row(self, table: sa.Table, row_id: UUID) -> dict[str, Any] | None:
        """A row that was put aside and is not written yet, to be changed in place."""
        return next((row for row in self.pending.get(table, ()) if row["id"] == row_id), None)

    def _as_stored(self, column: sa.Column[Any], row_id: UUID, key_id: UUID | None, value: Any) -> Any:
        is_file = isinstance(column.type, SealedBytes) and isinstance(value, bytes)
        if not is_file and not (isinstance(column.type, sa.LargeBinary) and isinstance(value, str)):
            return value
        if key_id is None:
            raise TypeError(f"{column} is sealed: say with which key")
        if is_file:
            return seal_bytes(self.keyring.cipher(self.connection, key_id), self._place(column, row_id), value)
        return self.seal(column, row_id, key_id, value)

    def flush(self) -> None:
        """Write what was put aside: changes first, then new rows, one statement a table, parents before children."""
        changes, self.later = self.later, {}
        for statement, all_values in changes.values():
            self.connection.execute(statement, all_values)
        if not self.pending:
            return
        pending, self.pending = self.pending, {}
        self.touched |= {table.name for table in pending}
        for table in sorted(pending, key=_order.__getitem__):
            rows = pending[table]
            columns = set().union(*(row.keys() for row in rows))
            full = [{**dict.fromkeys(columns), **row} for row in rows] if len(rows) > 1 else rows
            self.connection.execute(sa.insert(table), full)

    def rows(self, query: sa.Select[Any]) -> Sequence[Row]:
        """The rows of a query, after what was put aside has been written."""
        self.flush()
        return [dict(row) for row in self.connection.execute(query).mappings()]

    def row(self, query: sa.Select[Any]) -> Row | None:
        found = self.rows(query.limit(1))
        return found[0] if found else None

    def opened(self, table: sa.Table, rows: Iterable[Row], key_id: UUID | None = None) -> list[dict[str, Any]]:
        """The rows with every sealed column of `table` opened to text (None stays None)."""
        rows = list(rows)
        sealed = [column for column in table.c if column.type.__class__.__name__ == "Sealed"]
        self.keyring.load(self.connection, {key_id or row["key_id"] for row in rows})
        result = []
        for row in rows:
            clear = dict(row)
            for column in sealed:
                if clear.get(column.name) is not None:
                    clear[column.name] = self.open(column, row["id"], key_id or row["key_id"], clear[column.name])
            result.append(clear)
        return result


def _table_order() -> dict[sa.Table, int]:
    from storage.tables import metadata

    return {table: number for number, table in enumerate(metadata.sorted_tables)}


_order = _table_order()
