"""The running service: settings, commands, channels, intake, delivery, schedule."""
