"""What the linter costs and how well it does: measured by hand, on text that is not part of the project."""
