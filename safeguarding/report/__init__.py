"""What the screen is worth: labelled messages in, a table out, for us and for every public peer that installs."""
