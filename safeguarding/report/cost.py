"""What the screen takes to start and to keep, measured in a process of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds until the first message is judged, and megabytes resident then."""

    seconds: float
    megabytes: float


def cost() -> Cost:
    """A fresh process loads the screen and judges one message."""
    made = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    return Cost(**json.loads(made.stdout))


def resident() -> float:
    """Megabytes of this process in memory; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS:")), 0.0)


def _main() -> None:
    start = perf_counter()
    from safeguarding.screen import load

    load()("we had pasta and watched the match")
    sys.stdout.write(json.dumps({"seconds": round(perf_counter() - start, 2), "megabytes": resident()}))


if __name__ == "__main__":
    _main()
