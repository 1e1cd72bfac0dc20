"""What a message may mean, who must be told, how fast. Pure but for loading its own rules."""
