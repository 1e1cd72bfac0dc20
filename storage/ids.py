"""Identifiers that sort by the time they were made, so that indexes grow at one end (RFC 9562, version 7)."""

import itertools
import secrets
from datetime import datetime
from uuid import UUID

_made_before = itertools.count(secrets.randbits(16))
"""Keeps those of one process and one instant in the order they were made."""


def new_id(now: datetime) -> UUID:
    """A new identifier: the time in milliseconds, a counter of 32 bits, 42 random bits."""
    milliseconds = int(now.timestamp() * 1000) & (2**48 - 1)
    number = next(_made_before) & (2**32 - 1)
    high = milliseconds << 80 | 0x7 << 76 | (number >> 20) << 64
    return UUID(int=high | 0b10 << 62 | (number & (2**20 - 1)) << 42 | secrets.randbits(42))
