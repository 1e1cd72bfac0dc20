"""The staff website."""
