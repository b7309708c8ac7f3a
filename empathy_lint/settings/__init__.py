"""What the user configured, from which file, and why."""
