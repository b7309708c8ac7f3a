"""An example of a plugin for empathy-lint."""
