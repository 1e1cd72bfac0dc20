"""Faults in words that may be logged: the kind and the place, never the message, which may hold a child's words."""

import traceback


def described(error: Exception) -> str:
    """The place of a fault, without the message of the exception: that might hold a child's words."""
    frame = traceback.extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
    return (
        f"{type(error).__name__} at {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
        if frame
        else type(error).__name__
    )
