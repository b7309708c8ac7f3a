"""One self-contained HTML page: the messages as their readers see them, with what was found marked in place."""
