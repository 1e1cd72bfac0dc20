"""What is read once in a run: the flows and words, the rules. They hold nothing of a test."""

from functools import cache

from conversations.library import load
from safeguarding import rulebook, screen

the_library = cache(load)
the_rules = cache(rulebook.read)
the_screen_by_rules = cache(screen.by_rules)
