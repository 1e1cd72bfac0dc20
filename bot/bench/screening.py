"""How long the safeguarding screen takes for one message, alone and after those before it."""

import time
from itertools import islice
from typing import Any

from bot.bench.children import said
from bot.bench.figures import milliseconds, percentile
from bot.screened import CONTEXT
from safeguarding import screen
from safeguarding.rulebook import RulesBroken
from safeguarding.screening import Earlier


def measure(rounds: int) -> dict[str, Any]:
    """Milliseconds a message; every message is judged in the context that the service would give it."""
    begun = time.perf_counter()
    try:
        judge = screen.load()
    except RulesBroken as error:
        return {"skipped": f"the rules cannot be used: {error}"}
    loaded = time.perf_counter() - begun
    texts = [line for lines in said().values() for line in lines]
    after, alone = list[float](), list[float]()
    for _ in range(rounds):
        for place, text in enumerate(texts):
            before = list(islice(texts * 2, place + len(texts) - CONTEXT // 2, place + len(texts)))
            earlier = [Earlier(author, line, 20.0) for line in before for author in ("child", "bot")]
            after.append(_took(lambda text=text, earlier=earlier: judge(text, earlier)))
            alone.append(_took(lambda text=text: judge(text)))
    return {
        "median_ms": milliseconds(percentile(after, 0.5)), "p99_ms": milliseconds(percentile(after, 0.99)),
        "alone_median_ms": milliseconds(percentile(alone, 0.5)), "load_s": round(loaded, 2), "messages": len(after),
    }  # fmt: skip


def _took(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
