"""Preparing a review and following it up."""
