"""Everything that can go wrong in storage, in one tree. Each message says what, with what, and what to do next.

StorageError
├── NotFound          the thing does not exist, or this person may not know that it does
├── NotAllowed        the thing exists, the person may know it, but not do this
├── OutOfDate         somebody else was faster; look again
├── KeyTrouble        a key is missing, destroyed or wrong
│   └── Tampered      a ciphertext is not the one that was written here
└── BadData           what was given cannot be stored
"""


class StorageError(Exception):
    """The root of the tree."""


class NotFound(StorageError):
    pass


class NotAllowed(StorageError):
    pass


class OutOfDate(StorageError):
    pass


class KeyTrouble(StorageError):
    pass


class Tampered(KeyTrouble):
    pass


class BadData(StorageError):
    """`lines` name every bad row."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
