"""How much the screen notices in labelled messages: `python -m safeguarding.report FILE...`."""

import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from safeguarding.screen import load
from safeguarding.screening import Earlier, Level, Screening


def report(paths: Iterable[Path]) -> list[str]:
    """The lines of the report over JSONL files of `{"text", "expect", "category"}`; dialogues are counted as well."""
    screen = load()
    lines: list[str] = []
    everything: list[tuple[dict[str, Any], Screening]] = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if rows and "messages" in rows[0]:
            lines += [f"{path.name}: {_dialogues(screen, rows)}"]
            continue
        judged = [(row, screen(row["text"])) for row in rows]
        lines += [f"{path.name}: {_shares(judged)}"]
        everything += judged
    if everything:
        lines += ["", f"all: {_shares(everything)}", "", *_by_category(everything), "", _speed(screen, everything)]
    return lines


def _shares(judged: list[tuple[dict[str, Any], Screening]]) -> str:
    parts = []
    for expect in ("urgent", "concern", "none"):
        levels = Counter(found.level for row, found in judged if row["expect"] == expect)
        total = levels.total()
        if total:
            raised = levels[Level.urgent] + levels[Level.concern]
            parts.append(
                f"{expect} {total}: raised {raised / total:.1%}, as urgent {levels[Level.urgent] / total:.1%}, "
                f"with look {(raised + levels[Level.look]) / total:.1%}"
            )
    return "; ".join(parts)


def _by_category(judged: list[tuple[dict[str, Any], Screening]]) -> list[str]:
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row, found in judged:
        cell = table[(row["expect"], row.get("category", ""))]
        cell["n"] += 1
        cell["raised"] += found.level >= Level.concern
        cell["looked"] += found.level >= Level.look
    return [
        f"{expect:8} {category:26} {c['n']:5}"
        f"  raised {c['raised'] / c['n']:6.1%}  with look {c['looked'] / c['n']:6.1%}"
        for (expect, category), c in sorted(table.items())
    ]


def _dialogues(screen: Any, rows: list[dict[str, Any]]) -> str:
    counts: Counter[str] = Counter()
    for row in rows:
        risky = row["expect"] in ("urgent", "concern")
        levels = []
        for number, text in enumerate(row["messages"]):
            before = [Earlier("child", m, 60.0 * (number - i)) for i, m in enumerate(row["messages"][:number])]
            levels.append(screen(text, before).level)
        counts["risky" if risky else "harmless"] += 1
        counts["risky raised" if risky else "harmless raised"] += max(levels) >= Level.concern
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))


def _speed(screen: Any, judged: list[tuple[dict[str, Any], Screening]]) -> str:
    times = []
    for row, _ in judged[:2000]:
        start = time.perf_counter()
        screen(row["text"])
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return f"median {statistics.median(times):.2f} ms, 99th percentile {times[int(len(times) * 0.99)]:.2f} ms a message"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("which files? python -m safeguarding.report FILE.jsonl ...")
    sys.stdout.write("\n".join(report(Path(name) for name in sys.argv[1:])) + "\n")
