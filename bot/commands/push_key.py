"""`my-iro push-key`: the key with which notices to the browsers of staff are signed."""

import click

from bot.channels.push import new_key


@click.command()
def push_key() -> None:
    """Make a key for MY_IRO_PUSH_KEY. Whoever has it can send notices to the browsers: keep it like a password."""
    click.echo(new_key())
