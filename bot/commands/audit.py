"""`my-iro audit verify`: prove that nothing on the audit trail was changed or taken out."""

import click

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from storage import audit as trail


@click.group()
def audit() -> None:
    """Prove that the audit trail is whole."""


@audit.command()
@demo_option
def verify(demo: bool) -> None:
    """Walk the whole chain; exit code 1 at the first event that does not hold."""
    with chosen(demo, real_clock()) as database:
        held, broken = database.read_now(trail.verify)
    if broken is not None:
        raise click.ClickException(
            f"The audit trail is broken: {broken.why}. {held} events before it hold. Tell the data protection officer."
        )
    click.echo(f"The audit trail is whole: {held} events.")
