"""Findings and what is present become a score that a writer can retrace by hand."""
