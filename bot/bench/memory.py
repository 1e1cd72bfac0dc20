"""What one process of the service takes in memory, measured in a process of its own."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any


def measure() -> dict[str, Any]:
    """Megabytes resident: Python alone, everything imported, a service built with its flows, words and rules."""
    made = subprocess.run([sys.executable, "-m", "bot.bench.memory"], capture_output=True, text=True, check=False)
    if made.returncode:
        return {"skipped": made.stderr.strip().rpartition("\n")[2]}
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _main() -> None:
    bare = _resident()
    from bot.demo.temporary import exampleshire
    from bot.service import build
    from bot.settings import load_settings

    imported = _resident()
    from bot.clock import real_clock

    with exampleshire(real_clock()) as (database, _):
        build(load_settings(demo=True, authority=database.authority), database)
        sys.stdout.write(json.dumps({"python_mb": bare, "imported_mb": imported, "ready_mb": _resident()}))


if __name__ == "__main__":
    _main()
