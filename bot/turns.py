"""Taking turns: whoever writes a great deal waits behind themselves, and behind nobody's first word.

Threat: one child's flood, or a program that plays at it, delays another child's cry.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar
from uuid import UUID

Sender = Hashable
T = TypeVar("T")


class Turns(Generic[T]):
    """What waits to be answered, a line for each sender. The next batch takes the first of every line."""

    def __init__(self, id_of: Callable[[T], UUID]) -> None:
        self._id_of = id_of
        self._lines: OrderedDict[Sender, deque[T]] = OrderedDict()
        self._waiting: set[UUID] = set()
        self._news = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, sender: Sender, one: T) -> None:
        """Behind what this sender has waiting already; what waits here already is not put in twice."""
        if self._known(one):
            self._lines.setdefault(sender, deque()).append(one)

    def put_back(self, sender: Sender, one: T) -> None:
        """Before everything else of this sender: it could not be answered yet, and comes first."""
        if self._known(one):
            self._lines.setdefault(sender, deque()).appendleft(one)

    def take(self, most: int, but_not: Collection[Sender] = ()) -> list[T]:
        """One of each sender, the line that has waited longest first; a sender with more goes to the end."""
        ready = [sender for sender in self._lines if sender not in but_not][:most]
        taken = [self._lines[sender].popleft() for sender in ready]
        for sender in ready:
            self._lines.move_to_end(sender)
            if not self._lines[sender]:
                del self._lines[sender]
        self._waiting.difference_update(self._id_of(one) for one in taken)
        return taken

    async def news(self) -> None:
        """Until something was put in, or a sender that was left out may be taken again."""
        await self._news.wait()
        self._news.clear()

    def look_again(self) -> None:
        """Somebody who was left out may have their turn now."""
        self._news.set()

    def _known(self, one: T) -> bool:
        number = self._id_of(one)
        if number in self._waiting:
            return False
        self._waiting.add(number)
        self._news.set()
        return True
