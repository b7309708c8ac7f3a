"""One module for each template language that the common scanner does not read by itself."""
