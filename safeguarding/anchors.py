"""Words without which a pattern cannot match, so that a message tries only the few patterns that could.

One automaton over all patterns grew to hundreds of megabytes and rare pauses of 30 ms; an index of words does not.
"""

from functools import lru_cache

from safeguarding.patterns import CLOSING, Words, tokens_of

_COMMON = frozenset(
    """
    i you he she it we they me him her them my your his our their a the to and of in on at for with is am are was were
    be been not no do does did have has had will would can could get got go going when if so this that there up out
    about from all any what who just now want said says say because or but again then one some
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_COMMON_COST = 40.0
Anchor = frozenset[str]


def anchor(pattern: str, words: Words) -> Anchor | None:
    """The cheapest set of words of which `pattern` needs one; None when there is no such set."""
    found, _ = _alternatives(tokens_of(pattern), words)
    return found


def _cost(found: Anchor) -> float:
    return sum(_COMMON_COST if word in _COMMON else 1.0 for word in found)


def _cheapest(sets: list[Anchor]) -> Anchor | None:
    return min(sets, key=_cost, default=None)


def _alternatives(tokens: list[str], words: Words) -> tuple[Anchor | None, list[str]]:
    options: list[Anchor | None] = []
    needed: list[Anchor] = []
    while tokens and tokens[0] not in CLOSING:
        if tokens[0] == "|":
            options.append(_cheapest(needed))
            needed, tokens = [], tokens[1:]
            continue
        found, tokens = _item(tokens, words)
        if tokens and tokens[0] == "?":
            found, tokens = None, tokens[1:]
        if found is not None:
            needed.append(found)
    options.append(_cheapest(needed))
    return _any_of(options), tokens


def _any_of(options: list[Anchor | None]) -> Anchor | None:
    """One of the options must hold: all their words, unless one of them needs no word at all."""
    known = [option for option in options if option is not None]
    return frozenset().union(*known) if len(known) == len(options) else None


def _item(tokens: list[str], words: Words) -> tuple[Anchor | None, list[str]]:
    symbol, rest = tokens[0], tokens[1:]
    if symbol == "(":
        found, rest = _alternatives(rest, words)
        return (None if rest[0] == ")*" else found), rest[1:]
    if symbol in ("...", ">>", "^", "$") or symbol.endswith("*"):
        return None, rest
    if symbol.startswith("{"):
        return _list(symbol[1:-1], words), rest
    return _entry(symbol, words), rest


@lru_cache(maxsize=256)
def _list(name: str, words: Words) -> Anchor | None:
    return _any_of([_entry(entry, words) for entry in words.lists[name]])


def _entry(entry: str, words: Words) -> Anchor | None:
    pieces = [p for part in entry.split() if not part.endswith("*") for p in words.respell(part).split()]
    return _cheapest([frozenset((piece,)) for piece in pieces])
