"""Signing in: a password, then a code that changes every half minute. Signing out."""

from portal.signin.pages import PAGES

__all__ = ["PAGES"]
