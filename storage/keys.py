"""Keys: a master key wraps one data key per child (and a few for the authority); data keys seal the fields.

Threat: somebody takes the database or a backup. Without the master key nothing in it can be read, and a row
cannot be moved to another place. Erasing a child destroys the data key, in every backup's future too.
"""

import hashlib
import hmac
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from storage.errors import KeyTrouble, Tampered
from storage.ids import new_id
from storage.tables import data_keys

AUTHORITY_PURPOSES = ("staff", "intake", "lookup", "audit")


class MasterKey(Protocol):
    """Wraps and unwraps data keys: a local key here, a key management service elsewhere."""

    @property
    def version(self) -> int: ...

    def wrap(self, key: bytes) -> bytes: ...

    def unwrap(self, wrapped: bytes, version: int) -> bytes: ...


@dataclass(frozen=True)
class LocalMasterKey:
    """A 32-byte key from a file or the environment. `older` still unwrap while a rotation is going on."""

    key: bytes
    version: int = 1
    older: tuple[tuple[int, bytes], ...] = ()

    def __post_init__(self) -> None:
        if len(self.key) != 32:
            raise KeyTrouble(
                f"The master key must be 32 bytes, this one is {len(self.key)}. Make one: openssl rand -hex 32"
            )

    def wrap(self, key: bytes) -> bytes:
        return aes_key_wrap(self.key, key)

    def unwrap(self, wrapped: bytes, version: int) -> bytes:
        key = self.key if version == self.version else dict(self.older).get(version)
        if key is None:
            raise KeyTrouble(f"Master key version {version} is not here. Give it as an older key.")
        try:
            return aes_key_unwrap(key, wrapped)
        except InvalidUnwrap as error:
            raise KeyTrouble("The master key is not the one this database was made with.") from error

    @classmethod
    def from_hex(cls, text: str) -> "LocalMasterKey":
        try:
            return cls(bytes.fromhex(text.strip()))
        except ValueError as error:
            raise KeyTrouble("The master key must be 64 hexadecimal digits. Make one: openssl rand -hex 32") from error

    @classmethod
    def from_file(cls, path: Path) -> "LocalMasterKey":
        try:
            return cls.from_hex(path.read_text())
        except OSError as error:
            raise KeyTrouble(f"The master key file {path} cannot be read: {error.strerror}") from error


class Keyring:
    """The data keys of one authority, opened when first needed and kept as ready ciphers.

    Shared between threads: entries are only ever added, each is immutable, so a race costs one needless look-up.
    """

    def __init__(self, authority: str, master: MasterKey) -> None:
        self.authority = authority
        self._master = master
        self._ciphers: dict[UUID, AESGCM] = {}
        self._secrets: dict[str, bytes] = {}
        self._ids: dict[str, UUID] = {}

    def make(self, connection: sa.Connection, purpose: str, now: datetime) -> UUID:
        """A new data key, wrapped and stored."""
        key, key_id = AESGCM.generate_key(256), new_id(now)
        connection.execute(
            sa.insert(data_keys).values(
                authority=self.authority, id=key_id, purpose=purpose, wrapped=self._master.wrap(key),
                master_version=self._master.version, made_at=now,
            )
        )  # fmt: skip
        self._ciphers[key_id] = AESGCM(key)
        return key_id

    def forget(self, key_ids: Iterable[UUID]) -> None:
        """Drop keys that a rolled-back transaction made, or that were destroyed."""
        for key_id in key_ids:
            self._ciphers.pop(key_id, None)

    def forget_authority_keys(self) -> None:
        """Look the authority's keys up again: a transaction that may have made them was rolled back."""
        self._ids.clear()
        self._secrets.clear()

    def load(self, connection: sa.Connection, key_ids: Iterable[UUID]) -> None:
        """Open many keys with one query."""
        missing = {key_id for key_id in key_ids if key_id not in self._ciphers}
        if not missing:
            return
        rows = connection.execute(
            sa.select(data_keys.c.id, data_keys.c.wrapped, data_keys.c.master_version).where(
                data_keys.c.authority == self.authority, data_keys.c.id.in_(missing)
            )
        )
        for row in rows:
            if row.wrapped is not None:
                self._ciphers[row.id] = AESGCM(self._master.unwrap(row.wrapped, row.master_version))

    def cipher(self, connection: sa.Connection, key_id: UUID) -> AESGCM:
        """The cipher of one data key. Raises `KeyTrouble` when it was destroyed or never was."""
        if key_id not in self._ciphers:
            self.load(connection, [key_id])
        try:
            return self._ciphers[key_id]
        except KeyError:
            raise KeyTrouble(f"Data key {key_id} is not here: what it sealed was erased.") from None

    def authority_key(self, connection: sa.Connection, purpose: str) -> UUID:
        """The id of the authority's own key for `purpose`, one of `AUTHORITY_PURPOSES`."""
        found = self._ids.get(purpose)
        if found is None:
            found = connection.execute(
                sa.select(data_keys.c.id).where(data_keys.c.authority == self.authority, data_keys.c.purpose == purpose)
            ).scalar()
            if found is None:
                raise KeyTrouble(f"The authority {self.authority} has no {purpose} key yet. Run: my-iro import DIR")
            self._ids[purpose] = found
        return found

    def mac(self, connection: sa.Connection, purpose: str, text: bytes) -> bytes:
        """A keyed hash of 32 bytes: `lookup` finds a thing without reading it, `audit` chains the trail."""
        secret = self._secrets.get(purpose)
        if secret is None:
            row = connection.execute(
                sa.select(data_keys.c.wrapped, data_keys.c.master_version).where(
                    data_keys.c.authority == self.authority,
                    data_keys.c.id == self.authority_key(connection, purpose),
                )
            ).one()
            secret = self._secrets[purpose] = self._master.unwrap(row.wrapped, row.master_version)
        return hmac.new(secret, text, hashlib.sha256).digest()


def seal(cipher: AESGCM, place: str, text: str) -> bytes:
    """Encrypt `text` for one `place` (authority, table, column, row)."""
    return seal_bytes(cipher, place, text.encode())


def unseal(cipher: AESGCM, place: str, sealed: bytes) -> str:
    """Decrypt; raises `Tampered` when the bytes were changed or belong to another place."""
    return unseal_bytes(cipher, place, sealed).decode()


def seal_bytes(cipher: AESGCM, place: str, body: bytes) -> bytes:
    """Encrypt `body` for one `place`: nonce of 12 bytes, ciphertext, tag of 16."""
    nonce = os.urandom(12)
    return nonce + cipher.encrypt(nonce, body, place.encode())


def unseal_bytes(cipher: AESGCM, place: str, sealed: bytes) -> bytes:
    """Decrypt; raises `Tampered` when the bytes were changed or belong to another place."""
    try:
        return cipher.decrypt(sealed[:12], sealed[12:], place.encode())
    except InvalidTag as error:
        raise Tampered(
            f"A sealed field does not belong at {place}. Nothing was shown; tell the data protection officer."
        ) from error
