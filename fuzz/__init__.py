"""What no input may do to the linter, tried on made-up inputs without end."""
