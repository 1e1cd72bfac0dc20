"""How much is measured: enough for a coffee break, or for a release."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """`levels` are pairs of messages in flight and rounds of each; a round takes `seconds`."""

    seconds: float
    floor_seconds: float
    floor_messages: int
    levels: tuple[tuple[int, int], ...]
    peer_seconds: float
    screen_rounds: int
    floods: int = 5
    flood: int = 120
    """So many times one child sends so many messages at once while another writes one."""


SHORT = Plan(1.0, 0.5, 3_000, ((32, 3), (1, 1), (8, 1), (128, 1)), 1.0, 6)
FULL = Plan(4.0, 2.0, 20_000, ((32, 7), (1, 3), (8, 3), (128, 3)), 3.0, 60)
