"""A file becomes messages: prose as its recipient reads it, each character tied to where it was written."""
