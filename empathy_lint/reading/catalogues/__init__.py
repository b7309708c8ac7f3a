"""Catalogues: files that hold many messages, each under a key. One module a format finds the texts in it."""
