"""Measures what this machine can do with My IRO, beside what its database could do with a bare driver."""
