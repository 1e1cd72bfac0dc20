"""Children of every age, at the start of a conversation."""

from collections.abc import Callable
from typing import Any

import pytest

from conversations.library import Library
from tests.conversations.talking import LINKED, NOBODY, Child
from tests.support.once import the_library


@pytest.fixture(scope="session")
def library() -> Library:
    return the_library().speaking(())


@pytest.fixture
def child(library: Library) -> Callable[..., Child]:
    """A child who has proved who they are: `child(band="older", iro="Nadia")`."""

    def make(band: str = "middle", **facts: Any) -> Child:
        return Child(library, band, {**LINKED, **facts})

    return make


@pytest.fixture
def visitor(library: Library) -> Callable[..., Child]:
    """Somebody we know nothing about yet."""

    def make(band: str = "middle", **facts: Any) -> Child:
        return Child(library, band, {**NOBODY, **facts})

    return make
