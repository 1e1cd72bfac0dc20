"""`my-iro bench`: what this machine can do, beside what its database could do with a bare driver."""

import json

import click
from rich.console import Console


@click.command()
@click.option("--full", is_flag=True, help="more and longer rounds: some minutes instead of one")
def bench(full: bool) -> None:
    """Measure how fast messages are kept and answered; JSON on standard output, progress on standard error.

    Everything runs in temporary databases, and nothing leaves the machine. docs/performance.md explains the figures.
    """
    from bot.bench.plan import FULL, SHORT
    from bot.bench.report import run

    console = Console(stderr=True)
    with console.status("starting") as status:
        found = run(FULL if full else SHORT, status.update)
    click.echo(json.dumps(found, indent=2))
