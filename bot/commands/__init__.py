"""`my-iro`: one module a command, loaded only when that command is run, so that help is there at once."""

from importlib import import_module
from typing import Any

import click

# The name of each command, the module it is in, and what it is for.
COMMANDS = {
    "demo": ("demo", "Try everything: a fictional authority, the chat and the portal, nothing to set up."),
    "serve": ("serve", "Run the service."),
    "import": ("import_", "Bring in children, IROs, staff and reviews from CSV files."),
    "staff": ("staff", "Passwords, leave and deputies of staff, and who is on duty."),
    "push-key": ("push_key", "Make the key for notices in the browsers of staff."),
    "invite": ("invite", "Make, print and cancel the cards that bring children in."),
    "talk": ("talk", "Play a conversation from a script."),
    "screen": ("screen", "Screen messages as the service does."),
    "rescreen": ("rescreen", "Look at stored messages again with the rules of this release."),
    "challenges": ("challenges", "What IROs challenged and what came of it, for the annual report."),
    "complaints": ("complaints", "What children complained of and what came of it, for the report of the year."),
    "outcomes": ("outcomes", "What humans found that concerns came to, for those who mend the rules."),
    "return": ("return_", "Write the reviews of a year for the statutory return (SSDA903)."),
    "pack": ("pack", "Write the wishes-and-feelings page of a review to a file."),
    "audit": ("audit", "Prove that the audit trail is whole."),
    "doctor": ("doctor", "Say what is missing before the service can run well."),
    "bench": ("bench", "Measure how fast messages are handled."),
}


class _Lazy(click.Group):
    """Knows its commands by name; reads a command's module when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command = getattr(import_module(f"bot.commands.{module}"), module)
        if not isinstance(command, click.Command):
            raise TypeError(f"bot/commands/{module}.py has no command {module}")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        from bot.errors import ServiceError
        from bot.faults import described
        from storage.errors import StorageError

        try:
            return super().invoke(ctx)
        except (ServiceError, StorageError) as error:
            raise click.ClickException(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # no traceback reaches a person, and no words of a child in one
            said = f"My IRO itself is at fault ({described(error)}). Nothing was half-written."
            raise click.ClickException(said) from error


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """My IRO: children in care reach their Independent Reviewing Officer, and hear back."""
