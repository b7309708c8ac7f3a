"""empathy-lint reads a message the way its recipient would, and says what would hurt, confuse or abandon them."""

__version__ = "0.1.0"
