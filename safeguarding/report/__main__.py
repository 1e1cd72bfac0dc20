"""`python -m safeguarding.report [FILE.jsonl ...]`: what the screen notices, what it costs, and what peers do."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console

from safeguarding.report.cost import cost
from safeguarding.report.figures import figures
from safeguarding.report.peers import peers
from safeguarding.report.rows import CORPUS, RowsWrong, default_files, judge, read
from safeguarding.report.table import show
from safeguarding.screen import load
from safeguarding.standing import trouble

USED_FOR = (
    ("held_back", "last test: nothing was learnt from it"), ("dev", "thresholds were set on it"),
    ("calibration", "thresholds were set on it"), ("", "the model has learnt from it"),
)  # fmt: skip
"""What a file of our own corpus was used for, by the beginning of its name."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="figures for a program")
@click.option("--no-peers", is_flag=True, help="the screen alone")
def report(files: tuple[Path, ...], *, as_json: bool, no_peers: bool) -> None:
    """Measure the screen on labelled messages, beside every public peer that installs.

    Without FILES: the development set and what is held back. Ends with 1 when a message in another language would
    have gone unread, or when the screen is not whole.
    """
    paths = list(files) or default_files()
    if not paths:
        raise click.ClickException("There are no labelled messages here: name a file.")
    try:
        rows = read(paths)
    except RowsWrong as error:
        raise click.ClickException(str(error)) from error
    screen = load()
    if trouble(screen):
        click.echo(f"The screen is not whole, so these figures are not its own: {trouble(screen)}", err=True)
    found = figures(judge(screen, rows))
    others = [] if no_peers else list(peers(rows))
    if as_json:
        said = found.as_json() | {"cost": asdict(cost()), "peers": [asdict(peer) for peer in others]}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        notes = {path.stem: _used_for(path.stem) for path in paths if path.resolve().parent == CORPUS}
        show(Console(), found, cost(), others, notes)
    sys.exit(1 if found.silent or trouble(screen) else 0)


def _used_for(name: str) -> str:
    return next(use for beginning, use in USED_FOR if name.startswith(beginning))


if __name__ == "__main__":
    report()
