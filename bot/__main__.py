"""`python -m bot` is `my-iro`."""

from bot.commands import main

main(prog_name="my-iro")
