"""The child's chat on the web: one page, one session cookie, messages over a WebSocket or plain requests."""
