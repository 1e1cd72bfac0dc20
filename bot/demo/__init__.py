"""Exampleshire, the fictional authority: every person in it is invented."""

AUTHORITY = "exampleshire"
AUTHORITY_NAME = "Exampleshire"
LANGUAGES = "ar"
"""Besides English. Nobody has checked the Arabic yet: nobody real reads it here."""
