"""What a recheck found, as others want it: JSON for programs, a table in the terminal, one HTML page."""
