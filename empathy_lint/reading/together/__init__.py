"""What is sent together though it is written in several files: includes, layouts, and the parts of one message."""
