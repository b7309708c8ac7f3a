"""A place on this computer for results that are worth keeping from one run to the next; it knows nothing of them."""
