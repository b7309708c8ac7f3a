"""Rewrites go into files: which ones together, in what order, and without ever half-writing a file."""
