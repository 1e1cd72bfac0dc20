"""What tests stand on: a real database server, a real browser, and the service as its own process."""
