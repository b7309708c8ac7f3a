"""A finding becomes a suggestion that keeps grammar, case and placeholders."""
