"""The steps that bring a database from empty to what the tables are now."""
