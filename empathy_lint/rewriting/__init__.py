"""A finding becomes a suggestion that keeps grammar, case and placeholders, and that raises no new finding."""
