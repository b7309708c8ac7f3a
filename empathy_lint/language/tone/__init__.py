"""How a sentence reads and what it offers, judged by a small learned model that is shipped inside the package."""
