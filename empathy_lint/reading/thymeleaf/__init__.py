"""Thymeleaf, whose code stands in the attributes of a page: which elements are sent, and what they say."""
