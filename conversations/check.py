"""`python -m conversations.check`: proofreads the flows and the words; one line for each finding, exit 1 if any.

With the tag of a language (`python -m conversations.check ar`) it lists what falls back to English there as well.
"""

import sys
from collections.abc import Sequence

from conversations.library import LibraryError, load
from conversations.other_languages import falls_back, standing
from conversations.proofreading import findings


def main(languages: Sequence[str] = ()) -> int:
    """Prints what is wrong, on standard error how the other languages stand. Returns the exit code."""
    try:
        library = load()
        found = findings(library)
    except LibraryError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    sys.stderr.writelines(f"{line}\n" for line in standing(library))
    sys.stdout.writelines(f"{finding}\n" for finding in found)
    for lang in languages:
        if lang not in library.spoken:
            sys.stdout.write(f"There are no words in '{lang}'.\n")
            return 1
        sys.stdout.writelines(f"words/{lang}: '{word}' falls back to English\n" for word in falls_back(library, lang))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
