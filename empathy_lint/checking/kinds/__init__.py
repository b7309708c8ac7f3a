"""The kinds of entry: one module each, all with the same small face.

A *sentence kind* finds words in a passage; a *message kind* looks at a whole message, after its words were
found.
"""
