"""Outcomes kept from one run to the next: what they rest on, and how they are written down without a letter's words."""
