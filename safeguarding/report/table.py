"""The report as tables on a terminal."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.table import Table

from safeguarding.report.cost import Cost
from safeguarding.report.figures import Figures, Shares
from safeguarding.report.peers import Peer

_WANTED = {"urgent": "of the urgent", "concern": "of the concerns", "look": "of the hints", "none": "of the ordinary"}


def show(console: Console, figures: Figures, cost: Cost, peers: Sequence[Peer], notes: Mapping[str, str]) -> None:
    """Print everything; `notes` says of a file what else it was used for."""
    for table in tables(figures, peers, notes):
        console.print(table)
    for line in lines(figures, cost):
        console.print(line)
    for peer in peers:
        if peer.missing:
            console.print(f"Not compared: {peer.name}: {peer.missing}", highlight=False)


def tables(figures: Figures, peers: Sequence[Peer], notes: Mapping[str, str]) -> Iterable[RenderableType]:
    if figures.levels:
        yield _levels("Single messages in English", "expected", [(_WANTED[k], v) for k, v in figures.levels.items()])
        yield _levels("Ordinary messages", "kind", list(figures.ordinary.items()))
        named = {"Kind of harm": figures.categories, "Age": figures.ages, "File": figures.files}
        for title, groups in named.items():
            lines = [
                (name, level, shares)
                for name, levels in groups.items()
                for level, shares in levels.items()
                if title != "Kind of harm" or level != "none"
            ]
            if lines:
                yield _grouped(title, lines, ", ".join(f"{f}: {note}" for f, note in notes.items() if title == "File"))
    if figures.dialogues:
        yield _dialogues(figures)
    if figures.languages:
        yield _languages(figures)
    if peers:
        yield _peers(figures, peers)


def lines(figures: Figures, cost: Cost) -> Iterable[str]:
    """What is no table: the promise about other languages, speed and size."""
    if figures.languages:
        kept = figures.silent == 0
        said = "kept" if kept else f"BROKEN for {figures.silent} messages"
        yield f"[{'green' if kept else 'bold red'}]Other languages, never silently none: {said}[/]"
    if figures.speed:
        speed = figures.speed
        yield (
            f"A message takes {speed.median} ms at the median, {speed.p99} ms at the 99th percentile, on one core; "
            f"{_percent(speed.by_rules)} % are decided by rules alone ({speed.by_rules_median} ms), "
            f"the others with the model ({speed.by_model_median} ms)."
        )
    yield f"Loads and judges its first message in {cost.seconds} s; {cost.megabytes} MB resident."


def _levels(title: str, what: str, rows: Sequence[tuple[str, Shares]]) -> Table:
    table = _table(title, what, "messages", "as urgent %", "raised %", "with look %")
    for name, shares in rows:
        table.add_row(name, *_cells(shares))
    return table


def _grouped(title: str, rows: Iterable[tuple[str, str, Shares]], note: str) -> Table:
    table = _table(title, "", "expected", "messages", "as urgent %", "raised %", "with look %")
    table.caption = note or None
    before = ""
    for name, level, shares in rows:
        table.add_row(name if name != before else "", level, *_cells(shares))
        before = name
    return table


def _dialogues(figures: Figures) -> Table:
    table = _table("Dialogues", "file", "worrying", "in time %", "raised %", "harmless", "raised %")
    for file, found in figures.dialogues.items():
        table.add_row(
            file, str(found.worrying), _percent(found.in_time), _percent(found.raised), str(found.harmless),
            _percent(found.harmless_raised),
        )  # fmt: skip
    return table


def _languages(figures: Figures) -> Table:
    table = _table("Other languages", "language", "messages", "silently none", "urgent", "as urgent %")
    for code, found in figures.languages.items():
        table.add_row(code, str(found.n), str(found.silent), str(found.urgent_n), _percent(found.urgent))
    return table


def _peers(figures: Figures, peers: Sequence[Peer]) -> Table:
    table = _table("Raised, beside public peers", "", "urgent %", "concerns %", "ordinary %", "ms", "MB")
    raised = [_percent(figures.levels[name].raised) if name in figures.levels else "" for name in _COMPARED]
    table.add_row("My IRO", *raised, str(figures.speed.median if figures.speed else ""), "")
    for peer in peers:
        if not peer.missing:
            shares = (_percent(peer.urgent), _percent(peer.concern), _percent(peer.ordinary))
            table.add_row(peer.name, *shares, f"{peer.median_ms:.2f}", f"{peer.megabytes:.0f}")
    return table


_COMPARED = ("urgent", "concern", "none")


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="left" if column == "expected" else "right", overflow="fold")
    return table


def _cells(shares: Shares) -> tuple[str, ...]:
    return (str(shares.n), _percent(shares.urgent), _percent(shares.raised), _percent(shares.looked))


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"
