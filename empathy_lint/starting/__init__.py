"""How a collection of messages comes under the linter: what is there, and the files that suit it."""
