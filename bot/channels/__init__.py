"""Channels: each translates what arrives into `Inbound` and an `Outbound` into a send."""
