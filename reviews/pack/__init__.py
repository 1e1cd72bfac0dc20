"""The wishes-and-feelings page an IRO reads before the door, the annex behind it, and their files."""
