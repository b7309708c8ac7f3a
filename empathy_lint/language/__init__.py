"""Prose becomes facts: sentences, syntax, directives, measures, sentiment."""
