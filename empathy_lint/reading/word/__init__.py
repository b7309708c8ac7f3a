"""Word documents (`.docx`): letters made of paragraphs, runs and fields."""
