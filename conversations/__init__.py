"""What the bot says and asks. Pure: no clock, no database, no network."""
