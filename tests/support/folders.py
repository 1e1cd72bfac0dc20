"""Where tests keep what nothing has to survive a power cut for."""

from __future__ import annotations

import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 1024**3


def for_a_while() -> Path | None:
    """A folder in memory, where there is one with room: making and dropping thousands of databases on a disk takes
    longer than the tests. None for the usual place."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH else None
