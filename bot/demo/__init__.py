"""Exampleshire, the fictional authority: every person in it is invented."""

AUTHORITY = "exampleshire"
AUTHORITY_NAME = "Exampleshire"
