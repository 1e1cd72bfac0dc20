"""`python -m conversations.check`: proofreads the flows and the words; one line for each finding, exit 1 if any."""

import sys

from conversations.library import LibraryError, load
from conversations.proofreading import findings


def main() -> int:
    """Prints what is wrong. Returns the exit code."""
    try:
        found = findings(load())
    except LibraryError as error:
        found = [str(error)]
    sys.stdout.writelines(f"{finding}\n" for finding in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
